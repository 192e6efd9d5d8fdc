import assert from 'node:assert/strict';

import type { Attempt } from './iam';
import type { LocalAws } from './local-aws';
import { ACCOUNT } from './synthesized';
import type { Properties, Synthesized } from './synthesized';
import { callsOf } from './workflow';
import type { Call, Handlers, Run } from './workflow';

/** The states of the extraction, in their order. */
export const EXTRACTION = ['ExtractData', 'CollectData'];

/** What Step Functions answers once a query has ended. */
const ended = (id: string): Properties => ({ QueryExecution: { QueryExecutionId: id, Status: { State: 'SUCCEEDED' } } });

/** State → a service that answers well. */
export const EXTRACTION_SERVICES: Handlers = {
  ExtractData: () => ended('query-1'),
  CollectData: () => ({ CopyObjectResult: { ETag: '"1"' } }),
};

/** State → errors that it survives. */
export const EXTRACTION_RETRIED: Record<string, string[]> = {
  ExtractData: [
    'Athena.TooManyRequestsException',
    'Athena.AmazonAthenaException',
    'Athena.InternalServerException',
    'Athena.SdkClientException',
  ],
  CollectData: ['S3.S3Exception'],
};

/** What IAM asks for, by the Resource of the Task. */
export const EXTRACTION_NEEDS: Record<string, (call: Call, stack: Synthesized) => Attempt[]> = {
  'arn:aws:states:::athena:startQueryExecution.sync': ({ parameters: { WorkGroup, QueryExecutionContext } }, stack) => {
    const { Database } = QueryExecutionContext as { Database: string };
    const inRegion = (service: string, rest: string): string =>
      `arn:aws:${service}:${stack.config.region}:${ACCOUNT}:${rest}`;
    const bucket = `arn:aws:s3:::${stack.only('AWS::S3::Bucket', 'StorageArtifacts').id.toLowerCase()}`;
    const on = (resource: string, ...actions: string[]): Attempt[] => actions.map(action => ({ action, resource }));
    const catalog = (action: string, ...resources: string[]): Attempt[] =>
      resources.map(resource => ({ action, resource: inRegion('glue', resource) }));
    return [
      ...on(
        inRegion('athena', `workgroup/${String(WorkGroup)}`),
        ...['athena:StartQueryExecution', 'athena:GetQueryExecution', 'athena:StopQueryExecution'],
        // The rest is done by Athena, in the name of whoever starts the query.
        'athena:GetPreparedStatement',
      ),
      ...on(inRegion('athena', 'datacatalog/AwsDataCatalog'), 'athena:GetDataCatalog'),
      ...catalog('glue:GetDatabase', 'catalog', 'database/default', `database/${Database}`),
      ...catalog('glue:GetTable', 'catalog', `database/${Database}`, `table/${Database}/customers`),
      ...on(bucket, 's3:GetBucketLocation', 's3:ListBucketMultipartUploads'),
      { action: 's3:ListBucket', resource: bucket, context: { 's3:prefix': 'data/' } },
      ...on(`${bucket}/data/customers.csv`, 's3:GetObject'),
      ...on(
        `${bucket}/athena/query-1.csv`,
        ...['s3:PutObject', 's3:GetObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
      ),
    ];
  },
  'arn:aws:states:::aws-sdk:s3:copyObject': ({ parameters: { Bucket, CopySource, Key } }) => [
    { action: 's3:GetObject', resource: `arn:aws:s3:::${String(CopySource)}` },
    { action: 's3:PutObject', resource: `arn:aws:s3:::${String(Bucket)}/${String(Key)}` },
  ],
};

/** What AWS knows a repeated call by. */
export const identityOf = ({ parameters }: Call): unknown => parameters.ClientRequestToken;

/** Where the extraction of a run leaves its files. */
export function extractedTo(run: Run): string {
  const { Bucket, Key } = callsOf(run, 'CollectData')[0]!.parameters;
  return `s3://${String(Bucket)}/${String(Key).replace(/[^/]*$/, '')}`;
}

/** Athena ends a query after half an hour, where the account has no other quota. */
export const limitSeconds = (_stack: Synthesized, _parameters: Properties): number => 1800;

/** The extraction with the files of {@link LocalAws}: the query finds the customers of the files below `data/`. */
export function localExtraction(aws: LocalAws, { source }: Synthesized): Handlers {
  return {
    ExtractData: ({ QueryString, QueryExecutionContext, WorkGroup, ClientRequestToken }) => {
      assert.equal(QueryString, 'EXECUTE customers');
      assert.deepEqual(QueryExecutionContext, { Database: source.SourceDatabase });
      assert.equal(WorkGroup, source.SourceWorkGroup);
      // What Athena takes.
      assert.match(String(ClientRequestToken), /^.{32,128}$/);
      aws.copy(aws.keys('data/')[0]!, 'athena/query-2.csv');
      return ended('query-2');
    },
    CollectData: ({ Bucket, CopySource, Key }) => {
      aws.copy(String(CopySource).slice(`${String(Bucket)}/`.length), String(Key));
      return {};
    },
  };
}
