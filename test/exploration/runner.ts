import { parseAddress } from '../../src/core/address.ts';
import { executePlan } from '../../src/core/apply/execute.ts';
import { receiptBody, recordedApply } from '../../src/core/apply/history.ts';
import type { Random } from '../../src/core/creation-mark.ts';
import type { EntryBody } from '../../src/core/ledger/bodies.ts';
import type { Guard, Outcome, StepRequest, Writer } from '../../src/core/ports.ts';
import { takeLease, type HeldLease } from '../../src/github/lease.ts';
import { memoryApplier } from '../../src/providers/memory/applier.ts';
import { seeded } from '../support/marks.ts';
import { someHash } from '../support/memory-ledger.ts';
import type { Actor } from './actor.ts';
import { Overtaken, type Model } from './model.ts';
import type { Landing } from './scenario.ts';
import { HONEST, type Sabotage } from './sabotage.ts';

const NOTHING = someHash('nothing');
const UNHEARD = {
  kind: 'ambiguous',
  cause: { code: 'commit-unanswered', severity: 'error', cause: 'No answer.', mend: 'Look.' },
} as const satisfies Outcome;
const REFUSED = { kind: 'retryable', cause: { ...UNHEARD.cause, code: 'sql-refused' } } as const satisfies Outcome;

/** What the network does to the next write: it arrives and is answered, or arrives unheard. */
export type Network = { fate: 'answered' | 'unheard' };

/** The transaction was ended by the server while its client stood still. */
class Dropped extends Error {}

/** One run of the apply workflow: takes the lease, then each landing in turn, as `applyLanded` does. */
export class Runner {
  readonly #model: Model;
  readonly #actor: Actor;
  readonly #network: Network;
  readonly #sabotage: Sabotage;
  readonly #ended: (holder: string) => boolean;
  readonly #random: Random;
  #basis = 0;

  constructor(
    model: Model,
    actor: Actor,
    network: Network,
    ended: (holder: string) => boolean,
    sabotage: Sabotage = HONEST,
  ) {
    this.#model = model;
    this.#actor = actor;
    this.#network = network;
    this.#ended = ended;
    this.#sabotage = sabotage;
    this.#random = seeded(actor.name);
  }

