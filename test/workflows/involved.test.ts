import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contributor } from '../../src/core/approval/facts.ts';
import { pullRequest } from '../../src/github/pull-requests.ts';
import { asInvolved, involvedIn, ratifiesForeign, together } from '../../src/workflows/bypassed.ts';
import { Ledger } from '../../src/workflows/ledger.ts';
import { startWorld, type World } from '../github/world.ts';
import { landingWith } from '../support/landed.ts';
import { AT, begun, draft, trial } from '../support/ledger-writer.ts';
import { MemoryLedger, someHash } from '../support/memory-ledger.ts';

const [ANA, BEN, CLEO] = ['ana', 'ben', 'cleo'].map((login, id) => ({ id, login })) as [Who, Who, Who];
type Who = { readonly id: number; readonly login: string };

describe('a landing leaves something that nobody approved', () => {
  const unapproved = { commit: 'tip', approved: 'old', paths: ['CODEOWNERS', 'a.yml'] };

  it('where one of these files is not as it was approved, and not where another is', () => {
    expect(ratifiesForeign(unapproved, ['b.yml', 'a.yml'])).toBe(true);
    expect(ratifiesForeign(unapproved, ['b.yml'])).toBe(false);
    expect(ratifiesForeign(null, ['a.yml'])).toBe(false);
  });
});

describe('who contributed to two things', () => {
  it('is everyone of both, each once', () => {
    const left = { contributors: [ANA, BEN], incomplete: null };
    const right = { contributors: [BEN, CLEO], incomplete: null };
    expect(together(left, right)).toEqual({ contributors: [ANA, BEN, CLEO], incomplete: null });
  });

  it('is told by one where there is no other', () => {
    const one = { contributors: [ANA], incomplete: 'pushers-incomplete' };
    expect([together(one, null), together(null, one), together(null, null)]).toEqual([one, one, null]);
  });

  it('is not all that there are where it is not of either', () => {
    const whole = { contributors: [], incomplete: null };
    const part = { contributors: [], incomplete: 'pushers-incomplete' };
    expect(together(whole, part)?.incomplete).toBe('pushers-incomplete');
    expect(together({ ...part, incomplete: 'commits-moved' }, part)?.incomplete).toBe('commits-moved');
  });
});

describe('contributors, as the ledger keeps them', () => {
  const by = (person: Who | null): Contributor => ({
    person: person === null ? null : { ...person, type: 'User' },
    name: 'somebody',
    through: 'pushed',
  });

  it('are accounts by id', () => {
    expect(asInvolved({ contributors: [by(ANA), by(BEN)], incomplete: null })).toEqual({
      contributors: [ANA, BEN],
      incomplete: null,
    });
  });

  it('are not all where one has no account, or GitHub does not tell', () => {
    const unknown = { contributors: [by(ANA), by(null)], incomplete: null };
    expect(asInvolved(unknown)).toEqual({ contributors: [ANA], incomplete: 'contributor-unknown' });
    const incomplete = { code: 'commits-moved', message: 'They moved.' };
    expect(asInvolved({ ...unknown, incomplete }).incomplete).toBe('commits-moved');
  });
});

describe('who contributed to what landed', () => {
  let world: World;
  let ledger: Ledger;
  beforeAll(async () => {
    world = await startWorld();
    const writer = await begun(new MemoryLedger(), trial);
    ledger = new Ledger(
      writer,
      () => AT,
      () => undefined,
    );
  });
  afterAll(() => world.server.close());

  async function involved(landing: Parameters<typeof involvedIn>[1]) {
    const found = await involvedIn({ repository: world.ours, ledger }, landing);
    return { ...found, contributors: found.contributors.map(({ login }) => login).toSorted() };
  }

  it('is whoever pushed it, where there is no pull request', async () => {
    const before = await world.repository.head();
    const commit = await world.repository.push({ as: world.ben, branch: 'main', files: { CODEOWNERS: '* @ben' } });
    expect(await involved(landingWith({ before, commit }))).toEqual({ contributors: ['ben'], incomplete: null });
  });

  it('is whoever wrote its pull request, brought it up to date, or pushed it as the ledger records', async () => {
    const { repository, ana, ben, rita } = world;
    await repository.push({ as: ana, branch: 'change', files: { 'a.yml': 'on: push' } });
    const opened = await repository.openPullRequest({ as: ana, head: 'change' });
    await repository.push({ as: ben, branch: 'main', files: { 'README.md': 'Moved on' } });
    await repository.updateBranch(opened, { as: ben });
    const senders = [{ id: rita.id, login: 'rita' }];
    const run = { run: 'run-1', code: 'kt5m-w2qa', head: opened.head.sha, baseBranch: 'main' };
    const hashes = { body: someHash('body'), assessment: someHash('assessment') };
    const body = { type: 'planned', ...run, ...hashes, mustQuote: false, because: 'first', senders } as const;
    await ledger.append([draft(body, opened.number)]);
    const pull = await pullRequest(world.ours, opened.number);
    expect(await involved(landingWith({ pull }))).toEqual({
      contributors: ['ana', 'ben', 'rita'],
      incomplete: null,
    });
  });
});
