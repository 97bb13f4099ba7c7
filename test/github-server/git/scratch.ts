import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitStore } from './store.ts';
import type { TreeChange } from './tree.ts';

/** Who writes and commits in these tests. */
export const person = { name: 'Ana Ruiz', email: 'ana@example.com', seconds: 1_767_603_600 };

/** A repository of a test file's own, with short ways to put objects into it. */
export interface Scratch {
  readonly git: GitStore;
  readonly directory: string;
  readonly put: (path: string, text: string, mode?: string) => Promise<TreeChange>;
  readonly tree: (files: Readonly<Record<string, string>>) => Promise<string>;
  readonly commit: (files: Readonly<Record<string, string>>, parents?: readonly string[]) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Makes an empty bare repository, gone once it is closed. */
export async function scratch(): Promise<Scratch> {
  const directory = await mkdtemp(join(tmpdir(), 'git-store-'));
  const git = await GitStore.init(join(directory, 'r.git'), 'main');
  const put = async (path: string, text: string, mode = '100644'): Promise<TreeChange> => {
    return { kind: 'put', path, mode, sha: await git.writeBlob(text) };
  };
  const tree = async (files: Readonly<Record<string, string>>): Promise<string> =>
    git.writeTree(undefined, await Promise.all(Object.entries(files).map(([path, text]) => put(path, text))));
  const commit = async (files: Readonly<Record<string, string>>, parents: readonly string[] = []): Promise<string> =>
    git.writeCommit({ tree: await tree(files), parents, author: person, committer: person, message: 'm' });
  const close = async (): Promise<void> => {
    await git.close();
    await rm(directory, { recursive: true });
  };
  return { git, directory, put, tree, commit, close };
}
