/**
 * Characters that mean something anywhere in Markdown, and how to write them so
 * that GitHub, Backstage and MkDocs (Python-Markdown) all show the character
 * itself. Python-Markdown honours fewer backslash escapes than CommonMark, so
 * the others are written as entities.
 */
const ANYWHERE: Record<string, string> = {
  '\\': '\\\\',
  '`': '\\`',
  '*': '\\*',
  _: '\\_',
  '[': '\\[',
  ']': '\\]',
  '{': '\\{',
  '}': '\\}',
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '|': '&#124;',
  '~': '&#126;',
  '^': '&#94;',
  $: '&#36;',
};

/** Line starts that would open a heading, list, rule, admonition or block. */
const LINE_START = /^(?:[#+\-=:!?/@]|\d+(?=[.)]))/;

/**
 * Writes text as one line of Markdown that shows exactly that text: no markup,
 * no HTML, no template syntax in it takes effect. Runs of white space become
 * one space, as they would on the page anyway.
 */
export function escapeMarkdown(text: string): string {
  // U+0000 has no place in any text file.
  const line = text.replace(/\0/g, '').replace(/\s+/g, ' ').trim();
  const escaped = line
    .replace(/[\\`*_[\]{}<>&|~^$]/g, char => ANYWHERE[char])
    // `==mark==`, `++key++` and `:emoji:` of the extensions in use.
    .replace(/=(?==)/g, '&#61;')
    .replace(/\+(?=\+)/g, '\\+')
    .replace(/:(?=[\w+\-\\]+:)/g, '&#58;');
  return escaped.replace(LINE_START, start =>
    /^\d/.test(start)
      ? // `1.` starts a list: its mark is what has to lose its meaning.
        `${start.slice(0, -1)}&#${start.charCodeAt(start.length - 1)};`
      : `&#${start.charCodeAt(0)};`,
  );
}
