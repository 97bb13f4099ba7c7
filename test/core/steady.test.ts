import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/core/json.ts';
import type { Account } from '../../src/providers/memory/system.ts';
import { account, memoryLab, type Lab } from '../support/memory.ts';
import { digestOf, steadyRuns, planSpelled, type Document, type SteadySubject } from '../support/steady.ts';

const document = (name: string, spec: JsonObject, metadata: JsonObject = {}): Document => ({
  kind: 'MemoryAccount',
  metadata: { name, source: 'memory', owner: 'owner', purpose: 'testing', ...metadata },
  spec,
});
const reads = (...names: readonly string[]) => names.map((on) => ({ on, actions: ['read'] }));

const edited = {
  note: 'new "note": # here',
  grants: [...reads('billing-*', 'orders'), { on: 'a/b', actions: ['write', 'read'] }],
};
const base = [
  document('edited', { ...edited, note: 'old' }),
  document('described', { enabled: true, grants: reads('billing-*') }),
  document('leaver', {}, { onRemove: 'delete' }),
  document('disabled', { note: null }),
  document('replaced', { tier: 'standard' }),
  document('corrected', { grants: reads('billing-*') }),
];
const head: readonly Document[] = [
  document('edited', edited),
  document(
    'described',
    { enabled: true, grants: reads('billing-*') },
    { expires: '2027-01-31', consumers: ['jobs/a', '1'] },
  ),
  document('replaced', { tier: 'premium', actsAs: ['edited', { others: 'keep' }] }),
  document('corrected', { grants: reads('billing-*') }),
  document('created', { actsAs: ['edited'], grants: reads('billing-*', 'new resource') }),
  {
    kind: 'Reconciliation',
    metadata: { name: 'fix' },
    spec: { verb: 'correct', addresses: ['memory/MemoryAccount/corrected'], reason: 'it drifted' },
  },
];

const accounts: Readonly<Record<string, Account>> = {
  edited: account({ incarnation: '1', note: 'drifted', grants: { 'billing-a': ['read'], orders: ['read', 'write'] } }),
  described: account({ incarnation: '2', grants: { 'billing-a': ['read'] } }),
  leaver: account({ incarnation: '3', note: 'x', grants: { orders: ['read'] } }),
  disabled: account({ incarnation: '4' }),
  replaced: account({ incarnation: '5', actsAs: ['stranger', 'edited'] }),
  corrected: account({ incarnation: '6' }),
  stranger: account({ incarnation: '7' }),
};

const unmanaged = ['edited', 'described', 'disabled', 'replaced', 'corrected'] as const;
const patterned = ['edited', 'described', 'corrected'] as const;

