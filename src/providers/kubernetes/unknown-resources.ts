import type { Problem } from '../../core/errors.ts';
import { firstProblems } from '../../core/first-problems.ts';
import { suggest } from '../../core/schema/suggest.ts';
import { BUILT_IN } from './resource-table.ts';
import type { PolicyRule } from './rules/policy-rule.ts';
import { shown } from './shown.ts';

/** `groups`: those of the rule; null: one of them may have resources that nobody knows here. */
type Unknown =
  | { readonly kind: 'group'; readonly pointer: string; readonly group: string; readonly meant: string }
  | {
      readonly kind: 'resource';
      readonly pointer: string;
      readonly resource: string;
      readonly groups: readonly string[] | null;
    };

type UnknownResource = Extract<Unknown, { kind: 'resource' }>;

const VERSION = /^v[0-9]+(?:(?:alpha|beta)[0-9]+)?$/u;
const CAPITAL = /[A-Z]/u;

/** Groups and resources that no cluster has, or none without more than Kubernetes itself. Warnings only: the API server takes any text. */
export function unknownResources(rules: readonly PolicyRule[]): readonly Problem[] {
  const rightly = new Set(rules.flatMap(rightlyNamed));
  const unknown = rules.flatMap((rule, index) => [
    ...(rule.apiGroups ?? []).flatMap((group, at) => groupIn(group, `/rules/${index}/apiGroups/${at}`)),
    ...resourcesIn(rule, `/rules/${index}/resources`).filter(({ resource }) => !rightly.has(resource)),
  ]);
  return firstProblems(unknown, {
    each: (one) => (one.kind === 'group' ? groupProblem(one) : resourceProblem(one)),
    rest: ({ pointer }, left) =>
      warning(
        pointer,
        `There are ${left} more groups or resources that Kubernetes does not have.`,
        'Correct those before them, and validate again.',
      ),
  });
}

function groupIn(group: string, pointer: string): readonly Unknown[] {
  const meant = meantBy(group);
  return meant === group ? [] : [{ kind: 'group', pointer, group, meant }];
}

/** The group that is meant, which is the one that is written unless that can be none. */
function meantBy(group: string): string {
  if (group === '*' || BUILT_IN.has(group)) return group;
  const [name = ''] = group.toLowerCase().split('/');
  if (name === 'core' || VERSION.test(name)) return '';
  return suggestedGroup(name) ?? name;
}

/** Of a group with a dot, which may be anybody's, nothing is guessed. */
function suggestedGroup(name: string): string | null {
  return name.includes('.') || BUILT_IN.has(name) ? null : suggest(name, DOTLESS);
}

const DOTLESS = [...BUILT_IN.keys()].filter((group) => group !== '' && !group.includes('.'));

/** A rule for several groups grants each of its resources in each, and is written apart where another one grants more in one of them. */
function rightlyNamed({ apiGroups = [], resources = [] }: PolicyRule): readonly string[] {
  const known = new Set(namesOf(apiGroups));
  return resources.filter((resource) => known.has(resource));
}

function resourcesIn({ apiGroups = [], resources = [] }: PolicyRule, pointer: string): readonly UnknownResource[] {
  const meant = [...new Set(apiGroups.map(meantBy))];
  const groups = meant.every((group) => BUILT_IN.has(group)) ? meant : null;
  const known = groups === null ? null : new Set(namesOf(groups));
  return resources.flatMap((resource, at): readonly UnknownResource[] =>
    isKnown(resource, known) ? [] : [{ kind: 'resource', pointer: `${pointer}/${at}`, resource, groups }],
  );
}

function namesOf(groups: Iterable<string>): readonly string[] {
  return [...groups].flatMap((group) => BUILT_IN.get(group) ?? []);
}

/** Who blocks the deletion of an owner is asked about `finalizers` of it, and impersonation about extra fields of any name. */
function isKnown(resource: string, known: ReadonlySet<string> | null): boolean {
  if (known === null || resource.startsWith('*')) return !CAPITAL.test(resource);
  const [name = '', part] = resource.split('/');
  if (known.has(resource)) return true;
  return known.has(name) && (part === 'finalizers' || (name === 'userextras' && part !== undefined));
}

function groupProblem({ group, meant, pointer }: Extract<Unknown, { kind: 'group' }>): Problem {
  const why = group.includes('/') || VERSION.test(group) ? ': a version is no part of one' : '';
  return warning(pointer, `There is no API group ${group}${why}.`, `Write ${named(meant)}.`);
}

function resourceProblem({ resource, groups, pointer }: UnknownResource): Problem {
  if (groups === null)
    return warning(
      pointer,
      `The resource ${resource} has capital letters, and the API has none with any.`,
      `Write "${resource.toLowerCase()}", or its plural.`,
    );
  const cause = `Kubernetes 1.35 has no resource ${resource} in ${shown(groups.map(named))}.`;
  return warning(pointer, cause, `${hintFor(resource, groups)}Leave it only where the cluster has more than that.`);
}

function hintFor(resource: string, groups: readonly string[]): string {
  if (resource.endsWith('/*')) return 'No star stands for the parts of one resource: name each. ';
  const near = nearest(resource, namesOf(groups));
  if (near !== null) return `Did you mean "${near}"? `;
  const elsewhere = [...BUILT_IN].filter(([, names]) => names.includes(resource)).map(([group]) => named(group));
  return elsewhere.length === 0 ? '' : `It is in ${shown(elsewhere)}. `;
}

/** Plurals first, which a kind or a singular is meant for. */
function nearest(resource: string, known: readonly string[]): string | null {
  const [name = '', ...parts] = resource.toLowerCase().split('/');
  const plurals = [name, `${name}s`, `${name}es`, name.replace(/y$/u, 'ies')];
  const written = plurals.map((one) => [one, ...parts].join('/'));
  return written.find((one) => known.includes(one)) ?? suggest(resource, known);
}

function named(group: string): string {
  return group === '' ? 'the core group, ""' : `the group ${group}`;
}

function warning(pointer: string, cause: string, mend: string): Problem {
  return { pointer, code: 'resource-unknown', severity: 'warning', cause, mend };
}
