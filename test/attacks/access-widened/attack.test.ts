import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { declares } from '../../e2e/estate.ts';
import { land, outcomeOf } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

/** Places have a list of that name, too, of numbers. */
type Gain = { readonly resource?: string };

/** The same bundle, whose assessments say nothing of a table. */
function silent(bundle: string, table: string): string {
  const text = gunzipSync(Buffer.from(bundle, 'base64')).toString('utf8');
  const hidden = JSON.parse(text, (key, value: unknown) =>
    key === 'gains' && Array.isArray(value)
      ? (value as Gain[]).filter(({ resource }) => resource?.includes(table) !== true)
      : value,
  ) as unknown;
  return gzipSync(JSON.stringify(hidden)).toString('base64');
}

replay(row, {
  refused: {
    'nobody was shown that it may read the lines': async () => {
      const { team } = here();
      const pull = await team.propose('wide', declares('wide', { tables: 'billing.lines' }));
      const { outputs } = await team.plan(pull);
      const published = await team.publish(silent(outputs['bundle'] ?? '', 'billing.lines'));
      expect(published.outputs, published.log).toMatchObject({ decision: 'withheld' });
      const said = outcomeOf(team, pull, published);
      await here().approve(pull);
      expect(await land(here(), pull)).toMatchObject({ decision: 'refused' });
      expect(await here().role('wide')).toBeNull();
      return said;
    },
  },
  passes: {
    'a table is created inside of a pattern after the approval': async () => {
      const pull = await here().approved('pattern', declares('pattern', { tables: 'billing.*' }));
      await here().merge(pull);
      await here().postgres.query('CREATE TABLE billing.afterwards (id int)');
      expect((await here().team.apply()).outputs).toMatchObject({ decision: 'applied' });
      expect(await here().role('pattern')).toMatchObject({ invoices: true, lines: true });
    },
  },
});
