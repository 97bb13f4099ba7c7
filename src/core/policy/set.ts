import type { SourceAccess } from '../access/assessed.ts';
import type { Assessment, ChangeAssessment } from '../assessment.ts';
import type { Diagnostic } from '../errors.ts';
import type { JsonObject, Sha256 } from '../json.ts';
import type { Plan } from '../plan.ts';
import { NO_COVERAGE, type Coverage } from './coverage.ts';
import type { Matched } from './match.ts';

/** Who has to say yes to a plan, what the rules find in it, and what of it exceptions lift. */
export type Judgement = Pick<Assessment, 'requirements' | 'findings' | 'exceptions'>;

/** What rules judge. `now`: RFC 3339; at the gate GitHub's time, after a landing the time of the landing. */
export type Situation = {
  readonly plan: Plan;
  /** Of the plan's changes. */
  readonly changes: readonly ChangeAssessment[];
  readonly access: readonly SourceAccess[];
  readonly now: string;
  /** The pull request, as `pullView` makes it; null: it is not known here, so that no rule about it is judged. */
  readonly pull: JsonObject | null;
};

/** The policies of one commit, ready to judge: what they say together, in whatever order their files are read. */
export type PolicySet = {
  /** What is wrong with the documents; where it is wrong with a policy, the set denies every plan that changes anything. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong with exceptions on a day. @param now RFC 3339 */
  readonly untimely: (now: string) => readonly Diagnostic[];
  /** Names the files that make the set; null: there are none. */
  readonly hash: Sha256 | null;
  /** Whether any rule asks about the pull request, so that it has to be read. */
  readonly readsPull: boolean;
  /** Teams that rules name to ask who is in them, each once. */
  readonly teams: readonly string[];
  /** Pure; never edits a plan, never throws, and takes bounded time. */
  readonly judge: (situation: Situation) => Judgement;
  /** Which controls its rules serve, and how many of these changes each rule is about. @param labels of the pull request, as for `Matched` */
  readonly coverage: (changes: Plan['changes'], labels: Matched['labels']) => Coverage;
};

export const NOTHING_SAID: Judgement = { requirements: [], findings: [], exceptions: [] };

export const NO_POLICIES: PolicySet = {
  diagnostics: [],
  untimely: () => [],
  hash: null,
  readsPull: false,
  teams: [],
  judge: () => NOTHING_SAID,
  coverage: () => NO_COVERAGE,
};

/**
 * What is wrong with the policies of a head and not with those where it parted from the base, so that mending one is never refused.
 * @param now RFC 3339
 */
export function newlyWrong(before: PolicySet, after: PolicySet, now: string): readonly Diagnostic[] {
  const known = new Set([...before.diagnostics, ...before.untimely(now)].map(keyOf));
  return [...after.diagnostics, ...after.untimely(now)].filter((diagnostic) => !known.has(keyOf(diagnostic)));
}

/** By a cause without lines and counts, which move as a part of what is wrong is mended. */
function keyOf({ code, cause, location }: Diagnostic): string {
  return `${location?.path}\n${code}\n${cause}`;
}
