import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/core/approval/decide.ts';
import { factsOf, type Situation } from './situation.ts';

function messages(situation: Situation): readonly string[] {
  return decide(factsOf(situation)).reasons.map(({ message }) => message);
}

function states(situation: Situation): readonly string[] {
  return decide(factsOf(situation)).requirements.map(
    ({ requirement, satisfiedBy, missing }) =>
      `${requirement.of}${requirement.distinct ? ' (distinct)' : ''}: ${satisfiedBy.map(({ login }) => login).join(' ')}, ${missing} missing`,
  );
}

describe('a decision tells', () => {
  test('who serves which requirement, and how many are missing', () => {
    const requirements = [
      { of: 'billing', people: ['ben', 'cleo'], count: 2 },
      { of: 'security', people: ['edo', 'ben'] },
      { of: 'first', people: ['ben', 'dora'], distinct: true },
      { of: 'second', people: ['ben'], distinct: true },
    ];
    expect(states({ requirements, reviews: [{ by: 'ben' }, { by: 'dora' }] })).toEqual([
      'billing: ben, 1 missing',
      'security: ben, 0 missing',
      'first (distinct): dora, 0 missing',
      'second (distinct): ben, 0 missing',
    ]);
  });

  test('that somebody who reviewed may be among the approvers, whether or not they are among the candidates', () => {
    const requirements = [{ of: 'billing', people: ['ben', 'cleo'], count: 2 }];
    const kind = (candidates: readonly string[]) =>
      decide(factsOf({ requirements, candidates, reviews: [{ by: 'ben' }] })).kind;
    expect([kind(['cleo']), kind(['dora'])]).toEqual(['waiting', 'refused']);
  });

  test('that names which nobody has read yet are one person each, in whatever case they are written', () => {
    const kind = (...people: readonly string[]) =>
      decide(factsOf({ requirements: [{ of: 'billing', people, count: 2 }] })).kind;
    expect([kind('ben', 'cleo'), kind('ben', 'BEN')]).toEqual(['waiting', 'refused']);
  });

  test('that strangers are not taken for accounts that happen to be known', () => {
    const readers = [-1, 0, 1, 2, 3].map((id) => ({ id, permission: 'read' as const }));
    const kind = (permissions: ReturnType<typeof factsOf>['permissions'], ...people: readonly string[]) =>
      decide({ ...factsOf({ requirements: [{ of: 'billing', people, count: people.length }] }), permissions }).kind;
    expect(kind(readers.slice(1), 'xaver', 'yara', 'zoe')).toBe('waiting');
    expect(kind(readers, 'xaver', 'yara', 'zoe')).toBe('refused');
  });

  test('that a name which somebody gave up and another has now may still be answered for', () => {
    const contributors = [{ who: 'ben', through: 'author of 3f2a91c' }];
    const facts = factsOf({ requirements: [{ of: 'billing', people: ['ben'] }], contributors });
    const heir = { id: 900, login: 'ben', type: 'User' as const };
    const reviews = [{ ...factsOf({ reviews: [{ by: 'ben', state: 'COMMENTED' }] }).reviews[0], reviewer: heir }];
    const permissions = [{ id: 900, permission: 'write' as const }];
    expect(decide(facts).kind).toBe('refused');
    expect(decide({ ...facts, permissions, reviews: reviews as typeof facts.reviews }).kind).toBe('waiting');
  });

  test('that one person at least is needed where nothing else is required', () => {
    expect(states({ requirements: [] })).toEqual(['anyone: , 1 missing']);
  });

  test('what a listed bot asks for besides', () => {
    const bot = { bots: ['dependabot[bot]'], contributors: [{ who: 'dependabot[bot]', through: 'pushed 3f2a91c' }] };
    expect(states({ ...bot, reviews: [{ by: 'ben' }] })).toEqual([
      'billing: ben, 0 missing',
      'anyone (distinct): , 1 missing',
    ]);
    expect(states({ ...bot, reviews: [{ by: 'ben' }, { by: 'dora' }] })).toEqual([
      'billing: ben, 0 missing',
      'anyone (distinct): , 0 missing',
    ]);
    expect(messages({ ...bot, reviews: [{ by: 'ben' }] })).toEqual([
      'A requirement still lacks approvals that count. (0 of 1 by anyone: one more person than otherwise needed for each bot that contributed: dependabot[bot])',
    ]);
  });

  test('by its code what asks for somebody at all, and for one more beside a bot', () => {
    const asked = (situation: Situation) => decide(factsOf(situation)).requirements.map((one) => one.requirement);
    expect(asked({ requirements: [{ of: 'billing', people: ['ben'], count: 0 }] })).toMatchObject([
      { code: 'owner', count: 0 },
      { code: 'someone', people: null, count: 1, distinct: false, confirm: false },
    ]);
    const contributors = [{ who: 'dependabot[bot]', through: 'pushed 3f2a91c' }];
    expect(asked({ bots: ['dependabot[bot]'], contributors })[1]).toMatchObject({
      code: 'bot-contributed',
      people: null,
      count: 1,
      distinct: true,
      confirm: false,
    });
  });

  test('for whom it waits, and why', () => {
    expect(messages({})).toEqual([
      'A requirement still lacks approvals that count. (0 of 1 by billing: owner of orders-db/PostgresRole/billing)',
    ]);
  });

  test('who lost eligibility through which commit when nobody is left', () => {
    const contributors = [
      { who: 'cleo', through: 'co-author of 3f2a91c' },
      { who: 'ben', through: 'author of 3f2a91c' },
      { who: 'ben', through: 'pushed 81bb0de' },
    ];
    expect(messages({ contributors })).toContain(
      'The people who could still approve are too few for what is required. (not eligible: ana (opened the pull request); ben (author of 3f2a91c); cleo (co-author of 3f2a91c))',
    );
    expect(decide(factsOf({ contributors, reviews: [{ by: 'ben' }] })).discounted[0]?.reason.message).toBe(
      'The reviewer contributed to the pull request. (ben: author of 3f2a91c, pushed 81bb0de)',
    );
  });

  test('who lost it through a pull request that this one follows up, each person once, and ten people at most', () => {
    expect(messages({ excluded: ['ben', 'cleo', 'ana'] })).toContain(
      'The people who could still approve are too few for what is required. (not eligible: ana (author of 3f2a91c); ben (contributed to the pull request that this one follows up); cleo (contributed to the pull request that this one follows up))',
    );
    const facts = factsOf({ requirements: [{ of: 'billing', people: [] }] });
    const crowd = (size: number) =>
      Array.from({ length: size }, (_, index) => {
        const login = `x${String.fromCodePoint(107 - index)}`;
        return { person: { id: 900 + index, login, type: 'User' as const }, name: login, through: 'pushed 1' };
      });
    const told = (size: number) =>
      decide({ ...facts, contributors: { contributors: crowd(size), incomplete: null } }).reasons.at(-1)?.message;
    expect(told(9)).toMatch(/eligible: ana \(opened the pull request\); xc \(pushed 1\); .*; xk \(pushed 1\)\)$/u);
    expect(told(11)).toMatch(/eligible: ana \(.*; xa \(.*; xi \(pushed 1\); and 2 more\)$/u);
  });

  test('nothing about contributors where there are none', () => {
    const nobody = { author: null, contributors: [], requirements: [{ of: '@acme/empty', people: [] }] };
    expect(messages(nobody)).toContain('The people who could still approve are too few for what is required.');
  });

  test('a plain sentence where there is nothing to add', () => {
    expect(messages({ reviews: [{ by: 'ben' }] })).toEqual([
      'Every requirement is met by reviews that count for exactly this plan.',
    ]);
  });

  test('which code a review should quote', () => {
    const decision = decide(factsOf({ run: { mustQuote: true }, reviews: [{ by: 'ben' }] }));
    expect(decision.discounted[0]?.reason.message).toContain('(quote kt5m-w2qa)');
  });

  test('that a review in the very next second counts, and one in the same second does not, at whatever time of the day', () => {
    const facts = factsOf({ reviews: [{ by: 'ben' }] });
    const kindAfter = (published: number, seconds: number) => {
      const time = (offset: number) => new Date((published + offset) * 1000).toISOString();
      const reviews = facts.reviews.map((review) => ({ ...review, submittedAt: time(seconds) }));
      return decide({ ...facts, run: facts.run && { ...facts.run, publishedAt: time(0) }, reviews }).kind;
    };
    const times = Array.from({ length: 1001 }, (_, index) => 1_772_445_600 + index);
    expect(times.filter((published) => kindAfter(published, 1) !== 'approved')).toEqual([]);
    expect(times.filter((published) => kindAfter(published, 0) !== 'waiting')).toEqual([]);
  });

  test('that a code counts in whatever case it is written, in the review or in the ledger', () => {
    const facts = factsOf({ run: { mustQuote: true }, reviews: [{ by: 'ben', says: 'Seen: Kt5m-W2qa' }] });
    const kind = (code: string) => decide({ ...facts, run: facts.run && { ...facts.run, code } }).kind;
    expect(['kt5m-w2qa', 'KT5M-W2QA', 'kt5m', ''].map(kind)).toEqual(['approved', 'approved', 'waiting', 'waiting']);
  });

  test('how a reviewer contributed, the first five ways in order', () => {
    const ways = ['pushed 6', 'author of 3', 'co-author of 5', 'author of 2', 'committer of 4', 'author of 1'];
    const contributors = ways.map((through) => ({ who: 'ben', through }));
    expect(decide(factsOf({ contributors, reviews: [{ by: 'ben' }] })).discounted[0]?.reason.message).toBe(
      'The reviewer contributed to the pull request. (ben: author of 1, author of 2, author of 3, co-author of 5, committer of 4)',
    );
  });

  test('whose account cannot be told by the name in the commit', () => {
    expect(messages({ contributors: [{ who: null, through: 'author of 3f2a91c' }] })).toContain(
      'Somebody contributed to the pull request whose account cannot be told. (Someone <someone@example.test>: author of 3f2a91c)',
    );
  });

  test('the bots that contributed in the same order always', () => {
    for (const who of [
      ['sync', 'dependabot[bot]'],
      ['dependabot[bot]', 'sync'],
    ]) {
      const contributors = who.map((login) => ({ who: login, through: 'pushed 3f2a91c' }));
      expect(messages({ bots: ['sync', 'dependabot[bot]'], contributors, reviews: [{ by: 'ben' }] })[0]).toContain(
        '(0 of 2 by anyone: one more person than otherwise needed for each bot that contributed: sync, dependabot[bot])',
      );
    }
  });

  test('to which account a login is pinned that somebody else has now', () => {
    const requirements = [
      { of: 'billing', people: ['ben#5', 'cleo'] },
      { of: 'security', people: ['ben#6'] },
    ];
    expect(decide(factsOf({ requirements, reviews: [{ by: 'ben' }] })).discounted[0]?.reason.message).toBe(
      'The configuration pins the login of the reviewer to another account. (ben#5, and the reviewer is 102)',
    );
  });

  test('through which address somebody is excluded, whatever their order', () => {
    const facts = factsOf({ excluded: ['ben', 'ben'], reviews: [{ by: 'ben' }] });
    const [first, second] = facts.excluded;
    if (first === undefined || second === undefined) throw new Error('Two were given.');
    const other = { ...second, address: 'orders-db/PostgresRole/audit' } as const;
    for (const excluded of [
      [first, other],
      [other, first],
    ])
      expect(decide({ ...facts, excluded }).discounted[0]?.reason.message).toContain(
        '(ben: orders-db/PostgresRole/audit)',
      );
  });

  test('reviews by their ids, whenever they were submitted', () => {
    const times = [
      { id: 1, at: 90 },
      { id: 2, at: 60 },
      { id: 3, at: 80 },
    ];
    const by = ['ben', 'cleo', 'dora'];
    const approvals = times.map((time, index) => ({ ...time, by: by[index] ?? '' }));
    const counted = decide(factsOf({ reviews: approvals })).counted.map(({ reviewId }) => reviewId);
    expect(counted).toEqual([1, 2, 3]);
    const other = approvals.map((line) => ({ ...line, on: 'older' }));
    const discounted = decide(factsOf({ reviews: other })).discounted.map(({ reviewId }) => reviewId);
    expect(discounted).toEqual([1, 2, 3]);
  });

  test('who serves a requirement by the ids of people, not of reviews', () => {
    const reviews = [{ by: 'cleo' }, { by: 'edo' }, { by: 'ben' }];
    const requirements = [{ of: 'billing', people: ['edo', 'cleo', 'ben'], count: 3 }];
    expect(states({ requirements, reviews })).toEqual(['billing: ben cleo edo, 0 missing']);
  });

  test.each([
    ['ana', 'by ana, who is not eligible: The author of a pull request never approves it. (ana)'],
    ['edo', 'by edo, who is not eligible: The reviewer contributed to the pull request. (edo: pushed 3f2a91c)'],
    [null, 'by nobody knows whom'],
  ])('what helps where a veto was dismissed in vain (%s)', (by, who) => {
    const contributors = [{ who: 'edo', through: 'pushed 3f2a91c' }];
    const dismissed = { by, was: 'CHANGES_REQUESTED' } as const;
    const [told = ''] = messages({ contributors, reviews: [{ by: 'ben' }, { by: 'dora', dismissed }] });
    expect(told).toContain(`(dora; dismissed ${who}.`);
    expect(told).toMatch(/It cannot be dismissed twice, so only a new review by dora helps, or a new pull request\)$/u);
  });

  test('who vetoes, and who dismissed an approval', () => {
    expect(messages({ reviews: [{ by: 'ben' }, { by: 'dora', state: 'CHANGES_REQUESTED' }] })[0]).toMatch(/\(dora\)$/u);
    const dismissed = decide(factsOf({ reviews: [{ by: 'ben', dismissed: { by: 'cleo', was: 'APPROVED' } }] }));
    expect(dismissed.discounted[0]?.reason.message).toBe('The review was dismissed. (by cleo)');
  });
});
