import { stringify } from 'yaml';
import { encoders } from '../starters/encoders';

/** A piece of a text, and what takes its place. */
export interface TextEdit {
  from: number;
  to: number;
  text: string;
}

/** A text whose last line ends like the others, so that lines can be put below it and taken out. */
export function withLastLineEnd(text: string): string {
  const [lineEnd] = /\r?\n/.exec(text) ?? ['\n'];
  return text.endsWith('\n') ? text : `${text}${lineEnd}`;
}

/** Makes edits that do not overlap; those at the same place in the order given. */
export function applyEdits(text: string, edits: TextEdit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    parts.push(text.slice(done, edit.from), edit.text);
    done = edit.to;
  }
  return [...parts, text.slice(done)].join('');
}

/** Puts text in somewhere. */
export function insertion(at: number, text: string): TextEdit {
  return { from: at, to: at, text };
}

/** Puts lines below the one that a position is in, or just behind, with a line end like its own. */
export function linesBelow(
  text: string,
  position: number,
  lines: string[],
): TextEdit {
  const at = endOfLine(text, position);
  const lineEnd = text[at - 2] === '\r' ? '\r\n' : '\n';
  return insertion(at, lines.map(line => `${line}${lineEnd}`).join(''));
}

/** Takes out the lines that a piece of text is in. */
export function withoutLines(text: string, from: number, to: number): TextEdit {
  return {
    from: text.lastIndexOf('\n', from - 1) + 1,
    to: endOfLine(text, to),
    text: '',
  };
}

/** Behind the line end; a block scalar ends there already. */
function endOfLine(text: string, position: number): number {
  return text[position - 1] === '\n'
    ? position
    : text.indexOf('\n', position) + 1;
}

/** What some reader of YAML would not show as it is, or take for something else. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;

/** Text as a value on one line: as it is where YAML reads it so, else quoted. */
export function inlineText(value: string): string {
  const plain = stringify({ key: value }, { lineWidth: 0, compat: 'yaml-1.1' });
  return plain === `key: ${value}\n` && !UNSEEN.test(value)
    ? value
    : quotedText(value);
}

/** Text in double quotes, which flow collections and JSON take as well. */
export function quotedText(value: string): string {
  return encoders.yaml(value).text;
}
