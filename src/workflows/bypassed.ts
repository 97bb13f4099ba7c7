import type { ContributorFacts } from '../core/approval/facts.ts';
import type { Involved } from '../core/ledger/bodies.ts';
import { contributorsAcross, contributorsOf } from '../github/contributors.ts';
import { repositoryFacts, type Repository } from '../github/repository.ts';
import { sendersIn } from './approval-facts.ts';
import type { Unapproved } from './governance.ts';
import type { Landing } from './landings.ts';
import type { Ledger } from './ledger.ts';
import { ownWrites } from './own-writes.ts';

/** Whether something that nobody approved stays when a landing leaves these rule files other than the approved ones. */
export function ratifiesForeign(unapproved: Unapproved | null, left: readonly string[]): boolean {
  return unapproved !== null && left.some((path) => unapproved.paths.includes(path));
}

/** Who contributed to what landed, in whichever way; whoever merged the base into it, too, as its inputs are not compared. */
export async function involvedIn(
  { repository, ledger }: { readonly repository: Repository; readonly ledger: Ledger },
  { pull, before, commit }: Landing,
): Promise<Involved> {
  if (pull === null) {
    const { defaultBranch: branch } = await repositoryFacts(repository);
    return asInvolved(await contributorsAcross(repository, { branch, before, commit }));
  }
  const senders = sendersIn(await ledger.entries(pull.number));
  const own = await ownWrites({ repository, ledger }, pull, []);
  const isClean = (): Promise<boolean> => Promise.resolve(false);
  return asInvolved(await contributorsOf(repository, { pull, senders, isClean, own }));
}

/** Everyone of both, each once. */
export function together(left: Involved | null, right: Involved | null): Involved | null {
  if (left === null || right === null) return left ?? right;
  const all = new Map([...left.contributors, ...right.contributors].map((actor) => [actor.id, actor]));
  return { contributors: [...all.values()], incomplete: left.incomplete ?? right.incomplete };
}

/** As the ledger keeps it. */
export function asInvolved({ contributors, incomplete }: ContributorFacts): Involved {
  const known = contributors.flatMap(({ person }) => person ?? []);
  return {
    contributors: known.map(({ id, login }) => ({ id, login })),
    incomplete: incomplete?.code ?? (known.length < contributors.length ? 'contributor-unknown' : null),
  };
}
