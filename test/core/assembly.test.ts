import { describe, expect, it } from 'vitest';
import { assemble, sourcesTouched, type PlanFacts } from '../../src/core/assembly.ts';
import type { Diagnostic } from '../../src/core/errors.ts';
import type { LiveState, Unreadable } from '../../src/core/live.ts';
import { account, addressOf, declared, memoryLab, type Lab } from '../support/memory.ts';
import { configurationFor, loadedFrom, reconciliation, type Declared } from '../support/planning.ts';

const problem = (code: string): Diagnostic => ({ code, severity: 'error', cause: 'wrong', mend: 'mend it' });
const unreadable = (address: string | null, pointer: string | null): Unreadable => ({
  address,
  pointer,
  reason: { code: 'denied', message: 'may not be read' },
});
const hiding = (...what: readonly Unreadable[]) => ({ distort: (live: LiveState) => ({ ...live, unreadable: what }) });

const two = { accounts: { a: account(), b: account({ incarnation: '2' }) } };
const editBoth = {
  base: [declared('a'), declared('b')],
  head: [declared('a', { note: 'x' }), declared('b', { note: 'x' })],
};
const actions = (planned: Awaited<ReturnType<Lab['plan']>>) =>
  planned.plan.changes.map(({ address, action }) => `${action} ${address.split('/')[2] ?? ''}`);

describe('what was not read in full', () => {
  it('of a source leaves nothing planned, and is named', async () => {
    const planned = await memoryLab({ ...two, ...hiding(unreadable(null, null)) }).plan(editBoth);
    expect(planned.plan.changes).toEqual([]);
    expect(planned.assessment).toMatchObject({ complete: false, errored: false, incomplete: [unreadable(null, null)] });
    expect(planned.plan.desired).toHaveLength(2);
    expect(planned.assessment.sources).toMatchObject([{ complete: false }]);
  });

  it('of a source is incomplete even if only a place is named without an object', async () => {
    const planned = await memoryLab({ ...two, ...hiding(unreadable(null, '/acl')) }).plan(editBoth);
    expect([planned.plan.changes, planned.assessment.complete]).toEqual([[], false]);
  });

  it('of one identity leaves that one out, also where it would be created or removed', async () => {
    const options = { ...two, ...hiding(unreadable(addressOf('a'), null)) };
    const planned = await memoryLab(options).plan(editBoth);
    expect([actions(planned), planned.assessment.complete]).toEqual([['update b'], false]);
    const removed = await memoryLab(options).plan({ base: editBoth.base, head: [] });
    expect([actions(removed), removed.assessment.complete]).toEqual([['disable b'], false]);
    const created = await memoryLab({ ...options, accounts: {} }).plan({ base: [], head: editBoth.head });
    expect([actions(created), created.assessment.complete]).toEqual([['create b'], false]);
  });

  it('of an identity that nobody asks about changes nothing', async () => {
    const planned = await memoryLab({ ...two, ...hiding(unreadable(addressOf('z'), null)) }).plan(editBoth);
    expect([actions(planned), planned.assessment.complete]).toEqual([['update a', 'update b'], true]);
  });

  it('of one attribute is complete, and blocks only what manages it', async () => {
    const planned = await memoryLab({ ...two, ...hiding(unreadable(addressOf('a'), '/note')) }).plan(editBoth);
    expect(planned.assessment).toMatchObject({ complete: true, applyable: false });
    expect(planned.plan.changes.map(({ blocked }) => blocked.length)).toEqual([1, 0]);
  });

  it('because its source is not configured on the base branch is incomplete', () => {
    const lab = memoryLab(two);
    const planned = assemble({ ...facts(lab, editBoth), live: new Map() }, nobody);
    expect(planned.assessment.incomplete.map(({ reason }) => reason.code)).toEqual(['source-unread']);
    expect([planned.plan.sources, planned.plan.changes, planned.assessment.complete]).toEqual([[], [], false]);
  });
});

describe('errors', () => {
  it.each([
    ['found before planning', { diagnostics: [problem('update-branch')] }],
    [
      'in the documents of the head',
      { head: { ...loadedFrom('memory', editBoth.head), diagnostics: [problem('unknown-key')] } },
    ],
    [
      'in what is asked for',
      { head: loadedFrom('memory', editBoth.head, [reconciliation('remove', [addressOf('a')])]) },
    ],
  ])('%s leave nothing planned', (_what, parts) => {
    const lab = memoryLab(two);
    const planned = assemble({ ...facts(lab, editBoth), ...parts }, nobody);
    expect(planned.plan.changes).toEqual([]);
    expect(planned.assessment).toMatchObject({ errored: true, complete: false, applyable: false });
    expect(planned.assessment.diagnostics).toHaveLength(1);
  });

  it('in the base are told as warnings: a pull request may be what mends them', () => {
    const lab = memoryLab(two);
    const base = {
      ...loadedFrom('memory', editBoth.base),
      diagnostics: [problem('unknown-key'), { ...problem('odd'), severity: 'warning' as const }],
    };
    const planned = assemble({ ...facts(lab, editBoth), base }, nobody);
    expect(planned.assessment).toMatchObject({
      errored: false,
      complete: true,
      diagnostics: [{ code: 'unknown-key', severity: 'warning', cause: 'On the base branch: wrong' }],
    });
    expect(actions(planned)).toEqual(['update a', 'update b']);
  });
});

