import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEDGER, ledgerOf } from './evidence.ts';
import { exampleJob } from './examples.ts';
import { declaresAccount, OidcTeam } from './oidc-team.ts';
import type { Team } from './repository.ts';
import { shown } from './runner.ts';

/** Runs that sign with their own identity and post as an App of one's own: what each later run holds the ledger to. */
describe('a ledger signed by workflow runs, anchored outside its writers’ reach', () => {
  let here: OidcTeam;
  let team: Team;
  let beforeApply: string;

  beforeAll(async () => {
    here = await OidcTeam.form();
    ({ team } = here);
  });

  afterAll(async () => {
    await here.close();
  });

  async function quoted(): Promise<readonly string[]> {
    const { check_runs: runs } = await team.get<{ check_runs: { name: string; external_id: string }[] }>(
      'commits/main/check-runs',
    );
    return runs.filter(({ name }) => name === 'countersign/ledger').map(({ external_id: id }) => id);
  }

  it('begins, publishes, approves and applies', async () => {
    const begun = await here.asApp('apply', { command: 'init' });
    expect(begun.exitCode, shown(begun)).toBe(0);
    const pull = await team.propose('exporter', declaresAccount('exporter'));
    const waiting = await here.publish(pull);
    expect(waiting.outputs, shown(waiting)).toMatchObject({ decision: 'waiting' });
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
    expect((await here.publish(pull)).outputs).toMatchObject({ decision: 'approved' });
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    beforeApply = await team.repository.head(LEDGER);
    expect((await here.asApp('apply', { command: 'apply' })).outputs).toMatchObject({ decision: 'applied' });
  });

  it('quotes its end on the default branch', async () => {
    const entries = await ledgerOf(team);
    expect(await quoted()).toEqual([
      expect.stringMatching(new RegExp(`^${LEDGER} ${entries.length - 1}:sha256:`, 'u')),
    ]);
  });

  it('a job without id-token: write cannot write it', async () => {
    const pull = await team.propose('other', declaresAccount('other'));
    const run = await here.publish(pull, { permissions: exampleJob('plan').permissions });
    expect(run.exitCode).toBe(1);
    expect(shown(run)).toContain('oidc-not-permitted');
  });

  it.each([
    ['another workflow', { workflow: '.github/workflows/mine.yml' }, 'token-workflow'],
    ['another event', { event: 'pull_request' }, 'token-event'],
  ])('the identity of %s counts for nothing', async (_, options, expected) => {
    const before = await team.repository.head(LEDGER);
    const pull = await team.propose(`by-${expected}`, declaresAccount(expected));
    const run = await here.publish(pull, options);
    expect(run.exitCode).toBe(1);
    expect(shown(run)).toContain('ledger-signer-untrusted');
    expect(await team.repository.head(LEDGER)).toBe(before);
  });

  describe('is refused', () => {
    let whole: string;

    beforeAll(async () => {
      whole = await team.repository.head(LEDGER);
    });

    it('when its branch was set back', async () => {
      await setTo(beforeApply);
      const run = await here.asApp('apply', { command: 'apply' });
      expect([run.exitCode, shown(run)]).toEqual([1, expect.stringContaining('ledger-truncated')]);
    });

    it('when its branch was set back and went on from there, truly signed', async () => {
      await setTo(await other());
      const run = await here.asApp('apply', { command: 'apply' });
      expect([run.exitCode, shown(run)]).toEqual([1, expect.stringContaining('ledger-anchor-differs')]);
    });

    it('when its branch is gone, and when it is begun anew', async () => {
      await team.repository.deleteBranch({ as: team.cleo, branch: LEDGER });
      expect(shown(await here.asApp('apply', { command: 'apply' }))).toContain('ledger-missing');
      const anew = await here.asApp('apply', { command: 'init' });
      expect([anew.exitCode, shown(anew)]).toEqual([1, expect.stringContaining('ledger-begun-before')]);
    });

    it('and goes on when it is restored', async () => {
      await setTo(whole);
      const run = await here.asApp('apply', { command: 'apply' });
      expect(run.exitCode, shown(run)).toBe(0);
    });

    it('when the issuer dropped a key that nobody pinned', async () => {
      team.server.oidc.rotate();
      const run = await here.asApp('apply', { command: 'apply' });
      expect([run.exitCode, shown(run)]).toEqual([1, expect.stringContaining('ledger-missing')]);
    });

    /** The head of a history that the same runs might have written, had they begun again from before the apply. */
    async function other(): Promise<string> {
      const { checkRuns } = team.repository.repository;
      const kept = [...checkRuns.values()];
      for (const run of kept) if (run.name === 'countersign/ledger') checkRuns.delete(run.id);
      await setTo(beforeApply);
      await here.asApp('apply', { command: 'apply' });
      for (const name of ['again', 'once-more']) await here.publish(await team.propose(name, declaresAccount(name)));
      for (const run of checkRuns.values()) if (run.name === 'countersign/ledger') checkRuns.delete(run.id);
      for (const run of kept) checkRuns.set(run.id, run);
      return await team.repository.head(LEDGER);
    }

    async function setTo(sha: string): Promise<void> {
      await team.repository.pushCommit({ as: team.cleo, branch: LEDGER, sha, force: true });
    }
  });
});
