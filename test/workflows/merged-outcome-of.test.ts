import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergedOutcome } from '../../src/workflows/merged-outcome.ts';
import type { PullRequest as Opened } from '../github-server/index.ts';
import { account, LandingWorld } from '../support/landing-world.ts';

let here: LandingWorld;
let pull: Opened;
beforeEach(async () => {
  here = await LandingWorld.begin(account('alpha', 'old'));
  pull = await here.propose('change', account('alpha', 'new'));
});
afterEach(() => here.close());

/** @param planned what the pull request was planned as; by default what it is */
async function outcome(parts: Partial<Awaited<ReturnType<LandingWorld['planOf']>>> | null = {}) {
  const plan = parts === null ? null : { ...(await here.planOf(pull)), ...parts };
  return await mergedOutcome(here.surface, await here.now(pull), plan, await here.rulesAt('main'));
}

describe('merging a pull request', () => {
  it('brings its plan, on a base that moved on, too', async () => {
    await here.pushed({ 'README.md': 'Moved on' });
    expect(await outcome()).toBeNull();
  });

  it('would bring something else than was planned, and is told what and what to do', async () => {
    expect(await outcome({ desired: [] })).toMatchObject({
      code: 'merge-differs',
      message: expect.stringMatching(/ landing-differs: .*alpha.* Update the branch from its base\.$/u),
    });
  });

  it('would bring an identity where nothing was planned, and nothing where it is about nothing', async () => {
    expect(await outcome(null)).toMatchObject({
      code: 'merge-differs',
      message: expect.stringContaining('Its own commits touch neither an identity nor the rules.'),
    });
    pull = await here.propose('words', { 'docs.md': 'harmless' });
    expect(await outcome(null)).toBeNull();
  });

  it('brings nothing where it cannot be merged', async () => {
    await here.pushed(account('alpha', 'another'));
    expect(await outcome({ desired: [] })).toBeNull();
  });

  it('is not known where GitHub does not tell of this head', async () => {
    const { head, ...rest } = await here.now(pull);
    const moved = { ...rest, head: { ...head, sha: 'f'.repeat(40) } };
    expect(await mergedOutcome(here.surface, moved, null, await here.rulesAt('main'))).toMatchObject({
      code: 'merge-unknown',
    });
  }, 30_000);
});
