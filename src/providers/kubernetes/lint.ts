import type { JsonObject } from '../../core/json.ts';
import { CountersignError, type Problem } from '../../core/errors.ts';
import { escapePointer } from '../../core/leaves.ts';
import type { Texts } from './api/objects.ts';
import {
  ANNOTATION_BYTES,
  CLUSTER_ROLE,
  SERVICE_ACCOUNT,
  type ClusterRoleSpec,
  type ServiceAccountSpec,
} from './kinds.ts';
import { isNote } from './normal-form/live-form.ts';
import { identityExpected } from './normal-form/workload-identity.ts';
import { normalizeRules } from './rules/normal-form.ts';
import type { PolicyRule } from './rules/policy-rule.ts';
import { selectorProblems } from './selector-problems.ts';
import { unknownResources } from './unknown-resources.ts';
import { unknownVerbs } from './unknown-verbs.ts';

/** What a spec says that its schema cannot refuse. */
export function lintSpec(kind: string, spec: JsonObject): readonly Problem[] {
  return kind === SERVICE_ACCOUNT ? serviceAccount(spec) : role(kind, spec);
}

function serviceAccount({ annotations, roles = [] }: ServiceAccountSpec): readonly Problem[] {
  const values = annotations?.values ?? {};
  const notes = Object.keys(values).filter(isNote);
  return [
    ...tooLong(values),
    ...nobodysIdentities(values),
    ...notes.map((key) =>
      problem(
        `/annotations/values/${escapePointer(key)}`,
        'annotation-not-modelled',
        `The annotation ${key} is a note of kubectl or Countersign, which no document declares.`,
        'Leave it out.',
      ),
    ),
    ...roles.flatMap((entry, index) =>
      'everywhere' in entry && 'namespace' in entry
        ? [
            problem(
              `/roles/${index}`,
              'role-in-two-places',
              'The entry says both everywhere and a namespace.',
              'Write two entries, or take one of the two away.',
            ),
          ]
        : [],
    ),
  ];
}

/** Warnings only: what is no name of the cloud provider's is an identity of nobody, and not for the API server to refuse. */
function nobodysIdentities(annotations: Texts): readonly Problem[] {
  return Object.entries(annotations).flatMap(([key, value]): readonly Problem[] => {
    const example = identityExpected(key, value);
    if (example === null) return [];
    const cause = `The annotation ${key} names no identity of that cloud provider.`;
    const pointer = `/annotations/values/${escapePointer(key)}`;
    return [
      { pointer, code: 'cloud-identity-unlikely', severity: 'warning', cause, mend: `Write it like ${example}.` },
    ];
  });
}

function tooLong(annotations: Texts): readonly Problem[] {
  const bytes = Object.entries(annotations).reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0);
  if (bytes <= ANNOTATION_BYTES) return [];
  return [
    problem(
      '/annotations/values',
      'annotations-too-large',
      `The annotations have ${bytes} bytes with their keys, and Kubernetes takes ${ANNOTATION_BYTES} of one object.`,
      'Keep large text elsewhere, such as in a ConfigMap.',
    ),
  ];
}

function role(kind: string, { rules = [], aggregationRule }: ClusterRoleSpec): readonly Problem[] {
  const both =
    aggregationRule === undefined || rules.length === 0
      ? []
      : [
          problem(
            '/rules',
            'rules-of-an-aggregate',
            'A ClusterRole with an aggregationRule has the rules that the cluster gathers, and none of its own.',
            'Put these rules into a ClusterRole that the selectors select.',
          ),
        ];
  const selectors = aggregationRule?.clusterRoleSelectors ?? [];
  return [
    ...both,
    ...rules.flatMap((rule, index) => ruleProblems(kind, rule, `/rules/${index}`)),
    ...selectors.flatMap((one, index) => selectorProblems(one, `/aggregationRule/clusterRoleSelectors/${index}`)),
    ...tooMany(rules),
    ...unknownVerbs(rules),
    ...unknownResources(rules),
  ];
}

/** What the API server refuses, said before anybody approves it. */
function ruleProblems(kind: string, rule: PolicyRule, pointer: string): readonly Problem[] {
  const { verbs, apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] } = rule;
  const says = (cause: string, mend: string) => [problem(pointer, 'rule-malformed', cause, mend)];
  if (verbs.length === 0) return says('The rule names no verb.', 'Name verbs, or take the rule away.');
  if (nonResourceURLs.length > 0) {
    if (kind !== CLUSTER_ROLE) return says('A Role cannot allow paths that are no resources.', 'Write a ClusterRole.');
    return apiGroups.length + resources.length + resourceNames.length === 0
      ? []
      : says('The rule is about resources and about paths that are none.', 'Write two rules.');
  }
  if (apiGroups.length === 0) return says('The rule names no API group.', 'Write apiGroups; the core group is "".');
  return resources.length === 0 ? says('The rule names no resource.', 'Write resources, or nonResourceURLs.') : [];
}

function tooMany(rules: readonly PolicyRule[]): readonly Problem[] {
  try {
    normalizeRules(rules);
    return [];
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    return [problem('/rules', error.code, error.message, error.mend)];
  }
}

function problem(pointer: string, code: string, cause: string, mend: string): Problem {
  return { pointer, code, severity: 'error', cause, mend };
}
