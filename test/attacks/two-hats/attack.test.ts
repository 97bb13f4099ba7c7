import { expect } from 'vitest';
import { configuration, CONFIGURATION_PATH, declares, Estate, pathOf } from '../../e2e/estate.ts';
import { codeIn } from '../../e2e/evidence.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

/** Dora owns billing with Ben, and is all of security. */
const here = standing(async () => {
  const estate = await Estate.open({
    files: declares('goes', { onRemove: 'delete' }),
    sql: 'CREATE ROLE goes LOGIN CONNECTION LIMIT 5; GRANT USAGE ON SCHEMA billing TO goes; GRANT SELECT ON billing.invoices TO goes;',
  });
  const rules = configuration(estate.publicKey)
    .replace('  administrators: [cleo]', '  administrators: [cleo]\n  security: [dora]')
    .replace(
      '  administrators: administrators',
      '  administrators: administrators\n  widening: security\n  distinct: true',
    );
  await estate.team.repository.push({ as: estate.team.cleo, branch: 'main', files: { [CONFIGURATION_PATH]: rules } });
  const init = await estate.team.init();
  expect(init.exitCode, init.log).toBe(0);
  return estate;
});

replay(row, {
  refused: {
    'an owner who is security, too, approves wider access': async () => {
      const { team, dora } = here();
      const pull = await team.propose('alone', declares('alone'));
      await gate(here(), pull);
      await here().approve(pull, { as: dora });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      const landed = await land(here(), pull);
      expect(landed).toMatchObject({ decision: 'refused', codes: expect.arrayContaining(['approval-missing']) });
      expect(await here().role('alone')).toBeNull();
      return judged;
    },
    'an owner approves what cannot be undone, and approves it again': async () => {
      const { team, dora } = here();
      const pull = await team.propose('twice', { [pathOf('goes')]: null });
      await gate(here(), pull);
      for (const words of ['Yes', 'Yes, really'])
        await here().approve(pull, { as: dora, body: `${words}: ${codeIn(team, pull)}` });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      await here().approve(pull, { body: `Yes: ${codeIn(team, pull)}` });
      expect((await gate(here(), pull)).decision).toBe('approved');
      return judged;
    },
  },
  passes: {
    'ben for the owners, and dora for security': async () => {
      const { dora, team } = here();
      const pull = await team.propose('both', declares('both'));
      await gate(here(), pull);
      for (const as of [dora, team.ben]) await here().approve(pull, { as });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('applied');
      expect(await here().role('both')).not.toBeNull();
    },
  },
});
