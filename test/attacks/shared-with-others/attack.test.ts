import { expect } from 'vitest';
import { AccountsPlace, accountPath, accountText, grantsText, profileText } from '../support/accounts-place.ts';
import { gate, land, type Outcome } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { upheld } from '../support/standing.ts';
import { row } from './row.ts';

const EVES = "source: accounts, owner: '@eve'";
const READS = { invoices: ['read'] };
const BOTH = { invoices: ['read'], salaries: ['read'] };

/** What the rights of ours, which is billing's, and of theirs, which is eve's, come from. */
function pair(part: string, metadata: string, spec: string): Readonly<Record<string, string>> {
  return {
    [accountPath(`ours-${part}`)]: accountText(`ours-${part}`, spec, `source: accounts, owner: billing${metadata}`),
    [accountPath(`theirs-${part}`)]: accountText(`theirs-${part}`, spec, `${EVES}${metadata}`),
  };
}

const files = {
  ...pair('profile', ', profiles: [common]', '{ enabled: true }'),
  'identities/common.yaml': profileText('common', 'invoices'),
  ...pair('file', '', '{ enabled: true, grants: { file: common.json } }'),
  'identities/common.json': grantsText('invoices'),
  ...pair('agreed', ', profiles: [agreed]', '{ enabled: true }'),
  'identities/agreed.yaml': profileText('agreed', 'invoices'),
  [accountPath('alone')]: accountText('alone', '{ enabled: true }', `${EVES}, profiles: [eves]`),
  'identities/eves.yaml': profileText('eves', 'invoices'),
  [accountPath('placed')]: accountText(
    'placed',
    "{ enabled: true, grants: [{ on: '{{ on }}', actions: [read] }] }",
    "sources: { accounts: { on: invoices } }, owner: '@eve'",
  ),
};

const NAMES = Object.keys(files).flatMap(
  (path) => /^identities\/(?<name>(?:ours|theirs)-\w+|alone|placed)\.yaml$/u.exec(path)?.groups?.['name'] ?? [],
);

const here = upheld(async () => await AccountsPlace.begin(NAMES, files));

/** Approved by eve alone, and merged all the same. */
async function byEve(branch: string, changed: Readonly<Record<string, string | null>>): Promise<Outcome> {
  const { team, eve } = here();
  const pull = await team.propose(branch, changed);
  await gate(here(), pull);
  await here().approve(pull, { as: eve });
  const judged = await gate(here(), pull);
  expect(judged.decision).not.toBe('approved');
  expect((await land(here(), pull)).decision).toBe('refused');
  await team.pushPast(
    team.cleo,
    Object.fromEntries(Object.keys(changed).map((path) => [path, files[path as keyof typeof files] ?? null])),
  );
  await team.apply();
  return judged;
}

replay(row, {
  refused: {
    'a profile': async () => {
      const judged = await byEve('profile', {
        'identities/common.yaml': profileText('common', 'invoices', 'salaries'),
      });
      expect([here().grants('ours-profile'), here().grants('theirs-profile')]).toEqual([READS, READS]);
      return judged;
    },
    'a profile that goes by the same name elsewhere': async () => {
      const judged = await byEve('shadow', { 'identities/a/common.yaml': profileText('common', 'salaries') });
      expect(judged.decision).toBe('refused');
      expect(here().grants('ours-profile')).toEqual(READS);
      return judged;
    },
    'a file beside': async () => {
      const judged = await byEve('file', { 'identities/common.json': grantsText('invoices', 'salaries') });
      expect([here().grants('ours-file'), here().grants('theirs-file')]).toEqual([READS, READS]);
      return judged;
    },
    'a file that is renamed while its content changes, in all that refer to it': async () => {
      const documents = pair('file', '', '{ enabled: true, grants: { file: renamed.json } }');
      const judged = await byEve('renamed', {
        ...documents,
        'identities/common.json': null,
        'identities/renamed.json': grantsText('salaries', 'invoices'),
      });
      expect(here().grants('ours-file')).toEqual(READS);
      return judged;
    },
    'one more source, and its values': async () => {
      const placed = files[accountPath('placed') as keyof typeof files].replace(
        '{ accounts:',
        '{ staging: { on: salaries }, accounts:',
      );
      const judged = await byEve('placed', { [accountPath('placed')]: placed });
      expect(here().grants('placed', 'staging')).toBeNull();
      return judged;
    },
  },
  passes: {
    'both owners agree, and eve alone to what is hers': async () => {
      const { team, eve } = here();
      const shared = await team.propose('agreed', {
        'identities/agreed.yaml': profileText('agreed', 'invoices', 'salaries'),
      });
      await gate(here(), shared);
      await here().approve(shared, { as: eve });
      await here().approve(shared);
      expect((await land(here(), shared)).decision).toBe('applied');
      expect([here().grants('ours-agreed'), here().grants('theirs-agreed')]).toEqual([BOTH, BOTH]);
      const own = await team.propose('eves', { 'identities/eves.yaml': profileText('eves', 'invoices', 'salaries') });
      await gate(here(), own);
      await here().approve(own, { as: eve });
      expect((await land(here(), own)).decision).toBe('applied');
      expect(here().grants('alone')).toEqual(BOTH);
    },
  },
});
