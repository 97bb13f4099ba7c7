import { describe, expect, it } from 'vitest';
import type { ApplyReport } from '../../../src/core/apply/execute.ts';
import type { Writer } from '../../../src/core/ports.ts';
import { applySources, Executioner, Killed, RecordedApply } from '../../support/applying.ts';
import { declared } from '../../support/memory.ts';
import type { Declared } from '../../support/planning.ts';
import { Sources } from '../../support/sources.ts';

/** A role of a cloud, the account of a cluster that assumes it, and a login of a database that the account uses. */
const NAMES = { cloud: ['role', 'other'], cluster: ['pod', 'other'], database: ['login', 'other'] };
const address = (source: string, name: string) => `${source}/MemoryAccount/${name}`;
const wish = (name: string, note: string, ...dependsOn: readonly string[]): Declared => ({
  ...declared(name, { note }),
  dependsOn,
});
const estate = (note: string) => ({
  cloud: [wish('role', note), wish('other', note)],
  cluster: [wish('pod', note, address('cloud', 'role')), wish('other', note)],
  database: [wish('login', note, address('cluster', 'pod')), wish('other', note)],
});

async function world() {
  const sources = new Sources(NAMES);
  const { plan, assessment } = await sources.plan(estate('a'), estate('b'));
  expect(assessment).toMatchObject({ complete: true, applyable: true });
  return { sources, plan };
}

const kinds = ({ receipts }: ApplyReport) =>
  Object.fromEntries(
    receipts.map(({ stepId, kind }) => [stepId.replace('/MemoryAccount/', ' ').replace('#1', ''), kind]),
  );

const REST = { 'cloud other': 'applied', 'cluster other': 'applied', 'database other': 'applied' };

describe('a plan over three sources', () => {
  it('is one plan, in which each waits for what it depends on', async () => {
    const { sources, plan } = await world();
    expect(plan.sources.map(({ name }) => name)).toEqual(['cloud', 'cluster', 'database']);
    const waits = plan.changes.flatMap(({ steps }) => steps.flatMap(({ id, dependsOn }) => [[id, ...dependsOn]]));
    expect(waits.filter(([, ...more]) => more.length > 0)).toEqual([
      ['cluster/MemoryAccount/pod#1', 'cloud/MemoryAccount/role#1'],
      ['database/MemoryAccount/login#1', 'cluster/MemoryAccount/pod#1'],
    ]);
    const report = await applySources(plan, sources.writers(), new RecordedApply());
    expect(report.result).toBe('applied');
    expect(report.receipts).toHaveLength(6);
    expect(report.receipts.every(({ kind }) => kind === 'applied')).toBe(true);
  });

  it('removes in the other order', async () => {
    const sources = new Sources(NAMES);
    const { plan } = await sources.plan(estate('a'), {
      cloud: [wish('other', 'a')],
      cluster: [wish('other', 'a')],
      database: [wish('other', 'a')],
    });
    const report = await applySources(plan, sources.writers(), new RecordedApply());
    expect(report.receipts.map(({ stepId }) => stepId)).toEqual([
      'database/MemoryAccount/login#1',
      'cluster/MemoryAccount/pod#1',
      'cloud/MemoryAccount/role#1',
    ]);
  });

  it.each(['cloud', 'cluster', 'database'])(
    'names %s, which cannot be read, and still tells the rest',
    async (name) => {
      const sources = new Sources(NAMES);
      sources.unreachable.add(name);
      const { plan, assessment } = await sources.plan(estate('a'), estate('b'));
      expect(assessment).toMatchObject({ complete: false, incomplete: [{ source: name, address: null }] });
      expect(plan.changes.map(({ address: changed }) => changed.split('/')[0])).toEqual(
        Object.keys(NAMES).flatMap((source) => (source === name ? [] : [source, source])),
      );
    },
  );
});

