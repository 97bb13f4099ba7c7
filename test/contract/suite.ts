import { afterEach, describe, expect, it } from 'vitest';
import type { Planned } from '../../src/core/assembly.ts';
import { planDigest } from '../../src/core/digest.ts';
import type { Reader, Writer } from '../../src/core/ports.ts';
import { applyRecorded, Executioner, Killed, RecordedApply } from '../support/applying.ts';
import { COMMITMENT } from '../support/marks.ts';
import { editsLeft } from '../support/edits-left.ts';
import { addressOf, declaredFrom, planWish, reconciliation, type Declared, type Wish } from '../support/planning.ts';
import type { ContractHarness, Estate } from './harness.ts';

/** What every provider must keep, whatever system is behind it. */
export function contractSuite(name: string, harness: ContractHarness): void {
  const { provider, applier, source, existing, created, dependent } = harness;
  const open: { close(): Promise<void> }[] = [];
  const addressIn = (declared: Declared) => addressOf(source.name, declared);
  const edit: Wish = { base: [existing], head: [{ ...existing, spec: harness.edited }] };
  const creation: Wish = { base: [existing], head: [existing, created, dependent] };

  const wishes: readonly (readonly [string, Wish])[] = [
    ['create', creation],
    ['update', edit],
    ['disable', { base: [existing], head: [] }],
    ['delete', { base: [{ ...existing, onRemove: { kind: 'delete', options: {} } }], head: [] }],
    ['remove what is undeclared', { base: [], head: [], requests: [reconciliation('remove', [addressIn(existing)])] }],
    ...(harness.replaced === null
      ? []
      : [['replace', { base: [existing], head: [{ ...existing, spec: harness.replaced }] }] as const]),
  ];

  async function world(): Promise<{ estate: Estate; reader: Reader; writer: Writer }> {
    const estate = await harness.open();
    const reader = provider.reader(estate.read);
    const writer = applier.writer(estate.write);
    open.push(reader, writer, estate);
    return { estate, reader, writer };
  }

  const plan = (reader: Reader, wish: Wish): Promise<Planned> => planWish(source, provider, reader, wish);
  const only = (planned: Planned) => planned.plan.changes[0];

  /** What an apply of the wish left to do: of what is declared now, with its patterns as merged, and of what was removed. */
  async function leftover(reader: Reader, wish: Wish, applied: Planned) {
    const merged = await planWish(source, provider, reader, { base: wish.head, head: wish.head }, 'everything');
    const removed = await plan(reader, {
      ...wish,
      base: wish.base.filter((one) => !wish.head.some(({ name: kept }) => kept === one.name)),
      head: [],
    });
    return [merged, removed].flatMap(({ plan: later }) => editsLeft(later, applied.plan));
  }

  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  describe(`${name}: what is live and what is declared`, () => {
    it('plans nothing right after importing everything', async () => {
      const { reader } = await world();
      const live = await reader.read({ kind: 'boundary' });
      const imported = live.objects.map((object) => declaredFrom(provider.toDocument(object, live)));
      const planned = await plan(reader, { base: [], head: imported });
      expect(planned.assessment).toMatchObject({ complete: true, applyable: true });
      expect(planned.plan.changes.flatMap((change) => change.steps)).toEqual([]);
      expect(planned.plan.changes.map((change) => change.action)).toEqual(imported.map(() => 'describe'));
    });

    it('describes when only the purpose changes', async () => {
      const { reader } = await world();
      const planned = await plan(reader, { base: [existing], head: [{ ...existing, purpose: 'another purpose' }] });
      expect(only(planned)).toMatchObject({
        action: 'describe',
        steps: [],
        metadata: { after: { purpose: 'another purpose' } },
      });
    });

    it('leaves alone what the document omits', async () => {
      const { reader } = await world();
      const planned = await plan(reader, { base: [], head: [{ ...existing, spec: {} }] });
      expect(only(planned)).toMatchObject({ action: 'describe', steps: [] });
    });

    it('sees no change between two ways to write the same', async () => {
      const { reader } = await world();
      const afters = [];
      for (const spec of [harness.edited, ...harness.equivalent])
        afters.push(only(await plan(reader, { base: [existing], head: [{ ...existing, spec }] })));
      for (const after of afters) expect(after).toEqual(afters[0]);
    });

    it('takes a failed read for what it is: incomplete, and neither an absence nor a change', async () => {
      const { estate } = await world();
      const reader = provider.reader(harness.unreachable(estate));
      open.push(reader);
      const planned = await plan(reader, { base: [existing], head: [] });
      expect(planned.assessment.complete).toBe(false);
      expect(planned.assessment.incomplete).not.toEqual([]);
      expect(planned.plan.changes).toEqual([]);
    });

    it('writes nothing while it reads and plans', async () => {
      const { estate, reader } = await world();
      const before = await estate.writes();
      await plan(reader, edit);
      await plan(reader, creation);
      await reader.read({ kind: 'boundary' });
      expect(await estate.writes()).toBe(before);
    });

    it('gives the same digest after everything irrelevant has happened', async () => {
      const { estate, reader } = await world();
      const digest = planDigest((await plan(reader, edit)).plan);
      for (const act of harness.irrelevant) {
        await estate.act(act);
        expect(planDigest((await plan(reader, edit)).plan), act).toBe(digest);
      }
    });

    it.each(harness.drifts)('gives another digest after $act', async ({ act }) => {
      const { estate, reader } = await world();
      const digest = planDigest((await plan(reader, edit)).plan);
      await estate.act(act);
      expect(planDigest((await plan(reader, edit)).plan)).not.toBe(digest);
    });

    it('shows no secret that the system holds', async () => {
      const { reader } = await world();
      const outputs = [
        await reader.read({ kind: 'boundary' }),
        await plan(reader, edit),
        await plan(reader, { base: [existing], head: [] }),
      ];
      for (const canary of harness.canaries)
        for (const output of outputs) expect(JSON.stringify(output)).not.toContain(canary);
    });
  });

  describe(`${name}: what is planned is applied`, () => {
    it.each(wishes)('%s: applied, read back as predicted, and nothing is left to plan', async (_action, wish) => {
      const { reader, writer } = await world();
      const planned = await plan(reader, wish);
      expect(planned.assessment).toMatchObject({ complete: true, applyable: true });
      expect(planned.plan.changes.flatMap((change) => provider.outside(source, change) ?? [])).toEqual([]);
      const report = await applyRecorded(planned.plan, writer, new RecordedApply());
      expect(report).toMatchObject({ result: 'applied', unverified: [] });
      expect(await leftover(reader, wish, planned)).toEqual([]);
    });

    it.each(harness.edits ?? [])('$what: applied as planned, and nothing is left', async ({ from, acts, to }) => {
      const { estate, reader, writer } = await world();
      const wish: Wish = { base: [{ ...existing, spec: from }], head: [{ ...existing, spec: to }] };
      const first = await plan(reader, { base: [existing], head: wish.base });
      await applyRecorded(first.plan, writer, new RecordedApply());
      for (const act of acts) await estate.act(act);
      const planned = await plan(reader, wish);
      expect(planned.assessment).toMatchObject({ complete: true, applyable: true });
      expect(only(planned)?.steps).not.toEqual([]);
      const report = await applyRecorded(planned.plan, writer, new RecordedApply());
      expect(report).toMatchObject({ result: 'applied', unverified: [] });
      expect(await leftover(reader, wish, planned)).toEqual([]);
    });

    it('forgets without touching anything', async () => {
      const { estate, reader, writer } = await world();
      const planned = await plan(reader, { base: [{ ...existing, onRemove: { kind: 'forget' } }], head: [] });
      const before = await estate.writes();
      expect(only(planned)).toMatchObject({ action: 'forget', steps: [] });
      expect(await applyRecorded(planned.plan, writer, new RecordedApply())).toMatchObject({ result: 'nothing' });
      expect(await estate.writes()).toBe(before);
    });

    it('corrects drift that a Reconciliation names', async () => {
      const { estate, reader, writer } = await world();
      await estate.act(harness.drifts[0]?.act ?? '');
      const wish: Wish = {
        base: [existing],
        head: [existing],
        requests: [reconciliation('correct', [addressIn(existing)])],
      };
      const planned = await plan(reader, wish);
      expect(only(planned)).toMatchObject({ action: 'update' });
      expect(await applyRecorded(planned.plan, writer, new RecordedApply())).toMatchObject({
        result: 'applied',
        unverified: [],
      });
    });

    it('makes what is referred to before what refers to it', async () => {
      const { reader } = await world();
      const { changes } = (await plan(reader, creation)).plan;
      const step = changes.find((change) => change.address === addressIn(dependent))?.steps[0];
      expect(step?.dependsOn).toEqual([
        changes.find((change) => change.address === addressIn(created))?.steps.at(-1)?.id,
      ]);
    });

    it('applies in spite of everything irrelevant that happened since', async () => {
      const { estate, reader, writer } = await world();
      const planned = await plan(reader, edit);
      for (const act of harness.irrelevant) await estate.act(act);
      expect(await applyRecorded(planned.plan, writer, new RecordedApply())).toMatchObject({
        result: 'applied',
        unverified: [],
      });
    });

    it('skips what is already as planned, and says so', async () => {
      const { reader, writer } = await world();
      const planned = await plan(reader, edit);
      await applyRecorded(planned.plan, writer, new RecordedApply());
      const report = await applyRecorded(planned.plan, writer, new RecordedApply());
      expect(report.receipts.map((receipt) => receipt.kind)).toEqual(report.receipts.map(() => 'already-applied'));
    });
  });

  describe(`${name}: what was not planned is refused`, () => {
    it.each(harness.drifts)('$act: conflict at $pointer, nothing written', async ({ act, pointer }) => {
      const { estate, reader, writer } = await world();
      const planned = await plan(reader, edit);
      await estate.act(act);
      const before = await estate.writes();
      const report = await applyRecorded(planned.plan, writer, new RecordedApply());
      expect(report.result).toBe('refused');
      expect(report.receipts[0]).toMatchObject({ kind: 'conflict', conflict: { pointer } });
      expect(await estate.writes()).toBe(before);
    });

    it('refuses another object of the same name, however equal', async () => {
      const { estate, reader, writer } = await world();
      const planned = await plan(reader, edit);
      await estate.act(harness.recreate);
      const report = await applyRecorded(planned.plan, writer, new RecordedApply());
      expect(report.receipts[0]).toMatchObject({ kind: 'conflict', conflict: { pointer: '/incarnation' } });
    });

    it('refuses a creation that someone else was faster with, and what depends on it', async () => {
      const { estate, reader, writer } = await world();
      const planned = await plan(reader, creation);
      await estate.act(harness.usurp);
      const report = await applyRecorded(planned.plan, writer, new RecordedApply());
      expect(report.result).toBe('refused');
      expect(report.receipts.map((receipt) => receipt.kind)).toEqual(
        expect.arrayContaining(['conflict', 'not-attempted']),
      );
    });

    it.each(harness.usurpUnseen ?? [])(
      '%s, after this apply had said that it would: refused all the same',
      async (act) => {
        const { estate, reader, writer } = await world();
        const planned = await plan(reader, creation);
        await estate.act(act);
        const recorded = new RecordedApply();
        const steps = planned.plan.changes.flatMap((change) => change.steps);
        for (const { id, repeat } of steps) if (repeat === 'intent') recorded.intents.set(id, new Set([COMMITMENT]));
        const report = await applyRecorded(planned.plan, writer, recorded);
        expect(report.result).toBe('refused');
        expect(report.receipts[0]).toMatchObject({ kind: 'conflict' });
      },
    );

    it('refuses when the write connection leads to another system', async () => {
      const { reader, writer } = await world();
      const planned = await plan(reader, edit);
      const elsewhere = {
        ...planned.plan,
        sources: planned.plan.sources.map((one) => ({ ...one, target: { ...one.target, somewhere: 'else' } })),
      };
      const report = await applyRecorded(elsewhere, writer, new RecordedApply());
      expect(report.receipts[0]).toMatchObject({ kind: 'failed', failure: { code: 'target-mismatch' } });
    });
  });

  describe(`${name}: a death at any effect loses nothing and doubles nothing`, () => {
    const killed = wishes.filter(([action]) => harness.killed?.includes(action) ?? true);
    const sides = ['before', 'after'] as const;
    const deaths = killed.flatMap(([action, wish]) => sides.map((side) => [side, action, wish] as const));
    it.each(deaths)('%s each effect of: %s', { timeout: 300_000 }, async (side, _action, wish) => {
      const calm = await world();
      const counter = new Executioner(0, 'before');
      await applyRecorded((await plan(calm.reader, wish)).plan, calm.writer, new RecordedApply(), counter);
      for (let at = 1; at <= counter.effects; at += 1) {
        const { reader, writer } = await world();
        const planned = await plan(reader, wish);
        const recorded = new RecordedApply();
        const dying = applyRecorded(planned.plan, writer, recorded, new Executioner(at, side));
        await expect(dying).rejects.toBeInstanceOf(Killed);
        const resumed = await applyRecorded(planned.plan, writer, recorded);
        expect(resumed, `${side} effect ${at}`).toMatchObject({ result: 'applied', unverified: [] });
        expect(recorded.complete(planned.plan)).toBe(true);
        expect(recorded.doneTwice()).toEqual([]);
        expect(await leftover(reader, wish, planned)).toEqual([]);
        for (const one of open.splice(-3)) await one.close();
      }
    });
  });
}
