import fc from 'fast-check';
import type { PolicyRule } from '../../src/providers/kubernetes/rules/policy-rule.ts';

/** What the API server's authorizer is asked. */
export type Request =
  | {
      readonly kind: 'resource';
      readonly verb: string;
      readonly group: string;
      readonly resource: string;
      readonly subresource: string;
      readonly name: string;
    }
  | { readonly kind: 'url'; readonly verb: string; readonly path: string };

/** Word for word what RuleAllows of Kubernetes decides, without anything that the code under test uses. */
export function ruleAllows(request: Request, rule: PolicyRule): boolean {
  if (!rule.verbs.some((verb) => verb === '*' || verb === request.verb)) return false;
  if (request.kind === 'url') {
    return (rule.nonResourceURLs ?? []).some(
      (url) =>
        url === '*' || url === request.path || (url.endsWith('*') && request.path.startsWith(url.replace(/\*+$/u, ''))),
    );
  }
  const { group, resource, subresource, name } = request;
  const combined = subresource === '' ? resource : `${resource}/${subresource}`;
  const names = rule.resourceNames ?? [];
  return (
    (rule.apiGroups ?? []).some((one) => one === '*' || one === group) &&
    (rule.resources ?? []).some(
      (one) => one === '*' || one === combined || (subresource !== '' && one === `*/${subresource}`),
    ) &&
    (names.length === 0 || names.includes(name))
  );
}

const VERBS = ['get', 'list', 'create', 'impersonate'];
const GROUPS = ['', 'apps', 'rbac.authorization.k8s.io'];
const RESOURCES = ['pods', 'secrets', 'deployments'];
const SUBRESOURCES = ['exec', 'log'];
const NAMES = ['', 'a', '*', 'the "b"'];
const PATHS = ['/', '/api', '/healthz', '/healthz/ping', '/metrics'];

/** What no rule names stands for everything that a wildcard covers besides. */
const OTHER = 'other';

/** Requests that tell any two lists of random rules apart that do not grant the same. */
export const REQUESTS: readonly Request[] = [
  ...product(
    [...VERBS, OTHER],
    [...GROUPS, OTHER],
    [...RESOURCES, OTHER],
    ['', ...SUBRESOURCES, OTHER],
    [...NAMES, OTHER],
  ).map(([verb = '', group = '', resource = '', subresource = '', name = '']): Request => ({
    kind: 'resource',
    verb,
    group,
    resource,
    subresource,
    name,
  })),
  ...product(
    [...VERBS, OTHER],
    [...PATHS, '/h', '/hx', '/healthzx', '/healthz/', '/healthz/other', '/other', OTHER],
  ).map(([verb = '', path = '']): Request => ({ kind: 'url', verb, path })),
];

function product(...lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (all, list) => all.flatMap((before) => list.map((item) => [...before, item])),
    [[]],
  );
}

function some(values: readonly string[], least = 1): fc.Arbitrary<string[]> {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: least, maxLength: 3 });
}

const resourceRule: fc.Arbitrary<PolicyRule> = fc.record({
  verbs: some([...VERBS, '*']),
  apiGroups: some([...GROUPS, '*']),
  resources: some([
    ...RESOURCES,
    ...RESOURCES.map((resource) => `${resource}/exec`),
    'pods/log',
    '*',
    '*/exec',
    '*/log',
  ]),
  resourceNames: fc.oneof({ arbitrary: fc.constant([]), weight: 3 }, some(NAMES)),
});

const urlRule: fc.Arbitrary<PolicyRule> = fc.record({
  verbs: some([...VERBS, '*']),
  nonResourceURLs: some([...PATHS, '*', '/*', '/h*', '/healthz*', '/healthz/*', '/healthz/**']),
});

/** A rule that the API server takes in a ClusterRole. */
export const anyRule = fc.oneof({ arbitrary: resourceRule, weight: 4 }, urlRule);
/** One that it takes in a Role, too. */
export const anyResourceRule = resourceRule;
export const anyRules = fc.array(anyRule, { maxLength: 4 });
