import { expect } from 'vitest';
import { declares, Estate, pathOf, role } from '../../e2e/estate.ts';
import { checksOf } from '../../e2e/evidence.ts';
import type { Account, Pull } from '../../e2e/repository.ts';
import { handmade } from '../support/merging.ts';
import { gate, land, type Outcome } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

type Files = Readonly<Record<string, string | null>>;

const EXAMPLE = 'docs/example.yaml';
const ROLES = ['quiet', 'beside', 'again', 'kept', 'moved', 'replayed', 'steady'];
const here = standing(() => {
  const { files, sql = '' } = existing(...ROLES);
  return Estate.begin({ files: { ...files, [EXAMPLE]: role('svc') }, sql });
});

const movedTo = (name: string): string => `identities/moved/${name}.yaml`;

/** Approved by ben, merged and applied, or nothing to apply. */
async function bring(branch: string, files: Files, method: 'merge' | 'squash' = 'squash'): Promise<void> {
  const pull = await here().approved(branch, files);
  expect((await land(here(), pull, method)).decision).toMatch(/^(?:applied|nothing)$/u);
}

/** Two commits of the base, neither of which has the other: a change of a role that was approved and applied, and one beside it. */
type Crossing = { readonly change: string; readonly beside: string };

async function crossing(name: string): Promise<Crossing> {
  const { repository, cleo } = here().team;
  const pull = await here().team.propose(`cross-${name}`, limited(name, 2));
  const change = pull.head.sha;
  const beside = await repository.push({ as: cleo, branch: 'main', files: { 'README.md': `Beside ${name}\n` } });
  await gate(here(), pull);
  await here().approve(pull);
  expect((await land(here(), pull, 'merge')).decision).toBe('applied');
  expect(await here().role(name)).toMatchObject({ limit: 2 });
  return { change, beside };
}

/** Begins a branch with a merge of both, the files of `tree`, and one more commit. */
async function branchOff(as: Account, { change, beside }: Crossing, tree: string, files: Files): Promise<Pull> {
  const { repository } = here().team;
  const branch = `on-${change.slice(0, 7)}`;
  const sha = await handmade(here(), { as, parents: [beside, change], tree });
  await repository.pushCommit({ as, branch, sha });
  await repository.push({ as, branch, files });
  return await repository.openPullRequest({ as, head: branch });
}

/** It is red at the gate, and when it is merged all the same, nothing happens to the role. */
async function expectDiffers(pull: Pull, name: string, limit: number | null): Promise<Outcome> {
  const judged = await gate(here(), pull);
  expect(judged.codes).toContain('merge-differs');
  expect(checksOf(here().team, pull.head.sha)).toMatchObject({ approval: { state: 'failure' } });
  expect((await land(here(), pull, 'merge')).decision).toBe('refused');
  const found = await here().role(name);
  expect(found?.limit ?? null).toBe(limit);
  return judged;
}

/** Dora, who owns it as much as ben does, merges the base into the branch and approves what stands there. */
async function approvesOwnMerge(pull: Pull, tree: 'head' | 'base', files: Files = {}): Promise<Outcome> {
  const { dora, team } = here();
  const [mine, base] = [pull.head.sha, await team.repository.head()];
  const merge = { as: dora, parents: [mine, base], tree: tree === 'head' ? mine : base, files };
  await team.repository.pushCommit({ as: dora, branch: pull.head.ref, sha: await handmade(here(), merge) });
  await gate(here(), pull);
  await here().approve(pull, { as: dora });
  const judged = await gate(here(), pull);
  expect(judged).toMatchObject({ decision: 'waiting', codes: expect.arrayContaining(['reviewer-contributed']) });
  const landed = await land(here(), pull);
  expect(landed).toMatchObject({ decision: 'refused', codes: expect.arrayContaining(['approval-missing']) });
  return judged;
}

