import { isPatternMark, isUnknownMark, type Attributes, type PatternMark } from '../attributes.ts';
import { compareText } from '../address.ts';
import type { Json } from '../json.ts';
import { leavesOf, sameLeaf, type Leaves } from '../leaves.ts';
import type { Change, Step } from '../plan.ts';
import type { Observation, Verdict } from '../ports.ts';

/** What a conflict says of an identity as a whole. */
export const EXISTENCE = { none: 'does not exist', some: 'exists' } as const;

type Mismatch = { readonly pointer: string; readonly planned: Json; readonly found: Json };

/**
 * As a prediction of what was before a write, or of what is after it. A pattern refuses nothing before; after, it must be settled,
 * unless it stood as it is: an object created inside an approved pattern refuses nothing.
 */
type Side = { readonly kind: 'expect' } | { readonly kind: 'result'; readonly from: Attributes | null };

const EXPECT: Side = { kind: 'expect' };

/**
 * What a step may do with what it finds (the table of verdicts): execute on exactly the planned state, skip what is done,
 * and refuse everything else, naming one attribute with its planned and its found value.
 * @param incarnation the object's planned or read-back incarnation; null while it does not exist
 * @param intended whether the ledger holds this apply's intent for the step
 */
export function judgeStep(
  chain: readonly Step[],
  step: Step,
  found: Observation,
  incarnation: string | null,
  intended: boolean,
): Verdict {
  const stranger = step.expect === null ? null : otherIncarnation(found, incarnation);
  if (stranger !== null) return { kind: 'conflict', ...stranger };
  if (isReached(chain, step, found)) {
    const creation = step.expect === null;
    if (creation && !intended)
      return { kind: 'conflict', pointer: '', planned: null, found: 'exists, and was not created by this apply' };
    return { kind: 'already-applied' };
  }
  const mismatch = firstMismatch(step.expect, found.attributes, EXPECT);
  if (mismatch === null) return { kind: 'execute' };
  return isPassed(chain, step, found) ? { kind: 'already-applied' } : { kind: 'conflict', ...mismatch };
}

/** Judges what is found after a write, before it is committed where the system can. */
export function confirmStep(step: Step, found: Observation): Verdict {
  const mismatch = afterwards(step.expect, step.result, found);
  return mismatch === null ? { kind: 'already-applied' } : { kind: 'conflict', ...mismatch };
}

function isReached(chain: readonly Step[], step: Step, found: Observation): boolean {
  if (afterwards(step.expect, step.result, found) === null) return true;
  const later = chain.slice(chain.indexOf(step) + 1).filter((candidate) => sameDomain(candidate, step));
  return later.some((candidate) => afterwards(candidate.expect, candidate.result, found) === null);
}

/**
 * Whether what is found is this step's part of the state once later ones are done, too. Steps that each write one member of a list,
 * and read all of it, do not have the same leaves; those of a later one count where this one reads each of them.
 */
function isPassed(chain: readonly Step[], step: Step, { attributes }: Observation): boolean {
  if (step.expect === null || attributes === null) return false;
  const [reads, leaves] = [readBy(step), leavesOf(attributes)];
  let state = leavesOf(step.expect);
  for (const later of chain.slice(chain.indexOf(step))) {
    if (later.result === null || ![...leavesOfStep(later)].every(reads)) return false;
    state = stateAfter(state, later);
    if (firstLeafMismatch(state, leaves, { kind: 'result', from: later.expect }) === null) return true;
  }
  return false;
}

/** The leaves that a step predicts, and those that would be found in a list of which it predicts all members. */
function readBy(step: Step): (pointer: string) => boolean {
  const own = leavesOfStep(step);
  const lists = [...own].flatMap((pointer) => {
    if (!pointer.endsWith('/others')) return [];
    const says = [step.expect, step.result].map((side) => leavesOf(side).get(pointer));
    return says.every((others) => others === 'remove') ? [`${pointer.slice(0, -'others'.length)}values/`] : [];
  });
  return (pointer) => own.has(pointer) || lists.some((list) => pointer.startsWith(list));
}

function leavesOfStep({ expect, result }: Step): ReadonlySet<string> {
  return new Set([...leavesOf(expect).keys(), ...leavesOf(result).keys()]);
}

