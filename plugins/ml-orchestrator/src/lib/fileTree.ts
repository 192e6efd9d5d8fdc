/** A folder of a repository, or a file in it. */
export interface FileNode<T> {
  /** The last part of the path. */
  name: string;
  path: string;
  /** What is in a folder: folders first, each by name. Absent for a file. */
  children?: FileNode<T>[];
  /** Absent for a folder. */
  file?: T;
}

/** Nests files by the folders in their paths. */
export function fileTree<T extends { path: string }>(
  files: T[],
  folder = '',
): FileNode<T>[] {
  const within = files.filter(({ path }) => path.startsWith(folder));
  const names = new Set(
    within.map(({ path }) => path.slice(folder.length).split('/')[0]),
  );
  return [...names]
    .map(name => {
      const path = folder + name;
      const file = within.find(candidate => candidate.path === path);
      return file
        ? { name, path, file }
        : { name, path, children: fileTree(within, `${path}/`) };
    })
    .sort(
      (a, b) =>
        Number(Boolean(b.children)) - Number(Boolean(a.children)) ||
        (a.name < b.name ? -1 : 1),
    );
}
