import { isDeepStrictEqual } from 'node:util';
import { ApplyRecords } from '../../src/core/ledger/apply-record.ts';
import type { LedgerEntry } from '../../src/core/ledger/entry.ts';
import type { Account, World } from '../../src/providers/memory/system.ts';
import type { Allowed, Landing, Scenario } from './scenario.ts';

/** An invariant that did not hold; the message names it. */
export class Violation extends Error {}

/** One write as it happens. `stale`: somebody else has taken the lease since. */
export type Write = {
  readonly runner: string;
  readonly landing: Landing;
  readonly stepId: string;
  readonly before: World;
  readonly after: World;
  readonly stale: boolean;
  readonly ended: boolean;
};

/** Watches every write and every entry. Knows the plan by what was written down by hand, and nothing of the executor. */
export class Oracle {
  readonly #scenario: Scenario;
  readonly #strict: boolean;
  readonly #records = new ApplyRecords();
  readonly #done = new Set<string>();
  /** `runner account` of which the runner saw that it was none of the states that the plan names. */
  readonly #sawDrift = new Set<string>();
  /** Writes by a runner after another had taken the lease, which only a system without transactions lets through. */
  lateWrites = 0;

  /** @param strict no write may come from a runner whose lease was taken over */
  constructor(scenario: Scenario, strict: boolean) {
    this.#scenario = scenario;
    this.#strict = strict;
  }

  get state(): string {
    return [...this.#done, ...this.#sawDrift].join(' ');
  }

  isDone(landing: Landing, stepId: string): boolean {
    return this.#done.has(`${landing.applyId} ${stepId}`);
  }

  observed(runner: string, landing: Landing, name: string, world: World): void {
    const steps = Object.entries(landing.allowed).filter(([, allowed]) => allowed.account === name);
    // What has begun is finished, each step on what it reads and writes itself.
    if (steps.some(([stepId]) => this.isDone(landing, stepId))) return;
    const [first] = steps.map(([, { from }]) => from);
    const before = first === null ? null : Object.assign({}, ...steps.map(([, { from }]) => from));
    if (!matches(world.accounts[name], before)) this.#sawDrift.add(`${runner} ${landing.applyId} ${name}`);
  }

  wrote(write: Write): void {
    const { runner, landing, stepId, before, after } = write;
    const allowed = landing.allowed[stepId];
    if (allowed === undefined) throw new Violation('nothing is written that the plan does not say: unknown step');
    for (const name of new Set([...Object.keys(before.accounts), ...Object.keys(after.accounts)])) {
      if (name !== allowed.account && !isDeepStrictEqual(before.accounts[name], after.accounts[name]))
        throw new Violation(`nothing is written that the plan does not say: ${name} changed`);
    }
    const [old, made] = [before.accounts[allowed.account], after.accounts[allowed.account]];
    if (!matches(old, allowed.from)) throw new Violation(`drift is never overwritten: ${stepId}`);
    if (!matches(made, allowed.to)) throw new Violation(`nothing is written that the plan does not say: ${stepId}`);
    if (old !== undefined && made !== undefined && !isDeepStrictEqual(rest(old, allowed), rest(made, allowed)))
      throw new Violation(`nothing is written that the plan does not say: more of ${stepId}`);
    if (old !== undefined && old.incarnation !== this.#incarnation(landing, allowed.account))
      throw new Violation(`another incarnation is never written: ${stepId}`);
    if (this.#sawDrift.has(`${runner} ${landing.applyId} ${allowed.account}`))
      throw new Violation(`an identity that was seen to differ is not written: ${stepId}`);
    if (this.isDone(landing, stepId)) throw new Violation(`each step happens at most once: ${stepId}`);
    if (allowed.after.some((id) => !this.isDone(landing, id)))
      throw new Violation(`a step waits for what it depends on: ${stepId}`);
    if (write.ended) throw new Violation(`nothing is written after the end of an apply: ${stepId}`);
    if (write.stale && this.#strict) throw new Violation(`a stale runner writes nothing: ${stepId}`);
    if (write.stale) this.lateWrites += 1;
    this.#done.add(`${landing.applyId} ${stepId}`);
  }

  entered(entry: LedgerEntry): void {
    const [problem] = this.#records.add(entry);
    if (problem !== undefined) throw new Violation(`the ledger stays sound: ${problem.code} ${problem.message}`);
  }

  /** What must hold when everything has come to rest. */
  ended(world: World, results: readonly (string | null)[], drifted: string | null): void {
    if (results.includes(null)) throw new Violation('the same digest run again finishes what was begun: no end');
    if (this.#records.unfinished().length > 0) throw new Violation('every apply that was started has its end');
    for (const [index, landing] of this.#scenario.landings.entries()) {
      const missing = Object.keys(landing.allowed).filter((stepId) => !this.isDone(landing, stepId));
      if (results[index] === 'applied' && missing.length > 0)
        throw new Violation(`applied means that each step happened: ${missing.join(', ')}`);
      if (results[index] !== 'applied' && drifted === null)
        throw new Violation(`the same digest run again finishes what was begun: ${String(results[index])}`);
    }
    if (drifted === null) this.#expectFinal(world);
  }

  /** Where nobody else changed anything, the live system is what the last landing says. */
  #expectFinal(world: World): void {
    const last = new Map<string, Partial<Account> | null>();
    for (const { allowed } of this.#scenario.landings)
      for (const { account, to } of Object.values(allowed))
        last.set(account, to === null ? null : { ...last.get(account), ...to });
    for (const [name, wanted] of last)
      if (!matches(world.accounts[name], wanted)) throw new Violation(`what was approved is what is there: ${name}`);
  }

  #incarnation(landing: Landing, name: string): string | null {
    const started = this.#scenario.start.accounts[name]?.incarnation;
    const creates = Object.values(landing.allowed).some((step) => step.account === name && step.from === null);
    return creates ? String(this.#scenario.start.nextIncarnation) : (started ?? null);
  }
}

function matches(account: Account | undefined, wanted: Partial<Account> | null): boolean {
  if (account === undefined || wanted === null) return account === undefined && wanted === null;
  return isDeepStrictEqual({ ...account, ...wanted }, account);
}

function rest(account: Account, { from, to }: Allowed): Partial<Account> {
  const written = new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})]);
  return Object.fromEntries(Object.entries(account).filter(([key]) => !written.has(key)));
}
