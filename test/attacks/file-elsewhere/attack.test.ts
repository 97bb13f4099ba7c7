import { expect } from 'vitest';
import { checksOf, commentsOf, entriesOf } from '../../e2e/evidence.ts';
import type { PushInput } from '../../github-server/index.ts';
import { AccountsPlace, accountPath, accountText, grantsText } from '../support/accounts-place.ts';
import { gate, land, type Outcome } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { upheld } from '../support/standing.ts';
import { row } from './row.ts';

const here = upheld(
  async () =>
    await AccountsPlace.begin([], {
      '.github/grants.json': grantsText('salaries'),
      'elsewhere/grants.json': grantsText('salaries'),
      'identities/sound.json': grantsText('invoices'),
      'identities/uses-sound.yaml': accountText('uses-sound', '{ enabled: true, grants: { file: sound.json } }'),
    }),
);

/** Account by account, what its document refers to. */
const LEADS: Readonly<Record<string, string>> = {
  out: '../../grants.json',
  root: '/identities/sound.json',
  among: '../.github/grants.json',
  beside: '../elsewhere/grants.json',
  spelt: 'Sound.json',
  escaped: '%73ound.json',
  windows: "'..\\identities\\sound.json'",
  web: '"https://grants.example/sound.json"',
  ending: 'sound.yaml',
  linked: 'link.json',
  within: 'module.json/sound.json',
  large: 'large.json',
};

/** What a file beside its document holds. */
const HOLDS: Readonly<Record<string, string>> = {
  doubled: '[{ "on": "invoices", "on": "salaries", "actions": ["read"] }]',
  escapes: '[{ "on": "invoices", "\\u006fn": "salaries", "actions": ["read"] }]',
  alias: '[&a { on: invoices, actions: [read] }, *a]',
  merge: '[{ <<: { on: salaries }, actions: [read] }]',
  tag: '[{ on: !!binary c2FsYXJpZXM=, actions: [read] }]',
  two: `${grantsText('invoices')}---\n${grantsText('salaries')}`,
  deep: `${'['.repeat(500)}${']'.repeat(500)}`,
  turned: '[{ "on": "inv\\u202eoices", "actions": ["read"] }]',
  proto: '[{ "__proto__": { "on": "salaries" }, "on": "invoices", "actions": ["read"] }]',
  pointer: 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n',
  chain: '[{ "file": "sound.json" }]',
  whole: JSON.stringify({
    apiVersion: 'countersign.dev/v1',
    kind: 'MemoryAccount',
    metadata: { name: 'more', source: 'accounts' },
    spec: {},
  }),
};

/** Proposed, and merged all the same; nothing comes of it. @param at paths that are told */
async function refused(branch: string, files: PushInput['files'], at: readonly string[]): Promise<Outcome> {
  const { team } = here();
  await team.repository.push({ as: team.ana, branch, files });
  const pull = await team.repository.openPullRequest({ as: team.ana, head: branch });
  const judged = await gate(here(), pull);
  expect(judged.decision).toBe('refused');
  const annotated = checksOf(team, pull.head.sha).plan?.annotations.map((one) => one.split(':')[0]);
  expect(annotated).toEqual(expect.arrayContaining([...at]));
  expect([await entriesOf(team, pull), commentsOf(team, pull)]).toEqual([[], []]);
  await here().approve(pull);
  expect((await land(here(), pull)).decision).toBe('refused');
  await team.pushPast(team.cleo, Object.fromEntries(Object.keys(files).map((path) => [path, null])));
  await team.apply();
  return judged;
}

function documentsOf(references: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(references).map(([name, file]) => [
      accountPath(name),
      accountText(name, `{ enabled: true, grants: { file: ${file} } }`),
    ]),
  );
}

replay(row, {
  refused: {
    'a path that leads elsewhere': async () => {
      const documents = documentsOf(LEADS);
      const files = {
        ...documents,
        'identities/link.json': { link: '../elsewhere/grants.json' },
        'identities/module.json': { submodule: '' },
        'identities/large.json': `${' '.repeat(1_100_000)}${grantsText('salaries')}`,
      };
      const judged = await refused('leads', files, Object.keys(documents));
      expect(Object.keys(LEADS).map((name) => here().grants(name))).toEqual(Object.keys(LEADS).map(() => null));
      return judged;
    },
    'a file that can be read in two ways, or is more than a value': async () => {
      const beside = Object.fromEntries(Object.entries(HOLDS).map(([name, text]) => [`identities/${name}.json`, text]));
      const references = Object.fromEntries(Object.keys(HOLDS).map((name) => [name, `${name}.json`]));
      const judged = await refused('holds', { ...documentsOf(references), ...beside }, Object.keys(beside));
      expect(Object.keys(HOLDS).map((name) => here().grants(name))).toEqual(Object.keys(HOLDS).map(() => null));
      return judged;
    },
  },
  passes: {
    'a file of another folder, which Windows wrote': async () => {
      const windows = `\u{feff}${grantsText('invoices').replaceAll('[{', '[\r\n{').replaceAll('\n', '\r\n')}`;
      const pull = await here().approved('windows', {
        'identities/shared/grants.json': windows,
        'identities/shared/Grants.json': grantsText('salaries'),
        ...documentsOf({ reads: './shared/../shared/grants.json' }),
      });
      expect((await land(here(), pull)).decision).toBe('applied');
      expect(here().grants('reads')).toEqual({ invoices: ['read'] });
    },
  },
});
