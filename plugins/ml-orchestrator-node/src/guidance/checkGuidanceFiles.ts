import type {
  Guidance,
  GuidanceWarning,
} from 'backstage-plugin-ml-orchestrator-common';
import { readFile } from 'node:fs/promises';
import { checkGuidance } from './checkGuidance';
import { readDefaultDocuments } from './defaultGuidance';
import { parseGuidanceDocument } from './GuidanceDocument';

/** What a check of layer files found. */
export interface GuidanceReport {
  /** The merged guidance; absent when one of the problems is an error. */
  guidance?: Guidance;
  problems: GuidanceWarning[];
}

/**
 * Checks layers as the portal would when it loads them: each as YAML, then all of them,
 * merged in this order, by schema and lint.
 */
export async function checkGuidanceFiles(
  files: readonly string[],
  options: {
    /** Whether the layers lie over the default guidance; they do if absent. */
    extendsDefault?: boolean;
  } = {},
): Promise<GuidanceReport> {
  const read = await Promise.all(files.map(readDocument));
  const problems = read.flatMap(layer => layer.problems);
  if (problems.length) {
    return { problems };
  }
  const defaults =
    options.extendsDefault ?? true ? await readDefaultDocuments() : [];
  return checkGuidance([
    ...defaults,
    ...read.flatMap(({ document }) => document ?? []),
  ]);
}

async function readDocument(file: string) {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const unreadable: GuidanceWarning = {
      severity: 'error',
      code: 'unreadable',
      message: `cannot be read: ${
        error instanceof Error ? error.message : error
      }`,
      hint: 'Correct the path of the file.',
      file,
    };
    return { document: undefined, problems: [unreadable] };
  }
  return parseGuidanceDocument(file, text);
}
