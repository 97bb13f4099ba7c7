import { expect } from 'vitest';
import { Estate, role, type RoleDocument } from '../../e2e/estate.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const OWNERS = '.github/CODEOWNERS';
const LINES = '* @cleo\n/identities/orders-db/ @dora\n/identities/friends/ @eve\n';
const NAMES = ['beside', 'moved', 'pushed', 'handed', 'given'];

function pathIn(folder: string, name: string): string {
  return `identities/${folder}/${name}.yaml`;
}

/** A role whose document names no owner. */
function unowned(folder: string, name: string, document: RoleDocument = {}): Readonly<Record<string, string>> {
  return { [pathIn(folder, name)]: role(name, document).replace('  owner: billing\n', '') };
}

const here = standing(() =>
  Estate.begin({
    owners: 'codeowners',
    files: { [OWNERS]: LINES, ...Object.assign({}, ...NAMES.map((name) => unowned('orders-db', name))) },
    sql: NAMES.map(
      (name) =>
        `CREATE ROLE "${name}" LOGIN CONNECTION LIMIT 5; GRANT USAGE ON SCHEMA billing TO "${name}"; GRANT SELECT ON billing.invoices TO "${name}";`,
    ).join('\n'),
  }),
);

/** Into the friend's folder, with whatever else changes. */
function moved(name: string, document: RoleDocument = {}): Readonly<Record<string, string | null>> {
  return { [pathIn('orders-db', name)]: null, ...unowned('friends', name, document) };
}

replay(row, {
  refused: {
    'a line that names the friend, beside a change of rights': async () => {
      const { team, eve } = here();
      const files = { [OWNERS]: LINES.replace('@dora', '@eve'), ...unowned('orders-db', 'beside', { limit: 50 }) };
      const pull = await team.propose('beside', files);
      await gate(here(), pull);
      await here().approve(pull, { as: eve });
      await here().approve(pull, { as: team.cleo });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('beside')).toMatchObject({ limit: 5 });
      await team.pushPast(team.cleo, { [OWNERS]: LINES, ...unowned('orders-db', 'beside') });
      await team.apply();
      return landed;
    },
    'a document moved to the friend, and nothing else': async () => {
      const { team, eve } = here();
      const pull = await team.propose('moved', moved('moved'));
      await gate(here(), pull);
      await here().approve(pull, { as: eve });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('waiting');
      return judged;
    },
    'moved past the check, and the rights in a pull request of their own': async () => {
      const { team, eve } = here();
      await team.pushPast(eve, moved('pushed'));
      await team.apply();
      const pull = await team.propose('pushed-raised', unowned('friends', 'pushed', { limit: 50 }));
      await gate(here(), pull);
      await here().approve(pull, { as: eve });
      const judged = await gate(here(), pull);
      expect(judged.decision).not.toBe('approved');
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('pushed')).toMatchObject({ limit: 5 });
      return { ...landed, codes: [...landed.codes, ...judged.codes] };
    },
  },
  passes: {
    'both owners let a document move, and the new one answers for it': async () => {
      const { team, dora, eve } = here();
      const pull = await team.propose('handed', moved('handed'));
      await gate(here(), pull);
      await here().approve(pull, { as: eve });
      await here().approve(pull, { as: dora });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('nothing');
      const next = await team.propose('handed-on', unowned('friends', 'handed', { limit: 7 }));
      await gate(here(), next);
      await here().approve(next, { as: eve });
      expect((await land(here(), next)).decision).toBe('applied');
      expect(await here().role('handed')).toMatchObject({ limit: 7 });
    },
    'administrators hand a folder over': async () => {
      const { team, eve } = here();
      const pull = await team.propose('given', { [OWNERS]: LINES.replace('@dora', '@eve') });
      await gate(here(), pull);
      await here().approve(pull, { as: team.cleo });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('nothing');
      const next = await team.propose('given-on', unowned('orders-db', 'given', { limit: 7 }));
      await gate(here(), next);
      await here().approve(next, { as: eve });
      expect((await land(here(), next)).decision).toBe('applied');
    },
  },
});
