import { describe, expect, it } from 'vitest';
import { planDigest } from '../../src/core/digest.ts';
import type { SensitiveTag } from '../../src/core/configuration.ts';
import type { Operation } from '../../src/providers/postgres/normal-form/model.ts';
import { renderPlanCheck } from '../../src/render/check-run.ts';
import { renderComment } from '../../src/render/comment.ts';
import { COMMENT_LIMIT, sizeOf } from '../../src/render/fit.ts';
import { renderReport } from '../../src/render/report.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import {
  estateOf,
  grant,
  join,
  planFor,
  revoke,
  riskyOn,
  type Doing,
  type SmallEstate,
} from '../support/small-estate.ts';
import { HOSTILE_NAMES } from './cases.ts';

const READERS: SmallEstate = {
  roles: ['app', 'readers', 'bob', 'eve', 'new', 'old', 'next'],
  memberships: ['app of readers', 'bob of readers', 'eve of readers after SET'],
  objects: {
    'table s.t': { acl: { readers: { SELECT: 'granted' }, app: { SELECT: 'granted', INSERT: 'granted' } } },
    'table s.u': { owner: 'old' },
  },
};

const SENSITIVE: readonly SensitiveTag[] = [
  { name: 'personal-data', resources: ['pg/db: * s.t'], actions: ['*'], level: 'high' },
];

const joins = ['member of', 'inherit from', 'SET ROLE to'];
const reassign: readonly Operation[] = [{ kind: 'reassign-owned', to: 'next' }, { kind: 'drop-role' }];

const EVERYTHING: readonly Doing[] = [
  {
    role: 'app',
    operations: [revoke('table s.t', 'SELECT', 'INSERT')],
    loses: ['SELECT on table s.t', 'INSERT on table s.t'],
  },
  { role: 'bob', operations: [grant('table s.t', 'SELECT')], gains: ['SELECT on table s.t'] },
  { role: 'new', operations: [join('readers')], gains: joins.map((action) => `${action} on role readers`) },
  { role: 'old', operations: reassign, parts: { action: 'delete', after: null } },
  { role: 'readers', operations: [grant('table s.t', 'UPDATE')], gains: ['UPDATE on table s.t'] },
];

function inputOf(estate: SmallEstate, doings: readonly Doing[], unreadable = false) {
  const live = estateOf(estate);
  const reason = { code: 'source-unreachable', message: 'pg did not answer within 30 seconds.' };
  const read = unreadable ? { ...live, unreadable: [{ address: null, pointer: null, reason }] } : live;
  const plan = planFor(doings);
  const assessment = riskyOn(read, doings, SENSITIVE);
  return {
    plan,
    digest: planDigest(plan),
    assessment,
    code: 'kt5m-w2qa',
    mustQuote: false,
    previous: null,
    level: 'standard' as const,
    verifyHint: 'countersign verify https://github.com/acme/identities',
  };
}

function surfaces(estate: SmallEstate, doings: readonly Doing[], unreadable = false): readonly string[] {
  const input = inputOf(estate, doings, unreadable);
  const { plan, digest, assessment } = input;
  const check = renderPlanCheck(input);
  return [
    renderComment(input),
    `${check.summary}\n${check.text}`,
    renderTerminal(plan, digest, assessment, { color: false, width: 400 }),
    renderReport(plan, digest, assessment),
  ];
}

describe('what is effective', () => {
  const input = inputOf(READERS, EVERYTHING);

  it('reads like this in the comment', async () => {
    await expect(renderComment(input)).toMatchFileSnapshot('../fixtures/render/effective/comment.md');
  });

  it('reads like this in a terminal', async () => {
    const text = renderTerminal(input.plan, input.digest, input.assessment, { color: false, width: 120 });
    await expect(text).toMatchFileSnapshot('../fixtures/render/effective/terminal.txt');
  });

  it.each([
    ['what was held already is no gain', 'already held'],
    ['what is held all the same is no loss', 'still held'],
    ['somebody else gains with a group', 'after SET ROLE to readers'],
    ['the new owner is told', 'as owner'],
  ])('%s, on every surface', (_, words) => {
    for (const text of surfaces(READERS, EVERYTHING)) expect(text).toContain(words);
  });

  it('says of others nothing where there are none', () => {
    const alone = { role: 'eve', operations: [grant('table s.t', 'INSERT')], gains: ['INSERT on table s.t'] };
    for (const text of surfaces(READERS, [alone])) expect(text).not.toMatch(/others/iu);
  });

  it('where it is not known, direct gains are shown, and why in one line', () => {
    const [doing] = EVERYTHING.filter(({ role }) => role === 'bob');
    for (const text of surfaces(READERS, doing === undefined ? [] : [doing], true)) {
      expect(text).toContain('did not answer within');
      expect(text).toContain('source-unreachable');
      expect(text).not.toContain('already held');
      expect(text.match(/is not known/gu)).toHaveLength(1);
    }
  });
});

describe('many who gain with a group', () => {
  const members = Array.from({ length: 2000 }, (_, index) => `member-${index}`);
  const estate: SmallEstate = {
    roles: ['readers', ...members],
    memberships: members.map((member) => `${member} of readers`),
    objects: { 'table s.t': {} },
  };
  const doing = { role: 'readers', operations: [grant('table s.t', 'UPDATE')], gains: ['UPDATE on table s.t'] };

  it('are counted', () => {
    for (const text of surfaces(estate, [doing])) {
      expect(text).toContain('2,000 identities (');
      expect(text).toContain('1997 more) gain');
    }
  });
});

describe('very much that others gain', () => {
  const groups = Array.from({ length: 300 }, (_, index) => `group-${index}`);
  const estate: SmallEstate = {
    roles: [...groups, ...groups.map((group) => `member-of-${group}`)],
    memberships: groups.map((group) => `member-of-${group} of ${group}`),
    objects: Object.fromEntries(groups.map((_, index) => [`table s.t${index}`, {}])),
  };
  const doings = groups.map((role, index) => ({
    role,
    operations: [grant(`table s.t${index}`, 'UPDATE')],
    gains: [`UPDATE on table s.t${index}`],
  }));

  it('keeps its place in the comment, and leaves the others theirs', () => {
    const [comment = ''] = surfaces(estate, doings);
    expect(sizeOf(comment)).toBeLessThan(COMMENT_LIMIT);
    expect(comment).toContain('**`member-of-group-0` gains `UPDATE` on `pg/db: table s.t0` through `group-0`.**');
    expect(comment).toMatch(/more lines on others/u);
    expect(comment).toContain('| identity |');
  });
});

describe('hostile names', () => {
  const names = HOSTILE_NAMES.filter((name) => !name.includes(' ') && name !== '__proto__');
  const estate: SmallEstate = {
    roles: ['readers', ...names],
    memberships: names.map((name) => `${name} of readers`),
    objects: { 'table s.t': {} },
  };
  const doing = { role: 'readers', operations: [grant('table s.t', 'UPDATE')], gains: ['UPDATE on table s.t'] };

  it('are shown inert, within the limit', () => {
    const [comment = '', ...others] = surfaces(estate, [doing]);
    expect(sizeOf(comment)).toBeLessThan(COMMENT_LIMIT);
    for (const text of [comment, ...others]) {
      expect(text).not.toContain('\u{202e}');
      expect(text).not.toContain('\u{200b}');
      expect(text).not.toMatch(/^\s*::/mu);
      expect(text).toContain('gain');
    }
  });
});
