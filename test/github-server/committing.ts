import { noreply, type Account } from './accounts.ts';
import type { Signature } from './git/identity.ts';
import { absent } from './git/store.ts';
import type { TreeChange } from './git/tree.ts';
import type { Repository } from './repository.ts';

/** What stands at a path: text or bytes, an executable, a symbolic link, a submodule, or nothing any more. */
export type FileContent =
  | string
  | Buffer
  | null
  | { readonly executable: string }
  | { readonly link: string }
  | { readonly submodule: string };

/** A commit to make on top of `parents`. */
export interface CommitInput {
  readonly files: Readonly<Record<string, FileContent>>;
  readonly message?: string;
  readonly by: Account;
  /** Overrides the author's name and address: an unlinked address, another person. */
  readonly author?: { readonly name: string; readonly email: string };
  readonly committer?: { readonly name: string; readonly email: string };
  readonly coAuthors?: readonly { readonly name: string; readonly email: string }[];
  /** Commit dates claim whatever the committer wants; by default the server's time. */
  readonly date?: Date;
  /** Start from nothing instead of the parent's tree. */
  readonly orphan?: boolean;
}

/** Writes a commit and returns its SHA; no ref moves. */
export async function writeCommit(
  repository: Repository,
  parents: readonly string[],
  input: CommitInput,
): Promise<string> {
  const { git, world } = repository;
  const changes = await Promise.all(
    Object.entries(input.files).map(([path, content]) => change(repository, path, content)),
  );
  const tree = await git.writeTree(input.orphan === true ? undefined : parents[0], changes);
  const seconds = input.date === undefined ? world.clock.seconds() : Math.floor(input.date.getTime() / 1000);
  const self = { name: input.by.name ?? input.by.login, email: primaryAddress(input.by) };
  const trailers = (input.coAuthors ?? []).map((person) => `Co-authored-by: ${person.name} <${person.email}>`);
  const message = [input.message ?? `Change ${Object.keys(input.files).join(', ')}`, trailers.join('\n')];
  const stamp = (person: { name: string; email: string }): Signature => ({ ...person, seconds });
  return git.writeCommit({
    tree,
    parents,
    author: stamp(input.author ?? self),
    committer: stamp(input.committer ?? input.author ?? self),
    message: `${message.filter((part) => part !== '').join('\n\n')}\n`,
  });
}

/** The address under which an account commits. */
function primaryAddress(account: Account): string {
  return account.emails[0] ?? noreply(account);
}

async function change(repository: Repository, path: string, content: FileContent): Promise<TreeChange> {
  if (content === null) return { kind: 'remove', path };
  if (typeof content === 'string' || Buffer.isBuffer(content)) return put(repository, path, '100644', content);
  if ('executable' in content) return put(repository, path, '100755', content.executable);
  if ('link' in content) return put(repository, path, '120000', content.link);
  return { kind: 'put', path, mode: '160000', sha: content.submodule === '' ? absent : content.submodule };
}

async function put(repository: Repository, path: string, mode: string, content: string | Buffer): Promise<TreeChange> {
  return { kind: 'put', path, mode, sha: await repository.git.writeBlob(content) };
}
