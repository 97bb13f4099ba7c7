import { startGitHubServer, type GitHubServer, type Job, type RepositoryHandle } from '../github-server/index.ts';
import { runAction, type ActionRun } from './runner.ts';

type Account = ReturnType<GitHubServer['createUser']>;
type Pull = Awaited<ReturnType<RepositoryHandle['openPullRequest']>>;

/** What the example workflows give their jobs. */
const PERMISSIONS = {
  plan: { contents: 'read', 'pull-requests': 'read' },
  publish: { contents: 'write', 'pull-requests': 'write', checks: 'write' },
  apply: { contents: 'write', 'pull-requests': 'write', checks: 'write', actions: 'read' },
} as const;

/** A repository with Countersign, its people, and the workflows' jobs as functions. */
export class Team {
  readonly server: GitHubServer;
  readonly repository: RepositoryHandle;
  readonly ana: Account;
  readonly ben: Account;
  readonly cleo: Account;
  readonly secrets: Readonly<Record<string, string>>;

  constructor(parts: {
    server: GitHubServer;
    repository: RepositoryHandle;
    ana: Account;
    ben: Account;
    cleo: Account;
    secrets: Readonly<Record<string, string>>;
  }) {
    this.server = parts.server;
    this.repository = parts.repository;
    this.ana = parts.ana;
    this.ben = parts.ben;
    this.cleo = parts.cleo;
    this.secrets = parts.secrets;
  }

  /** @param files of the default branch; ana writes, ben owns and writes, cleo administers. */
  static async form(files: Readonly<Record<string, string>>, secrets: Readonly<Record<string, string>>): Promise<Team> {
    const server = await startGitHubServer();
    const [owner, ana, ben, cleo] = ['acme-owner', 'ana', 'ben', 'cleo'].map((login) =>
      server.createUser({ login }),
    ) as [Account, Account, Account, Account];
    const repository = await server.createRepository({ owner, name: 'identities', files });
    repository.setCollaborator(ana, 'write');
    repository.setCollaborator(ben, 'write');
    repository.setCollaborator(cleo, 'admin');
    return new Team({ server, repository, ana, ben, cleo, secrets });
  }

  async close(): Promise<void> {
    await this.server.close();
  }

  async propose(branch: string, files: Readonly<Record<string, string | null>>): Promise<Pull> {
    await this.repository.push({ as: this.ana, branch, files, message: `Edit ${branch}` });
    return await this.repository.openPullRequest({ as: this.ana, head: branch });
  }

  /** Reads the repository over REST as its administrator. */
  async get<T>(path: string): Promise<T> {
    const authorization = `Bearer ${this.server.issueToken({ kind: 'user', user: this.cleo })}`;
    const answer = await fetch(`${this.server.url}/repos/${this.repository.fullName}/${path}`, {
      headers: { authorization },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return (await answer.json()) as T;
  }

  async job(kind: keyof typeof PERMISSIONS, payload: Readonly<Record<string, unknown>>): Promise<Job> {
    const event = { name: 'workflow_dispatch', payload };
    return await this.repository.startJob({
      workflow: `.github/workflows/countersign-${kind}.yml`,
      event,
      permissions: PERMISSIONS[kind],
      actor: this.cleo,
    });
  }

  async init(): Promise<ActionRun> {
    return await this.#run('apply', { command: 'init' });
  }

  async plan(pull: Pull): Promise<ActionRun> {
    return await this.#run('plan', { command: 'plan', 'pull-request': String(pull.number) });
  }

  /** Both jobs, as every event about a pull request runs them. */
  async planAndPublish(pull: Pull): Promise<{ plan: ActionRun; publish: ActionRun }> {
    const plan = await this.plan(pull);
    const publish = await this.#run('publish', { command: 'publish', bundle: plan.outputs['bundle'] ?? '' });
    return { plan, publish };
  }

  async apply(): Promise<ActionRun> {
    return await this.#run('apply', { command: 'apply' });
  }

  async #run(kind: keyof typeof PERMISSIONS, inputs: Readonly<Record<string, string>>): Promise<ActionRun> {
    const job = await this.job(kind, {});
    const run = await runAction(job, inputs, this.secrets);
    await this.repository.completeRun(job.run, run.exitCode === 0 ? 'success' : 'failure');
    return run;
  }
}
