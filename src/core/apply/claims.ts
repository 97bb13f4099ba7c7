import { adoptionOf, claimReason } from '../adoption.ts';
import { leavesOf } from '../leaves.ts';
import type { Change } from '../plan.ts';
import type { Observation, Verdict } from '../ports.ts';

/**
 * What a step may do once another tool's claim on what it finds counts, too: a plan was made of an object that nobody else manages, or
 * that its document adopts from the one that does. A mark as the plan itself writes it is no claim of anybody else.
 */
export function judgeClaim(
  { metadata, after }: Pick<Change, 'metadata' | 'after'>,
  { managedBy }: Observation,
  verdict: Verdict,
): Verdict {
  if (verdict.kind !== 'execute' || managedBy === undefined) return verdict;
  const { pointer, value } = managedBy;
  if (pointer !== undefined && value !== undefined && leavesOf(after).get(pointer) === value) return verdict;
  const reason = claimReason(adoptionOf({ managedBy }, metadata));
  if (reason === null) return verdict;
  const adopts = (metadata.after ?? metadata.before)?.adopts ?? null;
  const planned = adopts === null ? 'managed by no other tool' : `adopted from ${adopts}`;
  return { kind: 'conflict', pointer: pointer ?? '', planned, found: reason.message };
}
