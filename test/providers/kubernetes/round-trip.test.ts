import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalize } from '../../../src/core/digest.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { LiveState } from '../../../src/core/live.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';
import { selectorOf, selectorText } from '../../../src/providers/kubernetes/normal-form/selectors.ts';
import { accountJson, bindingJson, clusterRoleJson, liveOf } from '../../support/kubernetes-objects.ts';

const NAMES = ['exporter', 'view', 'a.b', 'with:colon', 'constructor'];
const name = fc.constantFrom(...NAMES);
const texts = fc.dictionary(fc.constantFrom('team', 'example.com/x', 'note'), fc.constantFrom('', 'a', 'b c'));

const requirement = fc.record({
  key: fc.constantFrom('app', 'rbac.example/view', 'x'),
  operator: fc.constantFrom('In', 'NotIn'),
  values: fc.array(fc.constantFrom('', 'a', 'true', 'b-c'), { minLength: 1, maxLength: 3 }),
});
const presence = fc.record({ key: fc.constantFrom('app', 'x'), operator: fc.constantFrom('Exists', 'DoesNotExist') });
const selector = fc.record({
  matchLabels: fc.dictionary(fc.constantFrom('app', 'y'), fc.constantFrom('a', '')),
  matchExpressions: fc.array(fc.oneof(requirement, presence), { maxLength: 4 }),
});

const rule = fc.record({
  apiGroups: fc.subarray(['', 'apps', '*'], { minLength: 1 }),
  resources: fc.subarray(['pods', 'pods/log', '*', 'secrets'], { minLength: 1 }),
  verbs: fc.subarray(['get', 'list', '*'], { minLength: 1 }),
});

const account = fc
  .record({
    automountServiceAccountToken: fc.boolean(),
    imagePullSecrets: fc.array(fc.record({ name })),
    labels: texts,
    annotations: texts,
  })
  .map(({ labels, annotations, ...rest }) => accountJson('exporter', rest, { labels, annotations }));

const bindings = fc.array(
  fc
    .tuple(fc.constantFrom(null, 'shop', 'billing'), fc.constantFrom('Role', 'ClusterRole'), name)
    .filter(([namespace, kind]) => namespace !== null || kind === 'ClusterRole')
    .map(([namespace, kind, role]) =>
      bindingJson('any', namespace, `${kind}/${role}`, [
        { kind: 'ServiceAccount', namespace: 'shop', name: 'exporter' },
      ]),
    ),
  { maxLength: 6 },
);

const clusterRole = fc
  .tuple(fc.array(rule, { maxLength: 3 }), fc.option(fc.array(selector, { minLength: 1, maxLength: 3 })), texts)
  .map(([rules, selectors, labels]) => {
    const aggregation = selectors === null ? {} : { aggregationRule: { clusterRoleSelectors: selectors } };
    return clusterRoleJson('any', { rules, ...aggregation }, { labels });
  });

/** Both sides of a plan that declares exactly what was imported. */
function sides(live: LiveState) {
  return live.objects.map((object) => {
    const imported = kubernetes.toDocument(object, live);
    const spec = JSON.parse(JSON.stringify(imported.spec)) as JsonObject;
    const { source } = live;
    const context = { source, address: object.address, mode: 'authoritative', live, resolve: String } as const;
    const head = kubernetes.normalize(object.kind, spec, context);
    return {
      head,
      found: kubernetes.project(object, { base: null, head }, live),
      problems: kubernetes.lint(object.kind, spec).filter(({ severity }) => severity === 'error'),
    };
  });
}

describe('what is imported', () => {
  it('is told apart where it is a role of Kubernetes itself', () => {
    const labels = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };
    const live = liveOf({ clusterRoles: [clusterRoleJson('edit', {}, { labels }), clusterRoleJson('own', {})] });
    expect(live.objects.map((object) => kubernetes.toDocument(object, live).caution)).toEqual([
      expect.stringContaining('Kubernetes itself'),
      undefined,
    ]);
  });

  it('is what is live, for any ServiceAccount', () => {
    fc.assert(
      fc.property(account, bindings, (object, bound) => {
        for (const { head, found, problems } of sides(liveOf({ serviceAccounts: [object], bindings: bound }))) {
          expect(canonicalize(head)).toBe(canonicalize(found));
          expect(problems).toEqual([]);
        }
      }),
    );
  });

  it('is what is live, for any ClusterRole', () => {
    fc.assert(
      fc.property(clusterRole, (object) => {
        for (const { head, found, problems } of sides(liveOf({ clusterRoles: [object] }))) {
          expect(canonicalize(head)).toBe(canonicalize(found));
          expect(problems).toEqual([]);
        }
      }),
    );
  });
});

describe('a selector', () => {
  it('has one text, whatever the order of its requirements and values', () => {
    fc.assert(
      fc.property(selector, ({ matchLabels, matchExpressions }) => {
        const expressions = matchExpressions
          .toReversed()
          .map((one) => ('values' in one ? { ...one, values: [...one.values, ...one.values].toReversed() } : one));
        const labels = Object.entries(matchLabels).map(([key, value]) => ({ key, operator: 'In', values: [value] }));
        expect(selectorText({ matchExpressions: [...expressions, ...labels] })).toBe(
          selectorText({ matchLabels, matchExpressions }),
        );
      }),
    );
  });

  it('is read back from its text', () => {
    fc.assert(
      fc.property(selector, (one) => {
        const text = selectorText(one);
        expect(selectorText(selectorOf(text))).toBe(text);
      }),
    );
  });

  it.each([
    [{}, '*'],
    [{ matchLabels: { b: '1', a: '' } }, 'a=,b=1'],
    [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['y', 'x'] }] }, 'a in (x,y)'],
    [{ matchExpressions: [{ key: 'a', operator: 'NotIn', values: ['x'] }] }, 'a notin (x)'],
    [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }, 'a'],
    [{ matchExpressions: [{ key: 'a', operator: 'DoesNotExist' }] }, '!a'],
  ])('%j is %s', (one, text) => expect(selectorText(one)).toBe(text));
});
