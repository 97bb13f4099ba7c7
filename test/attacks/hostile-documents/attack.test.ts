import { expect } from 'vitest';
import { pathOf, role } from '../../e2e/estate.ts';
import { checksOf, commentsOf, entriesOf } from '../../e2e/evidence.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

const BOMB = Array.from({ length: 12 }, (_, level) =>
  level === 0 ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]' : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`,
).join('\n');

const HOSTILE: Readonly<Record<string, string>> = {
  bomb: `${BOMB}\n`,
  deep: `deep: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
  tag: role('tag').replace('login: true', 'login: !!js/function "return true"'),
  merge: role('merge').replace('  login: true', '  <<: { login: true }'),
  doubled: role('doubled').replace('  login: true', '  login: true\n  login: false'),
  proto: role('proto').replace('  login: true', '  __proto__: { login: true }'),
  bidi: role('bidi', { purpose: 'Reads \u{202e}seciovni' }),
  nul: role('nul', { purpose: '"Reads \u{0}invoices"' }),
};

const DILIGENT = `${'# A remark about this identity, as people write them.\n'.repeat(2_000)}${role('svc-diligent', {
  purpose: '"Liest Rechnungen für ключ 鍵 מפתח, 100 % — “quoted”: yes"',
})}`;

replay(row, {
  refused: {
    'all of them at once, each with a remark': async () => {
      const { team } = here();
      const files = Object.fromEntries(Object.entries(HOSTILE).map(([name, text]) => [pathOf(name), text]));
      const pull = await team.propose('hostile', files);
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      const { plan, approval } = checksOf(team, pull.head.sha);
      expect([plan?.state, approval?.state]).toEqual(['failure', 'failure']);
      for (const path of Object.keys(files)) expect(plan?.annotations.join('\n')).toContain(path);
      expect(await entriesOf(team, pull)).toEqual([]);
      expect(commentsOf(team, pull)).toEqual([]);
      return judged;
    },
    'a file of many megabytes': async () => {
      const { team } = here();
      const pull = await team.propose('large', {
        [pathOf('large')]: `${'# long\n'.repeat(1_000_000)}${role('large')}`,
      });
      const judged = await gate(here(), pull);
      expect(judged.decision).not.toBe('waiting');
      expect(commentsOf(team, pull)).toEqual([]);
      return judged;
    },
  },
  passes: {
    'a diligent author': async () => {
      const pull = await here().approved('diligent', { [pathOf('svc-diligent')]: DILIGENT });
      expect((await land(here(), pull)).decision).toBe('applied');
    },
  },
});
