import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account } from '../support/memory.ts';
import { checksOf, commentsOf, entriesOf } from './evidence.ts';
import type { Pull } from './repository.ts';
import { beside, document, ThreeSources, workload } from './three-sources.ts';

describe('a workload of three sources in one pull request', () => {
  let three: ThreeSources;

  beforeAll(async () => {
    three = await ThreeSources.begin();
  });

  afterAll(async () => {
    await three.close();
  });

  const receiptsOf = async (pull: Pull) =>
    (await entriesOf(three.team, pull)).flatMap((body) =>
      body.type === 'receipt' ? [`${body.kind} ${body.stepId}`] : [],
    );
  const outcome = (pull: Pull) => commentsOf(three.team, pull).at(-1)?.body ?? '';
  const everywhere = async (name: string) => [
    three.account('cloud', name)?.enabled ?? null,
    three.account('cluster', name)?.enabled ?? null,
    (await three.role(name))?.limit ?? null,
  ];

  it('is one plan in one comment, which says what waits for what, and is applied in that order', async () => {
    const { team } = three;
    const pull = await three.landed('exporter', workload('exporter'));
    const [comment] = commentsOf(team, pull);
    for (const source of ['cloud', 'cluster', 'database']) expect(comment?.body).toContain(`\`${source}\``);
    expect(comment?.body).toContain('#1 after cloud/MemoryAccount/exporter#1');
    expect(comment?.body).toContain('#1 after cluster/MemoryAccount/exporter#1');
    expect(comment?.body).toContain('dependsOn: ["cloud/MemoryAccount/exporter"]');
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    const order = (await receiptsOf(pull)).map((line) => line.split(/[ /]/u)[1]);
    expect([...new Set(order)]).toEqual(['cloud', 'cluster', 'database']);
    expect(await everywhere('exporter')).toEqual([true, true, 5]);
    expect(outcome(pull)).toMatch(/applied, 3 identities/u);
  });

  it('names the source that cannot be read, and tells what the others would do', async () => {
    const { team } = three;
    const pull = await team.propose('unread', workload('unread'));
    const plan = await team.plan(pull, {}, { without: ['CLUSTER_READ'] });
    await team.publish(plan.outputs['bundle']);
    const check = checksOf(team, pull.head.sha).plan;
    expect(check).toMatchObject({ state: 'failure', title: 'No plan yet, 1 read failed' });
    expect(check?.summary).toMatch(/\*\*Not read\*\*\n\n- `cluster`: .*CLUSTER\\?_READ.*`credential-missing`/u);
    expect(check?.summary).toMatch(/\*\*What was read would change\*\*[^]*`database` · `unread`/u);
    expect(check?.text).toContain('NOT complete');
  });

  it('names sources of every kind of which no credential is there', async () => {
    const { team } = three;
    const pull = await team.propose('blank', {
      ...workload('blank'),
      'identities/account/blank.yaml': document('AwsIamUser', 'account', 'blank', null, '{}'),
      'identities/shop/blank.yaml': document('KubernetesServiceAccount', 'shop', 'blank', null, '{}').replace(
        'source: shop',
        'source: shop\n  namespace: shop',
      ),
    });
    const plan = await team.plan(pull, {}, { without: ['CLUSTER_READ', 'DATABASE_READ'] });
    await team.publish(plan.outputs['bundle']);
    const { summary } = checksOf(team, pull.head.sha).plan ?? {};
    for (const source of ['account', 'cluster', 'database', 'shop'])
      expect(summary).toMatch(new RegExp(`^- \`${source}\`: .*_READ.*\`credential-missing\``, 'mu'));
    expect(summary).toMatch(/\*\*What was read would change\*\*[^]*`blank` is created/u);
  });

  it('is planned from what jobs of their own read, with the same digest and without their connections', async () => {
    const { team } = three;
    const pull = await team.propose('handed', workload('handed'));
    const connected = await team.plan(pull);
    const [cluster, database] = [await three.read('cluster'), await three.read('database')];
    const without = ['CLUSTER_READ', 'DATABASE_READ'];
    const plan = await team.plan(pull, { 'live-state': `${cluster}\n${database}\n` }, { without });
    expect(plan.outputs['digest']).toMatch(/^sha256:/u);
    expect(plan.outputs['digest']).toBe(connected.outputs['digest']);
    const blind = await team.plan(pull, { 'live-state': cluster }, { without });
    expect(blind.log).toMatch(/not read: database: .*DATABASE_READ/u);
  });

  it('is stopped by a conflict where it depends on it, and finished elsewhere; one comment tells all of it', async () => {
    const { team } = three;
    const pull = await three.landed('mailer', { ...workload('mailer'), ...beside('auditor') });
    const world = three.systems.cloud.load();
    three.systems.cloud.save({ ...world, accounts: { ...world.accounts, mailer: account({ incarnation: 'theirs' }) } });
    expect(await team.apply()).toMatchObject({ outputs: { decision: 'partial' } });
    expect(await everywhere('mailer')).toEqual([true, null, null]);
    expect(three.account('cloud', 'mailer')?.incarnation).toBe('theirs');
    expect(await three.role('auditor')).toEqual({ limit: 5 });
    const kinds = (await receiptsOf(pull)).filter((line) => line.includes('mailer'));
    expect(kinds).toEqual([
      'conflict cloud/MemoryAccount/mailer#1',
      'not-attempted cluster/MemoryAccount/mailer#1',
      'not-attempted database/PostgresRole/mailer#1',
      'not-attempted database/PostgresRole/mailer#2',
    ]);
    for (const part of [
      '`cloud` · `mailer`',
      '`cluster` · `mailer`',
      '`database` · `mailer`',
      '`database` · `auditor`',
    ])
      expect(outcome(pull)).toContain(part);
  });

  it('waits for a source without a credential, and is finished when it has one', async () => {
    const { team } = three;
    const pull = await three.landed('waiting', { ...workload('waiting'), ...beside('reporter') });
    const first = await team.apply({ without: ['CLUSTER_WRITE'] });
    expect(first.log).toMatch(/CLUSTER_WRITE/u);
    expect(first).toMatchObject({ outputs: { decision: 'unfinished' } });
    expect(await everywhere('waiting')).toEqual([true, null, null]);
    expect(await three.role('reporter')).toEqual({ limit: 5 });
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await everywhere('waiting')).toEqual([true, true, 5]);
    expect((await receiptsOf(pull)).filter((line) => line.startsWith('applied cloud/'))).toHaveLength(1);
  });

  it.each([
    ['first', 4, 'before'],
    ['second', 6, 'after'],
    ['third', 8, 'before'],
  ] as const)('is finished by the next run when the apply is killed at its %s source', async (source, effect, side) => {
    const name = `killed-${source}`;
    const pull = await three.landed(name, workload(name));
    const killed = await three.apply({ effect, side });
    expect(killed.run.exitCode, killed.effects.join('\n')).toBe(-1);
    const made = (await everywhere(name)).filter((one) => one !== null).length;
    expect(made).toBe({ first: 1, second: 2, third: 3 }[source]);
    expect(await three.apply(null)).toMatchObject({ run: { exitCode: 0, outputs: { decision: 'applied' } } });
    expect(await everywhere(name)).toEqual([true, true, 5]);
    const applied = (await receiptsOf(pull)).filter((line) => line.startsWith('applied '));
    expect(new Set(applied).size).toBe(applied.length);
  });
});
