import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { repositorySource } from './repositorySource';

let localRoot: string;

beforeAll(async () => {
  localRoot = await mkdtemp(join(tmpdir(), 'source '));
  await mkdir(join(localRoot, 'churn'));
});
afterAll(() => rm(localRoot, { recursive: true, force: true }));

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        gitlab: [
          {
            host: 'gitlab.example.com:8443',
            baseUrl: 'https://gitlab.example.com:8443',
            apiBaseUrl: 'https://gitlab.example.com:8443/api/v4',
          },
        ],
      },
    },
  }),
);

const sourceOf = (location?: string, annotations = {}, root = localRoot) =>
  repositorySource(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'churn',
        annotations: {
          ...(location && { 'backstage.io/managed-by-location': location }),
          ...annotations,
        },
      },
    },
    { localRoot: root, integrations },
  );

describe('repositorySource', () => {
  it.each([
    [
      'https://github.com/acme/ml/blob/main/my%20team/catalog-info.yaml',
      {
        type: 'github',
        folder: 'https://github.com/acme/ml/tree/main/my%20team/',
        place: 'https://github.com/acme/ml/tree/main/my%20team/',
        host: 'github.com',
      },
    ],
    [
      'https://gitlab.example.com:8443/a/b/ml/-/blob/main/catalog-info.yaml',
      {
        type: 'gitlab',
        folder: 'https://gitlab.example.com:8443/a/b/ml/-/blob/main/',
        place: 'https://gitlab.example.com:8443/a/b/ml/-/blob/main/',
        host: 'gitlab.example.com:8443',
      },
    ],
    [
      'https://dev.azure.com/o/p/_git/r?path=%2Fml%2Finfo.yaml&version=GBmain',
      {
        type: 'azure',
        folder: 'https://dev.azure.com/o/p/_git/r?path=%2Fml%2F&version=GBmain',
        place: 'https://dev.azure.com/o/p/_git/r?GBmain:/ml/',
        host: 'dev.azure.com',
      },
    ],
  ])('is the folder of %s', (url, source) => {
    expect(sourceOf(`url:${url}`)).toEqual(source);
  });

  it('is a local repository, or a folder in one', () => {
    const folder = `${join(localRoot, 'churn')}/`;
    expect(sourceOf(`file:${folder}catalog-info.yaml`)).toEqual({
      type: 'file',
      folder,
      place: folder,
      host: '',
    });
  });

  it.each([
    undefined,
    'file:/etc/catalog-info.yaml',
    'url:https://example.com/acme/ml/blob/main/catalog-info.yaml',
    'ldap:x',
  ])('is none for %p', location => {
    expect(
      sourceOf(location, {
        'backstage.io/source-location': 'url:https://github.com/acme/secret/',
      }),
    ).toBeUndefined();
  });

  it('is none in the folder of all local repositories, or where there is none', () => {
    expect(sourceOf(`file:${localRoot}/catalog-info.yaml`)).toBeUndefined();
    const location = `file:${localRoot}/churn/catalog-info.yaml`;
    expect(sourceOf(location, {}, '')).toBeUndefined();
  });
});