describe('errors that stood in the base just so', () => {
  const broken = { ...problem('yaml-syntax'), location: { path: 'broken.yaml', line: 1, column: 1 } };
  const withBroken = (declaration: readonly Declared[]) => ({
    ...loadedFrom('memory', declaration),
    diagnostics: [broken],
  });

  it('are told once, as warnings, and keep nobody else from planning', () => {
    const desired = { base: withBroken(editBoth.base), head: withBroken(editBoth.head) };
    const planned = assemble({ ...facts(memoryLab(two), editBoth), ...desired }, nobody);
    expect(planned.assessment).toMatchObject({
      errored: false,
      complete: true,
      applyable: true,
      diagnostics: [{ code: 'yaml-syntax', severity: 'warning' }],
    });
    expect(actions(planned)).toEqual(['update a', 'update b']);
  });

  it('leave nothing planned where a document goes: they may declare what it declared', () => {
    const desired = { base: withBroken(editBoth.base), head: withBroken(editBoth.head.slice(0, 1)) };
    const planned = assemble({ ...facts(memoryLab(two), editBoth), ...desired }, nobody);
    expect([planned.assessment.errored, planned.plan.changes]).toEqual([true, []]);
  });
});

describe('the guard against removing too much', () => {
  const many = (count: number, removal: Declared['onRemove'] = { kind: 'disable' }) =>
    Array.from({ length: count }, (_, index) => declared(`n${String(index).padStart(3, '0')}`, {}, removal));
  const accounts = Object.fromEntries(many(40).map(({ name }) => [name, account()]));
  const blocked = async (total: number, removed: number, removal?: Declared['onRemove']) => {
    const base = many(total, removal);
    const { plan } = await memoryLab({ accounts }).plan({ base, head: base.slice(removed) });
    return plan.changes.filter((change) => change.blocked.some(({ code }) => code === 'removal-guard')).length;
  };

  it.each([
    [40, 8, 0],
    [40, 9, 9],
    [10, 4, 0],
    [10, 5, 5],
    [25, 5, 0],
  ])('of %i identities %i may go: %i are blocked', async (total, removed, expected) => {
    expect(await blocked(total, removed)).toBe(expected);
    expect(await blocked(total, removed, { kind: 'delete', options: {} })).toBe(expected);
  });

  it('does not count what is forgotten or is gone already', async () => {
    expect(await blocked(10, 10, { kind: 'forget' })).toBe(0);
    const { plan } = await memoryLab({ accounts: {} }).plan({ base: many(10), head: [] });
    expect(plan.changes.flatMap((change) => change.blocked)).toEqual([]);
  });

  it('does not count what cannot be removed anyway', async () => {
    const reason = { code: 'cannot-disable', message: 'say onRemove: delete' };
    const provider = { disabled: () => ({ kind: 'blocked' as const, blocked: [reason] }) };
    const { plan } = await memoryLab({ accounts, provider }).plan({ base: many(10), head: [] });
    expect(plan.changes.map((change) => change.blocked)).toEqual(many(10).map(() => [reason]));
  });

  it('counts what is undeclared and asked to be removed', async () => {
    const requests = [
      reconciliation(
        'remove',
        many(6).map(({ name }) => addressOf(name)),
      ),
    ];
    const { plan } = await memoryLab({ accounts }).plan({ base: [], head: [], requests });
    expect(plan.changes.map((change) => change.blocked.map(({ code }) => code))).toEqual(
      many(6).map(() => ['removal-guard']),
    );
  });

  it('leaves what is not a removal alone', async () => {
    const base = many(10);
    const kept = declared('n009', { note: 'new' });
    const { plan } = await memoryLab({ accounts }).plan({ base, head: [kept] });
    expect(plan.changes.find(({ action }) => action === 'update')?.blocked).toEqual([]);
  });
});