  async run(): Promise<void> {
    const { name } = this.#actor;
    const ports = {
      store: this.#model.leaseStore(this.#actor),
      now: () => this.#model.now(),
      ended: (holder: string) => Promise.resolve(this.#ended(holder)),
    };
    const lease = await takeLease(ports, { holder: name, seconds: 900 });
    if (lease.kind === 'held') return;
    try {
      for (const landing of this.#model.scenario.landings) if (!(await this.#apply(landing, lease.held))) break;
      await lease.held.release();
    } catch (error) {
      if (!isExpected(error)) throw error;
    }
  }

  /** @returns whether the landing has its end, so that the next one may begin. */
  async #apply(landing: Landing, lease: HeldLease): Promise<boolean> {
    const { applyId, plan } = landing;
    const entries = await this.#actor.turn('read the ledger', () => {
      this.#basis = this.#model.entries.length;
      return this.#model.entries;
    });
    const history = recordedApply(entries, applyId);
    if (history.finished && !this.#sabotage.repeats) return true;
    const fence = this.#sabotage.fence(() => lease.fence());
    await fence();
    const named = { applyId, landing: 'commit' };
    if (history.approved === null)
      await this.#append({
        type: 'approved',
        ...named,
        run: 'run',
        reviews: [],
        rules: { before: NOTHING, tip: NOTHING },
      });
    const steps = plan.changes.flatMap((change) => change.steps.map(({ id, repeat }) => ({ id, repeat })));
    const { epoch, holder } = lease.lease;
    await this.#append({ type: 'apply-started', ...named, epoch, holder, steps });
    const report = await executePlan({
      plan: this.#sabotage.plan(plan),
      history: this.#sabotage.history(history),
      writers: new Map([['memory', this.#writer(landing, epoch)]]),
      recorder: {
        intent: async (stepId, commitment) => {
          if (this.#sabotage.intends) await this.#append({ type: 'intent', applyId, stepId, commitment });
        },
        receipt: (receipt) => this.#append(receiptBody(applyId, receipt)),
      },
      sink: { store: () => Promise.reject(new Error('nothing was to be stored')) },
      fence,
      random: this.#random,
      progress: () => undefined,
    });
    if (report.result === 'unfinished') return false;
    await this.#append({
      type: 'apply-finished',
      ...named,
      result: report.result,
      applied: [],
      unapplied: [],
      settled: null,
    });
    return true;
  }

  async #append(body: EntryBody): Promise<void> {
    await this.#actor.turn(`enter ${body.type}`, () => {
      this.#basis = this.#model.append(this.#actor.name, body, this.#sabotage.appendsBlindly ? null : this.#basis);
    });
  }

  #writer(landing: Landing, epoch: number): Writer {
    const inner = (stepId: string): Writer =>
      memoryApplier(() =>
        this.#model.system((before, after) => this.#wrote(landing, epoch, stepId, before, after)),
      ).writer(CONNECTION);
    return this.#sabotage.writer({
      identify: () => inner('').identify(),
      observe: (address, guide) =>
        this.#actor.turn('look at the whole identity', () => {
          const name = parseAddress(address).name[0] ?? '';
          this.#model.oracle.observed(this.#actor.name, landing, name, this.#model.world);
          return inner('').observe(address, guide);
        }),
      run: async (request, guard, sink) => {
        const begun = await this.#begin(request);
        if (begun !== null) return begun;
        try {
          const outcome = await inner(request.step.id).run(request, this.#turns(guard, request), sink);
          this.#actor.note('outcome', outcome);
          const unheard = outcome.kind === 'applied' && this.#network.fate === 'unheard';
          this.#network.fate = 'answered';
          return unheard ? UNHEARD : outcome;
        } catch (error) {
          if (error instanceof Dropped) return UNHEARD;
          throw error;
        } finally {
          const name = accountOf(request);
          if (this.#model.transactions.get(name) === this.#actor) this.#model.transactions.delete(name);
        }
      },
      close: () => Promise.resolve(),
    });
  }

  /** Null, or that the identity is another transaction's for too long. */
  async #begin(request: StepRequest): Promise<Outcome | null> {
    const { transactions, guarantee } = this.#model;
    return await this.#actor.turn('begin', () => {
      if (guarantee !== 'transaction') return null;
      if (transactions.has(accountOf(request))) return REFUSED;
      transactions.set(accountOf(request), this.#actor);
      return null;
    });
  }

  /** What lies between judging, asking for the lease and writing is each a place where others may come first. */
  #turns(guard: Guard, request: StepRequest): Guard {
    const { transactions, guarantee } = this.#model;
    return this.#sabotage.guard({
      judge: (found) => {
        this.#actor.note('judged', found);
        return guard.judge(found);
      },
      confirm: (found) => guard.confirm(found),
      fence: async () => {
        await guard.fence();
        await this.#actor.turn('write', () => undefined);
        if (guarantee === 'transaction' && transactions.get(accountOf(request)) !== this.#actor) throw new Dropped();
      },
    });
  }

  #wrote(landing: Landing, epoch: number, stepId: string, before: Model['world'], after: Model['world']): void {
    const stale = epoch !== this.#model.epoch;
    const ended = this.#model.isFinished(landing);
    this.#model.oracle.wrote({ runner: this.#actor.name, landing, stepId, before, after, stale, ended });
  }
}

const CONNECTION = { source: 'memory', secret: '', boundary: {}, options: {}, timeout: 1000, progress: () => {} };

function accountOf({ address }: StepRequest): string {
  return parseAddress(address).name[0] ?? '';
}

/** A run that lost its lease, or was overtaken in the ledger, ends; the next one continues. */
function isExpected(error: unknown): boolean {
  return error instanceof Overtaken || (error instanceof Error && 'code' in error && error.code === 'lease-lost');
}
