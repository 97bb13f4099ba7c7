import { expect } from 'vitest';
import { LEVEL, type Site, type Standing } from '../../e2e/systems/site.ts';
import { commentsOf, entriesOf, LEASE, ledgerOf, typesOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { gate, land, outcomeOf } from '../support/outcome.ts';
import type { Cases, Refusal } from '../support/replay.ts';

export const standing: Standing = {
  declared: ['svc-back', 'svc-late', 'svc-push', 'svc-merge', 'svc-anew'],
  undeclared: ['stray'],
};

export function cases(here: () => Site): Cases {
  /** Raised and lowered again, both approved. @returns the pull request that raised it */
  async function takenBack(name: string): Promise<Pull> {
    const pull = await here().approved(`${name}-raise`, here().declares(name, LEVEL.asked));
    await here().merge(pull);
    await here().merge(await here().approved(`${name}-lower`, here().declares(name, LEVEL.existing)));
    return pull;
  }

  async function writeLease(holder: string): Promise<void> {
    const { team, eve } = here();
    const expiresAt = new Date(Date.parse(team.server.now()) + 1_700_000).toISOString().replace(/\.\d{3}Z$/u, 'Z');
    const lease = { epoch: 999, holder, expiresAt, released: false };
    await team.repository.push({ as: eve, branch: LEASE, files: { 'lease.json': JSON.stringify(lease) } });
  }

  async function expectKept(name: string, pull: Pull): Promise<Refusal> {
    const run = await here().team.apply();
    expect(await here().look(name)).toMatchObject({ level: LEVEL.existing });
    expect((await entriesOf(here().team, pull)).at(-1)).toMatchObject({ type: 'apply-finished', result: 'superseded' });
    return outcomeOf(here().team, pull, run);
  }

  return {
    refused: {
      'the jobs of a finished pull request run again after its change was taken back': async () => {
        const { team } = here();
        const pull = await team.propose('raise', here().declares('svc-back', LEVEL.asked));
        const { plan } = await team.planAndPublish(pull);
        await here().approve(pull);
        expect((await land(here(), pull)).decision).toBe('applied');
        const back = await here().approved('lower', here().declares('svc-back', LEVEL.existing));
        expect((await land(here(), back)).decision).toBe('applied');
        const before = await ledgerOf(team);
        const published = await team.publish(plan.outputs['bundle']);
        expect((await team.apply()).log).toMatch(/Nothing landed that is not finished/u);
        expect(await here().look('svc-back')).toMatchObject({ level: LEVEL.existing });
        expect(await ledgerOf(team)).toEqual(before);
        return outcomeOf(team, pull, published);
      },
      'a landing that was taken back before any run could apply it': async () => {
        const { team } = here();
        const pull = await here().approved('late', here().declares('svc-late', LEVEL.asked));
        await here().merge(pull);
        const back = await here().approved('undone', here().declares('svc-late', LEVEL.existing));
        await here().merge(back);
        const run = await team.apply();
        expect(await here().look('svc-late')).toMatchObject({ level: LEVEL.existing });
        expect((await entriesOf(team, pull)).at(-1)).toMatchObject({ type: 'apply-finished', result: 'superseded' });
        return outcomeOf(team, pull, run);
      },
      'a landing that was taken back, and then pushed again, before any run could apply it': async () => {
        const { team, eve } = here();
        const pull = await takenBack('svc-push');
        await team.pushPast(eve, here().declares('svc-push', LEVEL.asked));
        return await expectKept('svc-push', pull);
      },
      'the same, merged again without an approval': async () => {
        const { team, eve } = here();
        const pull = await takenBack('svc-merge');
        const again = await team.propose('svc-merge-again', here().declares('svc-merge', LEVEL.asked), eve);
        await gate(here(), again);
        await here().merge(again);
        return await expectKept('svc-merge', pull);
      },
      'a lease in the name of a run that GitHub does not have': async () => {
        const { team } = here();
        const pull = await here().approved('unled', here().declares('unled', LEVEL.existing));
        await here().merge(pull);
        await writeLease('actions/987654321/1');
        const run = await team.apply();
        expect(run.exitCode).toBe(1);
        expect(await here().look('unled')).toBeNull();
        await team.repository.deleteBranch({ as: team.cleo, branch: LEASE });
        expect((await team.apply()).outputs['decision']).toBe('applied');
        return outcomeOf(team, pull, run);
      },
      'a Reconciliation that was taken back': async () => {
        const { team } = here();
        const asked = await here().approved('ask', here().removes('ask', 'stray'));
        await here().merge(asked);
        await here().merge(await here().approved('unask', { 'identities/ask.yaml': null }));
        const run = await team.apply();
        expect(run.log).toContain(`what asked to remove ${here().system.address('stray')} was taken back`);
        expect(await here().look('stray')).toEqual({ level: LEVEL.existing, access: true });
        return outcomeOf(team, asked, run);
      },
    },
    passes: {
      'a landing that was taken back and made again, all of it approved': async () => {
        await takenBack('svc-anew');
        const again = await here().approved('svc-anew-again', here().declares('svc-anew', LEVEL.asked));
        expect((await land(here(), again)).decision).toBe('applied');
        expect(await here().look('svc-anew')).toMatchObject({ level: LEVEL.asked });
      },
      'two runs at once, and a third one after them': async () => {
        const { team } = here();
        const pull = await here().approved('once', here().declares('once', LEVEL.existing));
        await here().merge(pull);
        const runs = await Promise.all([team.apply(), team.apply()]);
        expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
        expect(runs.filter(({ outputs }) => outputs['decision'] === 'applied')).toHaveLength(1);
        const before = await ledgerOf(team);
        expect((await team.apply()).log).toMatch(/Nothing landed that is not finished/u);
        expect(await ledgerOf(team)).toEqual(before);
        expect((await typesOf(team, pull)).filter((type) => type === 'apply-started')).toHaveLength(1);
        expect(commentsOf(team, pull)).toHaveLength(2);
      },
      'a lease to the end of time that somebody wrote by hand': async () => {
        const { team } = here();
        const pull = await here().approved('leased', here().declares('leased', LEVEL.existing));
        const lease = { epoch: 99, holder: 'somebody', expiresAt: '9999-12-31T00:00:00Z', released: false };
        await team.repository.push({ as: team.ana, branch: LEASE, files: { 'lease.json': JSON.stringify(lease) } });
        expect((await land(here(), pull)).decision).toBe('applied');
      },
      'a lease in the name of a run of their own': async () => {
        const { team, eve } = here();
        const pull = await here().approved('claimed', here().declares('claimed', LEVEL.existing));
        const headSha = await team.repository.push({ as: eve, branch: 'mine', files: { 'mine.txt': 'mine' } });
        const mine = { path: '.github/workflows/mine.yml', event: 'push', headBranch: 'mine', headSha, actor: eve };
        await writeLease(`actions/${(await team.repository.startRun(mine)).id}/1`);
        expect((await land(here(), pull)).decision).toBe('applied');
      },
    },
  };
}
