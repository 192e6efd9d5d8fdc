import type {
  DetectedOrchestrator,
  DetectionConfidence,
  DetectionEvidence,
} from 'backstage-plugin-ml-orchestrator-common';
import { isCandidateFile } from './candidateFile';
import { classifyFile } from './classify/classifyFile';
import type { Finding, RepositoryFile } from './findings';

/** What a repository says it runs on. */
export interface DetectedLink {
  orchestrator: DetectedOrchestrator;
  locator?: string;
  confidence: DetectionConfidence;
  evidence: DetectionEvidence[];
}

/** How many places are kept as evidence. */
const MAX_EVIDENCE = 5;

/**
 * What the files of a repository say it runs on. Nothing, where they point to more than
 * one orchestrator: which one runs the pipeline, and which is only called, is for people
 * to say. They may leave out those that it does not run on.
 */
export function detectLink(
  files: RepositoryFile[],
  not: ReadonlySet<string> = new Set(),
): DetectedLink | undefined {
  const findings = files
    .filter(({ path }) => isCandidateFile(path))
    .flatMap(classifyFile)
    .filter(({ orchestrator }) => !not.has(orchestrator))
    .sort(byStrength);
  const orchestrators = new Set(findings.map(f => f.orchestrator));
  if (orchestrators.size !== 1) {
    return undefined;
  }
  const [{ orchestrator, confidence }] = findings;
  const names = new Set(findings.map(({ name }) => name));
  const [name] = names;
  return {
    orchestrator,
    confidence,
    // With several pipelines, none of them is the one.
    ...(names.size === 1 && name && { locator: name }),
    evidence: findings
      .slice(0, MAX_EVIDENCE)
      .map(({ path, line, found }) => ({ path, line, found })),
  };
}

function byStrength(a: Finding, b: Finding): number {
  const high = (finding: Finding) => Number(finding.confidence === 'high');
  return (
    high(b) - high(a) ||
    (a.path < b.path ? -1 : Number(a.path > b.path)) ||
    a.line - b.line
  );
}
