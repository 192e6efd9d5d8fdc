const LANGUAGES: Record<string, string> = {
  py: 'python',
  ts: 'typescript',
  json: 'json',
  md: 'markdown',
  yml: 'yaml',
  yaml: 'yaml',
  toml: 'ini',
  ini: 'ini',
  mk: 'makefile',
  Makefile: 'makefile',
};

/** The language in which a file is coloured; `text` for those without. */
export function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return LANGUAGES[name] ?? LANGUAGES[name.split('.').at(-1)!] ?? 'text';
}
