import { escapeMarkdown } from 'backstage-plugin-ml-orchestrator-common';

/** A file of the folder with the decision records. */
export interface RecordFile {
  name: string;
  text: string;
}

/** The record of a decision, and which files of the folder that adds or changes. */
export interface RecordPlan {
  name: string;
  changes: RecordFile[];
}

const NUMBER = /^(\d+)-.*\.md$/;
const OWN_NAME = /^\d+-orchestrator\.md$/;
const DATE = /^- Date: .*\r?\n/m;
const ACCEPTED = /^- Status: accepted(?=\r?$)/m;

/**
 * Gives a decision's record the next free number, and marks those that it replaces:
 * earlier ones about the same subject. A record that is there already, of whatever
 * day, is not written again.
 */
export function planDecisionRecord(
  files: RecordFile[],
  record: { text: string; subject: string },
): RecordPlan {
  const wanted = record.text.replace(DATE, '');
  const same = files.find(
    ({ name, text }) =>
      OWN_NAME.test(name) && text.replace(DATE, '') === wanted,
  );
  if (same) {
    return { name: same.name, changes: [] };
  }
  const numbers = files.map(({ name }) => Number(NUMBER.exec(name)?.[1] ?? 0));
  const next = Math.max(0, ...numbers) + 1;
  const name = `${String(next).padStart(4, '0')}-orchestrator.md`;
  const superseded = `- Status: superseded by [${name}](${name})`;
  const replaced = files
    .filter(
      file =>
        OWN_NAME.test(file.name) &&
        ACCEPTED.test(file.text) &&
        isAbout(file, record.subject),
    )
    .map(file => ({
      name: file.name,
      text: file.text.replace(ACCEPTED, superseded),
    }));
  return { name, changes: [{ name, text: record.text }, ...replaced] };
}

function isAbout({ text }: RecordFile, subject: string): boolean {
  const [heading] = text.split(/\r?\n/, 1);
  return heading.endsWith(` for ${escapeMarkdown(subject)}`);
}
