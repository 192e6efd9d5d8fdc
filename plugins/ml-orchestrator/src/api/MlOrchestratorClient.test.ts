import { mockApis } from '@backstage/frontend-test-utils';
import { MlOrchestratorClient } from './MlOrchestratorClient';

function clientWith(body: unknown, status = 200) {
  const fetch = jest.fn(
    async () =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
  );
  return {
    client: new MlOrchestratorClient(mockApis.fetch.mock({ fetch })),
    fetch,
  };
}

describe('MlOrchestratorClient', () => {
  it('posts the answers', async () => {
    const { client, fetch } = clientWith({ status: 'recommended' });
    await expect(client.recommend({ reach: 'aws' })).resolves.toEqual({
      status: 'recommended',
    });
    expect(fetch).toHaveBeenCalledWith(
      'plugin://ml-orchestrator/recommend',
      expect.objectContaining({
        method: 'POST',
        body: '{"answers":{"reach":"aws"}}',
      }),
    );
  });

  it.each([
    ['previewStarter', 'preview'],
    ['starterOptions', 'options'],
  ] as const)('asks the scaffolder for %s', async (method, path) => {
    const { client, fetch } = clientWith({});
    await client[method]({ name: 'churn' });
    expect(fetch).toHaveBeenCalledWith(
      `plugin://scaffolder/ml-orchestrator/${path}`,
      expect.objectContaining({
        method: 'POST',
        body: '{"spec":{"name":"churn"}}',
      }),
    );
  });

  it('asks for the graph of an entity', async () => {
    const { client, fetch } = clientWith({ status: 'missing', places: [] });
    await client.getPipelineGraph('component:default/churn');
    expect(fetch).toHaveBeenCalledWith(
      'plugin://ml-orchestrator/pipeline-graph?entity=component%3Adefault%2Fchurn',
      undefined,
    );
  });

  it('asks for the tree below answers', async () => {
    const { client, fetch } = clientWith({});
    await client.getDecisionTree({ reach: 'aws' });
    await client.getDecisionTree({});
    expect(fetch.mock.calls).toEqual([
      ['plugin://ml-orchestrator/decision-tree?answers=reach%3Daws', undefined],
      ['plugin://ml-orchestrator/decision-tree', undefined],
    ]);
  });

  it('asks for the portfolio with its filters, none included', async () => {
    const { client, fetch } = clientWith({});
    await client.getPortfolio(
      { verdict: ['fits', 'close'], owner: [''], search: ' churn ' },
      { sort: '-decidedOn', offset: 50, limit: 50 },
    );
    await client.getPortfolio({ entity: ['component:default/churn'] }, {});
    await client.getPortfolioSummary({});
    expect(fetch.mock.calls).toEqual([
      [
        'plugin://ml-orchestrator/portfolio?owner=&verdict=fits&verdict=close&search=churn&sort=-decidedOn&offset=50&limit=50',
        undefined,
      ],
      [
        'plugin://ml-orchestrator/portfolio?entity=component%3Adefault%2Fchurn',
        undefined,
      ],
      ['plugin://ml-orchestrator/portfolio/summary', undefined],
    ]);
  });

  it('takes the CSV as it comes', async () => {
    const fetch = jest.fn(async () => new Response('pipeline\nchurn\n'));
    const client = new MlOrchestratorClient(mockApis.fetch.mock({ fetch }));
    await expect(
      client.getPortfolioCsv({ orchestrator: ['a&b'] }, 'owner'),
    ).resolves.toBe('pipeline\nchurn\n');
    expect(fetch).toHaveBeenCalledWith(
      'plugin://ml-orchestrator/portfolio.csv?orchestrator=a%26b&sort=owner',
      undefined,
    );
  });

  it('keeps the places of what is wrong with a layer', async () => {
    const problems = [{ severity: 'error', file: 'layers.0', line: 3 }];
    const { client } = clientWith(
      {
        error: { name: 'InputError', message: 'no', problems },
        response: { statusCode: 400 },
      },
      400,
    );
    await expect(client.whatIf({ layers: ['a:'] })).rejects.toMatchObject({
      cause: { problems },
    });
  });

  it('asks for the proposal of one entity, which may have none', async () => {
    const { client, fetch } = clientWith({ items: [{ entityRef: 'x' }] });
    await expect(
      client.getLinkProposal('component:default/churn'),
    ).resolves.toEqual({ entityRef: 'x' });
    expect(fetch).toHaveBeenCalledWith(
      'plugin://ml-orchestrator/proposals?entity=component%3Adefault%2Fchurn',
      undefined,
    );
    await expect(
      clientWith({ items: [] }).client.getLinkProposal('component:default/x'),
    ).resolves.toBeUndefined();
  });

  it('passes on what the backend says is wrong', async () => {
    const { client } = clientWith(
      {
        error: { name: 'InputError', message: 'answers.reach: unknown option' },
        response: { statusCode: 400 },
      },
      400,
    );
    await expect(client.recommend({ reach: 'moon' })).rejects.toMatchObject({
      statusCode: 400,
      cause: { message: 'answers.reach: unknown option' },
    });
  });
});
