import {
  decisionTree,
  lintGuidance,
  recommend,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  DecisionTree,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { loadDefaultGuidance } from './guidance/defaultGuidance';

function longestPath(tree: DecisionTree, id = tree.root): number {
  const node = tree.nodes.find(n => n.id === id);
  return node?.kind === 'question'
    ? 1 + Math.max(...node.branches.map(b => longestPath(tree, b.node)))
    : 0;
}

/** Every scenario and what must come of it, apart from what the guidance itself expects. */
const OUTCOMES: [scenario: string, outcome: string][] = [
  ['studio-retraining', 'sagemaker-pipelines'],
  ['portal-scoring', 'step-functions'],
  ['snowflake-spark-training', 'airflow-mwaa'],
  ['file-lands', 'step-functions'],
  ['few-runs-one-gate', 'sagemaker-pipelines'],
  ['model-per-store', 'step-functions'],
  ['label-until-good', 'step-functions'],
  ['exit-policy', 'airflow-mwaa'],
  ['airflow-shop-sagemaker-model', 'sagemaker-pipelines, close call'],
  ['studio-team-glue', 'sagemaker-pipelines, close call'],
  ['portable-loop', 'conflict'],
];

describe('default guidance', () => {
  let guidance: Guidance;

  beforeAll(async () => {
    guidance = await loadDefaultGuidance();
  });

  it('offers the three orchestrators, each with its starter', () => {
    expect(guidance.orchestrators.map(o => [o.id, o.starter])).toEqual([
      ['sagemaker-pipelines', 'sagemaker-pipelines'],
      ['step-functions', 'step-functions'],
      ['airflow-mwaa', 'airflow-mwaa'],
    ]);
  });

  it('has no lint findings', () => {
    expect(lintGuidance(guidance)).toEqual([]);
  });

  it('derives a tree that can be read', () => {
    const tree = decisionTree(guidance);
    expect(tree.truncated).toBe(false);
    expect(tree.nodes.length).toBeLessThanOrEqual(30);
    expect(longestPath(tree)).toBeLessThanOrEqual(6);
  });

  it.each(OUTCOMES)('answers scenario %s with %s', (id, outcome) => {
    const scenario = guidance.scenarios.find(s => s.id === id);
    const answers = scenario?.answers ?? {};
    const { winner = 'conflict', closeCall } = recommend(guidance, answers);
    expect(closeCall ? `${winner}, close call` : winner).toBe(outcome);
    expect(Object.keys(answers).sort()).toEqual(
      guidance.questions.map(q => q.id).sort(),
    );
  });

  it('has no scenario whose outcome nobody stated', () => {
    expect(guidance.scenarios.map(s => s.id)).toEqual(
      OUTCOMES.map(([id]) => id),
    );
  });

  it('explains the conflict by the two answers that contradict each other', () => {
    const scenario = guidance.scenarios.find(s => s.id === 'portable-loop');
    const result = recommend(guidance, scenario?.answers ?? {});
    expect(result.conflict).toEqual(['policy', 'shape']);
  });

  it('names a source for each price, and says why one is unknown', () => {
    const unsourced = guidance.prices.filter(p => !p.source);
    const unexplained = guidance.prices.filter(p => p.usd === null && !p.note);
    expect([...unsourced, ...unexplained]).toEqual([]);
  });

  it('uses every source it lists', () => {
    const used = new Set([
      ...guidance.criteria.flatMap(c =>
        Object.values(c.values).flatMap(v => v.sources),
      ),
      ...guidance.muddyPoints.flatMap(m => m.sources),
      ...guidance.hybrids.flatMap(h => h.sources),
      ...guidance.prices.flatMap(p => p.source ?? []),
    ]);
    expect([...used].sort()).toEqual(guidance.sources.map(s => s.id).sort());
  });

  it('has exactly one right answer to each self-check question', () => {
    for (const { id, options } of guidance.selfCheck) {
      expect([id, options.filter(o => o.correct).length]).toEqual([id, 1]);
    }
  });
});