replay(row, {
  refused: {
    'an approved change is taken back by a branch that differs in no identity': async () => {
      const { eve } = here();
      const crossed = await crossing('quiet');
      const pull = await branchOff(eve, crossed, crossed.beside, { 'docs/notes.md': 'harmless\n' });
      return await expectDiffers(pull, 'quiet', 2);
    },
    'an approved change is taken back beside another that is approved': async () => {
      const { eve } = here();
      const crossed = await crossing('beside');
      const pull = await branchOff(eve, crossed, crossed.beside, declares('front'));
      await gate(here(), pull);
      await here().approve(pull);
      const judged = await expectDiffers(pull, 'beside', 2);
      expect(await here().role('front')).toBeNull();
      return judged;
    },
    'an edit beside the identities, of a file that the base has moved among them': async () => {
      const { team, eve } = here();
      const pull = await team.propose('example', { [EXAMPLE]: role('svc', { limit: 500 }) }, eve);
      await bring('move-example', { [EXAMPLE]: null, [pathOf('svc')]: role('svc') });
      return await expectDiffers(pull, 'svc', 5);
    },
    'an owner keeps what the base replaced, where one of the commits at which the two parted excuses it': async () => {
      const { team } = here();
      const crossed = await crossing('again');
      const joined = await team.repository.head();
      const pull = await branchOff(team.ana, crossed, joined, declares('onlooker'));
      await bring('again-five', limited('again', 5));
      const judged = await approvesOwnMerge(pull, 'head');
      expect(await here().role('again')).toMatchObject({ limit: 5 });
      return judged;
    },
    'an owner keeps a document where it was, and so drops the change with which the base moved it': async () => {
      const pull = await here().team.propose('bystander', declares('bystander'));
      await bring('move-kept', { [pathOf('kept')]: null, [movedTo('kept')]: role('kept', { limit: 9 }) });
      const judged = await approvesOwnMerge(pull, 'head');
      expect(await here().role('kept')).toMatchObject({ limit: 9 });
      return judged;
    },
    'an owner changes a document where the base moved it': async () => {
      const pull = await here().team.propose('witness', declares('witness'));
      await bring('move-moved', { [pathOf('moved')]: null, [movedTo('moved')]: role('moved') });
      const files = { ...declares('witness'), [movedTo('moved')]: role('moved', { limit: 50 }) };
      const judged = await approvesOwnMerge(pull, 'base', files);
      expect(await here().role('moved')).toMatchObject({ limit: 5 });
      return judged;
    },
    'a change and its opposite on an older base, which a rebase replays one after the other': async () => {
      const { team, eve } = here();
      const from = await team.repository.head();
      await bring('replayed-two', limited('replayed', 2));
      await team.repository.push({ as: eve, branch: 'replay', from, files: limited('replayed', 2) });
      await team.repository.push({ as: eve, branch: 'replay', files: limited('replayed', 5) });
      const pull = await team.repository.openPullRequest({ as: eve, head: 'replay' });
      await gate(here(), pull);
      const landed = await land(here(), pull, 'rebase');
      expect(landed.decision).toBe('refused');
      expect(await here().role('replayed')).toMatchObject({ limit: 2 });
      return landed;
    },
  },
  passes: {
    'a branch on commits of the base that cross: the owner brings it up to date, and approves': async () => {
      const { team, dora, eve } = here();
      const crossed = await crossing('steady');
      const pull = await branchOff(eve, crossed, await team.repository.head(), declares('crossed'));
      await team.repository.updateBranch(pull, { as: dora });
      await gate(here(), pull);
      await here().approve(pull, { as: dora });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull, 'merge')).decision).toBe('applied');
      expect([await here().role('steady'), await here().role('crossed')]).toMatchObject([{ limit: 2 }, { limit: 5 }]);
    },
    'the owner brings a branch up to date with a base that moved a document, and approves': async () => {
      const { team, dora } = here();
      const pull = await team.propose('honest', declares('honest'));
      await bring('move-steady', { [pathOf('steady')]: null, [movedTo('steady')]: role('steady', { limit: 2 }) });
      await team.repository.updateBranch(pull, { as: dora });
      await gate(here(), pull);
      await here().approve(pull, { as: dora });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('applied');
      expect(await here().role('honest')).toMatchObject({ limit: 5 });
    },
  },
});
