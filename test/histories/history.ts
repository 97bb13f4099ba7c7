import { expect } from 'vitest';
import { commentsOf } from '../e2e/evidence.ts';
import type { Account } from '../e2e/repository.ts';
import type { ActionRun } from '../e2e/runner.ts';
import type { Dice } from '../support/spelling.ts';
import { disturbed } from './network.ts';
import { propose } from './proposal.ts';
import { expectedDecision, METHODS, type Request } from './request.ts';
import type { People, Subject, Wish } from './subject.ts';
import { verified } from './verified.ts';

/** What an honest team does, at random, and what has to come of every single act. */
export class History {
  /** What happened so far, in words. */
  readonly story: string[] = [];
  readonly #subject: Subject;
  readonly #roll: Dice;
  readonly #requests: Request[] = [];
  readonly #bundles: string[] = [];
  #number = 0;

  constructor(subject: Subject, roll: Dice) {
    this.#subject = subject;
    this.#roll = roll;
  }

  /** So many acts, then everything that is approved lands, is applied, and the ledger verifies. */
  async play(acts: number): Promise<void> {
    const { team } = this.#subject;
    const begun = await team.init();
    expect(begun.exitCode, begun.log).toBe(0);
    for (let act = 0; act < acts; act += 1) {
      team.server.advanceClock(2 + this.#roll(this.#roll(5) === 0 ? 20_000 : 300));
      await this.#act();
    }
    for (const request of this.#open()) {
      if (this.#roll(5) > 0) await this.#finish(request);
    }
    await this.#sweep();
    for (const { state, name } of this.#requests) expect(state, `${name} at the end`).not.toBe('landed');
    const ledger = await verified(team, this.#subject.publicKey);
    expect(ledger).toMatchObject({ sound: true, problems: [], foreign: [], unfinished: [] });
  }

  async #act(): Promise<void> {
    const open = this.#open();
    const request = open[this.#roll(Math.max(1, open.length))];
    if (request === undefined || (open.length < 3 && this.#roll(6) === 0)) return await this.#propose();
    const acts = [
      () => this.#revise(request),
      () => this.#touchNothing(request),
      () => this.#acceptSuggestion(request),
      () => this.#update(request),
      () => this.#approve(request),
      () => this.#approve(request),
      () => this.#object(request),
      () => this.#relent(request),
      () => this.#merge(request),
      () => this.#merge(request),
      () => this.#driftElsewhere(request),
      () => this.#driftUnderneath(request),
      () => this.#pushToMain(request),
      () => this.#rerun(request),
      () => this.#sweep(),
    ];
    await acts[this.#roll(acts.length)]?.();
  }

  #open(): readonly Request[] {
    return this.#requests.filter(({ state }) => state === 'open');
  }

  async #propose(): Promise<void> {
    this.#number += 1;
    const { request, told } = await propose(this.#subject, this.#requests, { roll: this.#roll, number: this.#number });
    this.#tell(told);
    this.#requests.push(request);
    if (this.#roll(6) > 0) await this.#event(request);
    else this.#tell('  the event is lost');
  }

  async #revise(request: Request): Promise<void> {
    if (request.wish === null) return;
    const by = this.#one(['ana', 'eve']);
    await this.#push(request, by, { limit: this.#value(), purpose: request.wish.purpose }, []);
    this.#tell(`${by.login} revises ${request.branch}`);
    request.contributors.add(by.login);
    await this.#event(request);
  }

  /** The suggestion's author becomes a co-author, so somebody else has to be left who may approve. */
  async #acceptSuggestion(request: Request): Promise<void> {
    const reviewer = this.#one(['ben', 'dora']);
    const other = reviewer.login === 'ben' ? 'dora' : 'ben';
    if (request.wish === null || request.contributors.has(other) || request.author === reviewer) return;
    await this.#push(request, request.author, { limit: this.#value(), purpose: request.wish.purpose }, [reviewer]);
    this.#tell(`${request.author.login} accepts a suggestion of ${reviewer.login} on ${request.branch}`);
    request.contributors.add(reviewer.login);
    await this.#event(request);
  }

  async #push(request: Request, as: Account, wish: Wish, coAuthors: readonly Account[]): Promise<void> {
    const { team, pathOf, documentOf } = this.#subject;
    await team.repository.push({
      as,
      branch: request.branch,
      files: { [pathOf(request.name)]: documentOf(request.name, wish) },
      message: `Change ${request.name} to ${wish.limit}`,
      coAuthors: coAuthors.map(({ login, emails }) => ({ name: login, email: emails[0] ?? '' })),
    });
    request.wish = wish;
    request.digest = null;
    request.approved = false;
  }

  /** Neither an identity nor a rule: the plan and its approval stand. */
  async #touchNothing(request: Request): Promise<void> {
    const { author, branch } = request;
    this.#number += 1;
    this.#tell(`${author.login} pushes a remark to ${branch}`);
    const files = { [`notes/${branch}-${this.#number}.md`]: 'A remark.\n' };
    await this.#subject.team.repository.push({ as: author, branch, files, message: 'Remark' });
    await this.#event(request);
  }

  async #update(request: Request): Promise<void> {
    const as = this.#one(['ana', 'ben', 'dora', 'eve']);
    const { repository } = this.#subject.team;
    if ((await repository.updateBranch(request.pull, { as }).catch(() => null)) === null) return;
    this.#tell(`${as.login} updates ${request.branch} from the base`);
    await this.#event(request);
  }

  /** Reads the newest comment, and quotes the code where it asks for one. */
  async #approve(request: Request): Promise<void> {
    const { team, people } = this.#subject;
    const owners = this.#roll(2) === 0 ? [people.ben, people.dora] : [people.dora, people.ben];
    const by = owners.find(({ login }) => !request.contributors.has(login));
    if (by === undefined || request.approved) return;
    if (request.digest === null) await this.#event(request);
    const comment = commentsOf(team, request.pull).at(-1)?.body ?? '';
    const code = /Write the code `(?<code>[^`]+)`/u.exec(comment)?.groups?.['code'];
    this.#tell(`${by.login} approves ${request.branch}${code === undefined ? '' : ' and quotes the code'}`);
    team.server.advanceClock(2 + this.#roll(100));
    await team.repository.review(request.pull, { as: by, event: 'APPROVE', body: code ?? '' });
    request.approved = true;
    if (request.vetoer === by) request.vetoer = null;
    await this.#event(request);
  }

  async #object(request: Request): Promise<void> {
    if (request.vetoer !== null || this.#roll(2) === 0) return;
    const by = this.#one(['eve', 'cleo']);
    if (by === request.author) return;
    this.#tell(`${by.login} requests changes on ${request.branch}`);
    await this.#subject.team.repository.review(request.pull, { as: by, event: 'REQUEST_CHANGES', body: 'Why?' });
    request.vetoer = by;
    await this.#event(request);
  }

  /** Whoever objected approves; not being an owner, that alone approves nothing. */
  async #relent(request: Request): Promise<void> {
    const { vetoer } = request;
    if (vetoer === null) return;
    this.#tell(`${vetoer.login} is content with ${request.branch}`);
    await this.#subject.team.repository.review(request.pull, { as: vetoer, event: 'APPROVE' });
    request.vetoer = null;
    await this.#event(request);
  }

  async #merge(request: Request): Promise<void> {
    if (expectedDecision(request) !== 'approved' || request.greenHead !== request.pull.head.sha) return;
    const method = METHODS[this.#roll(METHODS.length)] ?? 'squash';
    const by = this.#one(['ana', 'ben', 'eve']);
    this.#tell(`${by.login} merges ${request.branch} by ${method}`);
    await this.#subject.team.repository.mergePullRequest(request.pull, { as: by, method });
    request.state = 'landed';
    if (this.#roll(4) > 0) await this.#apply();
    else this.#tell('  the event is lost');
  }

  async #driftElsewhere(request: Request): Promise<void> {
    this.#number += 1;
    this.#tell('somebody works elsewhere in the live system');
    await this.#subject.drift(null, this.#number);
    if (this.#roll(2) === 0) await this.#event(request);
  }

  /** What is planned moves: reviewers have to look again, and quote the code. Planned again before anybody merges. */
  async #driftUnderneath(request: Request): Promise<void> {
    const { names, drift, live } = this.#subject;
    if (!names.includes(request.name) || request.wish === null || request.digest === null || this.#roll(2) === 0)
      return;
    const value = this.#value();
    if (value === request.wish.limit || (await live(request.name))?.limit === value) return;
    this.#tell(`somebody changes ${request.name} in the live system`);
    await drift(request.name, value);
    request.digest = null;
    request.approved = false;
    await this.#event(request);
  }

  async #pushToMain(request: Request): Promise<void> {
    this.#number += 1;
    this.#tell('cleo pushes a remark to the default branch');
    const files = { [`notes/main-${this.#number}.md`]: 'A remark.\n' };
    await this.#subject.team.repository.push({
      as: this.#subject.people.cleo,
      branch: 'main',
      files,
      message: 'Remark',
    });
    if (this.#roll(2) === 0) await this.#event(request);
    if (this.#roll(2) === 0) await this.#apply();
  }

  /** Somebody presses "re-run" on an old run: it changes nothing. */
  async #rerun(request: Request): Promise<void> {
    const bundle = this.#bundles[this.#roll(Math.max(1, this.#bundles.length))];
    if (bundle === undefined) return;
    this.#tell('an old publish job is run again');
    await this.#subject.team.publish(bundle);
    await this.#event(request);
  }

  /** Every event about a pull request; now and then the network fails in it, and it is run again. */
  async #event(request: Request): Promise<void> {
    const { team } = this.#subject;
    await this.#disturb(async () => await team.planAndPublish(request.pull));
    const { plan, publish } = await team.planAndPublish(request.pull);
    this.#judge(request, plan, publish);
    const { bundle } = plan.outputs;
    if (bundle !== undefined && this.#bundles.length < 20) this.#bundles.push(bundle);
  }

  #judge(request: Request, plan: ActionRun, publish: ActionRun): void {
    const { digest, decision } = { ...plan.outputs, ...publish.outputs };
    const where = `${request.branch}: ${plan.log}\n${publish.log}`;
    expect(plan.exitCode, where).toBe(0);
    expect(publish.exitCode, where).toBe(0);
    if (request.digest !== null) expect(digest, `the digest moved, ${where}`).toBe(request.digest);
    request.digest = digest ?? null;
    expect(decision, where).toBe(expectedDecision(request));
    request.greenHead = decision === 'approved' ? request.pull.head.sha : null;
  }

  async #apply(): Promise<void> {
    const { team, live } = this.#subject;
    await this.#disturb(async () => await team.apply());
    const run = await team.apply();
    expect(run.exitCode, run.log).toBe(0);
    expect(run.log).not.toMatch(/refused|partial|unfinished/u);
    for (const request of this.#requests.filter(({ state }) => state === 'landed')) {
      const { name, wish } = request;
      const found = await live(name);
      if (wish === null) expect(found?.enabled, `${name} is disabled`).toBe(false);
      else expect(found, `${name} is as approved`).toEqual({ enabled: true, limit: wish.limit });
      request.state = 'applied';
    }
    this.#tell('  what landed is applied');
  }

  /** The schedule: every open pull request is planned anew, and what landed is applied. */
  async #sweep(): Promise<void> {
    const { team } = this.#subject;
    this.#tell('the schedule sweeps');
    await this.#apply();
    const plan = await team.run('plan', { command: 'plan', 'pull-request': 'all' });
    expect(plan.exitCode, plan.log).toBe(0);
    const publish = await team.publish(plan.outputs['bundle']);
    expect(publish.exitCode, publish.log).toBe(0);
    for (const request of this.#open()) await this.#event(request);
  }

  async #finish(request: Request): Promise<void> {
    await this.#event(request);
    await this.#relent(request);
    await this.#approve(request);
    await this.#merge(request);
  }

  #one(names: readonly (keyof People)[]): Account {
    return this.#subject.people[names[this.#roll(names.length)] ?? 'ana'];
  }

  #value(): number {
    return 6 + this.#roll(200);
  }

  async #disturb(act: () => Promise<unknown>): Promise<void> {
    const kind = await disturbed(this.#subject.team.server, this.#roll, act);
    if (kind !== null) this.#tell(`  the network failed before: ${kind}`);
  }

  #tell(what: string): void {
    this.story.push(what);
  }
}
