import { describe, expect, it } from 'vitest';
import { policySetOf, explanationOf, runCases } from '../../../src/core/policy/index.ts';
import { pullView, teamsRead, type PullFacts, type PullPerson } from '../../../src/core/policy/pull.ts';
import type { Judgement } from '../../../src/core/policy/set.ts';
import { changeWith, planOf } from '../../support/plans.ts';
import { assessed, CONFIGURATION, loaded, policyText, type RuleText } from './world.ts';

const PEOPLE = {
  dba: ['ana#1', 'ben'],
  everyone: ['ben#2', 'zoe'],
  nobody: ['somebody'],
};

function person(login: string, parts: Partial<PullPerson> = {}): PullPerson {
  return { id: 1, login, type: 'User', teams: [], ...parts };
}

const FACTS: PullFacts = {
  formatVersion: '1',
  number: 7,
  repository: 'acme/identities',
  title: 'Let the exporter read',
  draft: false,
  labels: ['Needs-DBA', 'small'],
  base: 'main',
  head: 'exporter',
  fork: false,
  author: person('ana'),
  contributors: [person('ana'), person('ben', { id: 2 })],
  paths: ['identities/exporter.yaml', 'notes/exporter.md'],
  additions: 5,
  deletions: 1,
  teams: ['@acme/all'],
};

function judged(rule: RuleText, facts: PullFacts | null = FACTS): Judgement {
  const change = changeWith('a');
  const set = policySetOf(loaded(policyText([rule])), CONFIGURATION);
  return set.judge({
    plan: planOf([change]),
    changes: [assessed({ change })],
    access: [],
    now: '2026-06-01T12:00:00Z',
    pull: facts === null ? null : pullView(facts, PEOPLE, ['@acme/all']),
  });
}

function holds(rule: RuleText, facts?: PullFacts | null): boolean {
  const { findings } = judged({ effect: 'warn', ...rule }, facts);
  expect(findings.filter(({ code }) => code.startsWith('policy-'))).toEqual([]);
  return findings.length > 0;
}

describe('groups that somebody is in', () => {
  const groupsOf = (who: PullPerson) => pullView({ ...FACTS, author: who }, PEOPLE, [])['author'];

  it.each([
    ['by a pin, whatever the login is now', person('ana-renamed'), ['dba']],
    ['not by the login of a pin', person('ana', { id: 9 }), []],
    ['by a login, in any case', person('ZOE', { id: 3 }), ['everyone']],
    ['by several', person('ben', { id: 2 }), ['dba', 'everyone']],
    ['not where the account is unknown', person('', { id: null, type: 'unknown' }), []],
  ])('%s', (_how, who, groups) => {
    expect(groupsOf(who)).toEqual({ login: who.login, type: who.type, groups, teams: null });
  });
});

describe('teams that somebody is in', () => {
  const inAll = { ...FACTS, author: person('ana', { teams: ['@acme/all'] }) };

  it('are those that were read', () => {
    expect(holds({ when: "'@acme/all' in pull.author.teams" }, inAll)).toBe(true);
    expect(holds({ when: "'@acme/all' in pull.author.teams" })).toBe(false);
  });

  it('are unknown where one that the policies name was not read', () => {
    const unread = { ...inAll, teams: [] };
    expect(judged({ when: "'@acme/all' in pull.author.teams" }, unread).findings).toMatchObject([
      { code: 'policy-failed', effect: 'deny' },
    ]);
    expect(holds({ when: "pull.author.login == 'ana' && 'dba' in pull.author.groups" }, unread)).toBe(true);
  });

  it('are unknown where no rule names any, so that none is taken for nobody’s', () => {
    const view = pullView({ ...FACTS, contributors: [person('ben')] }, PEOPLE, []);
    expect(view).toMatchObject({ author: { teams: null }, contributors: [{ teams: null }] });
  });

  it('are read where an expression names them, fifty at the most', () => {
    const named = (...rules: readonly RuleText[]) =>
      policySetOf(loaded(policyText(rules.map((rule, index) => ({ name: `r${index}`, ...rule })))), CONFIGURATION)
        .teams;
    const team = (name: string) => ({ when: `'${name}' in pull.author.teams` });
    expect(named(team('@acme/b'), team('@acme/a'), team('@acme/b'), team('dba'))).toEqual(['@acme/a', '@acme/b']);
    expect(named({ when: "change.name == '@acme/a'" })).toEqual([]);
    const many = Array.from({ length: 60 }, (_, index) => `@acme/t${index}`);
    expect(teamsRead(many)).toEqual(many.slice(0, 50));
  });
});

