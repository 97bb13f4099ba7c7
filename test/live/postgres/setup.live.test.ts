import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Team } from '../../e2e/repository.ts';
import { startPostgres, type LivePostgres } from './server.ts';

const DOCUMENT = 'identities/orders-db/billing-exporter.yaml';
const GUIDE = readFileSync('docs/setup.md', 'utf8');
const EXAMPLE = readFileSync(`examples/${DOCUMENT}`, 'utf8');

/** Fenced blocks of one language, in order. `where`: what stands after the language on the fence. */
function blocks(text: string, language: string): readonly { readonly where: string; readonly text: string }[] {
  const fence = new RegExp(`^\`\`\`${language}(?: (?<where>\\S+))?\\n(?<text>[\\s\\S]*?)^\`\`\`$`, 'gmu');
  return [...text.matchAll(fence)].map(({ groups }) => ({
    where: groups?.['where'] ?? '',
    text: groups?.['text'] ?? '',
  }));
}

function withoutFirstLine(text: string): string {
  return text.slice(text.indexOf('\n') + 1);
}

/** The guide, followed to the letter: its SQL on a real server, the example files on a GitHub that keeps state. */
describe('the guide to setting up', () => {
  let server: LivePostgres;
  let team: Team;
  let dora: ReturnType<Team['server']['createUser']>;

  beforeAll(async () => {
    server = await startPostgres();
    for (const { where, text } of blocks(GUIDE, 'sql')) await follow(where === '' ? 'postgres' : where, text);
    team = await Team.form(
      { '.github/countersign.yaml': readFileSync('examples/.github/countersign.yaml', 'utf8') },
      {
        ORDERS_DB_READ: server.url('countersign_reader', 'orders'),
        ORDERS_DB_WRITE: server.url('countersign_writer', 'orders'),
      },
    );
    dora = team.server.createUser({ login: 'dora' });
    team.repository.setCollaborator(dora, 'write');
  });

  afterAll(async () => {
    await team.close();
    await server.stop();
  });

  async function follow(database: string, text: string): Promise<void> {
    const client = await server.connect('postgres', database);
    try {
      for (const statement of text.split(/;$/mu)) await client.query(statement);
    } finally {
      await client.end();
    }
  }

  type Pull = Awaited<ReturnType<Team['propose']>>;

  async function approveAndLand(pull: Pull, reviewers: readonly (typeof dora)[]) {
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'waiting' });
    team.server.advanceClock(2);
    for (const reviewer of reviewers) await team.repository.review(pull, { as: reviewer, event: 'APPROVE' });
    expect((await team.planAndPublish(pull)).publish.outputs).toMatchObject({ decision: 'approved' });
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    return await team.apply();
  }

  it('says what the first apply says before the ledger has begun', async () => {
    const { exitCode, log } = await team.apply();
    expect(exitCode).toBe(1);
    expect(log).toContain('ledger-missing');
    expect((await team.init()).exitCode).toBe(0);
  });

  it('shows the document that the examples hold', () => {
    const shown = blocks(GUIDE, 'yaml').map(({ text }) => withoutFirstLine(text));
    expect(shown).toContain(withoutFirstLine(EXAMPLE));
  });

  it('gives the writer enough to make the role, and the reader enough to plan it', async () => {
    const pull = await team.propose('exporter', { [DOCUMENT]: EXAMPLE });
    const applied = await approveAndLand(pull, [team.ben, dora]);
    expect(applied.outputs, applied.log).toMatchObject({ decision: 'applied' });
    const [role] = await server.query(
      `SELECT rolcanlogin, rolconnlimit, has_database_privilege(oid, 'orders', 'CONNECT') AS connects,
         has_table_privilege(oid, 'billing.invoices', 'SELECT') AS selects, has_table_privilege(oid, 'billing.invoices', 'INSERT') AS inserts
       FROM pg_roles WHERE rolname = 'billing-exporter'`,
      'orders',
    );
    expect(role).toEqual({ rolcanlogin: true, rolconnlimit: 5, connects: true, selects: true, inserts: false });
  });

  it('gives the writer enough to end the sessions of a role that is disabled', async () => {
    const session = await server.connect('billing-exporter', 'orders');
    const pull = await team.propose('no-exporter', { [DOCUMENT]: null });
    const applied = await approveAndLand(pull, [team.ben]);
    expect(applied.outputs, applied.log).toMatchObject({ decision: 'applied' });
    const open = await server.query(`SELECT 1 FROM pg_stat_activity WHERE usename = 'billing-exporter'`);
    expect(open).toEqual([]);
    await session.end().catch(() => undefined);
  });

  it('gives the reader no table and no right to write', async () => {
    const client = await server.connect('countersign_reader', 'orders');
    try {
      await expect(client.query('SELECT 1 FROM billing.invoices')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('CREATE TEMPORARY TABLE t (x int)')).rejects.toMatchObject({ code: '25006' });
    } finally {
      await client.end();
    }
  });
});
