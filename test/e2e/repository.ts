import {
  startGitHubServer,
  type GitHubServer,
  type Job,
  type MergeGroup,
  type RepositoryHandle,
  type ServerOptions,
} from '../github-server/index.ts';
import { exampleJob, workflowOf, type JobName } from './examples.ts';
import { startAction, type ActionRun, type StartedAction } from './runner.ts';

export type Account = ReturnType<GitHubServer['createUser']>;
export type Pull = Awaited<ReturnType<RepositoryHandle['openPullRequest']>>;

const TRIPWIRE = '.github/workflows/countersign-tripwire.yml';

type Inputs = Readonly<Record<string, string>>;
type GroupPlace = Pick<MergeGroup, 'headRef' | 'headSha'>;
type Secrets = Readonly<Record<string, string>>;

/** How one run differs from what the workflow does: who dispatched it, the event's payload, secrets that are not given. */
export type RunOptions = {
  /** Instead of those that the example workflow gives the job. */
  readonly permissions?: Readonly<Record<string, string>>;
  readonly actor?: Account;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly without?: readonly string[];
  /** More of the environment, a proxy's address for one. */
  readonly env?: Readonly<Record<string, string>>;
};

type Place = ServerOptions & { readonly of?: 'person' | 'organization' };

/** A repository with Countersign, its people, and the workflows' jobs as functions. */
export class Team {
  readonly server: GitHubServer;
  readonly repository: RepositoryHandle;
  readonly ana: Account;
  readonly ben: Account;
  readonly cleo: Account;
  readonly secrets: Secrets;
  /** Every run so far, oldest first. */
  readonly runs: ActionRun[] = [];

  constructor(parts: {
    server: GitHubServer;
    repository: RepositoryHandle;
    ana: Account;
    ben: Account;
    cleo: Account;
    secrets: Secrets;
  }) {
    this.server = parts.server;
    this.repository = parts.repository;
    this.ana = parts.ana;
    this.ben = parts.ben;
    this.cleo = parts.cleo;
    this.secrets = parts.secrets;
  }

  /**
   * @param files of the default branch; ana writes, ben owns and writes, cleo administers.
   * @param secrets by name: `…_READ` is given to the plan job, `…_WRITE` to the apply job, anything else to those that write the ledger.
   * @param place whose repository it is, a person's or that of the organization acme, and the server's clock.
   */
  static async form(
    files: Readonly<Record<string, string>>,
    secrets: Secrets,
    { of = 'person', ...options }: Place = {},
  ): Promise<Team> {
    const server = await startGitHubServer(options);
    const [person, ana, ben, cleo] = ['acme-owner', 'ana', 'ben', 'cleo'].map((login) =>
      server.createUser({ login }),
    ) as [Account, Account, Account, Account];
    const owner = of === 'person' ? person : server.createOrganization({ login: 'acme', owners: [person] });
    const repository = await server.createRepository({ owner, name: 'identities', files });
    repository.setCollaborator(ana, 'write');
    repository.setCollaborator(ben, 'write');
    repository.setCollaborator(cleo, 'admin');
    return new Team({ server, repository, ana, ben, cleo, secrets });
  }

  async close(): Promise<void> {
    await this.server.close();
  }

  async propose(branch: string, files: Readonly<Record<string, string | null>>, as: Account = this.ana): Promise<Pull> {
    await this.repository.push({ as, branch, files, message: `Edit ${branch}` });
    return await this.repository.openPullRequest({ as, head: branch });
  }

