import { hash } from 'node:crypto';
import { Actor } from './actor.ts';
import { Model, type Guarantee } from './model.ts';
import { Violation } from './oracle.ts';
import { Runner, type Network } from './runner.ts';
import type { Sabotage } from './sabotage.ts';
import type { Scenario } from './scenario.ts';

/** How much may go wrong in one execution. */
export type Budget = {
  readonly runners: number;
  readonly crashes: number;
  /** Steps of time, of which two let an unattended lease expire. */
  readonly ticks: number;
  readonly drifts: number;
  /** Writes that happen although nobody hears of it. */
  readonly unheard: number;
};

export type World = {
  readonly scenario: Scenario;
  readonly guarantee: Guarantee;
  readonly budget: Budget;
  readonly sabotage: Sabotage;
};

/** `step 0`, `unheard 0`, `crash 0`, `drift <name>` or `tick`. */
export type Move = string;

const LAST_RUNS = 3;

/** One run of the small world, in which somebody else says who comes next. */
export class Execution {
  readonly #options: World;
  readonly model: Model;
  readonly #actors: Actor[] = [];
  readonly #network: Network = { fate: 'answered' };
  readonly #spent = { crashes: 0, ticks: 0, drifts: 0, unheard: 0 };
  #drifted: string | null = null;

  private constructor(options: World) {
    this.#options = options;
    this.model = new Model(options.scenario, options.guarantee);
  }

  static async begin(options: World): Promise<Execution> {
    const execution = new Execution(options);
    for (let count = 0; count < options.budget.runners; count += 1) await execution.#start(`runner ${count}`);
    return execution;
  }

  get key(): string {
    const actors = this.#actors.map(({ waiting, crashed, seen }) => [waiting, crashed, waiting === null ? '' : seen]);
    const parts = [this.model.state, this.model.oracle.state, actors, this.#spent, this.#drifted, this.#network];
    return hash('sha1', JSON.stringify(parts), 'base64');
  }

  moves(): readonly Move[] {
    const { budget, scenario } = this.#options;
    const waiting = this.#actors.flatMap((actor, index) => (actor.waiting === null ? [] : [{ actor, index }]));
    if (waiting.length === 0) return [];
    const steps = waiting.map(({ index }) => `step ${index}`);
    const writes = waiting.filter(({ actor }) => actor.waiting === 'write');
    return [
      ...steps,
      ...(this.#spent.unheard < budget.unheard ? writes.map(({ index }) => `unheard ${index}`) : []),
      ...(this.#spent.crashes < budget.crashes ? waiting.map(({ index }) => `crash ${index}`) : []),
      ...(this.#spent.drifts < budget.drifts ? Object.keys(scenario.drifts).map((name) => `drift ${name}`) : []),
      ...(this.#spent.ticks < budget.ticks && this.model.epoch > 0 ? ['tick'] : []),
    ];
  }

  async make(move: Move): Promise<void> {
    const [kind, ...rest] = move.split(' ');
    const actor = this.#actors[Number(rest[0])];
    if (kind === 'tick') {
      this.#spent.ticks += 1;
      this.model.tick();
    } else if (kind === 'drift') {
      this.#spent.drifts += 1;
      this.#drifted = rest.join(' ');
      this.model.drift(this.#drifted);
    } else if (actor !== undefined && kind === 'crash') {
      this.#spent.crashes += 1;
      actor.crash();
      this.model.crashed(actor);
    } else if (actor !== undefined) await this.#step(actor, kind === 'unheard');
  }

  /** What a runner is about to do, for people who read a schedule. */
  said(move: Move): string {
    const actor = /^(?:step|unheard)/u.test(move) ? this.#actors[Number(move.split(' ')[1])] : undefined;
    return actor === undefined ? move : `${move}: ${actor.waiting ?? ''}`;
  }

  /** Nothing goes on any more: later runs finish what there is, and everything must hold. */
  async end(): Promise<void> {
    this.model.seconds += 10_000;
    this.model.transactions.clear();
    for (let count = 0; count < LAST_RUNS; count += 1) {
      const actor = await this.#start(`last run ${count}`);
      while (actor.waiting !== null) await this.#step(actor, false);
    }
    const results = this.#options.scenario.landings.map(({ applyId }) => {
      const end = this.model.entries.find(
        ({ predicate: { body } }) => body.type === 'apply-finished' && body.applyId === applyId,
      )?.predicate.body;
      return end?.type === 'apply-finished' ? end.result : null;
    });
    this.model.oracle.ended(this.model.world, results, this.#drifted);
  }

  async #start(name: string): Promise<Actor> {
    const actor = new Actor(name);
    this.#actors.push(actor);
    const ended = (holder: string) => this.#actors.some((other) => other.name === holder && other.waiting === null);
    const runner = new Runner(this.model, actor, this.#network, ended, this.#options.sabotage);
    await actor.start(() => runner.run());
    expectNoFailure(actor);
    return actor;
  }

  async #step(actor: Actor, unheard: boolean): Promise<void> {
    if (unheard) this.#spent.unheard += 1;
    this.#network.fate = unheard ? 'unheard' : 'answered';
    await actor.step();
    this.#network.fate = 'answered';
    expectNoFailure(actor);
  }
}

function expectNoFailure({ failure, name }: Actor): void {
  if (failure instanceof Violation) throw failure;
  if (failure !== null) throw new Violation(`no run ends in a defect: ${name}: ${failure.message}`, { cause: failure });
}
