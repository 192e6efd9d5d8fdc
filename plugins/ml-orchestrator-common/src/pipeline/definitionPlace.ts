import {
  ANNOTATION_ORCHESTRATOR,
  ANNOTATION_PIPELINE_DEFINITION,
} from '../entity/annotations';
import type { AnnotatedEntity } from '../entity/readDecision';

/** Where the starters keep what a graph is read from: what was built, else what is reviewed. */
const STARTER_PATHS = new Map<string, readonly string[]>([
  ['step-functions', ['workflow/pipeline.asl.json']],
  [
    'sagemaker-pipelines',
    ['build/pipeline-definition.json', 'tests/golden/switches-off.json'],
  ],
  ['airflow-mwaa', ['build/pipeline-graph.json', 'tests/golden/dags.json']],
]);

const LONGEST = 300;
// Nothing that a server or a file system would read as something else: no dots alone, no % and no colon.
const SEGMENT = /^[\w@][\w.@ +=-]*$/;

/** Where the definition of an entity's pipeline may be, in the order in which to look. */
export type DefinitionPaths =
  /** Relative to the file that describes the entity. */
  | { paths: readonly string[]; problem?: undefined }
  | { paths?: undefined; problem: 'not-linked' | 'no-place' | 'bad-path' };

/** The paths to look at: the one of the annotation, else those of the orchestrator's starter. */
export function definitionPaths(entity: AnnotatedEntity): DefinitionPaths {
  const annotations = entity.metadata.annotations ?? {};
  const annotated = annotations[ANNOTATION_PIPELINE_DEFINITION]?.trim();
  if (annotated) {
    const path = relativePath(annotated);
    return path ? { paths: [path] } : { problem: 'bad-path' };
  }
  const orchestrator = annotations[ANNOTATION_ORCHESTRATOR]?.trim();
  if (!orchestrator) {
    return { problem: 'not-linked' };
  }
  const paths = STARTER_PATHS.get(orchestrator);
  return paths ? { paths } : { problem: 'no-place' };
}

/** A path in the entity's own folder or below; `undefined` for anything else. */
export function relativePath(text: string): string | undefined {
  const path = text.replace(/^(?:\.\/)+/, '');
  const safe = path.split('/').every(segment => SEGMENT.test(segment));
  return safe && path.length <= LONGEST ? path : undefined;
}
