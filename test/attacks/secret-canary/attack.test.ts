import { createServer, type AddressInfo } from 'node:net';
import { afterAll, expect } from 'vitest';
import { leaksOf } from '../../e2e/audit.ts';
import { declares, pathOf, role } from '../../e2e/estate.ts';
import type { ActionRun } from '../../e2e/runner.ts';
import { land, outcomeOf } from '../support/outcome.ts';
import { replay, type Refusal } from '../support/replay.ts';
import { existing, limited, standing } from '../support/standing.ts';
import { row } from './row.ts';

const LIVE = 'canary-live-5e0b91';
const TOKEN = 'ghp_canaryCANARYcanaryCANARYcanary0123';
const ENVIRONMENT = 'canary-environment-77aa';
/** It stands in the repository for everybody; we do not spread it further. */
const DOCUMENT = 'canary-in-a-document-9d';
const SAID = 'canary-said-by-a-server-2f';
const KEY = 'canaryKeyMaterialThatNobodyMaySee';

/** As with debug logging enabled in a repository, and a secret that nobody asked for. */
const LOUD = {
  ACTIONS_STEP_DEBUG: 'true',
  ACTIONS_RUNNER_DEBUG: 'true',
  RUNNER_DEBUG: '1',
  DEPLOY_PASSWORD: ENVIRONMENT,
};

const { files, sql } = existing('svc-told', 'svc-plain');
const here = standing({
  files: files ?? {},
  sql: `${sql}; COMMENT ON ROLE "svc-told" IS 'temporary, password=${LIVE}'; ALTER ROLE "svc-told" SET app.token = '${TOKEN}'`,
});

afterAll(() => {
  expect(leaksOf(here().team, [LIVE, TOKEN, ENVIRONMENT, SAID, KEY])).toEqual([]);
});

/** A server that refuses every login, and repeats what it should not. */
async function talkative<T>(use: (address: string) => Promise<T>): Promise<T> {
  const message = `password authentication failed for postgres://reader:${SAID}@db`;
  const fields = Buffer.from(`SFATAL\0VFATAL\0C28P01\0M${message}\0D${SAID}\0\0`);
  const length = Buffer.alloc(5);
  length.write('E');
  length.writeInt32BE(fields.length + 4, 1);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => socket.end(Buffer.concat([length, fields])));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    return await use(`postgres://reader:${ENVIRONMENT}@127.0.0.1:${port}/db?sslmode=disable`);
  } finally {
    server.close();
  }
}

async function planned(branch: string, address: string): Promise<Refusal> {
  const { team } = here();
  const pull = await team.propose(branch, declares(branch));
  const env = { ...LOUD, ORDERS_DB_READ: address };
  const plan = await team.plan(pull, {}, { env, without: ['ORDERS_DB_READ'] });
  return outcomeOf(team, pull, plan, await team.publish(plan.outputs['bundle'], { env: LOUD }));
}

function codesOf(run: ActionRun): Refusal {
  expect(run.exitCode).toBe(1);
  return outcomeOf(here().team, null, run);
}

replay(row, {
  refused: {
    'in live text: a change of the attribute that holds it': async () => {
      const { team } = here();
      const text = role('svc-told', { limit: 7 }).replace(
        '  login: true',
        '  login: true\n  comment: Serves the tellers',
      );
      const pull = await team.propose('told', { [pathOf('svc-told')]: text });
      const plan = await team.plan(pull, {}, { env: LOUD });
      const publish = await team.publish(plan.outputs['bundle'], { env: LOUD });
      expect(publish.outputs['decision']).not.toBe('approved');
      return outcomeOf(team, pull, plan, publish);
    },
    'in the settings of a document': async () => {
      const text = role('written').replace('  login: true', `  login: true\n  comment: "password=${DOCUMENT}"`);
      const { plan } = await here().team.planAndPublish(
        await here().team.propose('written', { [pathOf('written')]: text }),
      );
      expect(plan.log).not.toContain(DOCUMENT);
      return outcomeOf(here().team, null, plan);
    },
    'in what a server says when it refuses a login': async () =>
      await talkative(async (address) => await planned('refused-login', address)),
    'in an address that is none': async () => await planned('malformed', `postgres://reader:${ENVIRONMENT}@[::bad/x`),
    'in a signing key that is none': async () => {
      const env = { ...LOUD, LEDGER_KEY: `-----BEGIN PRIVATE KEY-----\n${KEY}\n-----END PRIVATE KEY-----` };
      return codesOf(await here().team.apply({ env, without: ['LEDGER_KEY'] }));
    },
    'in a token that GitHub does not take': async () =>
      codesOf(await here().team.run('apply', { command: 'apply', token: TOKEN }, { env: LOUD })),
  },
  passes: {
    'loud logs of an honest team': async () => {
      const pull = await here().approved('plain', limited('svc-plain', 7, { purpose: 'Rotates its password monthly' }));
      expect((await land(here(), pull)).decision).toBe('applied');
      const run = await here().team.apply({ env: LOUD });
      expect(run.exitCode).toBe(0);
      expect(run.log).toMatch(/^::debug::/mu);
    },
  },
});
