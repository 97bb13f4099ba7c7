import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commentsOf, entriesOf } from '../../e2e/evidence.ts';
import type { Pull } from '../../e2e/repository.ts';
import { arnOf, login, ThreeLiveSources, workload } from './three-live-sources.ts';

describe('a workload of an AWS account, a cluster and a database in one pull request', () => {
  let three: ThreeLiveSources;

  beforeAll(async () => {
    three = await ThreeLiveSources.begin();
  });

  afterAll(async () => {
    try {
      await three.expectSound();
    } finally {
      await three.close();
    }
  });

  const receiptsOf = async (pull: Pull) =>
    (await entriesOf(three.team, pull)).flatMap((body) =>
      body.type === 'receipt' ? [`${body.kind} ${body.stepId}`] : [],
    );

  it('is one plan in one comment, and is applied in the order in which one leans on the other', async () => {
    const { team } = three;
    const pull = await three.approved('exporter', workload('exporter'));
    expect(commentsOf(team, pull)).toHaveLength(1);
    const [comment] = commentsOf(team, pull);
    for (const source of ['cloud', 'cluster', 'database']) expect(comment?.body).toContain(`\`${source}\``);
    expect(comment?.body).toContain('#1 after cloud/AwsIamRole/exporter#1');
    await three.merge(pull);
    const run = await team.apply();
    expect(run, run.log).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    const order = (await receiptsOf(pull)).map((line) => line.split(/[ /]/u)[1]);
    expect([...new Set(order)]).toEqual(['cloud', 'cluster', 'database']);
    const [trust, ...rest] = await three.everywhere('exporter');
    expect(trust).toContain('system:serviceaccount:shop:exporter');
    expect(rest).toEqual([arnOf('exporter'), 5]);
  });

  it('is stopped by a conflict where it depends on it, and finished elsewhere', async () => {
    const { team } = three;
    const pull = await three.approved('mailer', { ...workload('mailer'), ...login('auditor') });
    await three.usurp('mailer');
    await three.merge(pull);
    const run = await team.apply();
    expect(run, run.log).toMatchObject({ outputs: { decision: 'partial' } });
    const [trust, ...rest] = await three.everywhere('mailer');
    expect(trust).not.toContain('mailer');
    expect(rest).toEqual([null, null]);
    expect(await three.everywhere('auditor')).toEqual([null, null, 5]);
    const kinds = (await receiptsOf(pull)).filter((line) => line.includes('mailer')).map((line) => line.split('/')[0]);
    expect([...new Set(kinds)]).toEqual(['conflict cloud', 'not-attempted cluster', 'not-attempted database']);
  });
});