function subject(): SteadySubject & { readonly lab: Lab } {
  const lab = memoryLab({ accounts, resources: ['billing-a', 'orders', 'a/b'] });
  const held = (name: string): Account => lab.system.load().accounts[name] ?? account();
  const grant = (name: string, resource: string, actions: readonly string[]) =>
    lab.edit(name, { grants: { ...held(name).grants, [resource]: actions } });
  const happens = (what: string, perform: SteadySubject['irrelevant'][number]['perform']) => ({ what, perform });
  const drift = (name: string, parts: Partial<Account>) =>
    happens(`${name}: ${JSON.stringify(parts)}`, async () => lab.edit(name, parts));
  return {
    lab,
    source: lab.source,
    provider: lab.provider,
    base,
    head,
    bystanders: [document('stranger', {}), document('other', { note: 'x' }), document('third', { grants: reads('*') })],
    read: (query) => lab.reader.read(query),
    irrelevant: [
      happens('a stranger changes', async (roll) =>
        lab.edit('stranger', { note: `n${roll(99)}`, enabled: roll(2) === 0, actsAs: ['edited'] }),
      ),
      happens('somebody comes', async (roll) => lab.edit(`new-${roll(99)}`, { incarnation: `n${roll(99)}` })),
      happens('a resource comes, inside a pattern or not', async (roll) => {
        const name = `${roll(2) === 0 ? 'billing' : 'other'}-${roll(50)}`;
        lab.act((world) => ({ ...world, resources: [...new Set([name, ...world.resources])] }));
      }),
      happens('a resource goes', async (roll) =>
        lab.act((world) => ({ ...world, resources: world.resources.toSpliced(roll(world.resources.length), 1) })),
      ),
      happens('what nobody declares changes', async (roll) => {
        lab.edit(unmanaged[roll(unmanaged.length)] ?? '', roll(2) === 0 ? { mark: `mark ${roll(9)}` } : {});
        lab.edit('disabled', { note: `n${roll(99)}`, actsAs: [`x${roll(9)}`], grants: { orders: ['read'] } });
        lab.edit('replaced', { note: `n${roll(99)}`, enabled: roll(2) === 0, actsAs: ['edited', `x${roll(9)}`] });
        lab.edit('corrected', { note: `n${roll(99)}`, enabled: roll(2) === 0 });
      }),
      happens('grants inside a pattern change', async (roll) => {
        const name = patterned[roll(patterned.length)] ?? '';
        const inside = `billing-${roll(50)}`;
        grant(name, inside, roll(2) === 0 ? ['read'] : []);
      }),
    ],
    relevant: [
      drift('edited', { note: 'drifted again' }),
      drift('edited', { grants: {} }),
      happens('edited: a grant beyond what is listed', async () => grant('edited', 'secrets', ['read'])),
      happens('edited: another action inside a pattern', async () => grant('edited', 'billing-a', ['read', 'write'])),
      drift('edited', { incarnation: '99' }),
      drift('described', { enabled: false }),
      drift('described', { incarnation: '99' }),
      happens('described: a grant beyond what is listed', async () => grant('described', 'secrets', ['read'])),
      drift('leaver', { note: 'y' }),
      drift('leaver', { enabled: false }),
      drift('leaver', { incarnation: '99' }),
      drift('disabled', { enabled: false }),
      drift('replaced', { tier: 'gold' }),
      drift('replaced', { actsAs: [] }),
      happens('corrected: a grant beyond what is listed', async () => grant('corrected', 'secrets', ['read'])),
      drift('created', { incarnation: '50' }),
      happens('the leaver is gone', async () =>
        lab.act((world) => ({
          ...world,
          accounts: Object.fromEntries(Object.entries(world.accounts).filter(([name]) => name !== 'leaver')),
        })),
      ),
      happens('another system answers', async () => lab.act((world) => ({ ...world, id: 'two' }))),
    ],
    edits: [
      ...(['owner', 'purpose', 'expires', 'consumers', 'dependsOn', 'adopts'] as const).map((key) => ({
        what: `another ${key}`,
        edit: changing('described', ({ metadata, ...rest }) => ({
          ...rest,
          metadata: { ...metadata, [key]: SAID[key] },
        })),
      })),
      { what: 'another note', edit: changing('edited', respec({ note: 'newer' })) },
      { what: 'an attribute more', edit: changing('edited', respec({ enabled: false })) },
      { what: 'an attribute more that is as it is', edit: changing('edited', respec({ enabled: true })) },
      { what: 'a narrower pattern', edit: changing('described', respec({ grants: reads('billing-a*') })) },
      {
        what: 'a grant more',
        edit: changing('created', respec({ grants: reads('billing-*', 'new resource', 'orders') })),
      },
      { what: 'others kept', edit: changing('edited', respec({ grants: [...edited.grants, { others: 'keep' }] })) },
      {
        what: 'a document less',
        edit: (documents: readonly Document[]) => documents.filter(({ metadata }) => metadata['name'] !== 'created'),
      },
      {
        what: 'a request less',
        edit: (documents: readonly Document[]) => documents.filter(({ kind }) => kind !== 'Reconciliation'),
      },
      {
        what: 'an end that is put off',
        edit: (documents: readonly Document[]) => [...documents, document('leaver', {})],
      },
    ],
  };
}

const SAID = {
  owner: '@someone-else',
  purpose: 'another',
  expires: '2028-01-31',
  consumers: ['jobs/b'],
  dependsOn: ['memory/MemoryAccount/edited'],
  adopts: 'Terraform',
};

function respec(spec: JsonObject) {
  return (one: Document): Document => ({ ...one, spec: { ...one.spec, ...spec } });
}

function changing(name: string, change: (one: Document) => Document) {
  return (documents: readonly Document[]) =>
    documents.map((one) => (one.metadata['name'] === name ? change(one) : one));
}

describe('a steady plan', () => {
  it('is about every action there is', async () => {
    const { plan, assessment } = await planSpelled(subject(), 0);
    expect(plan.changes.map(({ address, action }) => `${action} ${address.split('/')[2] ?? ''}`)).toEqual([
      'update corrected',
      'create created',
      'describe described',
      'disable disabled',
      'update edited',
      'delete leaver',
      'replace replaced',
    ]);
    expect(assessment).toMatchObject({ complete: true, applyable: true });
  });

  it('keeps its digest through 1,000 irrelevant perturbations', async () => {
    expect(await steadyRuns(subject(), 1000)).toBe(1000);
  });

  it.each(subject().relevant.map(({ what }, index) => [what, index] as const))(
    'gets another digest when this happens: %s',
    async (_what, index) => {
      const moved = subject();
      const digest = await digestOf(moved, 0);
      await moved.relevant[index]?.perform(() => 0);
      expect(await digestOf(moved, 0)).not.toBe(digest);
    },
  );

  it.each(subject().edits)('gets another digest with $what', async ({ edit }) => {
    const one = subject();
    const digests = await Promise.all([digestOf(one, 0), digestOf(one, 0, { head: edit(head) })]);
    expect(digests[0]).not.toBe(digests[1]);
  });

  it('gets another digest when the base moves under what it is about', async () => {
    const one = subject();
    const moved = base.map((known) => (known.metadata['name'] === 'edited' ? respec({ note: 'older' })(known) : known));
    expect(await digestOf(one, 0, { base: moved })).not.toBe(await digestOf(one, 0));
  });
});
