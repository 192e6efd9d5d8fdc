import {
  decisionTree,
  nextQuestion,
  recommend,
} from 'backstage-plugin-ml-orchestrator-common';
import { guidanceFixture } from '../__fixtures__';
import { answersTo, walkTree } from './walkTree';

describe('walkTree', () => {
  const tree = decisionTree(guidanceFixture);
  const nodes = new Map(tree.nodes.map(n => [n.id, n]));

  it('starts at the root without answers', () => {
    expect(walkTree(tree, {})).toEqual({ nodes: [tree.root], options: [] });
  });

  it('asks at its end what the engine asks next', () => {
    const answers = { reach: 'beyond' };
    const path = walkTree(tree, answers);
    const end = nodes.get(path.nodes[path.nodes.length - 1]);
    expect(path.options).toEqual(['beyond']);
    expect(end).toMatchObject({
      kind: 'question',
      question: nextQuestion(guidanceFixture, answers),
    });
  });

  it('stops where an answer is not an option', () => {
    expect(walkTree(tree, { reach: 'moon' }).nodes).toEqual([tree.root]);
  });

  it.each(tree.nodes)('leads back to node $id by the answers to it', node => {
    const path = walkTree(tree, answersTo(tree, node.id) ?? {});
    expect(path.nodes[path.nodes.length - 1]).toBe(node.id);
  });

  it('leads to results that are what the engine recommends', () => {
    const results = tree.nodes.flatMap(node =>
      node.kind === 'recommendation' ? [node] : [],
    );
    expect(results.map(node => node.winner)).toEqual(
      results.map(
        node =>
          recommend(guidanceFixture, answersTo(tree, node.id) ?? {}).winner,
      ),
    );
  });

  it('knows no way to a node that is not there', () => {
    expect(answersTo(tree, 'nowhere')).toBeUndefined();
  });
});
