import type { Account } from './accounts.ts';
import type { ActivityEntry } from './activity.ts';
import type { CheckRun, CheckSuite } from './checks.ts';
import type { IssueComment } from './comments.ts';
import type { Environment } from './environments.ts';
import type { GitStore } from './git/store.ts';
import type { IssueEvent } from './issue-events.ts';
import { strongest, type Role } from './permissions.ts';
import type { PullRequest } from './pull.ts';
import type { Ruleset } from './rulesets.ts';
import type { Workflow, WorkflowRun } from './runs.ts';
import type { World } from './world.ts';

/** What a repository is created from. */
export interface RepositorySettings {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  readonly createdAt: string;
  readonly git: GitStore;
  readonly parent?: Repository;
}

/** A repository: real git objects, and the records that GitHub keeps beside them. */
export class Repository {
  readonly world: World;
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  readonly createdAt: string;
  readonly git: GitStore;
  readonly parent: Repository | undefined;
  pushedAt: string;
  /** Whether GitHub Actions may create and approve pull requests, a setting that is off by default. */
  actionsMayCreateAndApprove = false;
  readonly collaborators = new Map<number, Role>();
  readonly teamRoles = new Map<number, Role>();
  readonly pulls = new Map<number, PullRequest>();
  readonly comments = new Map<number, IssueComment>();
  readonly checkRuns = new Map<number, CheckRun>();
  readonly checkSuites = new Map<number, CheckSuite>();
  readonly workflows = new Map<number, Workflow>();
  readonly runs = new Map<number, WorkflowRun>();
  readonly activity: ActivityEntry[] = [];
  readonly issueEvents: IssueEvent[] = [];
  readonly rulesets = new Map<number, Ruleset>();
  /** Private repositories of free plans have none. */
  hasRulesets = true;
  readonly environments = new Map<string, Environment>();
  /** How often a pull request is still asked for before its trial merge is made. */
  testMergesHeldBack = 0;
  #lastNumber = 0;

  constructor(world: World, settings: RepositorySettings) {
    this.world = world;
    this.id = settings.id;
    this.owner = settings.owner;
    this.name = settings.name;
    this.private = settings.private;
    this.defaultBranch = settings.defaultBranch;
    this.createdAt = settings.createdAt;
    this.pushedAt = settings.createdAt;
    this.git = settings.git;
    this.parent = settings.parent;
  }

  get fullName(): string {
    return `${this.owner.login}/${this.name}`;
  }

  /** Base of the repository's API addresses. */
  get apiUrl(): string {
    return `${this.world.url}/repos/${this.fullName}`;
  }

  /** Base of the addresses that people open. */
  get htmlUrl(): string {
    return `${this.world.url}/_html/${this.fullName}`;
  }

  /** Issues and pull requests share one sequence. */
  nextNumber(): number {
    this.#lastNumber += 1;
    return this.#lastNumber;
  }
}

/** The strongest role that an account holds: as owner, collaborator, team member, member, or as anybody. */
export function roleOf(repository: Repository, account: Account): Role {
  const { world } = repository;
  const membership = world.members.get(repository.owner.id)?.get(account.id);
  if (repository.owner.id === account.id || membership === 'admin') return 'admin';
  let role: Role = repository.private ? 'none' : 'read';
  if (membership === 'member') role = strongest(role, 'read');
  role = strongest(role, repository.collaborators.get(account.id) ?? 'none');
  for (const [teamId, teamRole] of repository.teamRoles) {
    if (world.teams.get(teamId)?.memberIds.has(account.id) === true) role = strongest(role, teamRole);
  }
  return role;
}
