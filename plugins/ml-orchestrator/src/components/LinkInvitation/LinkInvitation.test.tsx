import { screen } from '@testing-library/react';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { FixtureApi } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { mlOrchestratorPlugin } from '../../plugin';
import { decideRouteRef, templateRouteRef } from '../../routes';

const render = (
  type: string,
  annotations: Record<string, string> = {},
  config?: object,
) =>
  renderTestApp({
    apis: [[mlOrchestratorApiRef, new FixtureApi()]],
    ...(config && { config: config as never }),
    mountedRoutes: {
      '/ml-orchestrator/decide': decideRouteRef,
      '/create/:namespace/:templateName': templateRouteRef,
    },
    extensions: [
      createTestEntityPage({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'churn', annotations },
          spec: { type },
        },
      }),
      mlOrchestratorPlugin.getExtension(
        'entity-card:ml-orchestrator/invitation',
      ),
    ],
  });

describe('LinkInvitation', () => {
  it('leads to the template with the entity filled in', async () => {
    render('ml-pipeline');
    const link = await screen.findByRole('button', {
      name: 'Link this pipeline',
    });
    expect(decodeURIComponent(link.getAttribute('href')!)).toBe(
      '/create/default/link-ml-pipeline?formData={"entity":"component:default/churn"}',
    );
    expect(
      screen.getByRole('link', { name: 'Ask the guide first' }),
    ).toHaveAttribute('href', '/ml-orchestrator/decide');
  });

  it('comes by other signs where the portal names them', async () => {
    render(
      'training',
      {},
      {
        app: {
          extensions: [
            {
              'entity-card:ml-orchestrator/invitation': {
                config: { filter: { 'spec.type': 'training' } },
              },
            },
          ],
        },
      },
    );
    expect(
      await screen.findByText('Which orchestrator runs this?'),
    ).toBeInTheDocument();
  });

  it.each<[string, Record<string, string>]>([
    ['service', {}],
    ['ml-pipeline', { 'ml-orchestrator/orchestrator': 'step-functions' }],
  ])('leaves others alone: %s %j', async (type, annotations) => {
    render(type, annotations);
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });
});
