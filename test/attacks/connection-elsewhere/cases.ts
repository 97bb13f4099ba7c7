import { expect } from 'vitest';
import { WRITE } from '../../e2e/systems/ground.ts';
import { LEVEL, type Site } from '../../e2e/systems/site.ts';
import { outcomeOf } from '../support/outcome.ts';
import type { Cases } from '../support/replay.ts';

export function cases(here: () => Site): Cases {
  return {
    refused: {
      'the write connection leads to another system': async () => {
        const { team } = here();
        const other = await here().system.elsewhere();
        try {
          const pull = await here().approved('elsewhere', here().declares('elsewhere', LEVEL.existing));
          await here().merge(pull);
          const run = await team.apply({ without: [WRITE], env: { [WRITE]: other.secret } });
          expect(run.exitCode).toBe(1);
          expect(await other.look('elsewhere')).toBeNull();
          expect(await here().look('elsewhere')).toBeNull();
          return outcomeOf(team, pull, run);
        } finally {
          await other.close();
        }
      },
    },
    passes: {
      'the same system under another address or login': async () => {
        const { team, system } = here();
        const pull = await here().approved('respelled', here().declares('respelled', LEVEL.existing));
        await here().merge(pull);
        const run = await team.apply({ without: [WRITE], env: { [WRITE]: await system.respelt() } });
        expect(run.outputs, run.log).toMatchObject({ decision: 'applied' });
      },
    },
  };
}
