import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import mcpPlugin from '@backstage/plugin-mcp-actions-backend';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import plugin from './index';

describe('the guide for assistants, over MCP', () => {
  const client = new Client({ name: 'test', version: '1.0.0' });

  beforeAll(async () => {
    const { server } = (await startTestBackend({
      features: [
        plugin,
        mcpPlugin,
        actionsRegistryServiceFactory,
        actionsServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            backend: { actions: { pluginSources: ['ml-orchestrator'] } },
          },
        }),
      ],
    })) as unknown as { server: Server };
    const { port } = server.address() as AddressInfo;
    await client.connect(
      new StreamableHTTPClientTransport(
        new URL(`http://localhost:${port}/api/mcp-actions/v1`),
      ),
    );
  });
  afterAll(() => client.close());

  const call = async (name: string, args: Record<string, unknown> = {}) => {
    const { tools } = await client.listTools();
    const tool = tools.find(t => t.name.endsWith(name));
    const result = await client.callTool({
      name: tool!.name,
      arguments: args,
    });
    const [content] = result.content as { text: string }[];
    return { isError: Boolean(result.isError), text: content.text };
  };
  const answerOf = async (name: string, args: Record<string, unknown> = {}) => {
    const { isError, text } = await call(name, args);
    expect(isError).toBe(false);
    return JSON.parse(text.replace(/^```json\n|\n```$/g, ''));
  };

  it('offers tools that only read, and says so', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(t => t.name.replace(/^.*[.:]/, '')).sort()).toEqual([
      'compare-orchestrators',
      'estimate-orchestration-cost',
      'list-orchestrators',
      'recommend-orchestrator',
    ]);
    tools.forEach(({ annotations, description }) => {
      expect(annotations).toMatchObject({
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
      });
      expect(description).toBeTruthy();
    });
  });

  it('lists the orchestrators with their rings', async () => {
    const { orchestrators } = await answerOf('list-orchestrators');
    expect(orchestrators).toContainEqual(
      expect.objectContaining({ id: 'step-functions', ring: 'recommended' }),
    );
  });

  it('compares those asked for, with dated sources', async () => {
    const { criteria } = await answerOf('compare-orchestrators', {
      orchestrators: ['step-functions'],
      criteria: ['sagemaker-integration'],
    });
    expect(criteria).toHaveLength(1);
    expect(criteria[0].values).toEqual([
      expect.objectContaining({
        orchestrator: 'step-functions',
        rating: 'partial',
        sources: expect.arrayContaining([
          expect.objectContaining({ asOf: expect.stringMatching(/^\d{4}-/) }),
        ]),
      }),
    ]);
  });

  it('asks on until it can recommend, and then says why and what would change it', async () => {
    const answers: Record<string, string> = {};
    let result = await answerOf('recommend-orchestrator');
    const wanted: Record<string, string> = {
      policy: 'no-idle-cost',
      shape: 'branches',
      steps: 'aws-services',
      start: 'event',
    };
    while (result.nextQuestion) {
      const { id, options } = result.nextQuestion;
      answers[id] = wanted[id] ?? options.at(-1).id;
      result = await answerOf('recommend-orchestrator', { answers });
    }
    expect(result).toMatchObject({
      status: 'recommended',
      settled: true,
      winner: { id: 'step-functions' },
      because: expect.arrayContaining([expect.any(String)]),
      flips: expect.any(Array),
    });
    expect(result.whyNot.map((r: { id: string }) => r.id).sort()).toEqual([
      'airflow-mwaa',
      'sagemaker-pipelines',
    ]);
  });

  it('estimates the cost, and says what it does not know', async () => {
    const { offers } = await answerOf('estimate-orchestration-cost', {
      runsPerMonth: 1000,
      stepsPerRun: 20,
    });
    const offer = (name: string) =>
      offers.find((o: { offer: string }) => o.offer === name);
    expect(offer('Standard workflow').usd).toBeCloseTo(0.4, 10);
    expect(offer('Express workflow')).toMatchObject({
      unknown: ['Express workflow'],
    });
    expect(offer('Provisioned environment').otherRegion).toBe(true);
    const { isError, text } = await call('estimate-orchestration-cost', {
      stepsPerRun: 0,
    });
    expect(isError).toBe(true);
    expect(text).toContain('stepsPerRun: must be a whole number');
  });

  it('names the field of what it does not understand', async () => {
    const { isError, text } = await call('recommend-orchestrator', {
      answers: { shape: 'spiral' },
    });
    expect(isError).toBe(true);
    expect(text).toContain('answers.shape');
    const other = await call('compare-orchestrators', {
      orchestrators: ['dagster'],
    });
    expect(other.isError).toBe(true);
    expect(other.text).toContain(
      'orchestrators: unknown "dagster"'.replace(/\\/g, ''),
    );
  });
});
