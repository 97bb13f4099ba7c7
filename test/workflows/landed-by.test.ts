import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/digest.ts';
import type { Plan } from '../../src/core/plan.ts';
import type { PullRequest } from '../../src/github/pull-requests.ts';
import { landedBy } from '../../src/workflows/landed-by.ts';
import type { Landing } from '../../src/workflows/landings.ts';
import type { PullRequest as Opened } from '../github-server/index.ts';
import { landingWith, pullWith } from '../support/landed.ts';
import { account, LandingWorld } from '../support/landing-world.ts';

let here: LandingWorld;
beforeEach(async () => {
  here = await LandingWorld.begin();
});
afterEach(() => here.close());

const MERGED = { at: '2026-01-05T10:00:00Z', commit: 'c2' };
const pushed = landingWith({ commit: 'c2', commits: ['c1', 'c2'], name: 'c2' });
const merged = (number: number): PullRequest => pullWith({ number, merged: MERGED });

async function by(candidates: readonly PullRequest[], landing: Landing = pushed) {
  const found = await landedBy(here.surface, candidates, landing, await here.rulesAt('main'));
  return found.kind === 'pull-request' ? [found.pull.number, found.name] : found.kind;
}

const APPLY = { type: 'apply-finished', applyId: sha256('apply'), result: 'applied' } as const;

async function enteredAs(number: number, landing: string): Promise<void> {
  await here.enter(number, null, { ...APPLY, landing, applied: [], unapplied: [], settled: null });
}

describe('commits landed', () => {
  it('by nobody’s pull request where none is named', async () => {
    expect(await by([])).toBe('nobody');
  });

  it('by the only one, planned or not, as their last', async () => {
    expect(await by([merged(7)])).toEqual([7, 'c2']);
  });

  it('by the one of which the ledger says so, as what it says', async () => {
    await enteredAs(8, 'c1');
    await enteredAs(7, 'elsewhere');
    expect(await by([merged(7), merged(8)])).toEqual([8, 'c1']);
  });

  it('by the first of which it says so', async () => {
    await enteredAs(7, 'c1');
    await enteredAs(8, 'c2');
    expect(await by([merged(7), merged(8)])).toEqual([7, 'c1']);
  });

  it('before, where the ledger says that one of them did so as other commits', async () => {
    await enteredAs(8, 'elsewhere');
    expect(await by([merged(7), merged(8)])).toBe('elsewhere');
  });
});

describe('commits landed, among several, by', () => {
  const hashes = { body: sha256('body'), assessment: sha256('assessment') };

  /** Enters a publication. */
  async function planned(number: number, { head = 'head', at = '2026-01-05T09:59:00Z' } = {}): Promise<void> {
    const run = { run: 'run-1', head, senders: [] };
    const first = { code: 'kt5m-w2qa', baseBranch: 'main', mustQuote: false, because: 'first' } as const;
    await here.enter(number, sha256('plan'), { type: 'planned', ...run, ...first, ...hashes });
    await here.enter(number, sha256('plan'), { type: 'published', ...run, commentId: 1, createdAt: at });
  }

  it('the first where none was planned', async () => {
    expect(await by([merged(7), merged(8)])).toEqual([7, 'c2']);
  });

  it('the only one that was planned, with the head that landed, until it landed', async () => {
    await planned(6, { head: 'another' });
    await planned(7, { at: '2026-01-05T10:00:01Z' });
    await planned(8);
    await here.enter(8, sha256('plan'), { type: 'ended', run: 'run-1', because: 'unconcerned', head: 'head' });
    await planned(9);
    const candidates = [6, 7, 8, 9].map(merged);
    expect(await by(candidates)).toEqual([9, 'c2']);
    expect(await by(candidates.slice(0, 3))).toEqual([6, 'c2']);
  });

  it('the first of those that were planned, where none was approved', async () => {
    await planned(8);
    await planned(9);
    expect(await by([7, 8, 9].map(merged))).toEqual([8, 'c2']);
  });
});

describe('commits of two pull requests with one head landed by', () => {
  let landing: Landing;
  let twins: readonly [PullRequest, PullRequest];

  /** @param approved whether the second is. @param parts of the first one's plan. @param keeps whether the ledger keeps the second one's */
  async function land(approved: boolean, parts: Partial<Plan> = {}, keeps = true): Promise<void> {
    const { world } = here;
    const first = await here.propose('first', account('alpha', 'new'));
    await world.repository.pushCommit({ as: world.ana, branch: 'second', sha: first.head.sha });
    const second = await world.repository.openPullRequest({ as: world.ana, head: 'second' });
    await here.publish(first, { also: parts });
    await here.publish(second, { keeps });
    if (approved) await here.approve(second, world.ben);
    landing = await here.land(second);
    twins = [await asMerged(first), await asMerged(second)];
  }

  const asMerged = async (opened: Opened): Promise<PullRequest> => ({
    ...(await here.now(opened)),
    merged: landing.pull?.merged ?? null,
  });

  it('the one that was approved', async () => {
    await land(true);
    expect(await by(twins, landing)).toEqual([2, landing.commit]);
  });

  it('the one that may yet turn out to be approved, before one that was not', async () => {
    await land(false, { desired: [] }, false);
    expect(await by(twins, landing)).toEqual([2, landing.commit]);
  });

  it('the first where neither was', async () => {
    await land(false);
    expect(await by(twins, landing)).toEqual([1, landing.commit]);
  });
});
