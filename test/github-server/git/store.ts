import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { formatCommit, parseCommit, type Commit, type CommitDraft } from './commit.ts';

/** Failure of the git program: what was run and what it said. */
export class GitFailure extends Error {
  readonly exitCode: number | string | undefined;

  constructor(args: readonly string[], exitCode: number | string | undefined, stderr: string) {
    super(`git ${args.join(' ')} ended with ${exitCode ?? 'a signal'}: ${stderr.trim()}`);
    this.name = 'GitFailure';
    this.exitCode = exitCode;
  }
}

/** An entry of a tree: `mode` as git writes it (`100644`, `100755`, `120000`, `040000`, `160000`). */
export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  /** Bytes, for blobs. */
  readonly size: number | undefined;
}

/** A change to one path of a tree: a blob with its mode, or a removal. */
export type TreeChange =
  | { readonly kind: 'put'; readonly path: string; readonly mode: string; readonly sha: string }
  | { readonly kind: 'remove'; readonly path: string };

export const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
export const absent = '0000000000000000000000000000000000000000';

/** A bare repository on disk, reached through the git program. Objects and refs are git's own. */
export class GitStore {
  readonly directory: string;
  #scratch = 0;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** Creates an empty bare repository whose HEAD names `defaultBranch`. */
  static async init(directory: string, defaultBranch: string): Promise<GitStore> {
    await mkdir(directory, { recursive: true });
    const store = new GitStore(directory);
    await store.run(['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`]);
    // The empty tree is known to git but absent from the object database of a new repository.
    await store.run(['mktree', '-z'], { input: Buffer.alloc(0) });
    return store;
  }

  /** Runs git on this repository and returns its standard output. Rejects with GitFailure. */
  run(
    args: readonly string[],
    options: { input?: Buffer | string; env?: Readonly<Record<string, string>> } = {},
  ): Promise<Buffer> {
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    const child = execFile(
      'git',
      ['--git-dir', this.directory, ...args],
      { env: gitEnvironment(options.env), maxBuffer: 2 ** 30, encoding: 'buffer' },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new GitFailure(args, error.code ?? undefined, stderr.toString('utf8')));
      },
    );
    // git may end before it has read its input; its exit code says what matters.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input ?? '');
    return promise;
  }

  /** Like `run`, as text without the trailing newline. */
  async text(args: readonly string[], options: { input?: Buffer | string } = {}): Promise<string> {
    return (await this.run(args, options)).toString('utf8').replace(/\n$/, '');
  }

  async writeBlob(content: Buffer | string): Promise<string> {
    return this.text(['hash-object', '-w', '--stdin'], { input: content });
  }

  async writeCommit(draft: CommitDraft): Promise<string> {
    return this.text(['hash-object', '-t', 'commit', '-w', '--stdin'], { input: formatCommit(draft) });
  }

  /** Writes the tree that results from applying `changes` to `base`. */
  async writeTree(base: string | undefined, changes: readonly TreeChange[]): Promise<string> {
    this.#scratch += 1;
    const env = { GIT_INDEX_FILE: `${this.directory}/scratch-index-${this.#scratch}` };
    await this.run(base === undefined ? ['read-tree', '--empty'] : ['read-tree', base], { env });
    const lines = changes.map((change) =>
      change.kind === 'remove' ? `0 ${absent}\t${change.path}\0` : `${change.mode} ${change.sha}\t${change.path}\0`,
    );
    await this.run(['update-index', '-z', '--index-info'], { env, input: lines.join('') });
    return (await this.run(['write-tree'], { env })).toString('utf8').trim();
  }

  /** Entries of a tree, or undefined when `treeish` names none. Recursive listings include the trees. */
  async listTree(treeish: string, depth: 'flat' | 'recursive'): Promise<TreeEntry[]> {
    const deep = depth === 'recursive' ? ['-r', '-t'] : [];
    const output = (await this.run(['ls-tree', '-z', '-l', ...deep, treeish])).toString('utf8');
    return output
      .split('\0')
      .filter((line) => line !== '')
      .map(parseTreeLine);
  }

  /** Type and bytes of an object, or undefined when there is none of that name. */
  async read(name: string): Promise<{ sha: string; type: string; bytes: Buffer } | undefined> {
    const [object] = await this.readAll([name]);
    return object;
  }

  /** Reads many objects by one git process, in the order asked; undefined where there is none. */
  async readAll(names: readonly string[]): Promise<({ sha: string; type: string; bytes: Buffer } | undefined)[]> {
    if (names.some((name) => /[\n\0]/.test(name))) return names.map(() => undefined);
    const output = await this.run(['cat-file', '--batch'], { input: names.map((name) => `${name}\n`).join('') });
    let at = 0;
    return names.map(() => {
      const end = output.indexOf(10, at);
      const header = output.subarray(at, end).toString('utf8');
      const match = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(header);
      at = end + 1;
      if (match === null) return undefined;
      const [, sha = '', type = '', size] = match;
      const bytes = output.subarray(at, at + Number(size));
      at += Number(size) + 1;
      return { sha, type, bytes };
    });
  }

  /** The commit that `name` (a SHA, branch or ref) resolves to, or undefined. */
  async commit(name: string): Promise<Commit | undefined> {
    const object = await this.read(`${name}^{commit}`);
    return object === undefined ? undefined : parseCommit(object.sha, object.bytes);
  }

  async commits(shas: readonly string[]): Promise<Commit[]> {
    const objects = await this.readAll(shas);
    return objects.flatMap((object) => (object?.type === 'commit' ? [parseCommit(object.sha, object.bytes)] : []));
  }

  /** The object a fully qualified ref points at, or undefined. */
  async ref(name: string): Promise<string | undefined> {
    const found = await this.refs(name);
    return found.find((ref) => ref.name === name)?.sha;
  }

  /** Refs whose full name begins with `prefix`, sorted by name. */
  async refs(prefix: string): Promise<{ name: string; sha: string; type: string }[]> {
    const output = await this.text(['for-each-ref', '--format=%(refname)%00%(objectname)%00%(objecttype)']);
    return output.split('\n').flatMap((line) => {
      const [name = '', sha = '', type = ''] = line.split('\0');
      return sha !== '' && name.startsWith(prefix) ? [{ name, sha, type }] : [];
    });
  }

  /** Moves, creates or (with `undefined`) deletes a ref. */
  async setRef(name: string, sha: string | undefined): Promise<void> {
    await this.run(sha === undefined ? ['update-ref', '-d', name] : ['update-ref', name, sha]);
  }
}

function parseTreeLine(line: string): TreeEntry {
  const match = /^(\d{6}) (blob|tree|commit) ([0-9a-f]{40}) +(\d+|-)\t([\s\S]+)$/.exec(line);
  if (match === null) throw new Error(`not a line of ls-tree: ${JSON.stringify(line)}`);
  const [, mode = '', type = '', sha = '', size = '', path = ''] = match;
  if (type !== 'blob' && type !== 'tree' && type !== 'commit') throw new Error(`not an object type: ${type}`);
  return { path, mode, type, sha, size: size === '-' ? undefined : Number(size) };
}

/** Nothing of the machine's own git configuration reaches the server's repositories. */
function gitEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_COMMITTER_NAME: 'server',
    GIT_COMMITTER_EMAIL: 'server@localhost',
    GIT_AUTHOR_NAME: 'server',
    GIT_AUTHOR_EMAIL: 'server@localhost',
    GIT_AUTHOR_DATE: '0 +0000',
    GIT_COMMITTER_DATE: '0 +0000',
    LC_ALL: 'C',
    ...extra,
  };
}
