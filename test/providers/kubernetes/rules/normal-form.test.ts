import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversRules, normalizeRules } from '../../../../src/providers/kubernetes/rules/normal-form.ts';
import type { PolicyRule } from '../../../../src/providers/kubernetes/rules/policy-rule.ts';
import { writtenRules } from '../../../../src/providers/kubernetes/rules/written.ts';
import { canonicalize } from '../../../../src/core/digest.ts';
import { anyRule, anyRules, REQUESTS, ruleAllows } from '../../../support/rbac.ts';

function granted(rules: readonly PolicyRule[]): readonly boolean[] {
  return REQUESTS.map((request) => rules.some((rule) => ruleAllows(request, rule)));
}

function form(rules: readonly PolicyRule[]): string {
  return canonicalize(normalizeRules(rules));
}

/** The same in other words: one rule for each verb or for each resource, in another order, with rules twice. */
function rewritten(rules: readonly PolicyRule[], seed: readonly number[]): readonly PolicyRule[] {
  const split = rules.flatMap((rule, index): readonly PolicyRule[] => {
    switch ((seed[index] ?? 0) % 4) {
      case 0:
        return [rule];
      case 1:
        return rule.verbs.map((verb) => ({ ...rule, verbs: [verb] }));
      case 2:
        if (rule.resources === undefined) return [rule, rule];
        return rule.resources.toReversed().map((resource) => ({ ...rule, resources: [resource] }));
      default:
        return [{ ...rule, verbs: [...rule.verbs, ...rule.verbs] }, rule];
    }
  });
  return split.toSorted((left, right) => JSON.stringify(right).localeCompare(JSON.stringify(left)));
}

describe('rules in other words have one form', () => {
  it('when they are split, merged, repeated or in another order', () => {
    fc.assert(
      fc.property(anyRules, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (rules, seed) => {
        expect(form(rewritten(rules, seed))).toBe(form(rules));
      }),
    );
  });

  it('when rules are added that grant nothing more', () => {
    fc.assert(
      fc.property(anyRules, anyRule, (rules, more) => {
        const adds = JSON.stringify(granted([...rules, more])) !== JSON.stringify(granted(rules));
        expect(form([...rules, more]) === form(rules)).toBe(!adds);
      }),
    );
  });

  it('exactly when they grant the same', () => {
    fc.assert(
      fc.property(anyRules, anyRules, (left, right) => {
        const isSame = JSON.stringify(granted(left)) === JSON.stringify(granted(right));
        expect(form(left) === form(right)).toBe(isSame);
      }),
    );
  });
});

it('covers exactly what adds nothing', () => {
  fc.assert(
    fc.property(anyRules, anyRules, (whole, part) => {
      const adds = JSON.stringify(granted([...whole, ...part])) !== JSON.stringify(granted(whole));
      expect(coversRules(normalizeRules(whole), normalizeRules(part))).toBe(!adds);
    }),
  );
});

it('is written as rules that grant the same, and no more of them than one a target', () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      const written = writtenRules(normalizeRules(rules));
      expect(granted(written)).toEqual(granted(rules));
      expect(form(written)).toBe(form(rules));
      expect(written.length).toBeLessThanOrEqual(Object.keys(normalizeRules(rules)).length);
    }),
  );
});

it('says what is granted as people say it', () => {
  expect(
    normalizeRules([
      { apiGroups: ['', 'apps'], resources: ['pods', 'deployments/scale'], verbs: ['get', 'patch'] },
      { apiGroups: [''], resources: ['secrets'], resourceNames: ['db'], verbs: ['get'] },
      { nonResourceURLs: ['/healthz/*', '/healthz/ping'], verbs: ['get'] },
    ]),
  ).toEqual({
    pods: { get: true, patch: true },
    'pods.apps': { get: true, patch: true },
    'deployments/scale': { get: true, patch: true },
    'deployments.apps/scale': { get: true, patch: true },
    'secrets "db"': { get: true },
    'URL /healthz/*': { get: true },
  });
});

it.each<[string, PolicyRule[], object]>([
  [
    'every verb leaves no other',
    [{ apiGroups: [''], resources: ['pods'], verbs: ['get', '*'] }],
    { pods: { '*': true } },
  ],
  [
    'everything leaves nothing else',
    [
      { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
      { apiGroups: ['apps'], resources: ['deployments/scale'], resourceNames: ['a'], verbs: ['patch'] },
    ],
    { '*.*': { '*': true } },
  ],
  [
    'everything in the core group is not everything',
    [
      { apiGroups: [''], resources: ['*'], verbs: ['get'] },
      { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
      { apiGroups: ['apps'], resources: ['*/scale'], verbs: ['get'] },
    ],
    { '*.""': { get: true }, '*.apps/scale': { get: true } },
  ],
  [
    'a star is no wildcard in a name, and pods/* no subresource',
    [
      { apiGroups: [''], resources: ['secrets'], resourceNames: ['*', 'db'], verbs: ['get'] },
      { apiGroups: [''], resources: ['pods/*', 'pods/exec'], verbs: ['create'] },
    ],
    {
      'pods/"*"': { create: true },
      'pods/exec': { create: true },
      'secrets "*"': { get: true },
      'secrets "db"': { get: true },
    },
  ],
  ['nothing is granted by nothing', [{ apiGroups: [], resources: ['pods'], verbs: ['get'] }, { verbs: ['get'] }], {}],
])('%s', (_, rules, expected) => expect(normalizeRules(rules)).toEqual(expected));

it('is short where people were', () => {
  const [rule, ...others] = writtenRules(
    normalizeRules([
      { apiGroups: ['apps', 'extensions'], resources: ['deployments', 'replicasets'], verbs: ['list', 'get', 'watch'] },
      { apiGroups: ['extensions', 'apps'], resources: ['deployments'], verbs: ['watch'] },
    ]),
  );
  expect(others).toEqual([]);
  expect(rule).toEqual({
    apiGroups: ['apps', 'extensions'],
    resources: ['deployments', 'replicasets'],
    verbs: ['get', 'list', 'watch'],
  });
});

it('refuses what multiplies beyond any bound', () => {
  const many = Array.from({ length: 400 }, (_, index) => `x${index}`);
  const rule: PolicyRule = { apiGroups: many, resources: many, verbs: ['get'] };
  expect(() => normalizeRules([rule])).toThrow(expect.objectContaining({ code: 'rules-too-large' }));
});
