import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guideOf } from '../../../src/core/apply/execute.ts';
import { isDone } from '../../../src/core/apply/receipt.ts';
import { isPatternMark } from '../../../src/core/attributes.ts';
import { hashJson } from '../../../src/core/digest.ts';
import { leavesOf, sameLeaf } from '../../../src/core/leaves.ts';
import type { Change, Plan } from '../../../src/core/plan.ts';
import type { Writer } from '../../../src/core/ports.ts';
import type { World } from '../../../src/providers/memory/system.ts';
import { applyRecorded, Executioner, Killed, RecordedApply } from '../../support/applying.ts';
import { editsLeft } from '../../support/edits-left.ts';
import { drifts, estates, type Drift, type Estate } from '../../support/estates.ts';
import { addressOf, memoryLab, unmarked, type Lab } from '../../support/memory.ts';
import { COMMITMENT } from '../../support/marks.ts';

const RUNS = { numRuns: 150 };

/** The plan of an estate that may be applied; others are no subject of an apply. */
async function applyable(estate: Estate): Promise<{ lab: Lab; plan: Plan }> {
  const lab = memoryLab(estate);
  const { plan, assessment } = await lab.plan(estate.wish);
  fc.pre(assessment.complete && assessment.applyable && plan.changes.some(({ steps }) => steps.length > 0));
  return { lab, plan };
}

/** What a plan of what was merged still edits of what the plan was about. */
const leftover = async (lab: Lab, { wish }: Estate, plan: Plan) => {
  const merged = await lab.plan({ base: wish.head, head: wish.head }, 'everything');
  const about = new Set(plan.changes.map(({ address }) => address));
  const changes = merged.plan.changes.filter(({ address }) => about.has(address));
  return editsLeft({ ...merged.plan, changes }, plan);
};

const nameOf = ({ address }: Change) => decodeURIComponent(address.split('/')[2] ?? '');
const executed = (plan: Plan) => plan.changes.filter(({ steps }) => steps.length > 0);
const accountIn = (world: World, name: string) =>
  Object.hasOwn(world.accounts, name) ? world.accounts[name] : undefined;

describe('whatever is planned and applyable', () => {
  it('is applied and read back, leaves nothing to plan, and touches nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(estates, async (estate) => {
        const { lab, plan } = await applyable(estate);
        const before = lab.system.load();
        const recorded = new RecordedApply();
        const report = await applyRecorded(plan, lab.writer, recorded);
        expect(report).toMatchObject({ result: 'applied', unverified: [] });
        expect(await leftover(lab, estate, plan)).toEqual([]);
        const touched = new Set(executed(plan).map(nameOf));
        const after = lab.system.load();
        for (const name of [...Object.keys(before.accounts), ...Object.keys(after.accounts)]) {
          if (!touched.has(name)) expect(accountIn(after, name)).toEqual(accountIn(before, name));
        }
        const steps = plan.changes.flatMap((change) => change.steps);
        expect(report.receipts.map(({ stepId }) => stepId).sort()).toEqual(steps.map(({ id }) => id).sort());
      }),
      RUNS,
    );
  });

  it('survives any number of deaths at any effect: the same end, nothing lost, nothing doubled', async () => {
    const deaths = fc.array(fc.record({ at: fc.nat(), side: fc.constantFrom('before', 'after') }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(estates, deaths, async (estate, kills) => {
        const calm = await applyable(estate);
        const counter = new Executioner(0, 'before');
        await applyRecorded(calm.plan, calm.lab.writer, new RecordedApply(), counter);
        const { lab, plan } = await applyable(estate);
        const recorded = new RecordedApply();
        for (const { at, side } of kills) {
          const executioner = new Executioner((at % counter.effects) + 1, side);
          await applyRecorded(plan, lab.writer, recorded, executioner).catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error;
          });
        }
        expect(await applyRecorded(plan, lab.writer, recorded)).toMatchObject({ result: 'applied', unverified: [] });
        expect(unmarked(lab.system.load())).toEqual(unmarked(calm.lab.system.load()));
        expect(recorded.complete(plan)).toBe(true);
        expect(recorded.doneTwice()).toEqual([]);
      }),
      RUNS,
    );
  });

  it('loses to the same object of somebody else, however equal', async () => {
    await fc.assert(
      fc.asyncProperty(estates, fc.nat(), fc.boolean(), async (estate, pick, intended) => {
        const { lab, plan } = await applyable(estate);
        const creations = executed(plan).filter(({ action }) => action === 'create');
        const change = creations[pick % Math.max(creations.length, 1)];
        fc.pre(change !== undefined);
        const finished = memoryLab(estate);
        await applyRecorded(plan, finished.writer, new RecordedApply());
        const name = nameOf(change);
        const stranger = accountIn(finished.system.load(), name);
        lab.act(
          (world) =>
            ({ ...world, accounts: { ...world.accounts, ...Object.fromEntries([[name, stranger]]) } }) as World,
        );
        const recorded = new RecordedApply();
        if (intended) recorded.intents.set(`${change.address}#1`, new Set([COMMITMENT]));
        const report = await applyRecorded(plan, lab.writer, recorded);
        expect(report.receipts.find(({ stepId }) => stepId === `${change.address}#1`)).toMatchObject({
          kind: 'conflict',
        });
        expect(accountIn(lab.system.load(), name)).toEqual(stranger);
      }),
      RUNS,
    );
  });
});

