import { compareText } from '../../core/address.ts';
import { isPatternMark, patternMark, type Attributes, type PatternMark } from '../../core/attributes.ts';
import { escapePointer } from '../../core/leaves.ts';
import type { AccountForm, ActionSet, Listed } from './form.ts';

type Grants = { readonly [resource: string]: ActionSet };

type Pattern = { readonly resource: string; readonly action: string };

export function isPattern(resource: string): boolean {
  return resource.includes('*');
}

/** Whether a resource is the one named, or one that the pattern stands for. */
export function matches(pattern: string, resource: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return resource === first;
  if (!resource.startsWith(first) || !resource.endsWith(last)) return false;
  let position = first.length;
  for (const part of rest) {
    const found = resource.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return position <= resource.length - last.length;
}

/**
 * The grants that a guide manages, with a mark at each pattern's place. A pattern that only the base declares is about
 * the resources that the head no longer covers in any way; in a list that keeps others it is about nothing.
 */
export function projectGrants(
  live: Grants,
  head: Listed<ActionSet>,
  base: Grants,
  resources: readonly string[],
): Listed<ActionSet> {
  const declared = patternsOf(head.values, isHeld);
  const ending = head.others === 'keep' ? [] : endingPatterns(head.values, base);
  const values = new Map<string, ActionSet>();
  const set = (resource: string, action: string, leaf: ActionSet[string]) =>
    values.set(resource, { ...values.get(resource), [action]: leaf });
  for (const { resource, action } of grantsOf(live)) {
    const covered = [...declared, ...ending].some((pattern) => covers(pattern, resource, action));
    if (isNamed(head.values, resource, action) || (!covered && head.others === 'remove')) {
      set(resource, action, 'granted');
    }
  }
  const all = [...new Set([...resources, ...Object.keys(live)])];
  for (const pattern of declared) {
    const about = resources.filter((resource) => matches(pattern.resource, resource));
    set(pattern.resource, pattern.action, stateOf(pattern.action, about, live));
  }
  for (const pattern of ending) {
    const about = all.filter((resource) => matches(pattern.resource, resource));
    const left = about.filter((resource) => !keeps(head.values, resource, pattern.action));
    set(pattern.resource, pattern.action, stateOf(pattern.action, left, live));
  }
  return { others: head.others, values: Object.fromEntries(values) };
}

/** Whether a declaration gives an action on a resource, by its name or by a pattern. */
function keeps(declared: Grants, resource: string, action: string): boolean {
  return (
    isNamed(declared, resource, action) ||
    patternsOf(declared, isHeld).some((pattern) => covers(pattern, resource, action))
  );
}

/** Entries that still give an action after a pattern of that action has ended. */
export function keepersOf(declared: Grants, action: string): readonly string[] {
  return Object.entries(declared)
    .filter(
      ([, actions]) => Object.hasOwn(actions, action) && (actions[action] === 'granted' || isHeld(actions[action])),
    )
    .map(([resource]) => resource)
    .toSorted(compareText);
}

function isNamed(declared: Grants, resource: string, action: string): boolean {
  const actions = Object.hasOwn(declared, resource) ? declared[resource] : undefined;
  return actions !== undefined && Object.hasOwn(actions, action) && actions[action] === 'granted';
}

function covers(pattern: Pattern, resource: string, action: string): boolean {
  return pattern.action === action && matches(pattern.resource, resource);
}

function isHeld(leaf: ActionSet[string] | undefined): boolean {
  return isPatternMark(leaf) && leaf.state === 'held';
}

/** Patterns of the base, or of a head that says that they end, which the head does not hold. */
function endingPatterns(head: Grants, base: Grants): readonly Pattern[] {
  const held = new Set(patternsOf(head, isHeld).map(keyOf));
  const known = [...patternsOf(head, isPatternMark), ...patternsOf(base, isPatternMark)];
  return [...new Map(known.map((pattern) => [keyOf(pattern), pattern])).values()].filter(
    (pattern) => !held.has(keyOf(pattern)),
  );
}

function keyOf({ resource, action }: Pattern): string {
  return JSON.stringify([resource, action]);
}

function patternsOf(grants: Grants, wanted: (leaf: ActionSet[string]) => boolean): readonly Pattern[] {
  return Object.entries(grants).flatMap(([resource, actions]) =>
    Object.entries(actions).flatMap(([action, leaf]) => (wanted(leaf) ? [{ resource, action }] : [])),
  );
}

function grantsOf(live: Grants): readonly Pattern[] {
  return Object.entries(live).flatMap(([resource, actions]) =>
    Object.keys(actions).map((action) => ({ resource, action })),
  );
}

function stateOf(action: string, about: readonly string[], live: Grants): PatternMark {
  if (about.length === 0) return patternMark('empty');
  const holding = about.filter(
    (resource) => Object.hasOwn(live, resource) && Object.hasOwn(live[resource] ?? {}, action),
  );
  if (holding.length === 0) return patternMark('none');
  return patternMark(holding.length === about.length ? 'held' : 'mixed');
}

export function expansionsOf(
  attributes: Attributes,
  resources: readonly string[],
): { readonly [pointer: string]: readonly string[] } {
  const grants = (attributes as AccountForm).grants?.values ?? {};
  const patterns = Object.entries(grants).filter(([resource]) => isPattern(resource));
  return Object.fromEntries(
    patterns.map(([pattern]) => [
      `/grants/values/${escapePointer(pattern)}`,
      resources.filter((resource) => matches(pattern, resource)).sort(compareText),
    ]),
  );
}
