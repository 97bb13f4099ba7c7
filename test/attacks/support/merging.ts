import type { Estate } from '../../e2e/estate.ts';
import type { Pull } from '../../e2e/repository.ts';

/** A merge commit of the head whose tree holds what the merger likes, pushed to the default branch. */
export async function mergeWith({ team }: Estate, pull: Pull, files: Readonly<Record<string, string>>): Promise<void> {
  const { repository, ana } = team;
  const { git } = repository.repository;
  const branch = `scratch-${pull.number}`;
  const base = await repository.head();
  const tree = (await git.commit(await repository.push({ as: ana, branch, from: base, files })))?.tree ?? '';
  const person = { name: 'ana', email: ana.emails[0] ?? '', seconds: 1_800_000_000 };
  const parents = [base, pull.head.sha];
  const sha = await git.writeCommit({ tree, parents, author: person, committer: person, message: 'Merge\n' });
  team.server.advanceClock(2);
  await repository.pushCommit({ as: ana, branch: 'main', sha });
}
