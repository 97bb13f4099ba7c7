import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configuration, CONFIGURATION_PATH, declares, Estate, pathOf, role } from './estate.ts';
import { entriesOf, ledgerOf } from './evidence.ts';

/** A second source, whose write credential comes late. */
const OTHER = `  other-db:
    provider: postgres
    connection:
      read: { env: ORDERS_DB_READ }
      write: { env: OTHER_DB_WRITE }
    mode: authoritative
    owner: billing
approval:`;

describe('while an earlier landing is unfinished', () => {
  let estate: Estate;

  beforeAll(async () => {
    estate = await Estate.open();
    const { team, publicKey } = estate;
    const rules = configuration(publicKey).replace('approval:', OTHER);
    await team.repository.push({ as: team.cleo, branch: 'main', files: { [CONFIGURATION_PATH]: rules } });
    expect(await team.init()).toMatchObject({ exitCode: 0 });
  });

  afterAll(async () => {
    await estate.expectSound();
    await estate.close();
  });

  it('a direct push is put off, and with it whatever builds upon it; it is reported once, when the earlier one is finished', async () => {
    const { team, eve } = estate;
    const document = role('waiting').replace('source: orders-db', 'source: other-db');
    const waiting = await estate.approved('waiting', { 'identities/other-db/waiting.yaml': document });
    await estate.merge(waiting);
    const ofEve = (limit: number) => ({
      [pathOf('pushed')]: role('pushed', { limit }).replace('owner: billing', "owner: '@eve'"),
    });
    const commit = await team.pushPast(eve, ofEve(5));
    const upon = await team.propose('upon', ofEve(50));
    await team.planAndPublish(upon);
    await estate.approve(upon, { as: eve });
    await estate.merge(upon);
    const beside = await estate.approved('beside', declares('beside'));
    await estate.merge(beside);
    const reports = async () =>
      (await ledgerOf(team)).filter(({ body }) => body.type === 'refused' && body.landing === commit);

    for (const run of [await team.apply(), await team.apply()]) {
      expect(run).toMatchObject({ exitCode: 1 });
      expect(run.log).toMatch(/earlier-landing-unfinished/u);
      expect(await reports()).toEqual([]);
    }
    expect([await estate.role('beside'), await estate.role('pushed')]).toMatchObject([{ limit: 5 }, null]);

    const credential = { env: { OTHER_DB_WRITE: estate.postgres.url } };
    expect((await team.apply(credential)).log).toMatch(/direct-push[^]*its document was not approved and applied/u);
    expect((await entriesOf(team, waiting)).at(-1)).toMatchObject({ result: 'applied' });
    expect((await entriesOf(team, upon)).at(-1)).toMatchObject({ result: 'refused' });
    expect((await team.apply(credential)).log).toMatch(/Nothing landed that is not finished/u);
    expect(await reports()).toHaveLength(1);
    expect(await estate.role('pushed')).toBeNull();
  });
});
