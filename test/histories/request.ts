import type { Account, Pull } from '../e2e/repository.ts';
import type { Wish } from './subject.ts';

/** Every way in which a pull request reaches the default branch. */
export const METHODS = ['squash', 'rebase', 'merge', 'queue', 'by-hand'] as const;

/** What a history knows of one pull request, told without looking at the program: what has to come of it follows. */
export type Request = {
  readonly pull: Pull;
  readonly branch: string;
  readonly name: string;
  readonly author: Account;
  /** Null: the document goes away. */
  wish: Wish | null;
  /** Who wrote any of it, by login. */
  readonly contributors: Set<string>;
  /** The plan that was last shown; null: nothing was shown since something relevant changed. */
  digest: string | null;
  /** An eligible review of that plan was given, so that none may be asked for again while it stands. */
  approved: boolean;
  vetoer: Account | null;
  /** The head whose check is green. */
  greenHead: string | null;
  state: 'open' | 'landed' | 'applied';
};

/** What the next run has to decide. */
export function expectedDecision({ approved, vetoer }: Request): 'approved' | 'waiting' | 'refused' {
  if (vetoer !== null) return 'refused';
  return approved ? 'approved' : 'waiting';
}