describe('drift between the plan and the apply', () => {
  it('refuses the identity where it meets the plan, naming it, and refuses nothing where it does not', async () => {
    const met = { conflict: 0, elsewhere: 0 };
    await fc.assert(
      fc.asyncProperty(estates, fc.nat(), drifts, async (estate, pick, drift) => {
        const { lab, plan } = await applyable(estate);
        const names = Object.keys(lab.system.load().accounts);
        const name = names[pick % Math.max(names.length, 1)];
        fc.pre(name !== undefined);
        const change = plan.changes.find((one) => nameOf(one) === name && one.steps.length > 0);
        const before = change === undefined ? null : await seen(lab.writer, change);
        happen(lab, name, drift);
        const drifted = accountIn(lab.system.load(), name);
        const after = change === undefined ? null : await seen(lab.writer, change);
        const moved = movedLeaves(before, after);
        const report = await applyRecorded(plan, lab.writer, new RecordedApply());
        if (change === undefined || moved.length === 0) {
          met.elsewhere += 1;
          expect(report).toMatchObject({ result: 'applied', unverified: [] });
          return;
        }
        // A drift to the very value that is planned is the plan's own state and may be skipped.
        const unplanned = moved.filter(({ pointer, found }) => !sameLeaf(leavesOf(change.after).get(pointer), found));
        if (unplanned.length !== moved.length) return;
        met.conflict += 1;
        const [first] = moved;
        const receipts = report.receipts.filter(({ stepId }) => stepId.startsWith(`${change.address}#`));
        expect(receipts.map(({ kind }) => kind)).toEqual(['conflict', ...receipts.slice(1).map(() => 'not-attempted')]);
        expect(receipts[0]?.conflict).toEqual({
          pointer: first?.pointer,
          planned: first?.planned ?? null,
          found: first?.found ?? null,
        });
        expect(accountIn(lab.system.load(), name)).toEqual(drifted);
        for (const other of executed(plan)) {
          if (other === change || waitsFor(plan, other, change)) continue;
          expect(
            report.receipts.filter(({ stepId }) => stepId.startsWith(`${other.address}#`)).every(isDone),
            other.address,
          ).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(met.conflict).toBeGreaterThan(20);
    expect(met.elsewhere).toBeGreaterThan(20);
  });

  it('at any moment of the apply is never overwritten, and never passes for a success', async () => {
    let met = 0;
    await fc.assert(
      fc.asyncProperty(estates, fc.nat(), fc.nat(), async (estate, pick, moment) => {
        const { lab, plan } = await applyable(estate);
        const managing = executed(plan).filter(
          (change) => leavesOf(change.after).has('/note') && change.action !== 'create',
        );
        const change = managing[pick % Math.max(managing.length, 1)];
        fc.pre(change !== undefined);
        const drift: Drift = (account) => ({ ...account, note: 'drifted' });
        let runs = 0;
        let happened = false;
        const at = moment % plan.changes.flatMap(({ steps }) => steps).length;
        const disturbed: Writer = {
          ...lab.writer,
          run: (request, guard, sink) => {
            if (runs === at && accountIn(lab.system.load(), nameOf(change)) !== undefined) {
              happen(lab, nameOf(change), drift);
              happened = true;
            }
            runs += 1;
            return lab.writer.run(request, guard, sink);
          },
        };
        const report = await applyRecorded(plan, disturbed, new RecordedApply());
        fc.pre(happened);
        met += 1;
        const receipts = report.receipts.filter(({ stepId }) => stepId.startsWith(`${change.address}#`));
        // Where everything of it was done and read back before, it is drift after the apply.
        const noticed = report.unverified.includes(change.address) || receipts.some(({ kind }) => kind === 'conflict');
        const earlier = receipts.every(isDone);
        expect(noticed || earlier).toBe(true);
        expect(accountIn(lab.system.load(), nameOf(change))).toMatchObject({ note: 'drifted' });
      }),
      RUNS,
    );
    expect(met).toBeGreaterThan(10);
  });

  it('in another incarnation refuses, however equal', async () => {
    await fc.assert(
      fc.asyncProperty(estates, fc.nat(), async (estate, pick) => {
        const { lab, plan } = await applyable(estate);
        const existing = executed(plan).filter(({ before }) => before !== null);
        const change = existing[pick % Math.max(existing.length, 1)];
        fc.pre(change !== undefined);
        happen(lab, nameOf(change), (account) => ({ ...account, incarnation: 'another' }));
        const recreated = accountIn(lab.system.load(), nameOf(change));
        const report = await applyRecorded(plan, lab.writer, new RecordedApply());
        const receipt = report.receipts.find(({ stepId }) => stepId === `${change.address}#1`);
        expect(receipt?.conflict).toMatchObject({
          pointer: '/incarnation',
          planned: change.incarnation,
          found: 'another',
        });
        expect(accountIn(lab.system.load(), nameOf(change))).toEqual(recreated);
      }),
      RUNS,
    );
  });
});

describe('a plan', () => {
  it('is the same for the same facts, whatever happened to what nobody asks about', async () => {
    await fc.assert(
      fc.asyncProperty(estates, drifts, async (estate, drift) => {
        const { lab, plan } = await applyable(estate);
        lab.act((world) => ({
          ...world,
          accounts: {
            ...world.accounts,
            stranger: drift({ ...Object.values(world.accounts)[0], grants: {}, actsAs: [] } as never),
          },
        }));
        expect(hashJson((await lab.plan(estate.wish)).plan)).toBe(hashJson(plan));
      }),
    );
  });

  it('of an address refers to nobody by an inherited name', async () => {
    const { plan } = await memoryLab().plan({
      base: [],
      head: [{ kind: 'MemoryAccount', name: 'constructor', spec: { note: 'one' } }],
    });
    expect(plan.changes).toMatchObject([{ address: addressOf('constructor'), action: 'create' }]);
  });
});

async function seen(writer: Writer, change: Change) {
  return leavesOf((await writer.observe(change.address, guideOf(change))).attributes);
}

function happen(lab: Lab, name: string, drift: Drift): void {
  lab.act((world) => {
    const account = accountIn(world, name);
    return account === undefined
      ? world
      : { ...world, accounts: { ...world.accounts, ...Object.fromEntries([[name, drift(account)]]) } };
  });
}

type Leaves = ReturnType<typeof leavesOf>;

/** Leaves that drift moved, by pointer; patterns are intent and never drift. */
function movedLeaves(before: Leaves | null, after: Leaves | null) {
  if (before === null || after === null) return [];
  return [...new Set([...before.keys(), ...after.keys()])]
    .toSorted((left, right) => (left < right ? -1 : 1))
    .map((pointer) => ({ pointer, planned: before.get(pointer), found: after.get(pointer) }))
    .filter(({ planned, found }) => !sameLeaf(planned, found) && !isPatternMark(planned ?? found));
}

/** Whether a change waits, over any others, for another. */
function waitsFor(plan: Plan, change: Change, target: Change): boolean {
  const owner = new Map(plan.changes.flatMap((one) => one.steps.map(({ id }) => [id, one] as const)));
  const reached = new Set([change]);
  for (const one of reached) {
    for (const id of one.steps.flatMap(({ dependsOn }) => dependsOn)) reached.add(owner.get(id) ?? one);
  }
  return reached.has(target);
}
