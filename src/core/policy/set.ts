import type { Assessment, ChangeAssessment } from '../assessment.ts';
import type { Diagnostic } from '../errors.ts';
import type { Sha256 } from '../json.ts';
import type { Plan } from '../plan.ts';
import { NO_COVERAGE, type Coverage } from './coverage.ts';

/** Who has to say yes to a plan, and what the rules find in it. */
export type Judgement = Pick<Assessment, 'requirements' | 'findings'>;

/** What rules judge. `now`: RFC 3339; at the gate GitHub's time, after a landing the time of the landing. */
export type Situation = {
  readonly plan: Plan;
  /** Of the plan's changes. */
  readonly changes: readonly ChangeAssessment[];
  readonly now: string;
};

/** The policies of one commit, ready to judge: what they say together, in whatever order their files are read. */
export type PolicySet = {
  /** What is wrong with the documents; the set then denies every plan that changes anything. */
  readonly diagnostics: readonly Diagnostic[];
  /** Names the files that make the set; null: there are none. */
  readonly hash: Sha256 | null;
  /** Pure; never edits a plan, never throws, and takes bounded time. */
  readonly judge: (situation: Situation) => Judgement;
  /** Which controls its rules serve, and how many of these changes each rule is about. */
  readonly coverage: (changes: Plan['changes']) => Coverage;
};

export const NO_POLICIES: PolicySet = {
  diagnostics: [],
  hash: null,
  judge: () => ({ requirements: [], findings: [] }),
  coverage: () => NO_COVERAGE,
};

/** What is wrong with the policies of a head and not with those where it parted from the base, so that mending one is never refused. */
export function newlyWrong(before: PolicySet, after: PolicySet): readonly Diagnostic[] {
  const known = new Set(before.diagnostics.map(keyOf));
  return after.diagnostics.filter((diagnostic) => !known.has(keyOf(diagnostic)));
}

/** By a cause without lines and counts, which move as a part of what is wrong is mended. */
function keyOf({ code, cause, location }: Diagnostic): string {
  return `${location?.path}\n${code}\n${cause}`;
}