describe('match.labels', () => {
  it.each([
    [['needs-dba'], true],
    [['NEEDS-*'], true],
    [['other', 'small'], true],
    [['need'], false],
    [['needs'], false],
  ])('%j', (labels, expected) => {
    expect(holds({ match: JSON.stringify({ labels }) })).toBe(expected);
  });

  it('fits what has no labels never, and what has more than are read always', () => {
    expect(holds({ match: "{ labels: ['*'] }" }, { ...FACTS, labels: [] })).toBe(false);
    expect(holds({ match: '{ labels: [x] }' }, { ...FACTS, labels: null })).toBe(true);
  });
});

describe('the variable pull', () => {
  it.each([
    ["pull.number == 7 && pull.repository == 'acme/identities'", true],
    ["pull.title.matches('^Let ')", true],
    ['pull.draft || pull.fork', false],
    ["pull.base == 'main' && pull.head == 'exporter'", true],
    ['pull.contributors.all(one, one.login == pull.author.login)', false],
    ["pull.contributors.exists_one(one, one.login == 'ben' && one.type == 'User')", true],
    ["pull.paths.all(path, path.startsWith('identities/'))", false],
    ['pull.additions - pull.deletions == 4', true],
    ['has(pull.author)', true],
  ])('%s', (when, expected) => {
    expect(holds({ when })).toBe(expected);
  });

  it('denies where what is asked for could not be read whole', () => {
    const found = judged({ when: "pull.paths.exists(path, path == 'x')" }, { ...FACTS, paths: null });
    expect(found.findings).toMatchObject([{ code: 'policy-failed', effect: 'deny' }]);
    const gone = judged({ when: "pull.author.login == 'ana'" }, { ...FACTS, author: null });
    expect(gone.findings).toMatchObject([{ code: 'policy-failed', effect: 'deny' }]);
  });
});

describe('where there is no pull request', () => {
  it.each([
    ['an expression', { when: "pull.base == 'main'" }],
    ['one that would be true anyhow', { when: 'true || pull.draft' }],
    ['one inside of a loop', { when: "[1].exists(x, 'a' in pull.labels)" }],
    ['a match', { match: '{ labels: [a] }' }],
    ['a message', { message: '{pull.title}' }],
  ])('%s is not judged, which is said and denies nothing', (_what, rule) => {
    for (const effect of ['deny', '{ require: { of: anyone } }'])
      expect(judged({ ...rule, effect }, null)).toMatchObject({
        requirements: [],
        findings: [
          {
            code: 'policy-untold',
            effect: 'warn',
            message: 'The rule team/rule asks about the pull request, which is not known here.',
          },
        ],
      });
  });

  it('a rule that does not match is about something else, and one that asks for nothing of it is judged', () => {
    const elsewhere = { match: '{ sources: [other], labels: [a] }', when: 'pull.draft' };
    expect(judged(elsewhere, null)).toEqual({ requirements: [], findings: [], exceptions: [] });
    expect(judged({ effect: 'deny', message: '{change.name}' }, null).findings).toMatchObject([{ effect: 'deny' }]);
  });

  it('is said by explain, too', () => {
    const change = changeWith('a');
    const situation = {
      plan: planOf([change]),
      changes: [assessed({ change })],
      access: [],
      now: '2026-06-01T12:00:00Z',
      pull: null,
    };
    expect(explanationOf(loaded(policyText([{ when: 'pull.draft' }])), situation)[1]).toMatch(
      /^ {2}\? team\/rule .* it asks about the pull request, which is not known here$/u,
    );
  });
});

describe('whether the pull request has to be read', () => {
  it.each<[RuleText, boolean]>([
    [{ when: 'change.steps > 0', message: '{change.name}' }, false],
    [{ when: "change.name == 'pull'", message: 'pull' }, false],
    [{ when: 'pull.draft' }, true],
    [{ match: '{ labels: [a] }' }, true],
    [{ message: '{pull.title}' }, true],
  ])('%j', (rule, expected) => {
    expect(policySetOf(loaded(policyText([rule])), CONFIGURATION).readsPull).toBe(expected);
  });
});

it('tests say what pull request they are about, and leave out what does not matter', () => {
  const rules = policyText(
    [
      { name: 'labelled', match: '{ labels: [a] }' },
      { name: 'alone', when: 'pull.contributors.all(one, one.login == pull.author.login)' },
      {
        name: 'small',
        when: "pull.base == 'main' && !pull.draft && size(pull.paths) == 0 && pull.author.type == 'User'",
      },
    ],
    'team',
    `  tests:
    - { name: nothing, given: {}, expect: [alone, small] }
    - name: everything
      given:
        pull:
          labels: [A]
          author: { login: bo, type: Bot, groups: [bots] }
          contributors: [{ login: bo }, {}]
      expect: [labelled]
    - { name: its author is its contributor, given: { pull: { author: { login: ana } } }, expect: [alone, small] }
`,
  );
  const policies = loaded(rules);
  expect(policies.diagnostics).toEqual([]);
  expect(runCases(policies).flatMap(({ problems }) => problems)).toEqual([]);
});