describe('a source that fails', () => {
  const without = (writers: ReadonlyMap<string, Writer>, name: string) =>
    new Map([...writers].filter(([source]) => source !== name));

  it('because it does not answer stops what depends on it, also in other sources, and nothing else', async () => {
    const { sources, plan } = await world();
    sources.unreachable.add('cluster');
    const report = await applySources(plan, sources.writers(), new RecordedApply());
    expect([report.result, kinds(report)]).toEqual([
      'unfinished',
      {
        'cloud role': 'applied',
        'cloud other': 'applied',
        'cluster pod': 'failed',
        'cluster other': 'failed',
        'database login': 'not-attempted',
        'database other': 'applied',
      },
    ]);
  });

  it('because it has no write connection does, too', async () => {
    const { sources, plan } = await world();
    const report = await applySources(plan, without(sources.writers(), 'cloud'), new RecordedApply());
    expect(kinds(report)).toEqual({
      'cloud role': 'failed',
      'cloud other': 'failed',
      'cluster pod': 'not-attempted',
      'cluster other': 'applied',
      'database login': 'not-attempted',
      'database other': 'applied',
    });
  });

  it('because another system answers does, too', async () => {
    const { sources, plan } = await world();
    const cloud = sources.systems['cloud'];
    cloud?.save({ ...cloud.load(), id: 'another' });
    const report = await applySources(plan, sources.writers(), new RecordedApply());
    expect(kinds(report)).toMatchObject({
      'cloud other': 'failed',
      'cluster pod': 'not-attempted',
      'database other': 'applied',
    });
    expect(report.receipts.find(({ kind }) => kind === 'failed')?.failure?.code).toBe('target-mismatch');
  });

  it('because one identity moved stops what depends on that one alone', async () => {
    const { sources, plan } = await world();
    sources.edit('cloud', 'role', { note: 'moved' });
    const report = await applySources(plan, sources.writers(), new RecordedApply());
    expect(kinds(report)).toEqual({
      ...REST,
      'cloud role': 'conflict',
      'cluster pod': 'not-attempted',
      'database login': 'not-attempted',
    });
  });

  it('is finished by the next run, once it answers again', async () => {
    const { sources, plan } = await world();
    const recorded = new RecordedApply();
    sources.unreachable.add('cluster');
    await applySources(plan, sources.writers(), recorded);
    sources.unreachable.clear();
    const report = await applySources(plan, sources.writers(), recorded);
    expect([report.result, recorded.doneTwice(), recorded.complete(plan)]).toEqual(['applied', [], true]);
  });
});

describe('an apply over three sources that is killed', () => {
  it('at any point is finished by another one, and nothing is done twice', async () => {
    const probe = new Executioner(0, 'before');
    const first = await world();
    await applySources(first.plan, first.sources.writers(), new RecordedApply(), probe);
    expect(probe.effects).toBeGreaterThanOrEqual(12);
    for (let at = 1; at <= probe.effects; at += 1) {
      for (const side of ['before', 'after'] as const) {
        const { sources, plan } = await world();
        const recorded = new RecordedApply();
        const killed = applySources(plan, sources.writers(), recorded, new Executioner(at, side));
        await expect(killed, `${side} effect ${at}`).rejects.toBeInstanceOf(Killed);
        const report = await applySources(plan, sources.writers(), recorded);
        expect([report.result, recorded.doneTwice(), recorded.complete(plan)]).toEqual(['applied', [], true]);
      }
    }
  });

  it('while one source fails leaves the same as without the kill', async () => {
    for (let at = 1; at <= 12; at += 1) {
      const { sources, plan } = await world();
      sources.unreachable.add('cluster');
      const recorded = new RecordedApply();
      await applySources(plan, sources.writers(), recorded, new Executioner(at, 'after')).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      const report = await applySources(plan, sources.writers(), recorded);
      expect(kinds(report), `after effect ${at}`).toMatchObject({
        'cluster pod': 'failed',
        'database login': 'not-attempted',
      });
      expect(report.result).toBe('unfinished');
    }
  });
});

describe('the guard against many removals', () => {
  const many = (source: string, count: number) =>
    Array.from({ length: count }, (_, index) => declared(`${source}-${index}`));
  const left = (source: string, count: number, gone: number) => many(source, count).slice(gone);

  it('counts each source by itself', async () => {
    const names = (source: string) => many(source, 30).map(({ name }) => name);
    const sources = new Sources({ cloud: names('cloud'), cluster: names('cluster') });
    const base = { cloud: many('cloud', 30), cluster: many('cluster', 30) };
    const spread = await sources.plan(base, { cloud: left('cloud', 30, 5), cluster: left('cluster', 30, 5) });
    expect(spread.assessment.applyable).toBe(true);
    const heaped = await sources.plan(base, { cloud: left('cloud', 30, 10), cluster: left('cluster', 30, 5) });
    const blocked = heaped.plan.changes.filter((change) => change.blocked.length > 0);
    expect(blocked.map((change) => change.address.split('/')[0])).toEqual(Array.from({ length: 10 }, () => 'cloud'));
    expect(new Set(blocked.flatMap((change) => change.blocked.map(({ code }) => code)))).toEqual(
      new Set(['removal-guard']),
    );
  });
});
