import type { SyntaxNode } from '@lezer/common';

/** A call in a source file, its callee named in full through the imports. */
export interface Call {
  /** `sagemaker.workflow.pipeline.Pipeline`, `aws-cdk-lib/aws-stepfunctions.StateMachine`. */
  callee: string;
  line: number;
  /** Arguments by position, where they are text; others are `undefined`. */
  positional: (string | undefined)[];
  /** Named arguments, or properties of an object among the arguments: their text, or `undefined`. */
  named: Map<string, string | undefined>;
  /** Name of the function that this call, or name, decorates. */
  decorates?: string;
}

/** What detection has to know of a source file. */
export interface SourceCode {
  /** Full names that are imported: `airflow.models.DAG`, `sklearn.linear_model`. */
  imports: Set<string>;
  calls: Call[];
}

/** Turns offsets of a text into lines, from 1. */
export function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return offset => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      [low, high] = starts[middle] <= offset ? [middle, high] : [low, middle];
    }
    return low + 1;
  };
}

/** The children of a node of a syntax tree, in order. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    found.push(child);
  }
  return found;
}