describe('the plan and its assessment', () => {
  it('name who is talked to, what is unmanaged, and where it stands', async () => {
    const planned = await memoryLab({ ...two, resources: ['inv-1'] }).plan({
      base: [declared('a')],
      head: [declared('a', { grants: [{ on: 'inv*', actions: ['read'] }] })],
    });
    expect(planned.plan.sources).toEqual([{ name: 'memory', provider: 'memory', target: { id: 'one' } }]);
    expect(planned.assessment.changes).toMatchObject([
      { expansions: { '/grants/values/inv*': ['inv-1'] }, location: null },
    ]);
    expect(planned.assessment.unmanaged).toEqual([{ source: 'memory', addresses: [] }]);
  });

  it('list what is live and declared nowhere, and nothing that is', () => {
    const lab = memoryLab({ accounts: { a: account(), b: account(), z: account(), y: account() } });
    const wish = { base: [declared('a'), declared('b')], head: [declared('a', { note: 'x' })] };
    const { assessment } = assemble(facts(lab, wish), nobody);
    expect(assessment.unmanaged).toEqual([{ source: 'memory', addresses: [addressOf('y'), addressOf('z')] }]);
  });

  it('locate what changes where the document says it', () => {
    const lab = memoryLab(two);
    const at = (path: string, known: RegExp) => (_address: string, pointer: string) =>
      known.test(pointer) ? { path, line: pointer.length, column: 1 } : null;
    const given = facts(lab, editBoth);
    const head = { ...given.head, locate: at('head.yaml', /^\/spec\/note$/u) };
    const base = { ...given.base, locate: at('base.yaml', /^$/u) };
    const [change] = assemble({ ...given, head, base }, nobody).assessment.changes;
    expect(change).toMatchObject({
      location: { path: 'base.yaml' },
      locations: { '/note': { path: 'head.yaml', line: 10 } },
    });
  });

  it('say of an observed source that nothing is executed', async () => {
    const { assessment } = await memoryLab({ ...two, mode: 'observe' }).plan(editBoth);
    expect(assessment.changes.map(({ notes }) => notes.map(({ code }) => code))).toEqual([
      ['observed-only'],
      ['observed-only'],
    ]);
    expect(assessment.applyable).toBe(true);
  });

  it('touch only the sources of the scope, each with its addresses', () => {
    const wish = { base: [declared('a'), declared('b')], head: [declared('a'), declared('b', { note: 'x' })] };
    expect(sourcesTouched(facts(memoryLab(two), wish))).toEqual([{ name: 'memory', addresses: [addressOf('b')] }]);
  });

  it('bring the judge the changes and keep what it says', () => {
    const finding = { code: 'odd', effect: 'warn' as const, address: null, message: 'odd' };
    const planned = assemble(facts(memoryLab(two), editBoth), (plan, changes) => {
      expect(changes.map(({ address }) => address)).toEqual(plan.changes.map(({ address }) => address));
      return { requirements: [], findings: [finding], exceptions: [] };
    });
    expect(planned.assessment.findings).toEqual([finding]);
  });
});

const nobody = () => ({ requirements: [], findings: [], exceptions: [] });

/** As planWish collects them, with the whole system read. */
function facts(lab: Lab, wish: { base: readonly Declared[]; head: readonly Declared[] }): PlanFacts {
  const world = lab.system.load();
  const objects = Object.keys(world.accounts).map((name) => ({
    address: addressOf(name),
    kind: 'MemoryAccount',
    incarnation: '1',
    attributes: { enabled: true, tier: 'standard', note: null },
    facts: {},
  }));
  const live: LiveState = {
    source: 'memory',
    provider: 'memory',
    target: { id: world.id },
    objects,
    unreadable: [],
    notModelled: [],
    facts: { resources: [] },
  };
  return {
    configuration: configurationFor(lab.source),
    providers: new Map([['memory', lab.provider]]),
    base: loadedFrom('memory', wish.base),
    head: loadedFrom('memory', wish.head),
    extent: 'pull-request',
    live: new Map([['memory', live]]),
    governance: [],
    diagnostics: [],
    commits: null,
    now: '2026-06-01T12:00:00Z',
    engine: 'test',
  };
}

describe('where drift is looked for', () => {
  it('an identity that has none is compared and is no change', async () => {
    const documents = [declared('a', { note: 'x' }), declared('b', { note: null })];
    const planned = await memoryLab(two).plan({ base: documents, head: documents }, 'everything');
    expect(actions(planned)).toEqual(['update a']);
    expect(planned.assessment.changes.map(({ address }) => address)).toEqual([addressOf('a')]);
    expect(planned.plan.desired.map(({ address }) => address)).toEqual([addressOf('a'), addressOf('b')]);
  });

  it('what is asked for or blocked stays, although nothing would be done', async () => {
    const documents = [declared('a'), declared('b', { note: null })];
    const hidden = await memoryLab({ ...two, ...hiding(unreadable(addressOf('b'), '/note')) }).plan(
      { base: documents, head: documents },
      'everything',
    );
    expect(actions(hidden)).toEqual(['describe b']);
    const asked = await memoryLab(two).plan(
      { base: documents, head: documents, requests: [reconciliation('correct', [addressOf('a')])] },
      'everything',
    );
    expect(actions(asked)).toEqual(['describe a']);
  });
});
