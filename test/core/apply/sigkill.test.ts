import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplyReport } from '../../../src/core/apply/execute.ts';
import { commitmentOf } from '../../../src/core/creation-mark.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { emptyWorld, fileBacked, type World } from '../../../src/providers/memory/system.ts';
import { account, declared, memoryLab, unmarked } from '../../support/memory.ts';
import type { RecordLine } from '../../support/mortal-apply.ts';

const run = promisify(execFile);
const NODE = process.execPath;
const PROGRAM = join(import.meta.dirname, '../../support/mortal-apply.ts');
const DELETE = { kind: 'delete', options: {} } as const;

const reads = (...names: readonly string[]) => names.map((on) => ({ on, actions: ['read'] }));

/** A creation, one that depends on it, an edit of three facets, a replacement and a deletion. */
const accounts = {
  edited: account({ incarnation: '1', note: 'old', actsAs: ['leaver'], grants: { orders: ['read'] } }),
  leaver: account({ incarnation: '2' }),
  replaced: account({ incarnation: '3', grants: { orders: ['write'] } }),
  stranger: account({ incarnation: '4', note: 'nobody asked' }),
};
const wish = {
  base: [declared('edited', {}), declared('leaver', {}, DELETE), declared('replaced', { tier: 'standard' })],
  head: [
    declared('edited', { note: 'new', actsAs: ['created'], grants: reads('billing-*') }),
    declared('created', { note: 'new', grants: reads('billing-*', 'orders') }),
    declared('dependent', { actsAs: ['created'] }),
    declared('replaced', { tier: 'premium', grants: reads('orders') }),
  ],
};

describe('an apply killed by SIGKILL', () => {
  let folder: string;
  let plan: Plan;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'countersign-kill-'));
    const world: World = { ...emptyWorld(['orders', 'billing-a', 'billing-b']), nextIncarnation: 10, accounts };
    fileBacked(join(folder, 'pristine.json')).save(world);
    plan = (await memoryLab({ system: fileBacked(join(folder, 'pristine.json')) }).plan(wish)).plan;
    writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('at every effect: the next process finishes, as if nothing had happened, and its record is complete', async () => {
    expect(plan.changes.map(({ action }) => action)).toEqual(['create', 'create', 'update', 'delete', 'replace']);
    const calm = await lifeOf('calm');
    const { moments } = await calm.live();
    expect(moments).toBeGreaterThan(25);
    const survived: number[] = [];
    // Two at a time, as many as there are cores to count on.
    const queue = Array.from({ length: moments }, (_, index) => index + 1);
    const worker = async () => {
      for (let moment = queue.shift(); moment !== undefined; moment = queue.shift()) {
        await survives(moment, calm.world());
        survived.push(moment);
      }
    };
    await Promise.all([worker(), worker()]);
    expect(survived).toHaveLength(moments);
  }, 240_000);

  async function survives(moment: number, undisturbed: World): Promise<void> {
    const life = await lifeOf(`killed-${moment}`);
    await expect(life.live(moment), `moment ${moment}`).rejects.toMatchObject({ signal: 'SIGKILL' });
    const { report } = await life.live();
    expect(report, `moment ${moment}`).toMatchObject({ result: 'applied', unverified: [] });
    expect(unmarked(life.world()), `moment ${moment}`).toEqual(unmarked(undisturbed));
    const steps = plan.changes.flatMap((change) => change.steps.map(({ id }) => id)).sort();
    const receipts = life.record().flatMap((line) => ('receipt' in line ? [line.receipt] : []));
    expect(receipts.map(({ stepId }) => stepId).sort(), `moment ${moment}`).toEqual(steps);
    const intents = life.record().flatMap((line) => ('intent' in line ? [line] : []));
    const commitments = new Set(intents.map(({ commitment }) => commitment));
    expect(commitments.size, `moment ${moment}`).toBe(intents.length);
    // Two lives: each says of a step at most once that it is about to do it.
    for (const same of Map.groupBy(intents, ({ intent }) => intent).values()) expect(same.length).toBeLessThan(3);
    const marks = Object.values(life.world().accounts).flatMap(({ mark }) => mark ?? []);
    expect(marks.length, `moment ${moment}`).toBe(3);
    for (const mark of marks) expect(commitments, `moment ${moment}`).toContain(commitmentOf(mark));
  }

  async function lifeOf(name: string) {
    const [system, record] = [join(folder, `${name}.json`), join(folder, `${name}.jsonl`)];
    copyFileSync(join(folder, 'pristine.json'), system);
    writeFileSync(record, '');
    return {
      async live(moment = 0): Promise<{ report: ApplyReport; moments: number }> {
        const { stdout } = await run(NODE, [PROGRAM, join(folder, 'plan.json'), system, record, String(moment)]);
        return JSON.parse(stdout) as { report: ApplyReport; moments: number };
      },
      world: () => fileBacked(system).load(),
      record: () =>
        readFileSync(record, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as RecordLine),
    };
  }
});
