import type { Account, Team } from './accounts.ts';
import { createComment, deleteComment, editComment, type IssueComment } from './comments.ts';
import { writeCommit, type CommitInput } from './committing.ts';
import { eventPayload, type PayloadRequest } from './event-payloads.ts';
import { newEnvironment } from './environments.ts';
import { reaches } from './git/history.ts';
import { mergeTrees } from './git/merge.ts';
import { startJob, type Job, type JobInput } from './jobs.ts';
import { mergePull, updateBranch, type MergeMethod } from './merging.ts';
import type { OidcIssuer } from './oidc.ts';
import type { Role } from './permissions.ts';
import type { PullRequest } from './pull.ts';
import { editPull, labelPull, openPull, type PullEdits } from './pulls.ts';
import { push } from './pushes.ts';
import { formGroups, landGroup, settleGroups, type MergeGroup, type Settled } from './queue.ts';
import type { Repository } from './repository.ts';
import { createReview, dismissReview, editReview, type Review, type ReviewEvent } from './reviews.ts';
import type { Ruleset } from './rulesets.ts';
import { completeRun, startRun, type RunConclusion, type RunInput, type WorkflowRun } from './runs.ts';
import { actorOf, type Principal } from './tokens.ts';

/** Who acts: a person by their account, or whatever a token stands for. */
export type Actor = Account | { readonly token: string };

/** A commit on a branch. `from` is where a new branch begins, by default the default branch's tip. */
export interface PushInput extends Omit<CommitInput, 'by'> {
  readonly as: Actor;
  readonly branch: string;
  readonly from?: string;
  readonly force?: boolean;
}

/** A repository as the people who work in it see it: everything here happens as it would on GitHub, events included. */
export class RepositoryHandle {
  readonly repository: Repository;
  readonly #oidc: OidcIssuer;

  constructor(repository: Repository, oidc: OidcIssuer) {
    this.repository = repository;
    this.#oidc = oidc;
  }

  get fullName(): string {
    return this.repository.fullName;
  }

  get owner(): string {
    return this.repository.owner.login;
  }

  get name(): string {
    return this.repository.name;
  }

  /** The bare repository on disk, for git itself. */
  get gitDirectory(): string {
    return this.repository.git.directory;
  }

  /** Gives somebody a role, or with `none` takes it away. */
  setCollaborator(account: Account, role: Role): void {
    if (role === 'none') this.repository.collaborators.delete(account.id);
    else this.repository.collaborators.set(account.id, role);
  }

  /** Gives a team a role on the repository. */
  setTeamRole(team: Team, role: Role): void {
    this.repository.teamRoles.set(team.id, role);
  }

  /** The setting "Allow GitHub Actions to create and approve pull requests", off by default. */
  allowActionsToCreateAndApprove(): void {
    this.repository.actionsMayCreateAndApprove = true;
  }

  /** The SHA of a branch's tip. Throws a RangeError when there is no such branch. */
  async head(branch = this.repository.defaultBranch): Promise<string> {
    const sha = await this.repository.git.ref(`refs/heads/${branch}`);
    if (sha === undefined) throw new RangeError(`${this.fullName} has no branch ${branch}`);
    return sha;
  }

  /** A file's text at a branch or commit, or undefined. */
  async readFile(ref: string, path: string): Promise<string | undefined> {
    const object = await this.repository.git.read(`${ref}:${path}`);
    return object?.type === 'blob' ? object.bytes.toString('utf8') : undefined;
  }

