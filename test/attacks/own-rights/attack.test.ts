import { expect } from 'vitest';
import { CONFIGURATION_PATH, declares } from '../../e2e/estate.ts';
import type { Account } from '../../e2e/repository.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

async function rules(change: (text: string) => string): Promise<Readonly<Record<string, string>>> {
  const text = (await here().team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
  return { [CONFIGURATION_PATH]: change(text) };
}

/** A pull request that brings the approved rules back. */
async function restoredBy(as: Account, branch: string, files: Readonly<Record<string, string>>): Promise<void> {
  const pull = await here().team.propose(branch, files);
  await gate(here(), pull);
  await here().approve(pull, { as });
  expect((await gate(here(), pull)).decision).toBe('approved');
  expect((await land(here(), pull)).decision).toBe('nothing');
}

replay(row, {
  refused: {
    'the author becomes an administrator, and a friend who owns identities approves': async () => {
      const { team } = here();
      const pull = await team.propose('crown', await rules((text) => text.replace('[cleo]', '[cleo, ana]')));
      await gate(here(), pull);
      await expect(here().approve(pull, { as: team.ana })).rejects.toThrow(/Unprocessable Entity/u);
      await here().approve(pull);
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      const back = await rules((text) => text.replace('[cleo, ana]', '[cleo]'));
      await team.pushPast(team.cleo, back);
      return landed;
    },
    'an administrator who pushed to it approves': async () => {
      const { team, eve } = here();
      const pull = await team.propose('mine', declares('mine'), eve);
      const files = await rules((text) => text.replace('[ben, dora]', '[ben, dora, cleo]'));
      await team.repository.push({ as: team.cleo, branch: 'mine', files });
      await gate(here(), pull);
      for (const as of [team.ben, team.cleo]) await here().approve(pull, { as });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      return judged;
    },
    'an administrator pushes what makes them an owner, and approves what ratifies it': async () => {
      const { team } = here();
      const before = await rules((text) => text);
      const files = await rules((text) => text.replace('[ben, dora]', '[ben, dora, cleo]'));
      await team.pushPast(team.cleo, files);
      await team.apply();
      const tidy = await rules((text) => `# Ours\n${text}`);
      const pull = await team.propose('tidy', tidy);
      await gate(here(), pull);
      await here().approve(pull, { as: team.cleo });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      expect((await land(here(), pull)).decision).toBe('refused');
      await restoredBy(team.cleo, 'back', before);
      return judged;
    },
  },
  passes: {
    'an administrator who pushed rules approves what restores them': async () => {
      const { team } = here();
      const before = await rules((text) => text);
      const files = await rules((text) => text.replace('[cleo]', '[cleo, eve]'));
      await team.pushPast(team.cleo, files);
      await team.apply();
      await restoredBy(team.cleo, 'back-again', before);
      const next = await here().approved('after-restoring', declares('after-restoring'));
      expect((await land(here(), next)).decision).toBe('applied');
    },
    'eve becomes an owner, and approves': async () => {
      const { team, eve } = here();
      const pull = await team.propose('owner', await rules((text) => text.replace('[ben, dora]', '[ben, dora, eve]')));
      await gate(here(), pull);
      await here().approve(pull, { as: team.cleo });
      expect((await land(here(), pull)).decision).toBe('nothing');
      const next = await team.propose('next', declares('next'));
      await gate(here(), next);
      await here().approve(next, { as: eve });
      expect((await land(here(), next)).decision).toBe('applied');
    },
  },
});
