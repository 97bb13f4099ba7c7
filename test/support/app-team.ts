import type { Account, Pull } from '../e2e/repository.ts';
import { Team } from '../e2e/repository.ts';
import type { ActionRun } from '../e2e/runner.ts';
import { stillClock, type Installation, type MergeGroup, type RepositoryHandle } from '../github-server/index.ts';
import { QuickTeam } from '../histories/quick-team.ts';
import { accountRules, openAccounts, type AccountRules, type Accounts } from './accounts.ts';
import { newLedgerKey, signedBy, type LedgerKey } from './ledger-key.ts';

const PERMISSIONS = { contents: 'write', pull_requests: 'write', checks: 'write', actions: 'read' } as const;

/** `quick`: runs happen in this process, on a still clock. `built`: each is dist/action.js in one of its own. */
type Formation = { readonly how: 'quick' | 'built'; readonly of: 'person' | 'organization' };

/** A team whose publish and apply jobs have the token of an App of its own and the ledger's key, and whose plan job has neither. */
export class AppTeam {
  readonly team: Team;
  readonly accounts: Accounts;
  readonly appId: number;
  /** With every permission of the App; in an organization it sees who is in a team. */
  readonly token: string;
  readonly #installation: Installation;
  readonly #key: LedgerKey;
  #foreign: Installation | null = null;

  private constructor(parts: { team: Team; accounts: Accounts; installation: Installation; key: LedgerKey }) {
    this.team = parts.team;
    this.accounts = parts.accounts;
    this.#installation = parts.installation;
    this.#key = parts.key;
    this.appId = parts.installation.app.id;
    this.token = this.team.server.issueToken({ kind: 'app', installation: parts.installation });
  }

  static async form({ how, of }: Formation): Promise<AppTeam> {
    const accounts = openAccounts();
    const key = newLedgerKey();
    const secrets = { ...accounts.secrets, LEDGER_KEY: key.pem };
    const clock = how === 'quick' ? { clock: stillClock('2027-03-01T09:00:00Z') } : {};
    const formed = await Team.form({ 'README.md': 'identities' }, secrets, { of, ...clock });
    const team = how === 'quick' ? new QuickTeam(formed) : formed;
    const permissions = of === 'person' ? PERMISSIONS : { ...PERMISSIONS, members: 'read' as const };
    const installation = installApp(team, 'acme-countersign', permissions);
    return new AppTeam({ team, accounts, installation, key });
  }

  /** A token of the same App that does not see who is in a team. */
  blindToken(): string {
    return this.team.server.issueToken({ kind: 'app', installation: this.#installation, permissions: PERMISSIONS });
  }

  /** A token of somebody else's App, installed beside it with the same permissions. */
  foreignToken(): string {
    this.#foreign ??= installApp(this.team, 'acme-formatter', PERMISSIONS);
    return this.team.server.issueToken({ kind: 'app', installation: this.#foreign });
  }

  rules(rules: Omit<AccountRules, 'ledger'> = {}): Readonly<Record<string, string>> {
    return accountRules({ app: this.appId, ledger: signedBy(this.#key), ...rules });
  }

  /** Lands the rules past everybody, and begins the ledger. */
  async install(rules: Omit<AccountRules, 'ledger'> = {}): Promise<ActionRun> {
    const { repository, cleo } = this.team;
    await repository.push({ as: cleo, branch: 'main', files: this.rules(rules), message: 'Install Countersign' });
    return await this.team.run('apply', { command: 'init', token: this.token });
  }

  async publish(pull: Pull, token = this.token): Promise<ActionRun> {
    const bundle = (await this.team.plan(pull)).outputs['bundle'] ?? '';
    return await this.team.run('publish', { command: 'publish', bundle, token });
  }

  /** The plan and the publish job that the tripwire of a merge group's commit sets off. */
  async checkGroup(group: Pick<MergeGroup, 'headRef' | 'headSha'>, token = this.token): Promise<ActionRun> {
    const payload = await this.team.groupPayload(group);
    const { outputs } = await this.team.run('plan', { command: 'plan', 'pull-request': '' }, { payload });
    return await this.team.run('publish', { command: 'publish', bundle: outputs['bundle'] ?? '', token }, { payload });
  }

  async approve(pull: Pull, as: Account = this.team.ben): Promise<void> {
    this.team.server.advanceClock(2);
    await this.team.repository.review(pull, { as, event: 'APPROVE' });
  }

  async merge(pull: Pull): Promise<void> {
    this.team.server.advanceClock(2);
    await this.team.repository.mergePullRequest(pull, { as: this.team.ana, method: 'squash' });
  }

  async apply(token = this.token): Promise<ActionRun> {
    return await this.team.run('apply', { command: 'apply', token });
  }

  async close(): Promise<void> {
    await this.team.close();
    this.accounts.close();
  }
}

function installApp(
  { server, repository, cleo }: { server: Team['server']; repository: RepositoryHandle; cleo: Account },
  slug: string,
  permissions: Parameters<Team['server']['createApp']>[0]['permissions'],
): Installation {
  const { app } = server.createApp({ slug, owner: cleo, permissions });
  return server.installApp(app, { account: repository.repository.owner, repositories: [repository] });
}
