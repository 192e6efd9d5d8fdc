import type { GuidanceWarning } from 'backstage-plugin-ml-orchestrator-common';
import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';

/** One YAML file of guidance, with the positions of everything in it. */
export interface GuidanceDocument {
  /** Path or address, as it is named in messages. */
  file: string;
  /** Comes with the plugin. */
  isDefault: boolean;
  document: Document;
  lines: LineCounter;
  /** The contents as plain data; no shape is promised. */
  data: Record<string, unknown>;
}

/** Reads the text of one guidance file; what is wrong with its YAML comes back as problems. */
export function parseGuidanceDocument(
  file: string,
  text: string,
  isDefault = false,
): { document?: GuidanceDocument; problems: GuidanceWarning[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const syntaxErrors = document.errors.map((error): GuidanceWarning => {
    const { line, col } = lines.linePos(error.pos[0]);
    return {
      severity: 'error',
      code: 'syntax',
      // The first line says what is wrong; the rest quotes the file.
      message: error.message
        .split('\n')[0]
        .replace(/ at line \d+, column \d+:?$/, ''),
      hint: 'Correct the YAML; an editor with YAML support marks the place.',
      file,
      line,
      column: col,
    };
  });
  if (syntaxErrors.length) {
    return { problems: syntaxErrors };
  }

  const rejected = (message: string, hint: string) => ({
    problems: [
      {
        severity: 'error' as const,
        code: 'schema' as const,
        message,
        hint,
        file,
        line: 1,
        column: 1,
      },
    ],
  });
  if (document.contents !== null && !isMap(document.contents)) {
    return rejected(
      'the file must hold a map with keys such as "orchestrators" and "questions"',
      'See the default guidance for the shape.',
    );
  }
  try {
    // toJS refuses aliases that would blow up to something huge.
    const data = (document.toJS() ?? {}) as Record<string, unknown>;
    return {
      document: { file, isDefault, document, lines, data },
      problems: [],
    };
  } catch (error) {
    return rejected(
      `the file cannot be expanded: ${
        error instanceof Error ? error.message : error
      }`,
      'Use fewer YAML aliases.',
    );
  }
}
