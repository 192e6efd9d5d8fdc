import {
  findVainRemovals,
  guidanceSchema,
  lintGuidance,
  mergeGuidanceLayers,
} from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  GuidanceWarning,
  RawGuidance,
} from 'backstage-plugin-ml-orchestrator-common';
import type { GuidanceDocument } from './GuidanceDocument';
import { locate } from './locate';

/** Guidance put together from documents, or what keeps it from being served. */
export interface CheckedGuidance {
  /** Absent when one of the problems is an error. */
  guidance?: Guidance;
  problems: GuidanceWarning[];
}

type Issues = NonNullable<
  ReturnType<typeof guidanceSchema.safeParse>['error']
>['issues'];

/** Merges the documents in order and checks the result by schema, then by lint. */
export function checkGuidance(
  documents: readonly GuidanceDocument[],
): CheckedGuidance {
  const vain: GuidanceWarning[] = [];
  const merged = documents.reduce<RawGuidance>((base, document) => {
    vain.push(...vainRemovals(base, document));
    return mergeGuidanceLayers(base, document.data);
  }, {});
  const at = (path: readonly (string | number)[]) =>
    locate(documents, merged, path);

  const parsed = guidanceSchema.safeParse(merged);
  if (!parsed.success) {
    return {
      problems: [...schemaProblems(parsed.error.issues, at), ...vain],
    };
  }

  const found = lintGuidance(parsed.data).map((finding): GuidanceWarning => {
    const { severity, code, message, hint } = finding;
    const position = at(finding.path);
    return {
      // A default scenario that no longer comes out once an organisation changed
      // the guidance is news, not a mistake: it was tested against the default.
      severity:
        code === 'scenario-mismatch' &&
        position?.isDefault &&
        documents.some(document => !document.isDefault)
          ? 'warning'
          : severity,
      code,
      message,
      hint,
      ...place(position),
    };
  });
  const problems = [...found, ...vain];
  return problems.some(problem => problem.severity === 'error')
    ? { problems }
    : { guidance: parsed.data, problems };
}

function vainRemovals(
  base: RawGuidance,
  document: GuidanceDocument,
): GuidanceWarning[] {
  return findVainRemovals(base, document.data).map(
    ({ severity, code, message, hint, path }) => ({
      severity,
      code,
      message,
      hint,
      // What is removed is not in the merged guidance, but it is in the layer.
      ...place(locate([document], document.data, path)),
    }),
  );
}

function schemaProblems(
  issues: Issues,
  at: (path: readonly (string | number)[]) => ReturnType<typeof locate>,
): GuidanceWarning[] {
  return issues.flatMap(issue => {
    const path = issue.path.map(key =>
      typeof key === 'number' ? key : String(key),
    );
    // One problem for each unknown field, so that each has its own position.
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const places = unknown.length ? unknown.map(key => [...path, key]) : [path];
    return places.map(
      (field): GuidanceWarning => ({
        severity: 'error',
        code: 'schema',
        message: `${field.join('.') || 'guidance'}: ${
          unknown.length ? 'unknown field' : issue.message
        }`,
        hint: unknown.length
          ? 'Correct the name of the field, or delete it.'
          : 'Correct the value; the default guidance shows the shape.',
        ...place(at(field)),
      }),
    );
  });
}

function place(position: ReturnType<typeof locate>) {
  return position
    ? { file: position.file, line: position.line, column: position.column }
    : {};
}
