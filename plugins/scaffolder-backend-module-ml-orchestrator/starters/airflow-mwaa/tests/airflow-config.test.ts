/** What config/airflow.json may say. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseAirflowFile, readAirflowFile } from '../infra/airflow-config';
import { ENCRYPTED, EXISTING } from './support/airflow';

const file = readAirflowFile();

test('an environment is described as AWS describes it', () => {
  for (const environment of [EXISTING, ENCRYPTED]) {
    const described = { ...file, environment: 'existing', existing: { 'churn-dev': environment } };
    assert.deepEqual(parseAirflowFile(described), described);
  }
});

for (const [field, value] of [
  ['version', '2.10.3'],
  ['environment', 'mw1.tiny'],
  ['webServer', 'PUBLIC'],
  ['existing', []],
  ['existing', null],
  ['pool', ''],
  ['maxJobMinutes', 0],
  ['maxJobMinutes', '60'],
  ['deadlineMinutes', 1.5],
  ['enviroment', 'existing'],
] as const) {
  test(`the configuration refuses ${field} = ${JSON.stringify(value)} and names the field`, () => {
    assert.throws(() => parseAirflowFile({ ...file, [field]: value }), new RegExp(`- ${field} `));
  });
}

for (const [field, value] of [
  ['name', '1st'],
  ['sourceBucketArn', 'shared-airflow-bucket'],
  ['dagS3Path', '/dags'],
  ['dagS3Path', 'dags/'],
  ['executionRoleArn', 'shared-airflow-role'],
  ['executionRoleArn', undefined],
  ['bucket', 'shared-airflow-bucket'],
  ['bucketKeyArn', 'alias/airflow'],
] as const) {
  test(`it refuses an environment whose ${field} is ${value}, and says of which stack`, () => {
    const existing = { 'churn-dev': { ...EXISTING, [field]: value } };
    assert.throws(() => parseAirflowFile({ ...file, existing }), new RegExp(`- existing\\.churn-dev\\.${field} `));
  });
}

test('it refuses what is no object', () => {
  assert.throws(() => parseAirflowFile('existing'), /version must be/);
});
