import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { leaksOf } from './audit.ts';
import { declares, Estate, pathOf } from './estate.ts';
import { checksOf, commentsOf, entriesOf, ledgerOf, typesOf } from './evidence.ts';

const WHOLE = ['planned', 'published', 'approved', 'apply-started', 'apply-finished'];

describe('what landed is applied', () => {
  let estate: Estate;

  beforeAll(async () => {
    estate = await Estate.begin();
  });

  afterAll(async () => {
    await estate.close();
  });

  afterEach(async () => {
    await estate.expectSound();
  });

  it('the review turns the check green, and nothing is posted twice', async () => {
    const { team } = estate;
    const pull = await estate.approved('green', declares('green'));
    const again = await team.planAndPublish(pull);
    const digest = again.plan.outputs['digest'];
    expect(again.publish.outputs).toMatchObject({ decision: 'approved', digest });
    expect(checksOf(team, pull.head.sha)).toMatchObject({
      plan: { state: 'success', digest },
      approval: { state: 'success', digest },
    });
    expect(commentsOf(team, pull)).toMatchObject([{ edits: 0, minimised: false }]);
    expect(await typesOf(team, pull)).toEqual(['planned', 'published']);
  });

  it('a creation: planned, waiting, approved, applied exactly, and told', async () => {
    const { team } = estate;
    const name = 'app-squash';
    const pull = await team.propose(name, declares(name));
    const first = await team.planAndPublish(pull);
    const digest = first.plan.outputs['digest'];
    expect(first.plan.outputs).toMatchObject({ counts: '{"create":1}' });
    expect(first.publish.outputs).toMatchObject({ decision: 'waiting', digest });
    expect(checksOf(team, pull.head.sha)).toMatchObject({
      plan: { state: 'success', digest },
      approval: { state: 'in_progress', digest },
    });
    await estate.approve(pull);
    await estate.merge(pull);
    const applied = await team.apply();
    expect(applied).toMatchObject({ exitCode: 0, outputs: { decision: 'applied', digest } });
    expect(await estate.role(name)).toEqual({ login: true, limit: 5, invoices: true, lines: false });
    expect(await typesOf(team, pull)).toEqual(WHOLE);
    expect(commentsOf(team, pull)).toMatchObject([
      { author: 'github-actions[bot]', edits: 0, minimised: false },
      { author: 'github-actions[bot]', edits: 0, minimised: false, body: expect.stringMatching(/applied/u) },
    ]);
    expect(applied.summary).toMatch(/applied/u);
  });

  it('a pull request that concerns neither identities nor rules gets two green checks, a plain sentence and no entry', async () => {
    const { team } = estate;
    const before = await ledgerOf(team);
    const pull = await team.propose('readme', { 'README.md': 'Something else\n' });
    const { publish } = await team.planAndPublish(pull);
    expect(publish).toMatchObject({ exitCode: 0, outputs: { decision: 'unconcerned' } });
    const sentence = expect.stringMatching(/touches neither an identity nor the rules/u);
    expect(checksOf(team, pull.head.sha)).toMatchObject({
      plan: { state: 'success', digest: null, summary: sentence },
      approval: { state: 'success', digest: null, summary: sentence },
    });
    expect(commentsOf(team, pull)).toEqual([]);
    await estate.merge(pull);
    expect((await team.apply()).log).toMatch(/Nothing landed that is not finished/u);
    expect(await ledgerOf(team)).toEqual(before);
  });

  it('a document that is not read for the ending of its name is named, alone and beside one that is read', async () => {
    const { team } = estate;
    const beside = { 'identities/overlooked.yml': declares('overlooked')[pathOf('overlooked')] ?? '' };
    const alone = await team.propose('alone', beside);
    expect((await team.planAndPublish(alone)).publish.outputs).toMatchObject({ decision: 'unconcerned' });
    expect(checksOf(team, alone.head.sha)).toMatchObject({
      plan: {
        state: 'success',
        summary: expect.stringMatching(/identities\/overlooked\.yml.*was not read/u) as string,
      },
    });
    const both = await team.propose('both', { ...beside, ...declares('both') });
    expect((await team.planAndPublish(both)).plan.outputs).toMatchObject({ counts: '{"create":1}' });
    expect(checksOf(team, both.head.sha).plan?.annotations).toContain('identities/overlooked.yml:1');
  });

  it('two pull requests that landed before one apply are both applied, and a second apply finds nothing to do', async () => {
    const { team } = estate;
    const first = await estate.approved('first', declares('first'));
    const second = await estate.approved('second', declares('second'));
    await estate.merge(first);
    // The base has moved, not what the second one is about.
    await estate.merge(second);
    const applied = await team.apply();
    expect(applied).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect([await estate.role('first'), await estate.role('second')]).toMatchObject([{ limit: 5 }, { limit: 5 }]);
    expect([await typesOf(team, first), await typesOf(team, second)]).toEqual([WHOLE, WHOLE]);
    const before = [await ledgerOf(team), team.server.log.length];
    expect((await team.apply()).log).toMatch(/Nothing landed that is not finished/u);
    expect(await ledgerOf(team)).toEqual(before[0]);
    expect(commentsOf(team, first)).toHaveLength(2);
  });

  it('without the credential an apply leaves the landing unfinished and red; with it, later, it is applied', async () => {
    const { team } = estate;
    const pull = await estate.approved('late', declares('late'));
    await estate.merge(pull);
    const without = await team.apply({ without: ['ORDERS_DB_WRITE'] });
    expect(without).toMatchObject({ exitCode: 1, outputs: { decision: 'unfinished' } });
    expect(without.log).toMatch(/credential-missing/u);
    expect(await estate.role('late')).toBeNull();
    expect(await typesOf(team, pull)).toEqual(['planned', 'published']);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('late')).toMatchObject({ limit: 5 });
  });

  it('a landing of which only owner or purpose changes writes nothing to the live system', async () => {
    const { team } = estate;
    const pull = await team.propose('purpose', declares('late', { purpose: 'Serves later' }));
    const { plan, publish } = await team.planAndPublish(pull);
    expect(plan.outputs).toMatchObject({ counts: '{"describe":1}' });
    expect(publish.outputs).toMatchObject({ decision: 'waiting' });
    await estate.approve(pull);
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
    await estate.merge(pull);
    expect(await team.apply({ without: ['ORDERS_DB_WRITE'] })).toMatchObject({
      exitCode: 0,
      outputs: { decision: 'nothing' },
    });
    expect((await entriesOf(team, pull)).at(-1)).toMatchObject({ type: 'apply-finished', result: 'nothing' });
  });

  it('the search for secrets would find one, wherever a run leaves something', () => {
    const places = leaksOf(estate.team, ['Serves app-squash']).join('\n');
    for (const place of ['log of', 'summary of', 'bundle of', 'plan.json', '/comments', '/check-runs', '/blobs/'])
      expect(places).toContain(place);
  });
});
