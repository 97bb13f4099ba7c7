import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONFIGURATION_PATH } from '../../src/core/configuration.ts';
import { hashJson, sha256 } from '../../src/core/digest.ts';
import type { Sha256 } from '../../src/core/json.ts';
import { judgeLanding } from '../../src/workflows/judge-landing.ts';
import type { Judgement } from '../../src/workflows/judgement.ts';
import type { Landing } from '../../src/workflows/landings.ts';
import type { Standing } from '../../src/workflows/standing.ts';
import type { Since } from '../../src/workflows/supersession.ts';
import { account, LandingWorld, rules } from '../support/landing-world.ts';
import { COMMITMENT } from '../support/marks.ts';

const ALPHA = 'memory/MemoryAccount/alpha';
const STEP = `${ALPHA}#1`;
const APPROVED: Standing = { kind: 'approved' };
const WHY = { code: 'why', message: 'Because.' };

let here: LandingWorld;
beforeEach(async () => {
  here = await LandingWorld.begin();
});
afterEach(() => here.close());

type Parts = { readonly standing?: Standing; readonly since?: Since; readonly tipRules?: string };

/** Judged with nothing after it, by the rules that stand at the tip, unless said otherwise. */
async function judged(landing: Landing, parts: Parts = {}): Promise<Judgement> {
  const { standing = APPROVED, since = { later: [], tip: landing.commit }, tipRules = 'main' } = parts;
  return await judgeLanding(here.surface, landing, standing, await here.rulesAt(tipRules), since);
}

/** A landing of an account that was approved. */
const approved = async () => await here.landed('change', account('alpha', 'new'), here.world.ben);
const unapproved = async () => await here.landed('change', account('alpha', 'new'));

const refused = (code: string) => ({ kind: 'refused', reasons: [{ code }] });

/** Enters that its first step is to be written. */
async function begin(applyId: Sha256, approvedFor: Sha256 | null, landing: Landing): Promise<void> {
  const number = landing.pull?.number ?? null;
  const hashes = { before: sha256('rules'), tip: sha256('rules') };
  const body = {
    type: 'approved',
    applyId,
    landing: landing.commit,
    run: 'run-1',
    reviews: [],
    rules: hashes,
  } as const;
  if (approvedFor !== null) await here.enter(number, approvedFor, body);
  await here.enter(number, approvedFor, { type: 'intent', applyId, stepId: STEP, commitment: COMMITMENT });
}

describe('a landing is approved', () => {
  it('when it brought what was published, and its reviews count', async () => {
    const { landing, plan, digest } = await approved();
    const configuration = await here.rulesAt(landing.before);
    expect(await judged(landing)).toMatchObject({
      kind: 'approved',
      applyId: here.applyIdOf(landing, digest),
      digest,
      plan,
      history: { intents: new Map(), finished: false },
      inputs: { plan, configuration },
      landing,
      pull: { number: landing.pull?.number },
      run: { id: 'run-1' },
      configuration,
      decision: { kind: 'approved' },
      finishing: null,
    });
  });

  it('under the name that the ledger has for it', async () => {
    const { landing, digest } = await approved();
    const named = { ...landing, name: 'earlier' };
    const found = await judged(named);
    expect(found).toMatchObject({ kind: 'approved', applyId: here.applyIdOf(named, digest) });
  });

  it('by the last approved rules where it mends the ones before it', async () => {
    const { landing } = await approved();
    const configuration = { ...(await here.rulesAt('main')), applyWithinDays: 3 };
    expect(await judged(landing, { standing: { kind: 'mending', configuration } })).toMatchObject({
      kind: 'approved',
      configuration: { applyWithinDays: 3 },
    });
  });
});

describe('a landing is done with', () => {
  it('when the ledger says so, whatever its rules are now', async () => {
    const { landing, digest } = await approved();
    const applyId = here.applyIdOf(landing, digest);
    const nothing = { result: 'nothing', applied: [], unapplied: [], settled: null } as const;
    await here.enter(landing.pull?.number ?? null, null, {
      type: 'apply-finished',
      applyId,
      landing: landing.commit,
      ...nothing,
    });
    expect(await judged(landing, { standing: { kind: 'unapproved', reason: WHY } })).toEqual({
      kind: 'finished',
      applyId,
    });
  });
});

describe('a landing is not judged yet', () => {
  const unread = (reasons: readonly object[]) => ({ kind: 'unread', digest: null, plan: null, reasons });

  it('while GitHub does not name its pull request', async () => {
    const landing = await here.pushed(account('alpha', 'new'));
    expect(await judged({ ...landing, unattributed: WHY })).toEqual(unread([WHY]));
  });

  it('while nobody can tell whether its rules were approved', async () => {
    const { landing } = await approved();
    expect(await judged(landing, { standing: { kind: 'unread', reasons: [WHY] } })).toEqual(unread([WHY]));
  });

  it('while the ledger lacks what was published', async () => {
    const opened = await here.propose('change', account('alpha', 'new'));
    const { digest } = await here.publish(opened, { keeps: false });
    expect(await judged(await here.land(opened))).toMatchObject({
      ...unread([{ code: 'ledger-content-missing' }]),
      digest,
    });
  });

  it('while a team that has to approve cannot be read, unless it landed too long ago', async () => {
    const team = rules().replace('owner: owners', "owner: '@acme/billing'");
    await here.pushed({ [CONFIGURATION_PATH]: team });
    const { landing, digest, plan } = await approved();
    expect(await judged(landing)).toMatchObject({
      kind: 'unread',
      digest,
      plan,
      reasons: [{ code: 'team-unreadable' }],
    });
    here.world.server.advanceClock(8 * 86_400);
    expect(await judged(landing)).toMatchObject(refused('apply-expired'));
  });
});

