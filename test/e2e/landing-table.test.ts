import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { kill, applyWhile } from '../attacks/support/meanwhile.ts';
import { existing } from '../attacks/support/standing.ts';
import { declares, Estate, pathOf, reconciliation } from './estate.ts';
import { codeIn, entriesOf, ledgerOf } from './evidence.ts';
import type { Account, Pull } from './repository.ts';
import { shown } from './runner.ts';

let estate: Estate;

describe('landings that repeat, undo or meet each other', () => {
  beforeAll(async () => {
    estate = await Estate.begin(existing('shared', 'left', 'halved', 'healthy', 'twin'));
  });
  afterAll(async () => {
    await estate.close();
  });
  afterEach(async () => {
    await estate.expectSound();
  });

  it('the same change made, taken back and made again: each landing is an apply of its own', async () => {
    const { team } = estate;
    const removal = 'delete';
    const files = declares('again', { onRemove: removal });
    const digests: (string | undefined)[] = [];
    for (const [branch, change] of [
      ['made', files],
      ['taken-back', { [pathOf('again')]: null }],
      ['made-again', files],
    ] as const) {
      const pull = await team.propose(branch, change);
      const { plan } = await team.planAndPublish(pull);
      for (const as of [team.ben, estate.dora]) await estate.approve(pull, { as, body: codeIn(team, pull) });
      await estate.merge(pull);
      const applied = await team.apply();
      expect(applied, shown(applied)).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
      digests.push(plan.outputs['digest']);
    }
    expect(digests[2]).toBe(digests[0]);
    expect(await estate.role('again')).toMatchObject({ limit: 5 });
  });

  it('two runs at once: one applies, the other leaves it to that one, and nothing is done twice', async () => {
    const { team } = estate;
    const pull = await estate.approved('raced', declares('raced'));
    await estate.merge(pull);
    const runs = await Promise.all([team.apply(), team.apply()]);
    const last = await team.apply();
    expect([...runs, last].filter(({ outputs }) => outputs['decision'] === 'applied')).toHaveLength(1);
    expect(last.exitCode, shown(last)).toBe(0);
    const types = (await entriesOf(team, pull)).map(({ type }) => type);
    expect(types.filter((type) => type === 'apply-finished')).toHaveLength(1);
    expect(await estate.role('raced')).toMatchObject({ limit: 5 });
  });

  /** As `estate.approved`, asked for and approved by whom it says, up to a gate that says so. */
  async function agreed(branch: string, files: Readonly<Record<string, string>>, by: Account, from: Account) {
    const { team } = estate;
    const pull = await team.propose(branch, files, from);
    await team.planAndPublish(pull);
    await estate.approve(pull, { as: by });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
    return pull;
  }

  const ended = async (pull: Pull) => (await entriesOf(estate.team, pull)).at(-1);

  it('two approved landings about one identity before one apply: the earlier is superseded and keeps nobody from approving the later', async () => {
    const { team, dora } = estate;
    const both = { ...declares('shared', { limit: 9 }), ...declares('left', { limit: 9 }) };
    const earlier = await agreed('earlier', both, team.ben, dora);
    await estate.merge(earlier);
    const later = await agreed('later', declares('shared', { limit: 12 }), dora, team.ben);
    await estate.merge(later);
    await team.apply();
    const left = [{ address: 'orders-db/PostgresRole/left', contributors: [{ login: 'dora' }] }];
    expect(await ended(earlier)).toMatchObject({ result: 'superseded', applied: [], unapplied: left });
    expect(await ended(later)).toMatchObject({ result: 'applied', unapplied: [] });
    expect([await estate.role('shared'), await estate.role('left')]).toMatchObject([{ limit: 12 }, { limit: 5 }]);
  });

  it('what a superseded landing left is asked for again, and approved by somebody else than who wrote it', async () => {
    const { team, dora } = estate;
    const again = await team.propose('left-again', reconciliation('left-again', { verb: 'correct', of: 'left' }));
    await team.planAndPublish(again);
    await estate.approve(again, { as: dora });
    expect((await team.planAndPublish(again)).publish.outputs).toMatchObject({ decision: 'waiting' });
    await estate.approve(again);
    await estate.merge(again);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('left')).toMatchObject({ limit: 9 });
  });

  it('a later landing that was planned before the earlier one was half done is refused, naming the attribute', async () => {
    const { team } = estate;
    const earlier = await estate.approved('half', declares('halved', { limit: 9, tables: 'billing.lines' }));
    await estate.merge(earlier);
    const later = await estate.approved('whole', declares('halved', { limit: 12, tables: 'billing.lines' }));
    await applyWhile(estate, 'receipt', kill);
    await estate.merge(later);
    const run = await team.apply();
    expect(await ended(earlier)).toMatchObject({ result: 'superseded', unapplied: [] });
    expect(await ended(later)).toMatchObject({ result: 'refused' });
    expect(run.log).toMatch(/conflict at \/connectionLimit/u);
    expect(await estate.role('halved')).toMatchObject({ limit: 9 });
  });

  it('a document that somebody else broke on the default branch refuses nobody: neither the plan nor the landing', async () => {
    const { team } = estate;
    const pull = await estate.approved('healthy', declares('healthy', { limit: 9 }));
    await team.pushPast(estate.eve, { 'identities/broken.yaml': 'a: [' });
    await estate.merge(pull);
    expect(await ended(pull)).toMatchObject({ type: 'published' });
    await team.apply();
    expect(await ended(pull)).toMatchObject({ type: 'apply-finished', result: 'applied' });
    const next = await estate.approved('healthier', declares('healthy', { limit: 10 }));
    await estate.merge(next);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('healthy')).toMatchObject({ limit: 10 });
  });

  it('a second document about what landed, pushed to the default branch, refuses the landing', async () => {
    const { team } = estate;
    const pull = await estate.approved('twin', declares('twin', { limit: 9 }));
    const second = { 'identities/zz-twin.yaml': declares('twin')[pathOf('twin')] ?? '' };
    await team.pushPast(estate.eve, second);
    await estate.merge(pull);
    expect((await team.apply()).log).toMatch(/landing-invalid: duplicate-address/u);
    expect(await ended(pull)).toMatchObject({ result: 'refused' });
    expect(await estate.role('twin')).toMatchObject({ limit: 5 });
    const mended = { 'identities/zz-twin.yaml': null, 'identities/broken.yaml': null };
    await team.pushPast(estate.eve, mended);
    await team.apply();
  });

  it('two pull requests merged by hand and pushed at once: each is a landing of its own, in their order', async () => {
    const { team } = estate;
    const { repository, ana } = team;
    const { git } = repository.repository;
    const person = { name: 'ana', email: ana.emails[0] ?? '', seconds: 1_800_000_000 };
    const pulls = [await estate.approved('one', declares('one')), await estate.approved('two', declares('two'))];
    let tip = await repository.head();
    for (const [index, { head }] of pulls.entries()) {
      const files = index === 0 ? declares('one') : { ...declares('one'), ...declares('two') };
      const from = await repository.head();
      const tree = await git.commit(await repository.push({ as: ana, branch: `tree-${index}`, from, files }));
      const parents = [tip, head.sha];
      const made = { tree: tree?.tree ?? '', parents, author: person, committer: person, message: 'Merge\n' };
      tip = await git.writeCommit(made);
    }
    team.server.advanceClock(2);
    await repository.pushCommit({ as: ana, branch: 'main', sha: tip });
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect([await estate.role('one'), await estate.role('two')]).toMatchObject([{ limit: 5 }, { limit: 5 }]);
    const finished = (await ledgerOf(team)).filter(({ body }) => body.type === 'apply-finished').slice(-2);
    expect(finished).toMatchObject(
      pulls.map(({ number }) => ({ pullRequest: number, body: { type: 'apply-finished', result: 'applied' } })),
    );
  });
});
