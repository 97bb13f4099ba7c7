import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { declares, Estate, pathOf, role } from './estate.ts';
import { checksOf, codeIn, commentsOf, entriesOf, typesOf } from './evidence.ts';

const STANDING = ['svc-moving', 'svc-late', 'svc-typo', 'svc-edited', 'svc-other', 'svc-again'];

describe('a publication lives as long as its plan', () => {
  let estate: Estate;

  beforeAll(async () => {
    const files = Object.assign({}, ...STANDING.map((name) => declares(name))) as Record<string, string>;
    const sql = STANDING.map(
      (name) =>
        `CREATE ROLE "${name}" LOGIN CONNECTION LIMIT 5; GRANT USAGE ON SCHEMA billing TO "${name}"; GRANT SELECT ON billing.invoices TO "${name}";`,
    ).join('\n');
    estate = await Estate.begin({ files, sql });
  });

  afterAll(async () => {
    await estate.close();
  });

  afterEach(async () => {
    await estate.expectSound();
  });

  it('documents with errors turn both checks red, with a remark on each exact line, and nothing is published', async () => {
    const { team } = estate;
    const wrong = role('svc-wrong')
      .replace('connectionLimit: 5', 'connectionLimits: 5')
      .replace('[SELECT]', '[SELEKT]');
    const pull = await team.propose('wrong', { [pathOf('svc-wrong')]: wrong });
    const { publish } = await team.planAndPublish(pull);
    expect(publish.outputs).toMatchObject({ decision: 'refused' });
    const lines = wrong.split('\n');
    const expected = ['connectionLimits', 'SELEKT'].map(
      (text) => `${pathOf('svc-wrong')}:${lines.findIndex((line) => line.includes(text)) + 1}`,
    );
    const checks = checksOf(team, pull.head.sha);
    expect(checks).toMatchObject({ plan: { state: 'failure' }, approval: { state: 'failure' } });
    expect(checks.plan?.annotations.toSorted()).toEqual(expected.toSorted());
    expect(commentsOf(team, pull)).toEqual([]);
    expect(await entriesOf(team, pull)).toEqual([]);
  });

  it('a database that cannot be reached turns the checks red, and the approval stands when it is back', async () => {
    const { team } = estate;
    const pull = await estate.approved('late', declares('svc-late', { limit: 6 }));
    const dead = { ORDERS_DB_READ: 'postgres://reader:canary-reading-7c1f@127.0.0.1:1/postgres?sslmode=disable' };
    const blind = await team.plan(pull, {}, { env: dead, without: ['ORDERS_DB_READ'] });
    const withheld = await team.publish(blind.outputs['bundle']);
    expect(withheld.outputs).toMatchObject({ decision: 'refused' });
    expect(withheld.log).toMatch(/plan-incomplete/u);
    expect(checksOf(team, pull.head.sha)).toMatchObject({ plan: { state: 'failure' }, approval: { state: 'failure' } });
    const { publish } = await team.planAndPublish(pull);
    expect(publish.outputs).toMatchObject({ decision: 'approved' });
    expect(checksOf(team, pull.head.sha)).toMatchObject({ plan: { state: 'success' }, approval: { state: 'success' } });
    expect(commentsOf(team, pull)).toHaveLength(1);
    expect(await typesOf(team, pull)).toEqual(['planned', 'published']);
  });

  it('when live state moves, a new comment shows what moved, the approval is void, and only a review with the new code counts', async () => {
    const { team, postgres } = estate;
    const pull = await estate.approved('moving', declares('svc-moving', { limit: 9 }));
    await postgres.query('ALTER ROLE "svc-moving" CONNECTION LIMIT 60');
    const moved = await team.planAndPublish(pull);
    expect(moved.publish.outputs).toMatchObject({ decision: 'waiting' });
    expect(moved.publish.log).toMatch(/approval-missing/u);
    const code = codeIn(team, pull);
    expect(commentsOf(team, pull)).toMatchObject([
      { edits: 0, minimised: true },
      { edits: 0, minimised: false, body: expect.stringMatching(/\b60\b/u) },
    ]);
    expect(commentsOf(team, pull)[1]?.body).toContain(code);
    expect(checksOf(team, pull.head.sha)).toMatchObject({ approval: { state: 'in_progress' } });

    await estate.approve(pull);
    const unread = await team.planAndPublish(pull);
    expect(unread.publish.outputs).toMatchObject({ decision: 'waiting' });
    expect(checksOf(team, pull.head.sha).approval?.summary).toContain(code);

    await estate.approve(pull, { body: `Seen: ${code}` });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
    expect(commentsOf(team, pull)).toHaveLength(2);
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ outputs: { decision: 'applied' } });
    expect(await estate.role('svc-moving')).toMatchObject({ limit: 9 });
  });

  it('a new head with the same plan continues the publication: no new comment, the approval stands', async () => {
    const { team, repository } = { team: estate.team, repository: estate.team.repository };
    const pull = await estate.approved('typo', declares('svc-typo', { limit: 7 }));
    const approvedHead = pull.head.sha;
    const files = { [pathOf('svc-typo')]: `# corrected spelling\n${role('svc-typo', { limit: 7 })}` };
    await repository.push({ as: team.ana, branch: 'typo', files, message: 'Correct the spelling' });
    expect(pull.head.sha).not.toBe(approvedHead);
    const { publish } = await team.planAndPublish(pull);
    expect(publish.outputs).toMatchObject({ decision: 'approved' });
    expect(commentsOf(team, pull)).toMatchObject([{ edits: 0, minimised: false }]);
    expect(await typesOf(team, pull)).toEqual(['planned', 'published', 'published']);
    expect(checksOf(team, pull.head.sha)).toMatchObject({ plan: { state: 'success' }, approval: { state: 'success' } });
  });

  it('a new head with another plan begins a new publication, and the old approval counts no more', async () => {
    const { team } = estate;
    const pull = await estate.approved('other', declares('svc-other', { limit: 7 }));
    const push = { as: team.ana, branch: 'other', files: declares('svc-other', { limit: 70 }), message: 'More' };
    await team.repository.push(push);
    const { publish } = await team.planAndPublish(pull);
    expect(publish.outputs).toMatchObject({ decision: 'waiting' });
    expect(commentsOf(team, pull)).toMatchObject([{ minimised: true }, { minimised: false, edits: 0 }]);
    expect((await entriesOf(team, pull)).at(-2)).toMatchObject({ type: 'planned', because: 'digest-changed' });
    await estate.merge(pull);
    const refused = await team.apply();
    expect(refused).toMatchObject({ exitCode: 1, outputs: { decision: 'refused' } });
    expect(refused.log).toMatch(/approval-missing/u);
    expect(await estate.role('svc-other')).toMatchObject({ limit: 5 });
  });

  it('a first plan that comes back after another one does not bring its approvals back', async () => {
    const { team } = estate;
    const pull = await estate.approved('again', declares('svc-again', { limit: 7 }));
    for (const limit of [8, 7]) {
      const files = declares('svc-again', { limit });
      await team.repository.push({ as: team.ana, branch: 'again', files, message: `Limit ${limit}` });
      expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'waiting' });
    }
    expect(commentsOf(team, pull)).toHaveLength(3);
  });

  it('a comment that somebody edits ends the publication: the plan is posted again, and approvals are void', async () => {
    const { team } = estate;
    const pull = await estate.approved('edited', declares('svc-edited', { limit: 7 }));
    const [comment] = [...team.repository.repository.comments.values()].filter(({ number }) => number === pull.number);
    if (comment === undefined) throw new Error('nothing was posted');
    await team.repository.editComment(comment, { as: team.cleo, body: comment.body.replace('7', '6') });
    const { publish } = await team.planAndPublish(pull);
    expect(publish.outputs).toMatchObject({ decision: 'waiting' });
    expect(commentsOf(team, pull)).toMatchObject([
      { minimised: true, edits: 1 },
      { minimised: false, edits: 0 },
    ]);
    expect((await entriesOf(team, pull)).at(-2)).toMatchObject({
      type: 'planned',
      because: 'comment-changed',
      mustQuote: true,
    });
    await estate.approve(pull, { body: codeIn(team, pull) });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
  });
});
