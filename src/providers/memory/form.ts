import { formatAddress, parseAddress, type Address } from '../../core/address.ts';
import { patternMark, type Attributes, type PatternMark } from '../../core/attributes.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Guide, NormalizeContext } from '../../core/ports.ts';
import type { AccountSpec } from './kinds.ts';
import { isPattern, projectGrants } from './grants.ts';
import type { Account } from './system.ts';

export type Listed<T> = { readonly others: 'remove' | 'keep'; readonly values: { readonly [key: string]: T } };

export type ActionSet = { readonly [action: string]: 'granted' | PatternMark };

/** Normal form of an account; under a pattern's key each action is a mark. */
export type AccountForm = {
  readonly enabled?: boolean;
  readonly tier?: string;
  readonly note?: string | null;
  readonly actsAs?: Listed<true>;
  readonly grants?: Listed<ActionSet>;
};

export function addressOf(source: string, name: string): Address {
  return formatAddress({ source, kind: 'MemoryAccount', name: [name] });
}

export function nameOf(address: Address): string {
  return parseAddress(address).name.join('/');
}

export function normalizeSpec(spec: JsonObject, context: Pick<NormalizeContext, 'mode'>): Attributes {
  const { enabled, tier, note, actsAs, grants } = spec as AccountSpec;
  const others = (list: readonly unknown[]): 'keep' | 'remove' =>
    context.mode === 'additive' || list.some(isOthers) ? 'keep' : 'remove';
  return {
    ...(enabled === undefined ? {} : { enabled }),
    ...(tier === undefined ? {} : { tier }),
    ...(note === undefined ? {} : { note }),
    ...(actsAs === undefined
      ? {}
      : {
          actsAs: {
            others: others(actsAs),
            values: Object.fromEntries(actsAs.filter((item) => typeof item === 'string').map((name) => [name, true])),
          },
        }),
    ...(grants === undefined ? {} : { grants: { others: others(grants), values: grantValues(grants) } }),
  };
}

function isOthers(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'others' in item;
}

function grantValues(grants: NonNullable<AccountSpec['grants']>): { [resource: string]: ActionSet } {
  const values = new Map<string, ActionSet>();
  for (const grant of grants) {
    if (!('on' in grant)) continue;
    const leaf = isPattern(grant.on) ? patternMark('held') : 'granted';
    values.set(grant.on, {
      ...values.get(grant.on),
      ...Object.fromEntries(grant.actions.map((action) => [action, leaf])),
    });
  }
  return Object.fromEntries(values);
}

/** Everything an account holds, in the normal form and without patterns. */
export function formOf(account: Account): Attributes {
  const grants = Object.entries(account.grants).filter(([, actions]) => actions.length > 0);
  return {
    enabled: account.enabled,
    tier: account.tier,
    note: account.note,
    actsAs: { others: 'remove', values: Object.fromEntries(account.actsAs.map((name) => [name, true])) },
    grants: {
      others: 'remove',
      values: Object.fromEntries(
        grants.map(([resource, actions]) => [
          resource,
          Object.fromEntries(actions.map((action) => [action, 'granted'])),
        ]),
      ),
    },
  };
}

/** See Provider.project. */
export function projectForm(account: Attributes, guide: Guide, resources: readonly string[]): Attributes {
  const live = account as AccountForm;
  const head = guide.head as AccountForm;
  const base = (guide.base ?? {}) as AccountForm;
  const grants = live.grants?.values ?? {};
  return {
    ...(head.enabled === undefined ? {} : { enabled: live.enabled ?? false }),
    ...(head.tier === undefined ? {} : { tier: live.tier ?? '' }),
    ...(head.note === undefined ? {} : { note: live.note ?? null }),
    ...(head.actsAs === undefined ? {} : { actsAs: projectNames(live.actsAs?.values ?? {}, head.actsAs) }),
    ...(head.grants === undefined
      ? {}
      : { grants: projectGrants(grants, head.grants, base.grants?.values ?? {}, resources) }),
  };
}

function projectNames(live: { readonly [name: string]: true }, head: Listed<true>): Listed<true> {
  const names = Object.keys(live).filter((name) => head.others === 'remove' || Object.hasOwn(head.values, name));
  return { others: head.others, values: Object.fromEntries(names.map((name) => [name, true])) };
}
