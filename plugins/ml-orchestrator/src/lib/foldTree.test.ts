import type { DecisionTree } from 'backstage-plugin-ml-orchestrator-common';
import { foldTree } from './foldTree';

/** A full binary tree; node `n` has the children `2n` and `2n + 1`. */
function binaryTree(levels: number): DecisionTree {
  const inner = 2 ** (levels - 1);
  return {
    root: '1',
    truncated: false,
    nodes: Array.from({ length: 2 ** levels - 1 }, (_, i) => i + 1).map(n =>
      n < inner
        ? {
            id: String(n),
            kind: 'question',
            question: `q${Math.floor(Math.log2(n))}`,
            branches: [
              { option: 'left', node: String(2 * n) },
              { option: 'right', node: String(2 * n + 1) },
            ],
          }
        : { id: String(n), kind: 'recommendation', winner: 'x' },
    ),
  };
}
const nothing = new Set<string>();

describe('foldTree', () => {
  it('leaves a small tree alone', () => {
    const tree = binaryTree(4);
    expect(foldTree(tree, {}, nothing, 60)).toEqual({ tree, folded: nothing });
  });

  it('folds the deeper parts of a large one, level by level', () => {
    const { tree, folded } = foldTree(binaryTree(9), {}, nothing, 15);
    expect(tree.nodes.length).toBeLessThan(20);
    expect([...folded]).toEqual(['8', '9', '10', '11', '12', '13', '14', '15']);
    expect(tree.nodes.find(n => n.id === '8')?.kind).toBe('unexpanded');
  });

  it('draws the path of the answers to its end', () => {
    const answers = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [`q${i}`, 'right']),
    );
    const { tree } = foldTree(binaryTree(9), answers, nothing, 15);
    expect(tree.nodes.map(n => n.id)).toEqual(
      expect.arrayContaining(['31', '63', '127', '255', '511', '510']),
    );
  });

  it('draws what was unfolded', () => {
    const { tree, folded } = foldTree(binaryTree(9), {}, new Set(['8']), 15);
    expect(folded.has('8')).toBe(false);
    expect(tree.nodes.map(n => n.id)).toEqual(
      expect.arrayContaining(['16', '17']),
    );
  });
});
