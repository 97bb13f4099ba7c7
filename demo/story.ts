import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Account } from '../test/e2e/repository.ts';
import type { ActionRun } from '../test/e2e/runner.ts';
import { before, codeIn, flipped, runCli, warningOf } from './evidence.ts';
import type { Narrator } from './narrator.ts';
import { entriesOf } from '../test/e2e/evidence.ts';
import { forgePublication } from './forgery.ts';
import { EXCEPTION, exception, EXPORTER, exporter, POLICY, READ_ONLY_EXPORTS, type World } from './world.ts';

type Pull = Awaited<ReturnType<World['team']['propose']>>;

const DAY = 86_400_000;

/** The way of three pull requests; each scene checks what it shows, so that a demo that ends well has proved something. */
export class Story {
  readonly #world: World;
  readonly #say: Narrator;
  readonly #folder: string;

  constructor(world: World, narrator: Narrator, folder: string) {
    this.#world = world;
    this.#say = narrator;
    this.#folder = folder;
  }

  async begin(): Promise<void> {
    this.#say.scene('An administrator begins the ledger');
    this.#expect(await this.#world.team.init(), 'exitCode', 0);
    this.#say.line('cleo dispatched init: the ledger has its genesis.');
  }

  policy(): void {
    this.#say.scene('The rule that an administrator wrote, with its tests');
    this.#say.file(POLICY, READ_ONLY_EXPORTS);
    const file = join(this.#folder, POLICY);
    mkdirSync(dirname(file));
    writeFileSync(file, READ_ONLY_EXPORTS);
    this.#cli(['policy', 'test', 'policies'], 0);
    this.#say.scene('Broken by a hand that means well, the rule fails its tests');
    writeFileSync(file, READ_ONLY_EXPORTS.replace("'SELECT'])", "'SELECT', 'INSERT'])"));
    this.#cli(['policy', 'test', 'policies'], 1);
    writeFileSync(file, READ_ONLY_EXPORTS);
  }

  async creation(): Promise<void> {
    const { team, dana } = this.#world;
    this.#say.scene('Ana asks for a role that does not exist yet');
    const pull = await team.propose('billing-exporter', { [EXPORTER]: exporter({ limit: 5, privileges: ['SELECT'] }) });
    this.#say.file(EXPORTER, exporter({ limit: 5, privileges: ['SELECT'] }));
    const { publish } = await team.planAndPublish(pull);
    this.#expectDecision(publish, 'waiting');
    await this.#showComment(pull, '1-plan.md', 'What the reviewer sees, as a comment on the pull request');
    await this.#showChecks(pull);

    this.#say.scene(
      'Ben, who owns it, approves with an ordinary GitHub review: access is widened, so security is still missing',
    );
    await this.#approve(pull, team.ben, { decision: 'waiting' });
    this.#say.scene('Dana of the security team approves, too');
    await this.#approve(pull, dana);
    this.#say.scene('The pull request is merged, and the apply workflow runs');
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    this.#expectDecision(await team.apply(), 'applied');
    await this.#showComment(pull, '1-outcome.md', 'The receipts, as a comment after the landing');
    await this.#showRole('The role, read back from the database');
  }

