import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { entitySource } from './entitySource';

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
        github: [
          { host: 'ghe.example.com:8443', apiBaseUrl: 'https://ghe/api/v3' },
        ],
        gitlab: [{ host: 'gitlab.com' }],
        gitea: [{ host: 'gitea.example.com' }],
      },
    },
  }),
);

const sourceOf = (location?: string, root: string | undefined = localRoot) =>
  entitySource(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'churn',
        ...(location && {
          annotations: { 'backstage.io/managed-by-location': location },
        }),
      },
    },
    { localRoot: root, integrations },
  );

describe('entitySource', () => {
  it('finds a local repository', () => {
    expect(sourceOf(`file:${localRoot}/churn/ml/catalog-info.yaml`)).toEqual({
      destination: 'local',
      repository: 'churn',
      catalogInfoPath: 'ml/catalog-info.yaml',
    });
  });

  it.each([
    [
      'https://github.com/acme/ml/blob/main/catalog-info.yaml',
      ['github', 'github.com?owner=acme&repo=ml', 'main', 'catalog-info.yaml'],
    ],
    [
      'https://github.com/acme/ml/tree/main/my%20team/info.yaml',
      ['github', 'github.com?owner=acme&repo=ml', 'main', 'my team/info.yaml'],
    ],
    [
      'https://ghe.example.com:8443/acme/ml/blob/v1/a.yaml',
      ['github', 'ghe.example.com:8443?owner=acme&repo=ml', 'v1', 'a.yaml'],
    ],
    [
      'https://gitlab.com/acme/teams/ml/-/blob/trunk/a/b.yaml',
      ['gitlab', 'gitlab.com?owner=acme%2Fteams&repo=ml', 'trunk', 'a/b.yaml'],
    ],
  ])('finds %s', (url, [destination, repoUrl, branch, catalogInfoPath]) => {
    expect(sourceOf(`url:${url}`)).toEqual({
      destination,
      url,
      repoUrl,
      branch,
      catalogInfoPath,
    });
  });

  it.each([
    undefined,
    'url:https://gitea.example.com/acme/ml/src/branch/main/x.yaml',
    'url:https://example.com/acme/ml/blob/main/x.yaml',
    'url:https://github.com/acme/ml',
    'url:https://github.com/acme/ml/blob/main',
    'file:/etc/catalog-info.yaml',
    'ldap:x',
  ])('refuses %p', location => {
    expect(() => sourceOf(location)).toThrow(
      `entityRef: component:default/churn comes from ${
        location ?? 'nowhere'
      }, which is no file in a repository that can be changed from here`,
    );
  });

  it.each(['catalog-info.yaml', '.draft/a.yaml', '../a.yaml'])(
    'refuses %s, which is in no local repository',
    path => {
      expect(() => sourceOf(`file:${localRoot}/${path}`)).toThrow('entityRef');
    },
  );

  it('knows no local repositories where there are none', () => {
    expect(() => sourceOf(`file:${localRoot}/churn/a.yaml`, '')).toThrow(
      'entityRef',
    );
  });
});
