import { readFileSync } from 'node:fs';
import { beforeAll, expect } from 'vitest';
import { OUTPUTS } from '../../../src/action/inputs.ts';
import { commentsOf } from '../../e2e/evidence.ts';
import { pathOf, role } from '../../e2e/estate.ts';
import type { Pull } from '../../e2e/repository.ts';
import type { ActionRun } from '../../e2e/runner.ts';
import { outsideCode } from '../../render/reader.ts';
import { gate, land } from '../support/outcome.ts';
import { replay, type Refusal } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

/** Of tables, so that a pattern lists them all. */
const NAMES = [
  '@acme/security',
  '#1 GH-1',
  '<img src=x onerror=alert(1)>',
  '```\n# Approved',
  'a | b',
  '-->',
  '[click](https://evil.example)',
  '::error::pwned',
  '\n::set-output name=decision::approved',
  '\r::add-mask::billing',
  '\r\n::stop-commands::x',
  '##[error]pwned',
  '\u{1b}[2J\u{1b}]8;;https://evil.example\u{7}',
  'pay\u{202e}gnp',
  'zero\u{200b}width\u{feff}',
  'pаyments',
  '"quoted"; DROP TABLE',
  "it's $(id) `id` ${{ github.token }}",
  'ghadelimiter_00000000-0000-0000-0000-000000000000\ndecision=approved',
];

/** Line feeds aside, which every text is made of. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function expectSeen(text: string): void {
  expect(text.replaceAll('\n', '')).not.toMatch(UNSEEN);
}

const here = standing({
  sql: NAMES.map((name) => `CREATE TABLE billing."${name.replaceAll('"', '""')}" (id int);`).join('\n'),
});

let pull: Pull;
let runs: readonly ActionRun[] = [];

/** What of a log the runner would obey, but for what an action has to say. */
function commandsIn(log: string): readonly string[] {
  const lines = log.split(/\r\n|[\n\r]/u);
  const commands = lines.filter((line) => /^\s*::|##\[/u.test(line));
  return commands.filter((line) => !/^::(?:debug|error|warning|group|endgroup)::/u.test(line) || /pwned/u.test(line));
}

function expectInert(markdown: string): void {
  expectSeen(markdown);
  const prose = outsideCode(markdown);
  for (const live of ['@acme', 'GH-1', '<img', '-->', 'evil.example', '::', '# Approved', '${{', 'DROP TABLE'])
    expect(prose.replaceAll(/^<!--.*-->$/gmu, '')).not.toContain(live);
}

function expectInertRuns(): void {
  for (const { log, summary, outputs, job } of runs) {
    expect(commandsIn(log)).toEqual([]);
    expectSeen(log);
    expectInert(summary);
    expect(Object.keys(outputs).filter((name) => !OUTPUTS.some((known) => known === name))).toEqual([]);
    const file = readFileSync(job.env['GITHUB_OUTPUT'] ?? '', 'utf8');
    expect(file).not.toContain('\ndecision=approved');
    for (const other of ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE'])
      expect(job.env[other] === undefined ? '' : readFileSync(job.env[other], 'utf8')).toBe('');
  }
}

function shownInChecks(): readonly string[] {
  return [...here().team.repository.repository.checkRuns.values()].flatMap(({ output }) =>
    [output.title, output.summary, output.text].flatMap((text) => (text === null || text === undefined ? [] : [text])),
  );
}

beforeAll(async () => {
  const { team } = here();
  const document = role('reader', { tables: 'billing.*', purpose: '"Asks @acme/security <b>now</b> ::error::pwned"' });
  pull = await team.propose('hostile', { [pathOf('reader')]: document });
  const { plan, publish } = await team.planAndPublish(pull);
  runs = [plan, publish];
});

replay(row, {
  refused: {
    'in the comment and the checks': (): Promise<Refusal> => {
      const [comment] = commentsOf(here().team, pull);
      expect(comment?.body).toContain('stop-commands');
      for (const text of [comment?.body ?? '', ...shownInChecks()]) expectInert(text);
      return Promise.resolve({ codes: [] });
    },
    'in logs, summaries and outputs': (): Promise<Refusal> => {
      expect(runs[0]?.log).toContain('stop-commands');
      expectInertRuns();
      return Promise.resolve({ codes: [] });
    },
    'in diagnostics and annotations, which quote keys, values and paths': async () => {
      const { team } = here();
      const path = 'identities/orders-db/::error file=x,line=1::pwned.yaml';
      const text = role('broken').replace('  login: true', '  "\\e[2J::error::pwned @acme/x": 1\n  "<img src=x>": 2');
      const broken = await team.propose('broken', { [path]: text });
      const { plan, publish } = await team.planAndPublish(broken);
      runs = [plan, publish];
      expectInertRuns();
      const annotations = [...team.repository.repository.checkRuns.values()].flatMap(({ annotations: all }) => all);
      expect(annotations).not.toEqual([]);
      for (const { message } of annotations) expectSeen(message ?? '');
      return { codes: [] };
    },
  },
  passes: {
    'the role may read every table, whatever it is called': async () => {
      await gate(here(), pull);
      await here().approve(pull);
      expect((await land(here(), pull)).decision).toBe('applied');
      const [held] = await here().postgres.query(`
        SELECT bool_and(has_table_privilege('reader', oid, 'SELECT')) AS all FROM pg_class
        WHERE relnamespace = 'billing'::regnamespace AND relkind = 'r'`);
      expect(held).toEqual({ all: true });
    },
  },
});
