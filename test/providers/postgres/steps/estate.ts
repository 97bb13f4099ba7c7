import { formatAddress } from '../../../../src/core/address.ts';
import type { Attributes } from '../../../../src/core/attributes.ts';
import type { LiveObject, LiveState } from '../../../../src/core/live.ts';
import type { Draft, StepsResult } from '../../../../src/core/ports.ts';
import { emptyFacts, type PostgresFacts, type RoleContext } from '../../../../src/providers/postgres/facts.ts';
import { effectOf } from '../../../../src/providers/postgres/write/sql.ts';
import { steps } from '../../../../src/providers/postgres/steps/steps.ts';

export const ADDRESS = formatAddress({ source: 'db', kind: 'PostgresRole', name: ['app'] });

export function role(attributes: Partial<RoleContext> = {}): RoleContext {
  const none = { createDatabase: false, createRole: false, replication: false, bypassRowSecurity: false };
  return { oid: '20000', login: true, superuser: false, inherit: true, ...none, ...attributes };
}

/** Two databases, `orders` and `billing`; the table and its columns belong to `maker`; a superuser writes. */
export function estate(changes: Partial<PostgresFacts> = {}): PostgresFacts {
  const objects = { 'schema s': 'maker', 'table s.t': 'maker', 'table s.u': 'other', 'table s.own': 'app' };
  return {
    ...emptyFacts(['orders', 'billing'], 'admin'),
    version: 160_000,
    database: {
      orders: { owner: 'maker', objects, otherOwned: {} },
      billing: { owner: 'maker', objects: {}, otherOwned: {} },
    },
    roles: {
      admin: role({ superuser: true }),
      writer: role({ createRole: true }),
      maker: role(),
      other: role(),
      friend: role(),
      group: role({ login: false }),
      app: role(),
    },
    ...changes,
  };
}

export function liveOf(facts: PostgresFacts, notModelled: LiveState['notModelled'] = []): LiveState {
  return { source: 'db', provider: 'postgres', target: {}, objects: [], unreadable: [], notModelled, facts };
}

export function liveRole(attributes: Attributes): LiveObject {
  return { address: ADDRESS, kind: 'PostgresRole', incarnation: '20000', attributes, facts: {} };
}

export function draft(
  action: Draft['action'],
  before: Attributes | null,
  after: Attributes | null,
  changes: Partial<Draft> = {},
): Draft {
  const object = before === null ? null : liveRole(before);
  return {
    address: ADDRESS,
    action,
    before,
    after,
    guide: after === null ? null : { base: null, head: after },
    object,
    removal: null,
    creates: new Map(),
    declared: new Map(),
    released: new Set(),
    ...changes,
  };
}

export function update(before: Attributes, after: Attributes, facts = estate()): StepsResult {
  return steps(draft('update', before, after), liveOf(facts));
}

export function grants(orders: Attributes, others: 'remove' | 'keep' = 'remove'): Attributes {
  return { grants: { others, values: { orders } } };
}

/** The operations of every step, in order. */
export function operationsOf(result: StepsResult) {
  return result.steps.flatMap(({ effect }) => effectOf(effect).operations);
}

export function codes(reasons: readonly { readonly code: string }[]): readonly string[] {
  return reasons.map(({ code }) => code);
}
