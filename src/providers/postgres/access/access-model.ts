import { compareText, parseAddress } from '../../../core/address.ts';
import type { Affected } from '../../../core/access/effective.ts';
import type { AccessModel } from '../../../core/access/model.ts';
import { PostgresAccess } from './access-index.ts';
import { effectOf } from '../write/sql.ts';
import { EstateDraft, type Touch } from './draft.ts';
import { estateOf } from './estate.ts';
import { covers } from './covers.ts';
import { applyChange } from './operations.ts';

/** Who may do what in one cluster. */
export const postgresAccess: AccessModel = {
  index: (estate) => new PostgresAccess(estateOf(estate), estate.source),
  after(live, changes) {
    const estate = estateOf(live);
    const draft = new EstateDraft(estate);
    for (const change of changes)
      if (parseAddress(change.address).source === live.source) applyChange(draft, change, estate.version);
    const before = new PostgresAccess(estate, live.source);
    const after = new PostgresAccess(draft.result(), live.source);
    return { before, after, affected: { [Symbol.iterator]: () => affected(before, after, draft.touches) } };
  },
  covers,
  // Nothing refuses, so that taking widens nothing; but what somebody owns may become another's.
  mayWiden: ({ steps }) =>
    steps.some(({ effect }) => effectOf(effect).operations.some(({ kind }) => kind === 'reassign-owned')),
  limits: [
    'Each privilege is told by itself, as has_table_privilege and its like tell it: using a table takes USAGE on its schema, and CONNECT and LOGIN, too.',
    'Row security policies, views, functions that run as their owner, pg_hba.conf and other databases of the cluster are not looked through.',
    'Who may change access (CREATEROLE, ADMIN OPTION, grant options) is told, and what they could make of it is not followed.',
    'Objects of pg_catalog and information_schema are there only where somebody changed who may use them, and only superusers write to tables of pg_catalog.',
    "Built-in default privileges on what is yet to come (functions and types: everyone's) are not listed.",
  ],
};

/** What one touch is about; the lists of many principals are one. */
type Concern = { readonly roles: ReadonlySet<string>; readonly resources: readonly string[] };

function* affected(before: PostgresAccess, after: PostgresAccess, touches: readonly Touch[]): Generator<Affected> {
  const concerns = new Map<string, Concern[]>();
  for (const concern of concernsOf(before, after, touches)) {
    for (const role of concern.roles) {
      const list = concerns.get(role);
      if (list === undefined) concerns.set(role, [concern]);
      else list.push(concern);
    }
  }
  const principals = [...concerns].map(([role, list]) => ({ principal: after.addressOf(role), list }));
  for (const { principal, list } of principals.sort((left, right) => compareText(left.principal, right.principal))) {
    const resources = new Set(list.flatMap((concern) => concern.resources));
    yield { principal, resources: [...resources].sort(compareText) };
  }
}

/** Touches about the same roles are one concern: a role's changed grants, a membership, a role's attributes. */
function concernsOf(before: PostgresAccess, after: PostgresAccess, touches: readonly Touch[]): readonly Concern[] {
  const granted = new Map<string, Set<string>>();
  const others = new Map<string, Concern>();
  const reaching = (role: string) => new Set([...before.reaching([role]), ...after.reaching([role])]);
  const within = (role: string) => [...before.within(role), ...after.within(role)];
  for (const touch of touches) {
    const { role } = touch;
    if ('key' in touch) {
      granted.set(role, (granted.get(role) ?? new Set()).add(after.resourceOf(touch)));
      continue;
    }
    const key = JSON.stringify(touch);
    if (others.has(key)) continue;
    if ('member' in touch) others.set(key, { roles: reaching(touch.member), resources: within(role) });
    else if (touch.extent === 'everything') others.set(key, { roles: reaching(role), resources: within(role) });
    else others.set(key, { roles: reaching(role), resources: [after.server] });
  }
  return [
    ...[...granted].map(([role, resources]) => ({ roles: reaching(role), resources: [...resources] })),
    ...others.values(),
  ];
}
