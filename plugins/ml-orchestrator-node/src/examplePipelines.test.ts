import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  definitionPaths,
  readDecision,
  readLocator,
  entityLocators,
  readPipelineGraph,
  verdictOf,
  VERDICTS,
} from 'backstage-plugin-ml-orchestrator-common';
import { parseAllDocuments } from 'yaml';
import { loadDefaultGuidance } from './index';

// What the demo portal shows of each pipeline.
const FILE = resolve(__dirname, '../../../examples/pipelines.yaml');
const entities = [...parseAllDocuments(readFileSync(FILE, 'utf8'))].map(
  document => document.toJS(),
);

describe('the example pipelines', () => {
  it('show each verdict', async () => {
    const guidance = await loadDefaultGuidance();
    const verdicts = Object.fromEntries(
      entities.map(entity => [
        entity.metadata.name,
        verdictOf(guidance, readDecision(entity)).verdict,
      ]),
    );
    expect(verdicts).toEqual({
      'churn-training': 'fits',
      'campaign-scoring': 'fits',
      'lifetime-value': 'fits',
      'fraud-training': 'fits',
      'chargeback-features': 'unknown',
      'credit-limit': 'unlinked',
      'next-best-offer': 'close',
      'dispute-scoring': 'no-longer-fits',
    });
    expect(new Set(Object.values(verdicts))).toEqual(new Set(VERDICTS));
  });

  it('show a graph of each format', () => {
    const graphs = entities.flatMap(entity => {
      const { paths = [] } = definitionPaths(entity);
      const [path] = paths
        .map(p => resolve(dirname(FILE), p))
        .filter(p => existsSync(p));
      return path
        ? [readPipelineGraph(JSON.parse(readFileSync(path, 'utf8')))]
        : [];
    });
    expect(graphs.map(({ problems }) => problems)).toEqual(
      graphs.map(() => undefined),
    );
    expect(graphs.map(({ graph }) => graph?.format)).toEqual([
      'sagemaker-pipeline',
      'state-machine',
      'airflow-dags',
    ]);
  });

  it('have proper locators', () => {
    const locators = entities.flatMap(entity => entityLocators(entity));
    expect(locators.length).toBeGreaterThan(4);
    for (const locator of locators) {
      expect(readLocator(locator)).toBeDefined();
    }
  });
});
