import type { Estate } from '../../e2e/estate.ts';
import type { Account, Pull } from '../../e2e/repository.ts';

type Files = Readonly<Record<string, string | null>>;

/** A commit whose tree is that of another one with other files in it, whatever its parents hold. */
export type Handmade = {
  readonly as: Account;
  readonly parents: readonly string[];
  readonly tree: string;
  readonly files?: Files;
};

/** Written with git, and on no branch yet. */
export async function handmade({ team }: Estate, { as, parents, tree, files = {} }: Handmade): Promise<string> {
  const { repository, cleo } = team;
  const { git, activity } = repository.repository;
  const branch = `scratch-${activity.length}`;
  await repository.pushCommit({ as: cleo, branch, sha: tree });
  const filled = Object.keys(files).length === 0 ? tree : await repository.push({ as: cleo, branch, files });
  await repository.deleteBranch({ as: cleo, branch });
  const person = { name: as.login, email: as.emails[0] ?? '', seconds: 1_800_000_000 };
  const written = { author: person, committer: person, message: "Merge branch 'main'\n" };
  return await git.writeCommit({ tree: (await git.commit(filled))?.tree ?? '', parents, ...written });
}

/** A merge commit of the head whose tree holds what the merger likes, pushed to the default branch. */
export async function mergeWith(estate: Estate, pull: Pull, files: Files): Promise<void> {
  const { repository, ana } = estate.team;
  const base = await repository.head();
  const sha = await handmade(estate, { as: ana, parents: [base, pull.head.sha], tree: base, files });
  estate.team.server.advanceClock(2);
  await repository.pushCommit({ as: ana, branch: 'main', sha });
}
