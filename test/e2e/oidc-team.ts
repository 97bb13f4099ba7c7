import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyWorld, fileBacked } from '../../src/providers/memory/system.ts';
import { exampleJob } from './examples.ts';
import { Team, type Pull, type RunOptions } from './repository.ts';
import { runAction, type ActionRun } from './runner.ts';

/** Values of `job_workflow_ref` that the configuration trusts. */
export const WORKFLOWS = ['countersign-plan', 'countersign-apply'].map(
  (name) => `acme-owner/identities/.github/workflows/${name}.yml@refs/heads/main`,
);

/** The document of an account, as files of a commit. */
export function declaresAccount(name: string, enabled = true): Readonly<Record<string, string>> {
  return {
    [`identities/${name}.yaml`]: `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata: { name: ${name}, source: accounts, owner: billing, purpose: Nightly invoice export }
spec:
  enabled: ${enabled}
`,
  };
}

/** How a run is another one than the configuration trusts. */
export type OidcRunOptions = Pick<RunOptions, 'permissions'> & {
  readonly ref?: string;
  readonly workflow?: string;
  readonly event?: string;
};

/** A repository whose runs sign the ledger with their own identity, and publish and apply as an App of its own. */
export class OidcTeam {
  readonly team: Team;
  readonly #appToken: string;
  readonly #directory: string;
  readonly #secrets: Readonly<Record<string, string>>;

  private constructor(parts: { team: Team; appToken: string; directory: string; path: string }) {
    this.team = parts.team;
    this.#appToken = parts.appToken;
    this.#directory = parts.directory;
    this.#secrets = { ACCOUNTS_WRITE: parts.path };
  }

  static async form(): Promise<OidcTeam> {
    const directory = await mkdtemp(join(tmpdir(), 'countersign-'));
    const path = join(directory, 'accounts.json');
    fileBacked(path).save(emptyWorld([]));
    const team = await Team.form({ 'README.md': 'identities' }, { ACCOUNTS_READ: path });
    const { app } = team.server.createApp({
      slug: 'acme-countersign',
      owner: team.cleo,
      permissions: { contents: 'write', pull_requests: 'write', checks: 'write', actions: 'read' },
    });
    const installation = team.server.installApp(app, {
      account: team.repository.repository.owner,
      repositories: [team.repository],
    });
    const appToken = team.server.issueToken({ kind: 'app', installation });
    const files = { '.github/countersign.yaml': configuration(team, app.id) };
    await team.repository.push({ as: team.cleo, branch: 'main', files, message: 'Install Countersign' });
    return new OidcTeam({ team, appToken, directory, path });
  }

  async close(): Promise<void> {
    await this.team.close();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async asApp(
    kind: 'publish' | 'apply',
    inputs: Readonly<Record<string, string>>,
    { permissions, ref, workflow, event }: OidcRunOptions = {},
  ): Promise<ActionRun> {
    const job = await this.team.repository.startJob({
      workflow: workflow ?? `.github/workflows/countersign-${kind === 'apply' ? 'apply' : 'plan'}.yml`,
      event: { name: event ?? 'workflow_dispatch', payload: {} },
      permissions: permissions ?? { ...exampleJob(kind).permissions, 'id-token': 'write' },
      actor: this.team.cleo,
      job: kind,
      ...(ref === undefined ? {} : { ref }),
    });
    return await runAction(job, { ...inputs, token: this.#appToken }, this.#secrets);
  }

  async publish(pull: Pull, options: OidcRunOptions = {}): Promise<ActionRun> {
    const bundle = (await this.team.plan(pull)).outputs['bundle'] ?? '';
    return await this.asApp('publish', { command: 'publish', bundle }, options);
  }
}

function configuration({ server, repository }: Team, app: number): string {
  return `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
people: { billing: [ben], administrators: [cleo] }
sources:
  accounts:
    provider: memory
    connection: { read: { env: ACCOUNTS_READ }, write: { env: ACCOUNTS_WRITE } }
    mode: authoritative
    owner: billing
approval: { administrators: administrators }
ledger:
  signing:
    kind: github-oidc
    issuer: ${server.url}/_oidc
    repositoryId: ${repository.repository.id}
    workflows: [${WORKFLOWS.join(', ')}]
    refs: [refs/heads/main]
app: ${app}
`;
}
