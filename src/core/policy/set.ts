import type { Assessment, ChangeAssessment } from '../assessment.ts';
import type { Diagnostic } from '../errors.ts';
import type { JsonObject, Sha256 } from '../json.ts';
import type { Plan } from '../plan.ts';

/** Who has to say yes to a plan, and what the rules find in it. */
export type Judgement = Pick<Assessment, 'requirements' | 'findings'>;

/** What rules judge. `now`: RFC 3339; at the gate GitHub's time, after a landing the time of the landing. */
export type Situation = {
  readonly plan: Plan;
  /** Of the plan's changes. */
  readonly changes: readonly ChangeAssessment[];
  readonly now: string;
  /** The pull request, as `pullView` makes it; null: it is not known here, so that no rule about it is judged. */
  readonly pull: JsonObject | null;
};

/** The policies of one commit, ready to judge: what they say together, in whatever order their files are read. */
export type PolicySet = {
  /** What is wrong with the documents; the set then denies every plan that changes anything. */
  readonly diagnostics: readonly Diagnostic[];
  /** Names the files that make the set; null: there are none. */
  readonly hash: Sha256 | null;
  /** Whether any rule asks about the pull request, so that it has to be read. */
  readonly readsPull: boolean;
  /** Teams that rules name to ask who is in them, each once. */
  readonly teams: readonly string[];
  /** Pure; never edits a plan, never throws, and takes bounded time. */
  readonly judge: (situation: Situation) => Judgement;
};

export const NO_POLICIES: PolicySet = {
  diagnostics: [],
  hash: null,
  readsPull: false,
  teams: [],
  judge: () => ({ requirements: [], findings: [] }),
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
