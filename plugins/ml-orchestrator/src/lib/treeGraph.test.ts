import { englishTranslate as t } from '../__testUtils__/translate';
import { guidanceFixture } from '../__fixtures__';
import { nodeLabel, treeGraph } from './treeGraph';

const tree = {
  root: 'a',
  truncated: true,
  nodes: [
    {
      id: 'a',
      kind: 'question' as const,
      question: 'reach',
      branches: [
        { option: 'sagemaker', node: 'b' },
        { option: 'aws', node: 'b' },
        { option: 'beyond', node: 'c' },
      ],
    },
    {
      id: 'b',
      kind: 'recommendation' as const,
      winner: 'step-functions',
    },
    {
      id: 'c',
      kind: 'unexpanded' as const,
      answers: { reach: 'beyond' },
    },
  ],
};

describe('treeGraph', () => {
  it('draws one edge for options that lead to the same node', () => {
    const { edges } = treeGraph(t, guidanceFixture, tree, {});
    expect(edges.map(e => [e.to, e.label])).toEqual([
      ['b', 'Only SageMaker jobs / Across AWS services'],
      ['c', 'Also beyond AWS'],
    ]);
    expect(edges.some(e => e.lit)).toBe(false);
  });

  it('lights the path and says so in words', () => {
    const { nodes, edges } = treeGraph(t, guidanceFixture, tree, {
      reach: 'aws',
    });
    expect(edges.map(e => e.lit)).toEqual([true, false]);
    expect(nodes.map(node => nodeLabel(t, node))).toEqual([
      'Question: Where do the steps of the pipeline run?, on your path',
      'Result: Step Functions, you are here',
      'Not drawn: More questions',
    ]);
  });
});
