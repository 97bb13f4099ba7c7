import { expect } from 'vitest';
import type { Account } from '../e2e/repository.ts';
import type { ActionRun } from '../e2e/runner.ts';
import type { Dice } from '../support/spelling.ts';
import { disturbed } from './network.ts';
import { expectedDecision, type Request, type Situation } from './request.ts';
import type { People, Subject } from './subject.ts';

/** `where`: what to print when it is not what was expected. */
type Said = { readonly decision: string | undefined; readonly digest: string | null; readonly where: string };

/** Where a history takes place: who and what is there, what is known of it, and the runs that events set off. */
export class Stage {
  readonly subject: Subject;
  readonly roll: Dice;
  /** What happened so far, in words. */
  readonly story: string[] = [];
  /** How often each act was really played. */
  readonly counts = new Map<string, number>();
  readonly requests: Request[] = [];
  /** Those that reached the default branch, in that order. */
  readonly landed: Request[] = [];
  readonly situation: Situation = { rulesPending: false, unapplied: new Map() };
  /** Bundles of earlier plan jobs. */
  readonly bundles: string[] = [];
  #number = 0;

  constructor(subject: Subject, roll: Dice) {
    this.subject = subject;
    this.roll = roll;
  }

  open(): readonly Request[] {
    return this.requests.filter(({ state }) => state === 'open');
  }

  /** Open pull requests about one identity. */
  about(name: string): readonly Request[] {
    return this.open().filter((request) => request.name === name);
  }

  /** Another one every time. */
  next(): number {
    this.#number += 1;
    return this.#number;
  }

  one(names: readonly (keyof People)[]): Account {
    return this.subject.people[names[this.roll(names.length)] ?? 'ana'];
  }

  value(): number {
    return 6 + this.roll(200);
  }

  did(act: string, words: string): void {
    this.counts.set(act, (this.counts.get(act) ?? 0) + 1);
    this.story.push(words);
  }

  aside(words: string): void {
    this.story.push(`  ${words}`);
  }

  /** What an event about a pull request sets off; now and then the network fails in it, and it is run again. */
  async event(request: Request): Promise<void> {
    const { team } = this.subject;
    await this.disturb(async () => await team.planAndPublish(request.pull));
    const { plan, publish } = await team.planAndPublish(request.pull);
    this.#judge(request, plan, publish);
    const { bundle } = plan.outputs;
    if (bundle !== undefined && this.bundles.length < 20) this.bundles.push(bundle);
  }

  #judge(request: Request, plan: ActionRun, publish: ActionRun): void {
    const { digest, decision } = { ...plan.outputs, ...publish.outputs };
    const where = `${request.branch}: ${plan.log}\n${publish.log}`;
    this.judge(request, { decision, digest: digest ?? null, where });
    expect(plan.exitCode, where).toBe(0);
    expect(publish.exitCode, where).toBe(decision === 'withheld' ? 1 : 0);
  }

  /** What a run decided has to be what the model expects, and a digest moves only where something moved. */
  judge(request: Request, { decision, digest, where }: Said): void {
    const expected = expectedDecision(request, this.situation);
    expect(decision, where).toBe(expected);
    const isGreen = expected === 'approved' || expected === 'unconcerned';
    request.greenHead = isGreen ? request.pull.head.sha : null;
    if (expected === 'withheld' || request.away || request.outdated || request.kind === 'remark') return;
    if (request.digest !== null) expect(digest, `the digest moved, ${where}`).toBe(request.digest);
    request.digest = digest;
  }

  async disturb(act: () => Promise<unknown>): Promise<void> {
    const kind = await disturbed(this.subject.team.server, this.roll, act);
    if (kind !== null) this.aside(`the network failed before: ${kind}`);
  }
}
