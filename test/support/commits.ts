import { sha256 } from '../../src/core/digest.ts';
import type { CountersignError } from '../../src/core/errors.ts';
import type { Contents } from '../../src/github/contents.ts';
import type { Tree } from '../../src/github/tree.ts';

/** The text of each file by path; an error: the commit cannot be read. */
export type Commit = Readonly<Record<string, string>> | CountersignError;

/** What stands in a repository, from memory: its commits by name. One that is not there is a mistake of the test. */
export function commitsOf(commits: Readonly<Record<string, Commit>>): Contents {
  const texts = new Map<string, string>();
  return {
    tree: (name) => {
      const commit = commits[name];
      if (commit === undefined) return Promise.reject(new TypeError(`There is no commit ${name}.`));
      return commit instanceof Error ? Promise.reject(commit) : Promise.resolve(treeOf(commit, texts));
    },
    inputs: (tree, matches) => {
      const inputs = [...tree.values()]
        .filter(({ path }) => matches(path))
        .map(({ path, sha }) => ({ path, bytes: Buffer.from(texts.get(sha) ?? '') }));
      return Promise.resolve({ inputs, diagnostics: [] });
    },
  };
}

function treeOf(files: Exclude<Commit, CountersignError>, texts: Map<string, string>): Tree {
  return new Map(
    Object.entries(files)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([path, text]) => {
        const sha = sha256(text);
        texts.set(sha, text);
        return [path, { path, sha, mode: '100644', kind: 'file' as const, size: text.length }];
      }),
  );
}
