import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { formatCommit, parseCommit, type Commit, type CommitDraft } from './commit.ts';
import { directoryAt, listEntries, type TreeEntry } from './listing.ts';
import { writeLoose } from './loose.ts';
import { ObjectReader, type GitObject } from './reader.ts';
import { deleteLooseRef, refNames, writeRef } from './refs.ts';
import { applyChanges, formatTree, parseTree, type RawEntry, type TreeChange } from './tree.ts';

/** Failure of the git program: what was run and what it said. */
export class GitFailure extends Error {
  readonly exitCode: number | string | undefined;

  constructor(args: readonly string[], exitCode: number | string | undefined, stderr: string) {
    super(`git ${args.join(' ')} ended with ${exitCode ?? 'a signal'}: ${stderr.trim()}`);
    this.name = 'GitFailure';
    this.exitCode = exitCode;
  }
}

export const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
export const absent = '0000000000000000000000000000000000000000';

/**
 * A bare repository on disk. Objects and refs are git's own, and the git program does what is more than reading and writing them:
 * starting it takes tens of milliseconds from a large process.
 */
export class GitStore {
  readonly directory: string;
  readonly #reader: ObjectReader;
  readonly #commits = new Map<string, Commit>();
  readonly #results = new Map<string, unknown>();

  constructor(directory: string) {
    this.directory = directory;
    this.#reader = new ObjectReader(directory, gitEnvironment());
  }

  /** Creates an empty bare repository whose HEAD names `defaultBranch`. */
  static async init(directory: string, defaultBranch: string): Promise<GitStore> {
    await mkdir(directory, { recursive: true });
    const store = new GitStore(directory);
    await store.run(['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`]);
    // The empty tree is known to git but absent from the object database of a new repository.
    await writeLoose(directory, 'tree', Buffer.alloc(0));
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

  /** Ends the process that reads objects. */
  close(): Promise<void> {
    return this.#reader.close();
  }

  /** A result that depends on nothing but the objects that `key` names, computed once. */
  remember<T>(key: string, compute: () => Promise<T>): Promise<T> {
    const known = this.#results.get(key) as Promise<T> | undefined;
    const result = known ?? compute();
    this.#results.set(key, result);
    return result;
  }

  writeBlob(content: Buffer | string): Promise<string> {
    return writeLoose(this.directory, 'blob', Buffer.from(content));
  }

  writeCommit(draft: CommitDraft): Promise<string> {
    return writeLoose(this.directory, 'commit', formatCommit(draft));
  }

  /** Writes the tree that results from applying `changes` to the tree of `base`. Throws a RangeError for impossible paths. */
  async writeTree(base: string | undefined, changes: readonly TreeChange[]): Promise<string> {
    const root = base === undefined ? undefined : await this.read(`${base}^{tree}`);
    if (base !== undefined && root === undefined) throw new RangeError(`no tree is named ${base}`);
    const access = {
      readTree: async (sha: string) => parseTree((await this.read(sha))?.bytes ?? Buffer.alloc(0)),
      writeTree: (entries: readonly RawEntry[]) => writeLoose(this.directory, 'tree', formatTree(entries)),
    };
    return (await applyChanges(access, root?.sha, changes)) ?? emptyTree;
  }

  /** Entries of a tree: of a commit, of the tree itself, or of a directory as `commit:path`. Recursive listings include the trees. */
  async listTree(treeish: string, depth: 'flat' | 'recursive'): Promise<TreeEntry[]> {
    const [name = '', ...path] = treeish.split(':');
    const root = await this.read(`${name}^{tree}`);
    if (root === undefined) throw new RangeError(`no tree is named ${name}`);
    const read = (sha: string) => this.read(sha);
    return await listEntries(read, await directoryAt(read, root.sha, path.join(':')), depth);
  }

  /** Type and bytes of an object, or undefined when there is none of that name. */
  read(name: string): Promise<GitObject | undefined> {
    return this.#reader.read(name);
  }

  /** The commit that `name` (a SHA, branch or ref) resolves to, or undefined. */
  async commit(name: string): Promise<Commit | undefined> {
    const known = this.#commits.get(name);
    if (known !== undefined) return known;
    const object = await this.read(`${name}^{commit}`);
    if (object === undefined) return undefined;
    const commit = this.#commits.get(object.sha) ?? parseCommit(object.sha, object.bytes);
    this.#commits.set(object.sha, commit);
    return commit;
  }

  /** The commits of those names, in that order; names that mean none are left out. */
  async commits(shas: readonly string[]): Promise<Commit[]> {
    const found = await Promise.all(shas.map((sha) => this.commit(sha)));
    return found.filter((commit) => commit !== undefined);
  }

  /** The object a fully qualified ref points at, or undefined. Expressions on refs are no refs. */
  async ref(name: string): Promise<string | undefined> {
    if (!/^refs\/[^\s~^:?*[\\]+$/.test(name) || name.includes('..') || name.includes('@{')) return undefined;
    return (await this.read(name))?.sha;
  }

  /** Refs whose full name begins with `prefix`, sorted by name. */
  async refs(prefix: string): Promise<{ name: string; sha: string; type: string }[]> {
    const names = (await refNames(this.directory)).filter((name) => name.startsWith(prefix));
    const objects = await Promise.all(names.map((name) => this.read(name)));
    return names.flatMap((name, index) => {
      const object = objects[index];
      return object === undefined ? [] : [{ name, sha: object.sha, type: object.type }];
    });
  }

  /** Moves, creates or (with `undefined`) deletes a ref. */
  async setRef(name: string, sha: string | undefined): Promise<void> {
    if (sha === undefined) {
      if (!(await deleteLooseRef(this.directory, name))) await this.run(['update-ref', '-d', name]);
      return;
    }
    if ((await this.read(sha)) === undefined) throw new RangeError(`${name} cannot name ${sha}, which does not exist`);
    await writeRef(this.directory, name, sha);
  }
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
