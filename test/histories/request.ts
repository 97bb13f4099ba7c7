import type { Account, Pull } from '../e2e/repository.ts';
import type { Live, Wish } from './subject.ts';

/** Every way in which a pull request reaches the default branch by itself. */
export const METHODS = ['squash', 'rebase', 'merge', 'queue', 'by-hand'] as const;

/** Whose word counts: billing owns every identity, cleo administers the rules. */
const OWNERS = ['ben', 'dora'];
const ADMINISTRATORS = ['cleo'];

/** What a history knows of one pull request, told without looking at the program: what has to come of it follows. */
export type Request = {
  /** `follow-up`: asks again for what a landing did not do. `remark`: about neither an identity nor the rules. */
  readonly kind: 'identity' | 'rules' | 'remark' | 'follow-up';
  readonly pull: Pull;
  readonly branch: string;
  /** The identity that it is about; of a rule or a remark, its file. */
  readonly name: string;
  readonly author: Account;
  /** Null: the document goes away, or there is none. */
  wish: Wish | null;
  /** Who wrote any of it, by login. */
  readonly contributors: Set<string>;
  /** The plan that was last shown; null: nothing was shown since something relevant changed. */
  digest: string | null;
  /** Whose eligible review of that plan was given, so that none may be asked for again while it stands. */
  approvedBy: string | null;
  vetoer: Account | null;
  /** The head whose check is green. */
  greenHead: string | null;
  /** It points at another branch than the default one. */
  away: boolean;
  /** The document that it changes was changed on the default branch, too, since the two parted. */
  outdated: boolean;
  /** Landed, and what was planned moved in the live system before it was applied. */
  doomed: boolean;
  state: 'open' | 'landed' | 'applied' | 'superseded' | 'refused' | 'closed';
};

export function newRequest(
  given: Pick<Request, 'kind' | 'pull' | 'branch' | 'name' | 'author' | 'wish'> & { readonly by: readonly string[] },
): Request {
  const { by, ...rest } = given;
  return {
    ...rest,
    contributors: new Set(by),
    digest: null,
    approvedBy: null,
    vetoer: null,
    greenHead: null,
    away: false,
    outdated: false,
    doomed: false,
    state: 'open',
  };
}

/** Another plan, or another stretch of time: reviewers have to look again. */
export function voided(request: Request): void {
  request.digest = null;
  request.approvedBy = null;
  request.greenHead = null;
}

/** Whether a plan of it is another one where this lives instead of that. What goes away is disabled, whatever else is true of it. */
export function restsOn({ wish }: Request, before: Live | null, after: Live | null): boolean {
  return before?.enabled !== after?.enabled || (wish !== null && before?.limit !== after?.limit);
}

/** What holds for the repository as a whole. */
export type Situation = {
  /** Rules landed, and no apply has found yet that they were approved. */
  rulesPending: boolean;
  /** Who contributed to what landed about an identity and was not applied, by its name. */
  readonly unapplied: Map<string, Set<string>>;
};

/** Who may still approve, by login. */
export function eligible({ kind, name, contributors }: Request, { unapplied }: Situation): readonly string[] {
  const all = kind === 'rules' ? ADMINISTRATORS : OWNERS;
  return all.filter((login) => !contributors.has(login) && unapplied.get(name)?.has(login) !== true);
}

export type Expected = 'approved' | 'waiting' | 'refused' | 'withheld' | 'unconcerned' | 'ignored';

/** What the next run has to decide. */
export function expectedDecision(request: Request, situation: Situation): Expected {
  const { kind, away, outdated, approvedBy, vetoer } = request;
  if (away) return 'ignored';
  if (kind === 'remark') return 'unconcerned';
  if (situation.rulesPending) return 'withheld';
  if (outdated || vetoer !== null) return 'refused';
  if (approvedBy !== null) return 'approved';
  return eligible(request, situation).length === 0 ? 'refused' : 'waiting';
}
