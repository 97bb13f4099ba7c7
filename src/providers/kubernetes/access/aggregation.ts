import { isDeepStrictEqual } from 'node:util';
import { compareText } from '../../../core/address.ts';
import type { PolicyRule } from '../rules/policy-rule.ts';
import type { EstateClusterRole, Selector } from './estate.ts';

/** Whether an aggregated ClusterRole takes in another: one of its selectors fits the labels, and it is not itself. */
export function takesIn(
  aggregate: Pick<EstateClusterRole, 'name' | 'selectors'>,
  { name, labels }: Pick<EstateClusterRole, 'name' | 'labels'>,
): boolean {
  return name !== aggregate.name && (aggregate.selectors ?? []).some((selector) => selects(selector, labels));
}

type Labels = EstateClusterRole['labels'];

/** Every requirement has to hold; without any, everything is selected. Source: LabelSelectorAsSelector of Kubernetes. */
function selects({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => valueOf(labels, key) === value) &&
    matchExpressions.every((requirement) => holds(requirement, labels))
  );
}

function holds(
  { key, operator, values = [] }: NonNullable<Selector['matchExpressions']>[number],
  labels: Labels,
): boolean {
  const value = valueOf(labels, key);
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

function valueOf(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

/**
 * The rules that the controller writes to the aggregated roles that take in one of `changed`, and to those that take these in. All others
 * keep what was read.
 */
export function aggregated(
  roles: ReadonlyMap<string, EstateClusterRole>,
  changed: readonly Pick<EstateClusterRole, 'name' | 'labels'>[],
): ReadonlyMap<string, EstateClusterRole> {
  const result = new Map(roles);
  const aggregates = [...roles.values()].filter(({ selectors }) => selectors !== null);
  let wave: readonly Pick<EstateClusterRole, 'name' | 'labels'>[] = changed;
  // Each wave passes rules one role further, and no chain of roles is longer than there are roles.
  for (let turn = 0; turn <= aggregates.length && wave.length > 0; turn++) {
    const next: EstateClusterRole[] = [];
    for (const { name } of aggregates) {
      const aggregate = result.get(name);
      if (aggregate === undefined || !concerns(aggregate, wave)) continue;
      const members = [...result.values()].filter((other) => takesIn(aggregate, other));
      const rules = withoutDoubles(members.flatMap((member) => member.rules));
      if (isDeepStrictEqual(rules, withoutDoubles(aggregate.rules))) continue;
      const written = { ...aggregate, rules };
      result.set(name, written);
      next.push(written);
    }
    wave = next;
  }
  return result;
}

/** In one order, so that roles which take in one another come to an end. */
function withoutDoubles(rules: readonly PolicyRule[]): readonly PolicyRule[] {
  const byText = new Map(rules.map((rule) => [JSON.stringify(rule), rule]));
  return [...byText].sort(([left], [right]) => compareText(left, right)).map(([, rule]) => rule);
}

function concerns(aggregate: EstateClusterRole, wave: readonly Pick<EstateClusterRole, 'name' | 'labels'>[]): boolean {
  return wave.some((one) => one.name === aggregate.name || takesIn(aggregate, one));
}
