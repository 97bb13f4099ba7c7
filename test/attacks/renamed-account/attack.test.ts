import { expect } from 'vitest';
import { configuration, CONFIGURATION_PATH, declares, Estate } from '../../e2e/estate.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

/** Ben is pinned to his account, is renamed, and somebody else takes the name. */
const here = standing(async () => {
  const estate = await Estate.open();
  const { team } = estate;
  const rules = configuration(estate.publicKey).replace('[ben, dora]', `[ben#${team.ben.id}, dora]`);
  await team.repository.push({ as: team.cleo, branch: 'main', files: { [CONFIGURATION_PATH]: rules } });
  const init = await team.init();
  expect(init.exitCode, init.log).toBe(0);
  team.ben.login = 'benjamin';
  return estate;
});

replay(row, {
  refused: {
    'the new owner of the name approves': async () => {
      const { server, repository } = here().team;
      const usurper = server.createUser({ login: 'ben', emails: ['usurper@example.com'] });
      repository.setCollaborator(usurper, 'write');
      const pull = await here().team.propose('usurped', declares('usurped'));
      await gate(here(), pull);
      await here().approve(pull, { as: usurper });
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('usurped')).toBeNull();
      return landed;
    },
  },
  passes: {
    'the owner approves under the new name': async () => {
      const pull = await here().approved('renamed', declares('renamed'));
      expect((await land(here(), pull)).decision).toBe('applied');
    },
  },
});