/** A later step's result can only be recognised by what this step reads when both read the same. */
function sameDomain(left: Step, right: Step): boolean {
  return domainOf(left) === domainOf(right);
}

function domainOf(step: Step): string {
  return JSON.stringify([...leavesOfStep(step)].sort());
}

function otherIncarnation(found: Observation, incarnation: string | null): Mismatch | null {
  if (incarnation === null || found.attributes === null || found.incarnation === incarnation) return null;
  return { pointer: '/incarnation', planned: incarnation, found: found.incarnation };
}

/**
 * Judges the whole identity before its first write. `begun` says that the ledger knows of a write, or of the intent of a creation:
 * then each step's own verdict decides. Otherwise the identity must be in one of the plan's predicted states.
 */
export function judgeWhole(change: Change, found: Observation, begun: boolean): Verdict {
  if (begun) return { kind: 'execute' };
  const stranger = change.before === null ? null : otherIncarnation(found, change.incarnation);
  if (stranger !== null) return { kind: 'conflict', ...stranger };
  const mismatch = firstMismatch(change.before, found.attributes, EXPECT);
  if (mismatch === null) return { kind: 'execute' };
  if (change.before === null)
    return { kind: 'conflict', pointer: '', planned: null, found: 'exists, and was not created by this apply' };
  return isPredicted(change, found) ? { kind: 'execute' } : { kind: 'conflict', ...mismatch };
}

/** The states between steps: `before` with the leaves that the first steps change. Steps that ran without their receipts leave one of these. */
function isPredicted(change: Change, found: Observation): boolean {
  if (afterwards(change.before, change.after, found) === null) return true;
  const leaves = found.attributes === null ? null : leavesOf(found.attributes);
  let state: Leaves | null = leavesOf(change.before);
  for (const step of change.steps.slice(0, -1)) {
    state = step.result === null ? null : stateAfter(state ?? new Map(), step);
    if (state === null || leaves === null) {
      if (state === leaves) return true;
    } else if (firstLeafMismatch(state, leaves, EXPECT) === null) return true;
  }
  return false;
}

function stateAfter(before: Leaves, step: Step): Leaves {
  const state = new Map(before);
  const [expect, result] = [leavesOf(step.expect), leavesOf(step.result)];
  for (const pointer of expect.keys()) if (!result.has(pointer)) state.delete(pointer);
  for (const [pointer, leaf] of result) state.set(pointer, leaf);
  return state;
}

/** Null when what was found is what was predicted for after a write. */
export function afterwards(
  before: Attributes | null,
  after: Attributes | null,
  { attributes }: Observation,
): Mismatch | null {
  return firstMismatch(after, attributes, { kind: 'result', from: before });
}

/** Null when what was found is what was predicted. An identity that exists never equals one that does not. */
function firstMismatch(planned: Attributes | null, found: Attributes | null, side: Side): Mismatch | null {
  if (planned === null || found === null) {
    if (planned === found) return null;
    const existence = (attributes: Attributes | null) => (attributes === null ? EXISTENCE.none : EXISTENCE.some);
    return { pointer: '', planned: existence(planned), found: existence(found) };
  }
  return firstLeafMismatch(leavesOf(planned), leavesOf(found), side);
}

function firstLeafMismatch(planned: Leaves, found: Leaves, side: Side): Mismatch | null {
  const standing: Leaves = side.kind === 'expect' ? planned : leavesOf(side.from);
  const pointers = [...new Set([...planned.keys(), ...found.keys()])].sort(compareText);
  for (const pointer of pointers) {
    const [left, right] = [planned.get(pointer), found.get(pointer)];
    if (isPatternMark(left) && sameLeaf(left, standing.get(pointer))) continue;
    if (!leafFits(left, right)) return { pointer, planned: left ?? null, found: right ?? null };
  }
  return null;
}

function leafFits(planned: Json | undefined, found: Json | undefined): boolean {
  if (isUnknownMark(planned)) return found !== undefined;
  if (isPatternMark(planned)) return isPatternMark(found) && patternFits(planned, found);
  if (planned === undefined && isPatternMark(found)) return true;
  return sameLeaf(planned, found);
}

function patternFits(planned: PatternMark, found: PatternMark): boolean {
  return found.state === 'empty' || found.state === planned.state;
}
