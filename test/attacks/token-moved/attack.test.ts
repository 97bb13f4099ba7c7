import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Signer } from '../../../src/core/ledger/ports.ts';
import { oidcSigner } from '../../../src/github/oidc.ts';
import { LEDGER } from '../../e2e/evidence.ts';
import { declaresAccount, OidcTeam, WORKFLOWS } from '../../e2e/oidc-team.ts';
import type { Account } from '../../e2e/repository.ts';
import { runCli, shown } from '../../e2e/runner.ts';
import type { JobInput, RepositoryHandle } from '../../github-server/index.ts';
import { TokenKey } from '../../support/workflow-tokens.ts';
import { forgePublication, newestEntry, type Forgery } from '../support/forging.ts';
import { codesIn } from '../support/outcome.ts';
import { replay, type Refusal } from '../support/replay.ts';
import { row } from './row.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let here: OidcTeam;
let eve: Account;
/** What an auditor trusts, as the configuration says it, with the issuer's key. */
let trust: string;
let issuerKey: string;

beforeAll(async () => {
  here = await OidcTeam.form();
  const { server, repository } = here.team;
  eve = server.createUser({ login: 'eve' });
  repository.setCollaborator(eve, 'write');
  const begun = await here.asApp('apply', { command: 'init' });
  expect(begun.exitCode, shown(begun)).toBe(0);
  const answer = await fetch(`${server.url}/_oidc/.well-known/jwks`);
  const { keys } = (await answer.json()) as { keys: readonly (JsonWebKey & { kid: string })[] };
  const pinned = keys.map((key) => [
    key.kid,
    createPublicKey({ key, format: 'jwk' }).export({ format: 'der', type: 'spki' }).toString('base64'),
  ]);
  issuerKey = keys[0]?.kid ?? '';
  trust = JSON.stringify({
    kind: 'github-oidc',
    issuer: `${server.url}/_oidc`,
    repositoryId: repository.repository.id,
    workflows: WORKFLOWS,
    refs: ['refs/heads/main'],
    keys: Object.fromEntries(pinned),
  });
});

afterAll(async () => {
  await here.close();
});

/** Signs as a run does that may ask for an identity. */
async function runOf(repository: RepositoryHandle, how: Partial<JobInput> = {}): Promise<Signer> {
  const { env } = await repository.startJob({
    workflow: '.github/workflows/countersign-plan.yml',
    event: { name: 'workflow_dispatch', payload: {} },
    permissions: { 'id-token': 'write' },
    actor: eve,
    ...how,
  });
  const request = {
    url: env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '',
    token: env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '',
  };
  return oidcSigner(request, { pause: () => Promise.resolve() });
}

/** What an auditor is told about one entry. */
async function verdictOn(index: number): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), 'countersign-audit-'));
  try {
    const keys = join(scratch, 'trust.json');
    writeFileSync(keys, trust);
    const { gitDirectory } = here.team.repository;
    const { output } = await runCli(['verify', gitDirectory, '--branch', LEDGER, '--keys', keys, '--format', 'json']);
    const { problems } = JSON.parse(output) as { problems: readonly { index: number | null; message: string }[] };
    return problems.find((problem) => problem.index === index)?.message ?? '';
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** An approved plan is exchanged after its approval, and the publication of the other one forged: the merge applies neither. */
async function forged(
  name: string,
  signer: () => Promise<Signer> | Signer,
  beside: Forgery['beside'] = {},
): Promise<Refusal> {
  const { team } = here;
  const pull = await team.propose(name, declaresAccount(name));
  expect((await here.publish(pull)).outputs).toMatchObject({ decision: 'waiting' });
  team.server.advanceClock(2);
  await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
  await team.repository.push({ as: eve, branch: name, files: declaresAccount(name, false) });
  const digest = (await team.plan(pull)).outputs['digest'] ?? '';
  const index = await forgePublication(team, { as: eve, pull, digest, signer: await signer(), beside });
  const verdict = await verdictOn(index);
  team.server.advanceClock(2);
  await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
  const run = await here.asApp('apply', { command: 'apply' });
  expect(run.outputs, shown(run)).toMatchObject({ decision: 'refused' });
  expect(shown(run)).toContain('is no entry of a trusted signer');
  return { codes: codesIn([verdict]) };
}

/** Ours, called as a reusable workflow. */
const OURS = { jobWorkflowRef: WORKFLOWS[0] ?? '' };

replay(row, {
  refused: {
    'the token of the entry before it': async () =>
      await forged('moved', async () => {
        const { envelope } = await newestEntry(here.team);
        const token = Buffer.from(envelope.signatures[0]?.sig ?? '', 'base64');
        return { keyId: 'github-oidc', sign: () => Promise.resolve(token) };
      }),
    'a run of their own repository that calls the trusted workflow': async () =>
      await forged('theirs', async () => {
        const files = { '.github/workflows/countersign-plan.yml': 'on: workflow_dispatch\njobs: {}\n' };
        const repository = await here.team.server.createRepository({ owner: eve, name: 'identities', files });
        return await runOf(repository, OURS);
      }),
    'a run of another workflow': async () =>
      await forged(
        'workflow',
        async () => await runOf(here.team.repository, { workflow: '.github/workflows/mine.yml' }),
      ),
    'a run on another branch that calls the trusted workflow': async () =>
      await forged('branch', async () => {
        const ref = 'refs/heads/branch';
        return await runOf(here.team.repository, { ...OURS, ref });
      }),
    'a run by an event that runs the code of a pull request': async () =>
      await forged('event', async () => {
        const event = { name: 'pull_request', payload: {} };
        return await runOf(here.team.repository, { event });
      }),
    'a key of their own under the id of the issuer’s': async () =>
      await forged('forged', () => new TokenKey(issuerKey).signer()),
    'a key of their own, which the ledger brings along': async () => {
      const key = new TokenKey('eve-1');
      const keys = JSON.stringify({ keys: { [key.id]: key.spki } });
      return await forged('roots', () => key.signer(), { 'keys.json': keys, 'trust.json': keys });
    },
  },
  passes: {
    'publish and apply': async () => {
      const { team } = here;
      const pull = await team.propose('honest', declaresAccount('honest'));
      expect((await here.publish(pull)).outputs).toMatchObject({ decision: 'waiting' });
      team.server.advanceClock(2);
      await team.repository.review(pull, { as: team.ben, event: 'APPROVE' });
      expect((await here.publish(pull)).outputs).toMatchObject({ decision: 'approved' });
      await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
      expect((await here.asApp('apply', { command: 'apply' })).outputs).toMatchObject({ decision: 'applied' });
      expect(await verdictOn((await newestEntry(team)).predicate.index)).toBe('');
    },
  },
});
