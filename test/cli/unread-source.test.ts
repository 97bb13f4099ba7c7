import { describe, expect, test } from 'vitest';
import type { PlanFile } from '../../src/cli/plan-file.ts';
import type { HandedState } from '../../src/core/handed-state.ts';
import { open, WIDER } from './plan-world.ts';
import { CONFIGURATION, document, memoryWorld, workspace, type Workspace } from './workspace.ts';

/** A source called `other` beside one that is read well. */
const OTHERS: readonly (readonly [provider: string, boundary: string, document: string])[] = [
  ['memory', '{}', other('MemoryAccount', 'metadata: { name: a, source: other }', '{}')],
  ['postgres', '{ exclude: [b] }', other('PostgresRole', 'metadata: { name: a, source: other }', '{}')],
  ['aws', '{ paths: [/apps/] }', other('AwsIamUser', 'metadata: { name: a, source: other }', '{ path: /apps/ }')],
  [
    'kubernetes',
    '{ namespaces: [shop] }',
    other(
      'KubernetesServiceAccount',
      'metadata: { name: a, namespace: shop, source: other }',
      '{ roles: [{ clusterRole: view }] }',
    ),
  ],
];

function other(kind: string, metadata: string, spec: string): string {
  return `apiVersion: countersign.dev/v1\nkind: ${kind}\n${metadata}\nspec: ${spec}\n`;
}

function rules(provider: string, boundary: string): string {
  const source = `  other:
    provider: ${provider}
    connection:
      read: { env: OTHER_READ }
      write: { env: OTHER_WRITE }
    mode: authoritative
    owner: owners
    boundary: ${boundary}
`;
  return CONFIGURATION.replace('approval:', `${source}approval:`);
}

function start(provider: string, boundary: string, env: { readonly OTHER_READ?: string }): Workspace {
  const world = memoryWorld({ exporter: { grants: { invoices: ['read'] } } }, ['invoices']);
  const place = workspace(
    {
      '.github/countersign.yaml': rules(provider, boundary),
      'identities/exporter.yaml': document('exporter', 'grants:\n  - { on: invoices, actions: [read] }'),
    },
    { ...env, ROBOTS_READ: world.path },
  );
  open.push(world, place);
  place.git('init', '--quiet', '--initial-branch=main');
  place.commit();
  return place;
}

/** What is not read, what is planned, and what is said of the source. */
async function planned(place: Workspace, ...argv: readonly string[]) {
  const { stdout } = await place.run('plan', '--format', 'json', ...argv);
  const { plan, assessment } = JSON.parse(stdout) as PlanFile;
  return {
    missing: assessment.incomplete.map(({ source, reason }) => `${source} ${reason.code}`),
    changes: plan.changes.map(({ address, action }) => `${action} ${address}`),
    other: assessment.sources.find(({ name }) => name === 'other')?.description,
  };
}

const WIDENED = 'update robots/MemoryAccount/exporter';

describe.each(OTHERS)('a source of %s that was not read', (provider, boundary, text) => {
  test.each([
    ['not set', {}],
    ['empty', { OTHER_READ: '' }],
  ])('is named where its credential is %s, and the others are planned', async (_, env) => {
    const place = start(provider, boundary, env);
    place.write('identities/exporter.yaml', WIDER);
    place.write('identities/other.yaml', text);
    const told = { missing: ['other credential-missing'], changes: [WIDENED], other: 'not read' };
    expect([await planned(place), await planned(place, '--all')]).toEqual([told, told]);
    const { code, stdout } = await place.run('plan');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/not read: other: .*OTHER_READ is not set/u)]);
  });

  test('is named with the variable where its credential is of no use', async () => {
    const place = start(provider, boundary, { OTHER_READ: '/nowhere/at/all' });
    place.write('identities/other.yaml', text);
    const { code, stdout } = await place.run('plan');
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/not read: other: .*The\s+connection\s+is\s+in\s+OTHER_READ\./su),
    ]);
  });

  test('is named where a job of its own had no credential', async () => {
    const place = start(provider, boundary, {});
    await place.run('read', 'other', '--out', 'other.json');
    place.write('identities/exporter.yaml', WIDER);
    place.write('identities/other.yaml', text);
    const told = { missing: ['other credential-missing'], changes: [WIDENED], other: 'not read' };
    expect(await planned(place, '--live', 'other.json')).toEqual(told);
    expect(await planned(place, '--all', '--live', 'other.json')).toEqual(told);
  });

  test('is named where it was read by other rules', async () => {
    const place = start(provider, boundary, {});
    await place.run('read', 'other', '--out', 'other.json');
    const state = JSON.parse(place.read('other.json')) as HandedState;
    place.write('other.json', JSON.stringify({ ...state, reach: `sha256:${'0'.repeat(64)}` }));
    place.write('identities/exporter.yaml', WIDER);
    place.write('identities/other.yaml', text);
    const told = { missing: ['other live-state-elsewhere'], changes: [WIDENED], other: 'not read' };
    expect(await planned(place, '--live', 'other.json')).toEqual(told);
  });
});