  async denial(): Promise<Pull> {
    const { team } = this.#world;
    this.#say.scene('Ana asks for more: INSERT, and nine connections. The rule denies it, whoever approves');
    const pull = await team.propose('more-connections', {
      [EXPORTER]: exporter({ limit: 9, privileges: ['SELECT', 'INSERT'] }),
    });
    this.#expectDecision((await team.planAndPublish(pull)).publish, 'refused');
    await this.#showComment(
      pull,
      '2-denied.md',
      'Which rule denies it, on which line, with which values, and what to do',
    );
    await this.#showChecks(pull);
    return pull;
  }

  async exception(): Promise<void> {
    const { team, dana } = this.#world;
    this.#say.scene('Dana asks for an exception with an end; Cleo, who administers the rules, approves it');
    const text = exception(new Date(Date.parse(team.server.now()) + 30 * DAY).toISOString().slice(0, 10));
    const pull = await team.propose('exporter-writes', { [EXCEPTION]: text }, dana);
    this.#say.file(EXCEPTION, text);
    this.#expectDecision((await team.planAndPublish(pull)).publish, 'waiting');
    await this.#approve(pull, team.cleo);
    await team.repository.mergePullRequest(pull, { as: dana, method: 'squash' });
    this.#expectDecision(await team.apply(), 'nothing');
  }

  async drift(pull: Pull): Promise<void> {
    const { team, postgres, dana } = this.#world;
    this.#say.scene(
      'Ana’s pull request is planned again. Ben and Dana approve, and quote the code: this comment replaced another one under the same commit',
    );
    this.#expectDecision((await team.planAndPublish(pull)).publish, 'waiting');
    const comment = await this.#showComment(pull, '2-plan.md', 'The same plan, with the exception that it uses');
    const body = `Seen: ${codeIn(comment)}`;
    await this.#approve(pull, team.ben, { decision: 'waiting', body });
    await this.#approve(pull, dana, { body });
    this.#say.scene('After the approval somebody changes the role behind everyone’s back');
    const statement = 'ALTER ROLE "billing-exporter" CONNECTION LIMIT 50';
    this.#say.line(statement);
    await postgres.query(statement);
    await team.repository.mergePullRequest(pull, { as: team.ana, method: 'squash' });
    const refused = await team.apply();
    this.#expectDecision(refused, 'refused');
    await this.#showComment(pull, '2-refused.md', 'The apply is refused, naming attribute, planned and found value');
    await this.#showRole('Nothing was written');
  }

  async again(): Promise<void> {
    const { team, dana } = this.#world;
    const git = team.repository.repository.git;
    const [prepared] = await git.refs('refs/heads/countersign/follow-up-');
    if (prepared === undefined) throw new Error('The refused apply prepared no branch.');
    const branch = prepared.name.replace('refs/heads/', '');
    this.#say.scene(
      `The refused apply left the branch ${branch}, which asks for the same again on top of what is live now; Cleo opens a pull request from it`,
    );
    const pull = await team.repository.openPullRequest({ as: team.cleo, head: branch });
    const added = await git.text(['diff', '--name-only', 'refs/heads/main', prepared.name]);
    for (const path of added.trim().split('\n'))
      this.#say.file(path, await git.text(['show', `${prepared.name}:${path}`]));
    this.#expectDecision((await team.planAndPublish(pull)).publish, 'waiting');
    await this.#showComment(pull, '3-plan.md', 'The new plan shows the value that was found');
    await this.#approve(pull, team.ben, { decision: 'waiting' });
    await this.#approve(pull, dana);
    await team.repository.mergePullRequest(pull, { as: team.cleo, method: 'squash' });
    this.#expectDecision(await team.apply(), 'applied');
    await this.#showComment(pull, '3-outcome.md', 'The receipts, after the merge');
    await this.#showRole('The role, read back from the database');
  }

  async forgery(): Promise<void> {
    const { team, publicKey } = this.#world;
    this.#say.scene('Mallory, who may push, asks for one more connection. Ben approves');
    const mallory = team.server.createUser({ login: 'mallory' });
    team.repository.setCollaborator(mallory, 'write');
    const one = { [EXPORTER]: exporter({ limit: 10, privileges: ['SELECT', 'INSERT'] }) };
    const pull = await team.propose('one-connection', one, mallory);
    await team.planAndPublish(pull);
    await this.#approve(pull, team.ben);
    const approvedAt = team.server.now();
    this.#say.scene('Then she pushes DELETE to the same branch, and forges the publication of that plan');
    team.server.advanceClock(2);
    const more = { [EXPORTER]: exporter({ limit: 10, privileges: ['SELECT', 'INSERT', 'DELETE'] }) };
    const head = await team.repository.push({ as: mallory, branch: 'one-connection', files: more, message: 'Typo' });
    const { publish } = await team.planAndPublish(pull);
    this.#expectDecision(publish, 'waiting');
    const [real] = (await entriesOf(team, pull)).filter(({ type }) => type === 'published').slice(-1);
    if (real?.type !== 'published') throw new Error('nothing was published');
    await forgePublication(team, mallory, {
      realKey: publicKey,
      pullRequest: pull.number,
      digest: publish.outputs['digest'] ?? '',
      body: { ...real, head, createdAt: before(approvedAt) },
    });
    this.#say.line('The ledger now says that the plan with DELETE was published before Ben approved:');
    this.#say.line(
      'right ledger, next index, right link to the entry before it, and signed; only not by a key that the base branch trusts.',
    );
    await team.repository.mergePullRequest(pull, { as: mallory, method: 'squash' });
    const refused = await team.apply();
    this.#expectDecision(refused, 'refused');
    this.#say.line(warningOf(refused));
    const refusal = await this.#showComment(
      pull,
      '4-refused.md',
      'GitHub shows Ben’s review as approved, the merge went through, and the apply is refused',
    );
    if (!refusal.includes('review-other-head'))
      throw new Error('the refusal does not say why the review does not count');
    await this.#showRole('She did not get DELETE, nor the connection');
  }

  ledger(): void {
    this.#say.scene('An auditor verifies the ledger offline');
    const { team, publicKey } = this.#world;
    const clone = join(this.#folder, 'ledger');
    execFileSync('git', [
      'clone',
      '--quiet',
      '--branch',
      'countersign/ledger',
      '--single-branch',
      team.repository.gitDirectory,
      clone,
    ]);
    const keys = join(this.#folder, 'trusted-keys.json');
    writeFileSync(keys, `${JSON.stringify({ demo: publicKey }, null, 2)}\n`);
    this.#cli(['verify', 'ledger', '--keys', 'trusted-keys.json'], 0);
    const altered = join(this.#folder, 'ledger-altered');
    cpSync(clone, altered, { recursive: true });
    const entry = join(altered, 'entries/00/00/00/03.json');
    this.#say.scene('One byte of one entry is altered');
    writeFileSync(entry, flipped(readFileSync(entry, 'utf8')));
    this.#cli(['verify', 'ledger-altered', '--keys', 'trusted-keys.json'], 1);
  }

  #cli(argv: readonly string[], expected: 0 | 1): void {
    const result = runCli(argv, this.#folder);
    this.#say.line(`countersign ${argv.join(' ')}`);
    this.#say.quote(result.output);
    if (result.exitCode !== expected)
      throw new Error(`${argv[0] ?? ''} ended with ${result.exitCode}, not ${expected}`);
  }

  async #approve(
    pull: Pull,
    as: Account,
    { decision = 'approved', body = '' }: { readonly decision?: 'approved' | 'waiting'; readonly body?: string } = {},
  ): Promise<void> {
    const { team } = this.#world;
    // A review in the very second of the publication is not after it.
    team.server.advanceClock(2);
    await team.repository.review(pull, { as, event: 'APPROVE', body });
    this.#expectDecision((await team.planAndPublish(pull)).publish, decision);
    await this.#showChecks(pull, `The checks, now that ${as.login} has approved`);
  }

  async #showComment(pull: Pull, file: string, title: string): Promise<string> {
    const comments = await this.#world.team.get<readonly { body: string }[]>(`issues/${pull.number}/comments`);
    const body = comments.at(-1)?.body ?? '';
    writeFileSync(join(this.#folder, file), body);
    this.#say.title(`${title}  (${file})`);
    this.#say.quote(body);
    return body;
  }

  async #showChecks(pull: Pull, title = 'The checks'): Promise<void> {
    const { check_runs: runs } = await this.#world.team.get<{
      check_runs: readonly { name: string; status: string; conclusion: string | null; output: { title: string } }[];
    }>(`commits/${pull.head.sha}/check-runs`);
    this.#say.title(title);
    for (const run of runs) this.#say.line(`${run.name}: ${run.conclusion ?? run.status} — ${run.output.title}`);
  }

  async #showRole(title: string): Promise<void> {
    const [role] = await this.#world.postgres.query(`
      SELECT rolcanlogin AS login, rolconnlimit AS "connection limit",
             has_table_privilege(oid, 'billing.invoices', 'SELECT') AS "may select",
             has_table_privilege(oid, 'billing.invoices', 'INSERT') AS "may insert",
             has_table_privilege(oid, 'billing.invoices', 'DELETE') AS "may delete"
      FROM pg_roles WHERE rolname = 'billing-exporter'`);
    this.#say.title(title);
    this.#say.line(JSON.stringify(role));
  }

  #expectDecision(run: ActionRun, decision: string): void {
    if (run.outputs['decision'] !== decision)
      throw new Error(`expected ${decision}, got ${run.outputs['decision'] ?? 'nothing'}:\n${run.log}`);
  }

  #expect(run: ActionRun, what: 'exitCode', value: number): void {
    if (run[what] !== value) throw new Error(`expected ${what} ${value}, got ${run[what]}:\n${run.log}`);
  }
}