  /** Pushes past every check, and lets the minutes pass in which GitHub may not know yet by which pull request it came. */
  async pushPast(
    as: Account,
    files: Readonly<Record<string, string | null>>,
    message = 'Past the check',
  ): Promise<string> {
    const sha = await this.repository.push({ as, branch: 'main', files, message });
    this.server.advanceClock(300);
    return sha;
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

  /** A job as the example workflow has it, permissions included. */
  async job(name: JobName, options: RunOptions = {}): Promise<Job> {
    return await this.repository.startJob({
      workflow: workflowOf(name),
      event: { name: 'workflow_dispatch', payload: options.payload ?? {} },
      permissions: options.permissions ?? exampleJob(name).permissions,
      actor: options.actor ?? this.cleo,
      job: name,
    });
  }

  async init(options: RunOptions = {}): Promise<ActionRun> {
    return await this.run('apply', { command: 'init' }, options);
  }

  async plan(pull: Pull, inputs: Inputs = {}, options: RunOptions = {}): Promise<ActionRun> {
    return await this.run('plan', { command: 'plan', 'pull-request': String(pull.number), ...inputs }, options);
  }

  async publish(bundle: string | undefined, options: RunOptions = {}): Promise<ActionRun> {
    return await this.run('publish', { command: 'publish', bundle: bundle ?? '' }, options);
  }

  /** Both jobs, as every event about a pull request runs them. */
  async planAndPublish(pull: Pull, inputs: Inputs = {}): Promise<{ plan: ActionRun; publish: ActionRun }> {
    const plan = await this.plan(pull, inputs);
    const publish = await this.publish(plan.outputs['bundle']);
    return { plan, publish };
  }

  /**
   * What "Countersign plan" does by itself after a run of the tripwire or of the apply, the one that ended last; `publish` is
   * null where the workflow skips that job.
   */
  async planAfterwards(): Promise<{ plan: ActionRun; publish: ActionRun | null }> {
    const { payload } = this.server.lastEvent('workflow_run', 'completed');
    const plan = await this.run('plan', { command: 'plan', 'pull-request': '' }, { payload });
    const bundle = plan.outputs['bundle'] ?? '';
    return { plan, publish: bundle === '' ? null : await this.publish(bundle, { payload }) };
  }

  /** The payload of the event that a tripwire on a merge group's commit gives. */
  async groupPayload({ headRef, headSha }: GroupPlace): Promise<Readonly<Record<string, unknown>>> {
    const headBranch = headRef.replace('refs/heads/', '');
    const started = { path: TRIPWIRE, event: 'merge_group', headBranch, headSha, actor: this.ana };
    await this.repository.completeRun(await this.repository.startRun(started), 'success');
    return this.server.lastEvent('workflow_run', 'completed').payload;
  }

  /** The tripwire on a merge group's commit, and what it sets off. */
  async checkGroup(group: GroupPlace): Promise<{ plan: ActionRun; publish: ActionRun | null }> {
    await this.groupPayload(group);
    return await this.planAfterwards();
  }

  async apply(options: RunOptions = {}): Promise<ActionRun> {
    return await this.run('apply', { command: 'apply' }, options);
  }

  async doctor(options: RunOptions = {}): Promise<ActionRun> {
    return await this.run('doctor', { command: 'doctor' }, options);
  }

  async run(name: JobName, inputs: Inputs, options: RunOptions = {}): Promise<ActionRun> {
    return await (
      await this.start(name, inputs, options)
    ).ended;
  }

  /** Starts a run; when it ends, however it ends, its workflow run is completed. */
  async start(name: JobName, inputs: Inputs, options: RunOptions = {}): Promise<StartedAction> {
    const job = await this.job(name, options);
    const { child, ended } = startAction(
      { ...job, env: { ...job.env, ...options.env } },
      inputs,
      this.#secretsOf(name, options.without ?? []),
    );
    return {
      child,
      ended: ended.then(async (run) => {
        this.runs.push(run);
        await this.repository.completeRun(job.run, run.exitCode === 0 ? 'success' : 'failure');
        return run;
      }),
    };
  }

  #secretsOf(name: JobName, without: readonly string[]): Secrets {
    const given = Object.entries(this.secrets).filter(([secret]) => !without.includes(secret) && isFor(name, secret));
    return Object.fromEntries(given);
  }
}

function isFor(job: JobName, secret: string): boolean {
  if (secret.endsWith('_READ')) return job === 'plan';
  if (secret.endsWith('_WRITE')) return job === 'apply';
  return job === 'publish' || job === 'apply';
}
