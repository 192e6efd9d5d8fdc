import type { EntityRow } from './tables';

const COLUMNS: [string, (row: EntityRow) => string | null][] = [
  ['entityRef', row => row.entity_ref],
  ['name', row => row.name],
  ['title', row => row.title],
  ['owner', row => row.owner],
  ['system', row => row.system],
  ['type', row => row.type],
  ['orchestrator', row => row.orchestrator],
  ['decidedBy', row => row.decided_by],
  ['overrideReason', row => row.override_reason],
  ['decidedOn', row => row.decided_on],
  ['verdict', row => row.verdict],
  ['wouldChoose', row => row.would_choose],
  ['verdictSince', row => row.verdict_since],
  ['answers', row => row.answers],
];

/** The first line of the file. */
export function csvHeader(): string {
  return line(COLUMNS.map(([name]) => name));
}

/** A pipeline as a line of the file. */
export function csvLine(row: EntityRow): string {
  return line(COLUMNS.map(([, value]) => value(row) ?? ''));
}

function line(values: string[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/**
 * One cell. Spreadsheets take text that starts with one of these characters for a
 * formula; behind an apostrophe it is text.
 */
function cell(value: string): string {
  const disarmed = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(disarmed)
    ? `"${disarmed.replaceAll('"', '""')}"`
    : disarmed;
}
