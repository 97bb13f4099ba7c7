import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Change } from '../../../src/core/plan.ts';
import { applyChange } from '../../../src/providers/kubernetes/access/changes.ts';
import { EstateDraft } from '../../../src/providers/kubernetes/access/draft.ts';
import type { Estate } from '../../../src/providers/kubernetes/access/estate.ts';
import { normalizeRules } from '../../../src/providers/kubernetes/rules/normal-form.ts';
import type { PolicyRule } from '../../../src/providers/kubernetes/rules/policy-rule.ts';
import { changeWith, stepWith } from '../../support/plans.ts';
import { anyRule } from '../../support/rbac.ts';
import { startKubernetes, type LiveKubernetes } from '../systems/kubernetes.ts';
import { Api } from './api.ts';
import { listed } from './real-cluster.ts';

const RUNS = 20;
const PATH = '/apis/rbac.authorization.k8s.io/v1/clusterroles';

let system: LiveKubernetes;
let api: Api;
let runs = 0;

beforeAll(async () => {
  system = await startKubernetes();
  api = new Api(system);
});

afterAll(async () => {
  api?.close();
  await system?.close();
});

type Labels = { readonly [label: string]: string };
type Plain = { readonly rules: readonly PolicyRule[]; readonly labels: Labels };

const labels = fc.subarray(['x', 'y']).map((names): Labels => Object.fromEntries(names.map((name) => [name, 'true'])));
const plain = fc.record({ rules: fc.array(anyRule, { minLength: 1, maxLength: 2 }), labels });

/** `one` takes in what has the label x, `two` what has y; each may be taken in by the other. */
const anyAggregates = fc.record({ a: plain, b: plain, one: labels, two: labels });
const anyEdit = fc.record({ whose: fc.constantFrom('a', 'b'), is: fc.option(plain, { freq: 3 }) });

function edit(name: string, before: Change['before'], after: Change['after']): Change {
  return changeWith(name, { address: `live/KubernetesClusterRole/${name}`, before, after, steps: [stepWith(name)] });
}

/** Selectors and labels of a run's own. */
function labelled(run: string, own: Labels): Labels {
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [`${run}-${name}`, value]));
}

function formOf(run: string, { rules, labels: own }: Plain): NonNullable<Change['after']> {
  return { rules: normalizeRules(rules), labels: { others: 'remove', values: labelled(run, own) } };
}

function aggregateForm(run: string, label: string, own: Labels): NonNullable<Change['after']> {
  return {
    aggregation: { [`${run}-${label}=true`]: true },
    labels: { others: 'remove', values: labelled(run, own) },
  };
}

/** What each role of a run allows. */
function allowed({ clusterRoles }: Estate, run: string): object {
  const own = clusterRoles.filter(({ name }) => name.startsWith(`${run}-`));
  return Object.fromEntries(own.map(({ name, rules }) => [name, normalizeRules(rules)]));
}

async function predicted(changes: readonly Change[]): Promise<Estate> {
  const draft = new EstateDraft(await listed(api));
  for (const change of changes) applyChange(draft, 'live', change);
  return draft.result();
}

async function write(method: 'POST' | 'PUT', name: string, body: object, own: Labels): Promise<void> {
  const path = method === 'POST' ? PATH : `${PATH}/${name}`;
  await api.call({ method, path, body: { metadata: { name, labels: own }, ...body } });
}

it('foretells what the controller writes to aggregated roles', async () => {
  expect.hasAssertions();
  await fc.assert(
    fc.asyncProperty(anyAggregates, anyEdit, async ({ a, b, one, two }, { whose, is }) => {
      const run = `run${(runs += 1)}`;
      const created = await predicted([
        edit(`${run}-a`, null, formOf(run, a)),
        edit(`${run}-b`, null, formOf(run, b)),
        edit(`${run}-one`, null, aggregateForm(run, 'x', one)),
        edit(`${run}-two`, null, aggregateForm(run, 'y', two)),
      ]);
      for (const [name, { rules, labels: own }] of Object.entries({ a, b }))
        await write('POST', `${run}-${name}`, { rules }, labelled(run, own));
      for (const [name, label, own] of [
        ['one', 'x', one],
        ['two', 'y', two],
      ] as const) {
        const clusterRoleSelectors = [{ matchLabels: { [`${run}-${label}`]: 'true' } }];
        await write('POST', `${run}-${name}`, { aggregationRule: { clusterRoleSelectors } }, labelled(run, own));
      }
      await becomes(run, created);
      const name = `${run}-${whose}`;
      const before = formOf(run, whose === 'a' ? a : b);
      const edited = await predicted([edit(name, before, is === null ? null : formOf(run, is))]);
      if (is === null) await api.call({ method: 'DELETE', path: `${PATH}/${name}` });
      else await write('PUT', name, { rules: is.rules }, labelled(run, is.labels));
      await becomes(run, edited);
    }),
    { numRuns: RUNS },
  );
});

async function becomes(run: string, estate: Estate): Promise<void> {
  await expect
    .poll(async () => allowed(await listed(api), run), { timeout: 20_000, interval: 20 })
    .toEqual(allowed(estate, run));
}
