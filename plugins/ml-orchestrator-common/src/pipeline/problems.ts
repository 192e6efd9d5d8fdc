import type { z } from 'zod';
import type { PipelineDefinitionProblem, PipelineGraph } from './types';

/** More problems than this help nobody. */
const TOLD = 10;

/** What does not fit the shape of a definition. */
export function shapeProblems(error: z.ZodError): PipelineDefinitionProblem[] {
  return error.issues.slice(0, TOLD).map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }));
}

/** Names that lead nowhere, and ids that two nodes share. */
export function graphProblems(
  graph: PipelineGraph,
): PipelineDefinitionProblem[] {
  const ids = new Set<string>();
  const problems: PipelineDefinitionProblem[] = [];
  for (const { id } of graph.nodes) {
    if (ids.has(id)) {
      problems.push({ path: id, message: 'there are two of this name' });
    }
    ids.add(id);
  }
  for (const { from, to } of graph.edges) {
    for (const end of [from, to]) {
      if (!ids.has(end)) {
        const other = end === from ? to : from;
        problems.push({
          path: other,
          message: `names "${end}", which is not there`,
        });
      }
    }
  }
  return problems.slice(0, TOLD);
}