  /** Commits files on a branch and pushes it. `force` replaces the branch by one commit on `from`. Returns the new tip. */
  push(input: PushInput): Promise<string> {
    return this.#change(async () => {
      const { git } = this.repository;
      const tip = await git.ref(`refs/heads/${input.branch}`);
      const start = input.from === undefined ? undefined : (await git.commit(input.from))?.sha;
      const parent = input.force === true || tip === undefined ? (start ?? (await git.ref(this.#defaultRef()))) : tip;
      const principal = this.#principal(input.as);
      const parents = parent === undefined || input.orphan === true ? [] : [parent];
      const sha = await writeCommit(this.repository, parents, { ...input, by: this.#account(principal) });
      await push(this.repository, principal, { branch: input.branch, to: sha, force: input.force === true });
      return sha;
    });
  }

  /** Pushes an existing commit to a branch. */
  pushCommit(input: { as: Actor; branch: string; sha: string; force?: boolean }): Promise<void> {
    const request = { branch: input.branch, to: input.sha, force: input.force === true };
    return this.#change(() => push(this.repository, this.#principal(input.as), request));
  }

  /** Deletes a branch; open pull requests from it are closed. */
  deleteBranch(input: { as: Actor; branch: string }): Promise<void> {
    return this.#change(() =>
      push(this.repository, this.#principal(input.as), { branch: input.branch, to: undefined, force: true }),
    );
  }

  /** The account that pushed to a branch is gone: its entries in the activity list have no actor any more. */
  forgetPushers(branch: string): void {
    for (const entry of this.repository.activity) if (entry.ref === `refs/heads/${branch}`) entry.actor = null;
  }

  /** Opens a pull request from a branch here or in a fork. */
  openPullRequest(input: {
    as: Actor;
    head: string;
    from?: RepositoryHandle;
    base?: string;
    title?: string;
    body?: string;
    draft?: boolean;
  }): Promise<PullRequest> {
    return this.#change(() =>
      openPull(this.repository, this.#principal(input.as), {
        title: input.title ?? `Merge ${input.head}`,
        body: input.body ?? null,
        head: input.head,
        headRepository: input.from?.repository ?? this.repository,
        base: input.base ?? this.repository.defaultBranch,
        draft: input.draft ?? false,
      }),
    );
  }

  /** Edits, retargets, closes or reopens a pull request. */
  editPullRequest(pull: PullRequest, edits: PullEdits & { as: Actor }): Promise<void> {
    return this.#change(() => editPull(pull, this.#principal(edits.as), edits));
  }

  /** Puts labels on a pull request and takes some off. */
  labelPullRequest(
    pull: PullRequest,
    edits: { as: Actor; add?: readonly string[]; remove?: readonly string[] },
  ): Promise<void> {
    return this.#change(() => labelPull(pull, this.#principal(edits.as), edits));
  }

  /** Submits a review; without `event` it stays pending. */
  review(
    pull: PullRequest,
    input: { as: Actor; event?: ReviewEvent; body?: string; commitId?: string },
  ): Promise<Review> {
    return this.#change(async () =>
      createReview(pull, this.#principal(input.as), {
        event: input.event,
        body: input.body ?? '',
        commitId: input.commitId,
      }),
    );
  }

  dismissReview(review: Review, input: { as: Actor; message?: string }): Promise<void> {
    return this.#change(async () => dismissReview(review, this.#principal(input.as), input.message ?? 'dismissed'));
  }

  editReview(review: Review, input: { as: Actor; body: string }): Promise<void> {
    return this.#change(async () => editReview(review, this.#principal(input.as), input.body));
  }

  comment(pull: PullRequest, input: { as: Actor; body: string }): Promise<IssueComment> {
    return this.#change(async () => createComment(this.repository, this.#principal(input.as), pull.number, input.body));
  }

  editComment(comment: IssueComment, input: { as: Actor; body: string }): Promise<void> {
    return this.#change(async () => editComment(comment, this.#principal(input.as), input.body));
  }

  deleteComment(comment: IssueComment, input: { as: Actor }): Promise<void> {
    return this.#change(async () => deleteComment(comment, this.#principal(input.as)));
  }

  /** The button "Update branch". Returns the head's new SHA. */
  updateBranch(pull: PullRequest, input: { as: Actor }): Promise<string> {
    return this.#change(() => updateBranch(pull, this.#principal(input.as)));
  }

  /** Merges: by a button, through the queue as a group of its own, or by hand with git. Returns `merge_commit_sha`. */
  mergePullRequest(
    pull: PullRequest,
    input: { as: Actor; method: MergeMethod | 'queue' | 'by-hand' },
  ): Promise<string> {
    return this.#change(async () => {
      const principal = this.#principal(input.as);
      if (input.method === 'by-hand') return this.#mergeByHand(pull, principal);
      if (input.method !== 'queue') return mergePull(pull, principal, { method: input.method });
      for (const group of await formGroups([pull], 'merge')) await landGroup(group);
      return pull.landing?.sha ?? '';
    });
  }

  /** Queues pull requests, each as a group on top of the one before it, and asks for their checks. */
  enqueue(
    pulls: readonly PullRequest[],
    options: { method?: MergeMethod; ahead?: MergeGroup } = {},
  ): Promise<readonly MergeGroup[]> {
    return this.#change(() => formGroups(pulls, options.method ?? 'merge', options.ahead));
  }

  /** Lets the queue look at the required checks of its groups. */
  settleGroups(groups: readonly MergeGroup[]): Promise<Settled> {
    return this.#change(() => settleGroups(groups));
  }

  addRuleset(input: Partial<Omit<Ruleset, 'id' | 'createdAt'>> & { name: string }): Ruleset {
    const { world } = this.repository;
    const ruleset: Ruleset = {
      id: world.ids.next(),
      enforcement: 'active',
      include: ['~DEFAULT_BRANCH'],
      exclude: [],
      rules: [],
      bypass: [],
      createdAt: world.clock.iso(),
      ...input,
    };
    this.repository.rulesets.set(ruleset.id, ruleset);
    return ruleset;
  }

  /** Makes an environment, or limits it anew. `refs`: names of branches, with `tag ` in front those of tags. */
  setEnvironment(name: string, refs: 'any' | 'protected' | readonly string[]): void {
    const { environments, world } = this.repository;
    environments.set(name, newEnvironment(world, name, refs));
  }

  startRun(input: RunInput): Promise<WorkflowRun> {
    return this.#change(() => startRun(this.repository, input));
  }

  completeRun(run: WorkflowRun, conclusion: RunConclusion): Promise<void> {
    return this.#change(() => completeRun(run, conclusion));
  }

  /** Starts a workflow run with one job: its token, and the environment for a child process. */
  startJob(input: JobInput): Promise<Job> {
    return this.#change(() => startJob(this.repository, this.#oidc, input));
  }

  /** The payload of an event on request, in full. */
  eventPayload(request: PayloadRequest): ReturnType<typeof eventPayload> {
    return eventPayload(this.repository, request);
  }

  async #mergeByHand(pull: PullRequest, principal: Principal): Promise<string> {
    const { git, world } = this.repository;
    const tip = await git.ref(`refs/heads/${pull.base.ref}`);
    const tree = tip === undefined ? undefined : await mergeTrees(git, tip, pull.head.sha);
    if (tip === undefined || tree === undefined)
      throw new RangeError(`pull request ${pull.number} does not merge cleanly`);
    const account = this.#account(principal);
    const person = {
      name: account.name ?? account.login,
      email: account.emails[0] ?? '',
      seconds: world.clock.seconds(),
    };
    const message = `Merge branch '${pull.head.ref}'\n`;
    const merge = { tree, parents: [tip, pull.head.sha], author: person, committer: person, message };
    const to = (await reaches(git, tip, pull.head.sha)) ? tip : await git.writeCommit(merge);
    await push(this.repository, principal, { branch: pull.base.ref, to, force: false });
    return to;
  }

  #change<T>(change: () => Promise<T>): Promise<T> {
    return this.repository.world.exclusively(change);
  }

  #defaultRef(): string {
    return `refs/heads/${this.repository.defaultBranch}`;
  }

  #principal(actor: Actor): Principal {
    if (!('token' in actor)) return { kind: 'user', account: actor };
    const principal = this.repository.world.tokens.get(actor.token);
    if (principal === undefined) throw new RangeError('no such token');
    return principal;
  }

  #account(principal: Principal): Account {
    return actorOf(this.repository.world, principal);
  }
}