describe('a landing is refused', () => {
  it('without a pull request', async () => {
    const landing = await here.pushed(account('alpha', 'new'));
    const nothing = { digest: null, plan: null, history: null, inputs: null };
    expect(await judged(landing)).toEqual({
      kind: 'refused',
      applyId: here.applyIdOf(landing, null),
      ...nothing,
      reasons: [{ code: 'direct-push', message: `${landing.commit.slice(0, 7)} did not land by a pull request.` }],
    });
  });

  it('on rules that nobody approved', async () => {
    const { landing } = await approved();
    expect(await judged(landing, { standing: { kind: 'unapproved', reason: WHY } })).toMatchObject({
      ...refused('why'),
      reasons: [WHY],
    });
  });

  it.each([
    ['there were none', null, 'not-installed'],
    ['they could not be read', 'kind: [', 'rules-invalid'],
  ])('where before it %s', async (_, text, code) => {
    const { landing } = await approved();
    const { commit } = await here.pushed({ [CONFIGURATION_PATH]: text });
    const found = await judged({ ...landing, before: commit }, { tipRules: landing.before });
    expect(found).toMatchObject(refused(code));
  });

  it('when it was published nowhere, or only after it landed', async () => {
    const opened = await here.propose('change', account('alpha', 'new'));
    const landing = await here.land(opened);
    expect(await judged(landing)).toMatchObject({ ...refused('run-absent'), applyId: here.applyIdOf(landing, null) });
    here.world.server.advanceClock(2);
    await here.publish(opened);
    expect(await judged(landing)).toMatchObject(refused('run-absent'));
  });

  it('when it brought something else than was published, though it had begun', async () => {
    const { landing, digest, plan } = await approved();
    await begin(here.applyIdOf(landing, digest), digest, landing);
    const { commit } = await here.pushed(account('alpha', 'another'));
    expect(await judged({ ...landing, commit }, { since: { later: [], tip: commit } })).toMatchObject({
      ...refused('landing-differs'),
      digest,
      plan,
    });
  });

  it('when nobody approved it', async () => {
    const { landing, digest, plan } = await unapproved();
    expect(await judged(landing)).toMatchObject({ ...refused('approval-missing'), digest, plan });
  });

  it('when it landed longer ago than the stricter rules allow, however it was approved', async () => {
    const { landing } = await approved();
    const { commit } = await here.pushed({ [CONFIGURATION_PATH]: rules('applyWithinDays: 2\n') });
    const at = Date.parse(landing.pull?.merged?.at ?? '');
    here.world.server.advanceClock((at + 2 * 86_400_000 - Date.parse(here.world.server.now())) / 1000);
    expect(await judged(landing, { tipRules: commit })).toMatchObject({ kind: 'approved' });
    here.world.server.advanceClock(1);
    expect(await judged(landing, { tipRules: commit })).toMatchObject({
      ...refused('apply-expired'),
      reasons: [{ message: expect.stringContaining('more than 2 days ago') }],
    });
    expect(await judged(landing, { tipRules: landing.before })).toMatchObject({ kind: 'approved' });
  });
});

describe('what was begun', () => {
  const finishing = (...codes: readonly string[]) => ({
    kind: 'approved',
    decision: { kind: 'approved' },
    finishing: { begun: new Set([ALPHA]), reasons: codes.map((code) => expect.objectContaining({ code }) as unknown) },
  });

  it('is finished though its approval counts no more', async () => {
    const { landing, digest } = await unapproved();
    await begin(here.applyIdOf(landing, digest), digest, landing);
    expect(await judged(landing)).toMatchObject(finishing('approval-missing'));
  });

  it('is finished though it landed too long ago', async () => {
    const { landing, digest } = await approved();
    await begin(here.applyIdOf(landing, digest), digest, landing);
    here.world.server.advanceClock(8 * 86_400);
    expect(await judged(landing)).toMatchObject(finishing('apply-expired'));
  });

  it('is not finished where the ledger does not say that it was approved as this', async () => {
    const { landing, digest } = await unapproved();
    await begin(here.applyIdOf(landing, digest), hashJson('another plan'), landing);
    expect(await judged(landing)).toMatchObject(refused('approval-missing'));
  });
});

describe('what a later landing took over', () => {
  async function superseded(landing: Landing): Promise<Judgement> {
    const { commit } = await here.pushed(account('alpha', 'newer'));
    return await judged(landing, { since: { later: [], tip: commit } });
  }

  it('is superseded, and nothing of it left, where it was allowed', async () => {
    const { landing, plan, digest } = await approved();
    expect(await superseded(landing)).toMatchObject({
      kind: 'superseded',
      plan,
      digest,
      reasons: [{ code: 'superseded' }],
      undone: [],
    });
  });

  it('leaves what nobody had allowed', async () => {
    const { landing } = await unapproved();
    expect(await superseded(landing)).toMatchObject({ kind: 'superseded', undone: [ALPHA] });
  });

  it('leaves nothing of what had begun under an approval', async () => {
    const { landing, digest } = await unapproved();
    await begin(here.applyIdOf(landing, digest), digest, landing);
    expect(await superseded(landing)).toMatchObject({ kind: 'superseded', undone: [] });
  });
});
