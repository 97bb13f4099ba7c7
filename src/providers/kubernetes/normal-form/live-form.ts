import { secretShape } from '../../../core/secret-shape.ts';
import { escapePointer } from '../../../core/leaves.ts';
import type { Role, ServiceAccount, Texts } from '../api/objects.ts';
import { normalizeRules } from '../rules/normal-form.ts';
import { boundForm } from './bound-roles.ts';
import { listed, setOf, type BoundRole, type RoleForm, type ServiceAccountForm } from './model.ts';
import { selectorText } from './selectors.ts';

/** Annotations: what kubectl and Countersign note about an object is nobody's wish. */
const NOTES = /^(?:kubectl\.kubernetes\.io\/last-applied-configuration$|countersign\.dev\/)/u;

export function isNote(annotation: string): boolean {
  return NOTES.test(annotation);
}

/** `hidden`: JSON Pointers to values with the shape of secrets, which are in no form. */
type Shown<T> = { readonly form: T; readonly hidden: readonly string[] };

/** Everything that is modelled of a ServiceAccount, with the roles that it is bound to. */
export function serviceAccountLive(account: ServiceAccount, bound: readonly BoundRole[]): Shown<ServiceAccountForm> {
  const annotations = shown('annotations', withoutNotes(account.metadata.annotations));
  const labels = shown('labels', account.metadata.labels);
  return {
    form: {
      automountToken: account.automountToken,
      imagePullSecrets: listed(setOf(account.imagePullSecrets)),
      annotations: listed(annotations.form),
      labels: listed(labels.form),
      roles: listed(boundForm(bound)),
    },
    hidden: [...annotations.hidden, ...labels.hidden],
  };
}

/** Of an aggregated role, the rules are the cluster's work, and not part of it. */
export function roleLive(role: Role): Shown<RoleForm> {
  const labels = shown('labels', role.metadata.labels);
  const own = role.kind === 'Role' ? {} : { aggregation: aggregationOf(role) };
  return {
    form: {
      rules: role.aggregation === null ? normalizeRules(role.rules) : {},
      ...own,
      labels: listed(labels.form),
    },
    hidden: labels.hidden,
  };
}

function aggregationOf({ aggregation }: Role): RoleForm['aggregation'] & (object | null) {
  return aggregation === null ? null : setOf(aggregation.map(selectorText));
}

function withoutNotes(annotations: Texts): Texts {
  return Object.fromEntries(Object.entries(annotations).filter(([key]) => !isNote(key)));
}

function shown(attribute: string, texts: Texts): Shown<Texts> {
  const entries = Object.entries(texts);
  const isHidden = ([, value]: readonly [string, string]) => secretShape(value) !== null;
  return {
    form: Object.fromEntries(entries.filter((entry) => !isHidden(entry))),
    hidden: entries.filter(isHidden).map(([key]) => `/${attribute}/values/${escapePointer(key)}`),
  };
}
