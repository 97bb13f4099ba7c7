import type { Address } from '../../../core/address.ts';
import type { Affected } from '../../../core/access/effective.ts';
import type { RulesForm } from '../rules/normal-form.ts';
import { parseTarget } from '../rules/target.ts';
import type { KubernetesAccess } from './access-index.ts';
import type { Bound } from './bindings.ts';
import type { Estate } from './estate.ts';
import { EVERYONES_GROUPS, groupOfNamespace, roleAt, type Principal } from './principals.ts';
import { resourceText } from './resources.ts';
import { keyOf } from './roles.ts';

type Role = Extract<Principal, { kind: 'role' }>;
export type Side = readonly [index: KubernetesAccess, estate: Estate];

/** Where two states of a cluster may differ for somebody, in no order and with doubles. What everyone has is everyone's alone. */
export function* touchedIn(before: Side, after: Side): Generator<Affected> {
  const [one, other] = [before[0], after[0]];
  for (const principal of changedAccounts(before, after))
    yield { principal, resources: [...one.within(principal), ...other.within(principal)] };
  for (const { subject, ...bound } of changedBindings(one, other))
    for (const principal of concerned(subject, before, after))
      yield { principal, resources: resourcesAt(bound, one, other) };
  for (const role of changedRoles(before[1], after[1])) {
    const texts = changedTexts(role, one, other);
    if (texts.length === 0) continue;
    yield { principal: one.addressOf(role), resources: textsAt(role.namespace, texts, one) };
    for (const { subject, namespace } of [...boundTo(role, one), ...boundTo(role, other)])
      for (const principal of concerned(subject, before, after))
        yield { principal, resources: textsAt(namespace, texts, one) };
  }
}

function boundTo(role: Role, { model }: KubernetesAccess) {
  return model.bindings.boundTo(role);
}

function changedAccounts([one, before]: Side, [other, after]: Side): readonly Address[] {
  const accounts = [...before.serviceAccounts, ...after.serviceAccounts];
  const all = new Set(accounts.map((account) => one.addressOf({ kind: 'service-account', ...account })));
  return [...all].filter((address) => one.has(address) !== other.has(address));
}

function changedBindings(one: KubernetesAccess, other: KubernetesAccess): readonly (Bound & { subject: Principal })[] {
  const [before, after] = [one, other].map(
    ({ model }) => new Map([...model.bindings.all()].map((bound) => [JSON.stringify(bound), bound])),
  );
  if (before === undefined || after === undefined) return [];
  return [
    ...[...before].flatMap(([key, bound]) => (after.has(key) ? [] : [bound])),
    ...[...after].flatMap(([key, bound]) => (before.has(key) ? [] : [bound])),
  ];
}

/** A draft makes new objects of what it changes, and of nothing else. */
function changedRoles(before: Estate, after: Estate): readonly Role[] {
  const [was, is] = [before, after].map(
    ({ roles, clusterRoles }) =>
      new Map([...roles, ...clusterRoles].map((role) => [keyOf({ namespace: null, ...role }), role])),
  );
  if (was === undefined || is === undefined) return [];
  const changed = [...new Map([...was, ...is])].filter(([key]) => was.get(key)?.rules !== is.get(key)?.rules);
  return changed.map(([, role]): Role => ({ kind: 'role', namespace: null, ...role }));
}

/** The targets on which a role allows another thing than before. */
function changedTexts(role: Role, one: KubernetesAccess, other: KubernetesAccess): readonly string[] {
  const [was, is] = [formOf(role, one), formOf(role, other)];
  const verbs = (form: RulesForm, text: string) =>
    Object.hasOwn(form, text) ? Object.keys(form[text] ?? {}).join(' ') : '';
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((text) => verbs(was, text) !== verbs(is, text));
}

function formOf(role: Role, { model }: KubernetesAccess): RulesForm {
  return model.roles.grants(role).form;
}

function resourcesAt({ namespace, role }: Bound, one: KubernetesAccess, other: KubernetesAccess): readonly string[] {
  const at = roleAt(namespace, role);
  const texts = new Set([...Object.keys(formOf(at, one)), ...Object.keys(formOf(at, other))]);
  return [resourceText(one.model.source, { kind: 'role', namespace, role }), ...textsAt(namespace, [...texts], one)];
}

function textsAt(namespace: string | null, texts: readonly string[], { model }: KubernetesAccess): readonly string[] {
  return texts.flatMap((text) => {
    const target = parseTarget(text);
    if (target === null || (namespace !== null && target.kind === 'url')) return [];
    return [resourceText(model.source, { kind: 'target', namespace, target })];
  });
}

/** A group stands for itself, and that of a namespace for its members, too. */
function concerned(subject: Principal, [one, before]: Side, [, after]: Side): ReadonlySet<Address> {
  if (subject.kind !== 'group') return new Set([one.addressOf(subject)]);
  if (EVERYONES_GROUPS.includes(subject.name)) return new Set([one.everyone]);
  const members = [...before.serviceAccounts, ...after.serviceAccounts].filter(
    ({ namespace }) => groupOfNamespace(namespace) === subject.name,
  );
  return new Set([
    one.addressOf(subject),
    ...members.map((account) => one.addressOf({ kind: 'service-account', ...account })),
  ]);
}
