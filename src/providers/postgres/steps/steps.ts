import { parseAddress } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import { CountersignError, type Reason } from '../../../core/errors.ts';
import type { LiveState } from '../../../core/live.ts';
import type { Draft, StepDraft, StepsResult } from '../../../core/ports.ts';
import { clusterOperations } from './cluster-steps.ts';
import { UNFINISHED } from '../normal-form/creation-mark.ts';
import { defaultOperations } from './default-steps.ts';
import { postgresFacts, type PostgresFacts } from '../facts.ts';
import { grantOperations } from './grant-steps.ts';
import { roleAttributes, type Effect, type Operation } from '../normal-form/model.ts';
import { missingRoles } from './missing-roles.ts';
import { own } from '../own.ts';
import { clusterPart, databasePart, databasesOf, emptyLists, type Passing } from './parts.ts';
import { deletionSteps, disablingSteps } from './removal.ts';

/**
 * Provider.steps: one step for what is cluster-wide, and one for each database, in the order of the source's databases.
 * Each is one transaction. What the writer's login cannot do is a reason in `blocked`.
 */
export function steps(draft: Draft, live: LiveState): StepsResult {
  const facts = postgresFacts(live);
  switch (draft.action) {
    case 'create':
    case 'update':
      return convergence(draft, facts);
    case 'disable':
      return disablingSteps(draft, facts);
    case 'delete':
      return deletionSteps(draft, live);
    case 'replace':
      throw new CountersignError('unsupported', 'No attribute of a PostgreSQL role needs another role in its place.', {
        evidence: draft.address,
        mend: 'Report this: a plan should never ask for it.',
      });
  }
}

function convergence(draft: Draft, facts: PostgresFacts): StepsResult {
  const role = parseAddress(draft.address).name[0] ?? '';
  const after = draft.after ?? {};
  const cluster = clusterSteps(facts, role, draft.before, after);
  const names = databasesOf(draft.before, after);
  const databases = facts.databases
    .filter((name) => names.has(name))
    .map((name) => databaseStep(draft, facts, role, name));
  const parts = [cluster, ...databases];
  return {
    steps: parts.flatMap((part) => part.steps),
    irreversible: irreversibleReasons(draft),
    blocked: [
      ...parts.flatMap(({ blocked }) => blocked),
      ...missingRoles(draft, facts),
      ...unknownDatabases(facts, names),
    ],
  };
}

type Part = { readonly steps: readonly StepDraft[]; readonly blocked: readonly Reason[] };

function clusterSteps(facts: PostgresFacts, role: string, before: Attributes | null, after: Attributes): Part {
  const { operations, blocked } = clusterOperations(
    facts,
    role,
    before === null ? null : roleAttributes(before),
    roleAttributes(after),
  );
  if (before === null) return { steps: creationSteps(operations, after), blocked };
  if (operations.length === 0) return { steps: [], blocked };
  const [expect, result] = [clusterPart(before), clusterPart(after)];
  return { steps: [step(effect(null, operations), expect, result, 'idempotent')], blocked };
}

/** The mark that tells whose creation it is gives way to the declared comment, or none, once the creation has its receipt. */
function creationSteps(operations: readonly Operation[], after: Attributes): readonly StepDraft[] {
  const { comment } = roleAttributes(after);
  const result = clusterPart(after);
  const creation: Passing = { creation: 'unfinished' };
  const marked = { ...result, ...(comment === undefined ? {} : { comment: UNFINISHED }), ...creation };
  const unmarking: Operation = { kind: 'comment', text: comment ?? null };
  return [
    step(effect(null, operations), null, marked, 'intent'),
    step(effect(null, [unmarking]), marked, result, 'idempotent'),
  ];
}

function databaseStep(draft: Draft, facts: PostgresFacts, role: string, database: string): Part {
  const after = draft.after ?? {};
  // A role that was just created holds nothing of any list.
  const before = draft.before ?? emptyLists(after);
  const [left, right] = [roleAttributes(before), roleAttributes(after)];
  const actual = roleAttributes(draft.object?.attributes ?? {});
  const place = { facts, role, database };
  const grants = grantOperations(
    place,
    own(left.grants?.values, database) ?? {},
    own(right.grants?.values, database) ?? {},
    own(actual.grants?.values, database) ?? {},
  );
  const defaults = defaultOperations(
    place,
    own(left.defaultPrivileges?.values, database) ?? {},
    own(right.defaultPrivileges?.values, database) ?? {},
  );
  const operations = [...grants.operations, ...defaults.operations];
  const blocked = [...grants.blocked, ...defaults.blocked];
  if (operations.length === 0) return { steps: [], blocked };
  const [expect, result] = [databasePart(before, database), databasePart(after, database)];
  return { steps: [step(effect(database, operations), expect, result, 'idempotent')], blocked };
}

function step(does: Effect, expect: Attributes | null, result: Attributes, repeat: StepDraft['repeat']): StepDraft {
  return { stage: 0, effect: does, expect, result, repeat };
}

function effect(database: string | null, operations: readonly Operation[]): Effect {
  return { database, operations };
}

function irreversibleReasons(draft: Draft): readonly Reason[] {
  const [before, after] = [roleAttributes(draft.before ?? {}), roleAttributes(draft.after ?? {})];
  if (after.superuser !== true || before.superuser === true) return [];
  const message = 'A superuser can do anything on the whole server, and what it does while it is one stays done.';
  return [{ code: 'superuser-granted', message, pointer: '/superuser' }];
}

function unknownDatabases(facts: PostgresFacts, names: ReadonlySet<string>): readonly Reason[] {
  return [...names]
    .filter((name) => !facts.databases.includes(name))
    .sort()
    .map((name) => ({
      code: 'database-not-configured',
      message: `The database ${name} is not one of the source's databases.`,
    }));
}
