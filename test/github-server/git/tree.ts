/** A change to one path of a tree: a blob with its mode, or a removal. */
export type TreeChange =
  | { readonly kind: 'put'; readonly path: string; readonly mode: string; readonly sha: string }
  | { readonly kind: 'remove'; readonly path: string };

/** An entry of one tree object. */
export interface RawEntry {
  readonly mode: string;
  readonly name: string;
  readonly sha: string;
}

/** The mode of a directory as tree objects hold it. */
export const treeMode = '40000';

/** Reads the bytes of a tree object. */
export function parseTree(bytes: Buffer): RawEntry[] {
  const entries: RawEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    const space = bytes.indexOf(32, at);
    const end = bytes.indexOf(0, space);
    entries.push({
      mode: bytes.subarray(at, space).toString('utf8'),
      name: bytes.subarray(space + 1, end).toString('utf8'),
      sha: bytes.subarray(end + 1, end + 21).toString('hex'),
    });
    at = end + 21;
  }
  return entries;
}

/** The bytes of a tree object, its entries in git's order: directories as if their names ended with a slash. */
export function formatTree(entries: readonly RawEntry[]): Buffer {
  const key = (entry: RawEntry): Buffer => Buffer.from(entry.mode === treeMode ? `${entry.name}/` : entry.name);
  const sorted = entries.map((entry) => ({ entry, key: key(entry) })).sort((a, b) => Buffer.compare(a.key, b.key));
  return Buffer.concat(
    sorted.flatMap(({ entry }) => [Buffer.from(`${entry.mode} ${entry.name}\0`), Buffer.from(entry.sha, 'hex')]),
  );
}

/** Reads and writes of tree objects that `applyChanges` needs. */
export interface TreeAccess {
  readonly readTree: (sha: string) => Promise<RawEntry[]>;
  readonly writeTree: (entries: readonly RawEntry[]) => Promise<string>;
}

/**
 * Applies changes below one tree and returns the new tree's SHA, or undefined when nothing is left in it.
 * A file replaces a directory of its name and the other way round; a removal of what is not there changes nothing.
 * Throws a RangeError for a path that git would not store (`..`, `.git`, empty parts).
 */
export async function applyChanges(
  access: TreeAccess,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string | undefined> {
  const entries = new Map((base === undefined ? [] : await access.readTree(base)).map((entry) => [entry.name, entry]));
  const below = new Map<string, TreeChange[]>();
  for (const change of changes) {
    const [name = '', ...rest] = change.path.split('/');
    if (name === '' || name === '.' || name === '..' || name.toLowerCase() === '.git') {
      throw new RangeError(`not a path for git: ${JSON.stringify(change.path)}`);
    }
    if (rest.length > 0) {
      below.set(name, [...(below.get(name) ?? []), { ...change, path: rest.join('/') }]);
    } else if (change.kind === 'put') {
      entries.set(name, { name, mode: change.mode, sha: change.sha });
    } else {
      entries.delete(name);
    }
  }
  for (const [name, inner] of below) {
    const existing = entries.get(name);
    const isTree = existing?.mode === treeMode;
    if (!isTree && inner.every((change) => change.kind === 'remove')) continue;
    const sha = await applyChanges(access, isTree ? existing.sha : undefined, inner);
    if (sha === undefined) entries.delete(name);
    else entries.set(name, { name, mode: treeMode, sha });
  }
  return entries.size === 0 ? undefined : access.writeTree([...entries.values()]);
}
