import type { Observation, Verdict } from '../../../core/ports.ts';
import { membershipsHaveOptions, writerAuthority } from '../steps/authority.ts';
import type { PostgresFacts } from '../facts.ts';
import type { Effect } from '../normal-form/model.ts';
import { own } from '../own.ts';
import { quoteIdentifier } from '../names/quoting.ts';

const ON_THE_ROLE: ReadonlySet<string> = new Set(['alter-role', 'comment', 'set', 'drop-role']);

/**
 * The statement that changes nothing and keeps everybody else from altering, dropping or renaming the role until the transaction ends:
 * an ALTER ROLE without options writes the role's row as it is. What is read after it is what the step writes over.
 * Null where the step does not change the role itself or creates it, or where the writer may do so but not this.
 */
export function holdingStatement(facts: PostgresFacts, role: string, effect: Effect): string | null {
  if (!effect.operations.some(({ kind }) => ON_THE_ROLE.has(kind))) return null;
  const context = own(facts.roles, role);
  if (context === undefined) return null;
  const writer = writerAuthority(facts);
  const superuser = writer.kind === 'known' && writer.superuser;
  // Before version 16 CREATEROLE drops and comments on a role with REPLICATION, but alters it in no way.
  const reserved = context.replication && !membershipsHaveOptions(facts);
  return reserved && !superuser ? null : `ALTER ROLE ${quoteIdentifier(role)}`;
}

/** A step whose role was dropped and made again meanwhile has written to another one. */
export function sameRole(before: Observation, after: Observation): Exclude<Verdict, { kind: 'already-applied' }> {
  const [planned, found] = [before.incarnation, after.incarnation];
  if (planned === null || found === null || planned === found) return { kind: 'execute' };
  return { kind: 'conflict', pointer: '/incarnation', planned, found };
}
