import { describe, expect, it } from 'vitest';
import type { PublicationRun } from '../../src/core/approval/facts.ts';
import { canonicalize } from '../../src/core/digest.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { Ledger } from '../../src/workflows/ledger.ts';
import { CONTENT_MISSING, publishedPlan } from '../../src/workflows/published-plan.ts';
import { AT, begun, note, trial } from '../support/ledger-writer.ts';
import { Publisher } from '../core/approval/publisher.ts';
import { MemoryLedger, someHash } from '../support/memory-ledger.ts';
import { changeWith, planOf } from '../support/plans.ts';

const PLAN = canonicalize(planOf([changeWith('exporter')]));
const ASSESSMENT = canonicalize({ formatVersion: '1', changes: [], access: [] });

/** The run of a plan and an assessment, of which the ledger keeps the given texts. */
async function read(plan: string, assessment: string, kept: readonly string[] = [plan, assessment], judged?: string) {
  const ledger = new Ledger(
    await begun(new MemoryLedger(), trial),
    () => AT,
    () => undefined,
  );
  await ledger.append(
    [note('published')],
    kept.map((text) => ({ hash: someHash(text), bytes: Buffer.from(text) })),
  );
  const run: PublicationRun = {
    id: 'run-1',
    digest: someHash(plan),
    baseBranch: 'main',
    code: 'kt5m-w2qa',
    publishedAt: AT,
    commentId: 1,
    bodyHash: someHash('body'),
    assessmentHash: someHash(assessment),
    heads: ['h1'],
    mustQuote: false,
    ended: null,
  };
  const publisher = new Publisher();
  if (judged !== undefined) publisher.enter('D', { type: 'judged', run: 'run-1', head: 'h1', pull: someHash(judged) });
  return await publishedPlan(ledger, run, { head: 'h1', entries: publisher.entries });
}

const other = (text: string, parts: JsonObject): string =>
  canonicalize({ ...(JSON.parse(text) as JsonObject), ...parts });

describe('what was published', () => {
  it('is the plan and its assessment, as the ledger keeps them', async () => {
    expect(await read(PLAN, ASSESSMENT)).toEqual({
      plan: JSON.parse(PLAN),
      assessment: JSON.parse(ASSESSMENT),
      pull: null,
    });
  });

  it('has what of the pull request was judged by, where any of it was', async () => {
    const pull = canonicalize({ formatVersion: '1', labels: [] });
    expect(await read(PLAN, ASSESSMENT, [PLAN, ASSESSMENT, pull], pull)).toMatchObject({ pull: JSON.parse(pull) });
    expect(await read(PLAN, ASSESSMENT, [PLAN, ASSESSMENT], pull)).toBeNull();
    const later = canonicalize({ formatVersion: '2' });
    await expect(read(PLAN, ASSESSMENT, [PLAN, ASSESSMENT, later], later)).rejects.toMatchObject({
      code: 'engine-outdated',
    });
  });

  it.each([
    ['the plan', [ASSESSMENT]],
    ['the assessment', [PLAN]],
    ['either', []],
  ])('is not known where the ledger does not keep %s', async (_what, kept) => {
    expect(await read(PLAN, ASSESSMENT, kept)).toBeNull();
    expect(CONTENT_MISSING.code).toBe('ledger-content-missing');
  });

  it('is not known where the bytes have the digest of no plan', async () => {
    expect(await read(`${PLAN} `, ASSESSMENT)).toBeNull();
  });

  it.each([
    ['plan', other(PLAN, { formatVersion: '2' }), ASSESSMENT],
    ['assessment', PLAN, other(ASSESSMENT, { formatVersion: '2' })],
  ])('is refused where its %s is of a format that this version does not know', async (what, plan, assessment) => {
    await expect(read(plan, assessment)).rejects.toMatchObject({
      code: 'engine-outdated',
      evidence: `the ${what} of ${someHash(plan)} has the format 2`,
    });
  });

  it('is refused where it tells effective access as this version never does', async () => {
    const assessment = other(ASSESSMENT, { access: [{ kind: 'known', source: 'elsewhere', blocks: [], left: 0 }] });
    await expect(read(PLAN, assessment)).rejects.toMatchObject({ code: 'engine-outdated' });
  });
});
