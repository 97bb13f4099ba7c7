import { expect } from 'vitest';
import { commitmentOf } from '../../src/core/creation-mark.ts';
import { verifyLedger } from './audit.ts';
import type { Arena, Trace } from './arena.ts';
import { LIVE, type Point } from './gate.ts';
import { shown } from './runner.ts';

/** An apply that nothing disturbs: its effects in order, and all that it leaves. */
export type Reference = { readonly effects: readonly string[]; readonly trace: Trace };

export async function undisturbed(arena: Arena): Promise<Reference> {
  await arena.reset();
  const run = await arena.apply(null);
  expect(run, shown(run)).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
  const reference = { effects: [...arena.gate.effects], trace: await arena.trace() };
  expectWhole(reference.trace, reference.trace);
  return reference;
}

/**
 * Every state in which the world can be left: before each effect, after each of a live system, after the last effect. What is after a request
 * to GitHub is the same as what is before the next effect, since a run does one thing at a time.
 */
export function pointsOf(effects: readonly string[]): readonly Point[] {
  return effects.flatMap((name, effect) => [
    { effect, side: 'before' as const },
    ...(isLive(name) || effect === effects.length - 1 ? [{ effect, side: 'after' as const }] : []),
  ]);
}

/** Whether an effect is one on a live system. */
export function isLive(effect: string): boolean {
  return effect === 'COMMIT' || effect.startsWith(LIVE);
}

/** Kills an apply at a point, runs it again, and holds what both left against what an undisturbed one leaves. */
export async function expectSurvives(arena: Arena, reference: Reference, point: Point): Promise<void> {
  const where = `killed ${point.side} effect ${point.effect}, ${reference.effects[point.effect] ?? 'which does not exist'}`;
  await arena.reset();
  const killed = await arena.apply(point);
  expect(killed.exitCode, `${where}: ${shown(killed)}`).toBe(-1);
  const resumed = await arena.apply(null);
  expect(resumed.exitCode, `${where}: ${shown(resumed)}`).toBe(0);
  const trace = await arena.trace();
  expect(withoutMarks(trace), where).toEqual(withoutMarks(reference.trace));
  try {
    expectWhole(trace, reference.trace);
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}\n${shown(resumed)}`, {
      cause: error,
    });
  }
  const { team, publicKey } = arena.ground;
  expect(await verifyLedger(team, publicKey), where).toMatchObject({ sound: true, problems: [], unfinished: [] });
}

/** One approval, one end, one receipt for each step of the undisturbed run, one comment: nothing missing, nothing doubled. */
function expectWhole({ entries, comments }: Trace, reference: Trace): void {
  const types = entries.map(({ type }) => type);
  const count = (type: string) => types.filter((found) => found === type).length;
  expect({ approved: count('approved'), finished: count('apply-finished') }).toEqual({ approved: 1, finished: 1 });
  expect(entries.at(-1)).toEqual(reference.entries.at(-1));
  const receipts = receiptsOf(entries);
  expect(receipts.map(({ stepId }) => stepId).toSorted()).toEqual(
    receiptsOf(reference.entries)
      .map(({ stepId }) => stepId)
      .toSorted(),
  );
  for (const { kind } of receipts) expect(['applied', 'already-applied']).toContain(kind);
  expectIntents(entries);
  expect(comments.map(({ body }) => body.split('\n')[0])).toEqual(
    reference.comments.map(({ body }) => body.split('\n')[0]),
  );
  expect(comments).toHaveLength(2);
}

/** What is live, but for which marks the creations bear: each run has its own. One that no intent committed to stays. */
function withoutMarks({ live, entries }: Trace): unknown {
  const commitments = new Set(entries.flatMap((body) => (body.type === 'intent' ? [body.commitment] : [])));
  const text = JSON.stringify(live).replaceAll(/"([0-9a-f]{64})"/gu, (whole, mark: string) =>
    commitments.has(commitmentOf(mark)) ? '"a mark"' : whole,
  );
  return JSON.parse(text);
}

/** Each start says of a step at most once that it is about to happen, and each intent commits to a mark of its own. */
function expectIntents(entries: Trace['entries']): void {
  const intents = entries.flatMap((body) => (body.type === 'intent' ? [body] : []));
  expect(new Set(intents.map(({ commitment }) => commitment)).size).toBe(intents.length);
  let said = new Set<string>();
  for (const body of entries) {
    if (body.type === 'apply-started') said = new Set();
    if (body.type !== 'intent') continue;
    expect(said).not.toContain(body.stepId);
    said.add(body.stepId);
  }
}

function receiptsOf(entries: Trace['entries']) {
  return entries.flatMap((body) => (body.type === 'receipt' ? [body] : []));
}
