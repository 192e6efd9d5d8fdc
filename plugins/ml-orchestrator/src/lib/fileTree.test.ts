import { fileTree } from './fileTree';

const names = (nodes: ReturnType<typeof fileTree>): unknown[] =>
  nodes.map(({ name, children }) =>
    children ? [name, ...names(children)] : name,
  );

describe('fileTree', () => {
  it('nests files by folder, folders first', () => {
    const files = ['a.md', 'src/b/c.py', 'src/a.py', '.github/x.yml', 'srcs'];
    expect(names(fileTree(files.map(path => ({ path }))))).toEqual([
      ['.github', 'x.yml'],
      ['src', ['b', 'c.py'], 'a.py'],
      'a.md',
      'srcs',
    ]);
  });

  it('keeps the files, with their whole paths', () => {
    const file = { path: 'a/b.md' };
    const [folder] = fileTree([file]);
    expect(folder).toMatchObject({ path: 'a' });
    expect(folder.children).toEqual([{ name: 'b.md', path: 'a/b.md', file }]);
  });

  it('is empty without files', () => {
    expect(fileTree([])).toEqual([]);
  });
});
