import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Duration, Stack } from 'aws-cdk-lib';
import { CfnPreparedStatement, CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

import { arnOf } from './acknowledgements';
import { ROOT } from './config';
import { Extraction } from './extraction';
import type { SourceProps } from './extraction';

/** The data comes from a query, so no file that arrives can start a run. */
export const FILES_ARRIVE = false;

const QUERY = path.join(ROOT, 'source', 'customers.sql');
const SAMPLE = path.join(ROOT, 'data', 'customers.csv');
/** Of the table over the sample data, and of the prepared statement. */
const CUSTOMERS = 'customers';
const RESULTS = 'athena/';
const EXTRACTED = 'executions/*/extracted/*';
/** A query that reads more is stopped. Athena bills what a query reads. */
const SCAN_LIMIT_BYTES = 10 * 1024 ** 3;

/**
 * The data is the result of a query in Amazon Athena: `source/customers.sql`, which is deployed as a prepared statement. A query leaves
 * one CSV file with a header, `athena/<id of the query>.csv` in the pipeline's bucket; the extraction copies it to
 * `executions/<run>/extracted/`.
 *
 * Substitutions: `SourceWorkGroup`, `SourceDatabase`, and `SourceQuery`, the text to start a query with.
 */
export class Source extends Extraction {
  constructor(scope: Construct, id: string, { config, storage }: SourceProps) {
    super(scope, id);
    if (config.startOnData) throw new Error('startOnData must be false: the data comes from a query in Amazon Athena');
    const stack = Stack.of(this);
    const { bucket } = storage;

    const workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      name: config.id,
      description: `Queries of the pipeline ${config.id}`,
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: SCAN_LIMIT_BYTES,
        resultConfiguration: {
          outputLocation: bucket.s3UrlForObject(RESULTS),
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
        },
      },
    });
    // Each run has a copy of its own.
    bucket.addLifecycleRule({ prefix: RESULTS, expiration: Duration.days(30) });

    const databaseName = config.id.replaceAll('-', '_');
    const database = new CfnDatabase(this, 'Database', {
      catalogId: stack.account,
      databaseInput: { name: databaseName, description: `Data of the pipeline ${config.id}` },
    });
    const table = new CfnTable(this, 'Table', {
      catalogId: stack.account,
      databaseName,
      tableInput: {
        name: CUSTOMERS,
        description: 'The CSV files below data/ in the bucket of the pipeline',
        tableType: 'EXTERNAL_TABLE',
        parameters: { classification: 'csv', 'skip.header.line.count': '1' },
        storageDescriptor: {
          location: bucket.s3UrlForObject('data/'),
          columns: sampleColumns().map(name => ({ name, type: 'string' })),
          inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
          serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.serde2.OpenCSVSerde' },
        },
      },
    });
    table.addResourceDependency(database);
    new CfnPreparedStatement(this, 'Query', {
      statementName: CUSTOMERS,
      workGroup: config.id,
      description: 'source/customers.sql',
      queryStatement: readFileSync(QUERY, 'utf8'),
    }).addResourceDependency(workGroup);

    const glue = (resource: string, resourceName?: string): string =>
      stack.formatArn({ service: 'glue', resource, resourceName });
    this.permissions.push(
      new PolicyStatement({
        actions: [
          'athena:StartQueryExecution',
          'athena:GetQueryExecution',
          'athena:StopQueryExecution',
          'athena:GetPreparedStatement',
        ],
        resources: [stack.formatArn({ service: 'athena', resource: 'workgroup', resourceName: config.id })],
      }),
      // The rest is done by Athena, in the name of whoever starts the query.
      new PolicyStatement({
        actions: ['athena:GetDataCatalog'],
        resources: [stack.formatArn({ service: 'athena', resource: 'datacatalog', resourceName: 'AwsDataCatalog' })],
      }),
      // Athena wants the default database of every region as well, whichever the query reads.
      new PolicyStatement({
        actions: ['glue:GetDatabase'],
        resources: [glue('catalog'), glue('database', 'default'), glue('database', databaseName)],
      }),
      new PolicyStatement({
        actions: ['glue:GetTable'],
        resources: [glue('catalog'), glue('database', databaseName), glue('table', `${databaseName}/${CUSTOMERS}`)],
      }),
      new PolicyStatement({
        actions: ['s3:GetBucketLocation', 's3:ListBucketMultipartUploads'],
        resources: [bucket.bucketArn],
      }),
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': ['data/*', `${RESULTS}*`] } },
      }),
      new PolicyStatement({
        actions: ['s3:GetObject'],
        resources: [bucket.arnForObjects('data/*'), bucket.arnForObjects(`${RESULTS}*`)],
      }),
      new PolicyStatement({
        actions: ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
        resources: [bucket.arnForObjects(`${RESULTS}*`), bucket.arnForObjects(EXTRACTED)],
      }),
    );
    this.wildcards['a query reads whatever files there are, and leaves its result under an id that is drawn for it'] = [
      'data/*',
      `${RESULTS}*`,
      EXTRACTED,
    ].map(key => `${arnOf(bucket)}/${key}`);
    Object.assign(this.substitutions, {
      SourceWorkGroup: config.id,
      SourceDatabase: databaseName,
      SourceQuery: `EXECUTE ${CUSTOMERS}`,
    });
  }
}

/** The columns of the sample data, for the table over it. */
function sampleColumns(): string[] {
  return readFileSync(SAMPLE, 'utf8').split('\n', 1)[0]!.trim().split(',');
}
