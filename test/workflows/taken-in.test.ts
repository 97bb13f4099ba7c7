import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checksOf, commentsOf, ledgerOf } from '../e2e/evidence.ts';
import { CONFIGURATION_PATH } from '../e2e/estate.ts';
import type { Account, Pull } from '../e2e/repository.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

const DESIRED = "desired: ['identities/**/*.yaml']";
const ADDRESS = 'accounts/MemoryAccount/alpha';

type Files = Readonly<Record<string, string | null>>;

describe('rules that take documents in', () => {
  let subject: Subject;

  beforeEach(async () => {
    subject = await memorySubject('quick');
    expect(await subject.team.init()).toMatchObject({ exitCode: 0 });
  });

  afterEach(async () => {
    await subject.close();
  });

  /** The identity's document, moved out of the globs in which it was, and made eve's own. */
  const planted = (limit: number): Files => ({
    'extra/alpha.yaml': subject.documentOf('alpha', { limit, purpose: 'p' }).replace('owner: billing', "owner: '@eve'"),
  });

  async function globs(also: Files = {}): Promise<Files> {
    const rules = (await subject.team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
    expect(rules).toContain(DESIRED);
    return { [CONFIGURATION_PATH]: rules.replace(DESIRED, "desired: ['extra/*.yaml', 'identities/b*.yaml']"), ...also };
  }

  async function judged(pull: Pull, ...by: readonly Account[]): Promise<string> {
    const { team } = subject;
    await team.planAndPublish(pull);
    team.server.advanceClock(2);
    for (const as of by) await team.repository.review(pull, { as, event: 'APPROVE' });
    const { publish } = await team.planAndPublish(pull);
    return `${publish.outputs['decision']}: ${checksOf(team, pull.head.sha).approval?.summary ?? ''}`;
  }

  async function landed(pull: Pull): Promise<string | undefined> {
    subject.team.server.advanceClock(2);
    await subject.team.repository.mergePullRequest(pull, { as: subject.people.ana, method: 'squash' });
    return (await subject.team.apply()).outputs['decision'];
  }

  async function raised(branch: string, ...by: readonly Account[]): Promise<{ pull: Pull; said: string }> {
    const pull = await subject.team.propose(branch, planted(99));
    return { pull, said: await judged(pull, ...by) };
  }

  it('name nobody as the owner of what lay outside of the globs', async () => {
    const { team, people } = subject;
    const plant = await team.propose('plant', planted(5));
    expect(await judged(plant)).toMatch(/^unconcerned/u);
    await landed(plant);
    const rules = await team.propose('globs', await globs());
    expect(await judged(rules, people.cleo)).toMatch(/^approved/u);
    expect(commentsOf(team, rules).at(-1)?.body).toMatch(/MemoryAccount\/alpha[^]*identity-taken-in/u);
    expect(await landed(rules)).toBe('nothing');
    expect((await ledgerOf(team)).findLast(({ body }) => body.type === 'rules')).toMatchObject({
      body: { takenIn: [ADDRESS] },
    });
    const { pull, said } = await raised('raise', people.eve);
    expect(said).toMatch(/^waiting: [^]*unapplied-base/u);
    expect(await landed(pull)).toBe('refused');
    expect(await subject.live('alpha')).toMatchObject({ limit: 5 });
  });

  it('nor of what comes in the same pull request, until a plan of it was approved and applied', async () => {
    const { team, people } = subject;
    const rules = await team.propose('globs', await globs(planted(5)));
    expect(await judged(rules, people.cleo, people.ben)).toMatch(/^approved/u);
    await landed(rules);
    expect((await raised('first', people.eve)).said).toMatch(/^waiting/u);
    const { pull, said } = await raised('second', people.eve, people.ben);
    expect(said).toMatch(/^approved/u);
    expect(await landed(pull)).toBe('applied');
    expect(await subject.live('alpha')).toMatchObject({ limit: 99 });
    const next = await team.propose('next', planted(7));
    expect(await judged(next, people.eve)).toMatch(/^approved/u);
  });

  it('say nothing of what both rules declare alike', async () => {
    const { team, people } = subject;
    const rules = await team.propose('globs', await globs({ 'extra/gamma.yaml': await gamma() }));
    await judged(rules, people.cleo);
    expect(commentsOf(team, rules).at(-1)?.body).not.toContain('MemoryAccount/beta');
    await landed(rules);
    const entered = (await ledgerOf(team)).findLast(({ body }) => body.type === 'rules');
    expect(entered).toMatchObject({ pullRequest: rules.number, body: { takenIn: [] } });
  });

  async function gamma(): Promise<string> {
    return (await subject.team.repository.readFile('main', subject.pathOf('gamma'))) ?? '';
  }
});

describe('rules that take rule files in', () => {
  it('have each of them before the reviewers, bytes and all, and land as they were planned', async () => {
    const subject = await memorySubject('quick');
    try {
      const { team, people } = subject;
      await team.init();
      const path = 'more/rule.md';
      await team.pushPast(people.eve, { [path]: 'planted\n' });
      const rules = (await team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
      const files = { [CONFIGURATION_PATH]: `${rules}policies: [policies/, more/]\n` };
      expect(rules).not.toContain('policies:');
      const pull = await team.propose('policies', files);
      await team.planAndPublish(pull);
      expect(commentsOf(team, pull).at(-1)?.body).toContain(`added \`${path}\``);
      team.server.advanceClock(2);
      await team.repository.review(pull, { as: people.cleo, event: 'APPROVE' });
      await team.repository.mergePullRequest(pull, { as: people.ana, method: 'squash' });
      expect((await team.apply()).outputs['decision']).toBe('nothing');
      const entered = (await ledgerOf(team)).findLast(({ body }) => body.type === 'rules');
      expect(entered?.body).toMatchObject({ governance: { [path]: expect.stringMatching(/^sha256:/u) } });
    } finally {
      await subject.close();
    }
  });
});
