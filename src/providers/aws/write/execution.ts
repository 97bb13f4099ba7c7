import type { Attributes } from '../../../core/attributes.ts';
import { isOwnMark } from '../../../core/creation-mark.ts';
import type { Guard, Observation, Outcome, StepRequest, Verdict } from '../../../core/ports.ts';
import type { WriteCalls } from '../calls.ts';
import type { Sight } from './look.ts';
import type { Prepared } from './perform.ts';
import type { Recent } from './recent.ts';
import { restricted, type Units } from './units.ts';
import { invisible, troubleOf, unseen, type WriteTrouble } from './write-failures.ts';

/** Waits for so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

export type Work = {
  readonly request: StepRequest;
  readonly units: Units;
  readonly prepared: Prepared;
  readonly calls: WriteCalls;
  readonly recent: Recent;
  /** @throws CallFailure, CountersignError */
  look(): Promise<Sight>;
};

/** Milliseconds before a call is made again that AWS asked to repeat, or that came before what it needs had spread. */
const AGAIN = [500, 1000, 2000, 4000, 8000];
/** Milliseconds between looks at what a write did: a quarter of a minute together. */
const UNTIL_VISIBLE = [100, 200, 400, 800, 1600, 3200, 4000, 4000];

type Seen = {
  readonly kind: 'seen';
  readonly observation: Observation;
  readonly mark: string | null;
  readonly found: Attributes | null;
};
/** What tells more than the refusal: whose the object is that is there. */
const TELLING: ReadonlySet<Outcome['kind']> = new Set(['conflict', 'already-applied']);

type Settled = { readonly kind: 'settled'; readonly outcome: Outcome };
/** `found`: everything that was looked at. */
type Ready = { readonly kind: 'ready'; readonly before: Observation; readonly found: Attributes | null };

/**
 * One step: fence, look, judge, one call, and looks until it shows. IAM has no compare-and-swap, so nothing stands between the
 * look and the call; a write of somebody else that falls in between shows afterwards, and is told as a conflict.
 */
export class Execution {
  readonly #work: Work;
  readonly #guard: Guard;
  readonly #pause: Pause;

  constructor(work: Work, guard: Guard, pause: Pause) {
    this.#work = work;
    this.#guard = guard;
    this.#pause = pause;
  }

  async outcome(): Promise<Outcome> {
    let last: Outcome | null = null;
    for (const pause of [0, ...AGAIN]) {
      if (pause > 0) await this.#pause(pause);
      await this.#guard.fence();
      const judged = await this.#judged();
      if (judged.kind === 'settled') return judged.outcome;
      const trouble = await this.#send(judged.found);
      if (trouble === null) return await this.#shown(judged.before, null);
      if (trouble.kind === 'unknown') return await this.#shown(judged.before, trouble.outcome);
      if (trouble.kind === 'over') return await this.#refused(trouble.outcome);
      last = trouble.outcome;
    }
    return last ?? { kind: 'failed', cause: invisible(this.#work.prepared.action) };
  }

  async #judged(): Promise<Ready | Settled> {
    const seen = await this.#look();
    if (seen.kind === 'settled') return seen;
    const { observation, mark, found } = seen;
    const verdict = this.#guard.judge(observation);
    if (verdict.kind === 'execute') return { kind: 'ready', before: observation, found };
    return { kind: 'settled', outcome: this.#settled(verdict, observation, mark) };
  }

  async #send(found: Attributes | null): Promise<WriteTrouble | null> {
    const { prepared, calls, recent, units, request } = this.#work;
    recent.release(request.address, units, request.step.expect === null || request.step.result === null);
    try {
      await prepared.send(calls, found);
      return null;
    } catch (error) {
      return troubleOf(error);
    }
  }

  /** @param unknown what the step ends in when nobody knows whether the call arrived, and nothing of it shows; null: it was answered */
  async #shown(before: Observation, unknown: Outcome | null): Promise<Outcome> {
    const { units, recent, request, prepared } = this.#work;
    let found: Observation = before;
    let made = false;
    for (const pause of UNTIL_VISIBLE) {
      const seen = await this.#look();
      if (seen.kind === 'seen') {
        found = seen.observation;
        made = request.step.expect === null && found.attributes !== null && this.#isOwn(seen.mark);
        const done =
          this.#guard.confirm(found).kind !== 'conflict' && sameObject(before, found) && this.#isOwn(seen.mark);
        if (done) {
          recent.confirm(request.address, units, found);
          return { kind: 'applied', found, issued: [], remains: [] };
        }
      }
      await this.#pause(pause);
    }
    // What shows is neither what was there nor what was to be; of what this apply made itself, the attribute is told.
    const verdict = made ? this.#guard.confirm(found) : this.#guard.judge(found);
    if (verdict.kind === 'conflict') return verdict;
    return unknown ?? { kind: 'ambiguous', cause: invisible(prepared.action) };
  }

  /** What IAM refuses to make may be there since the look. */
  async #refused(outcome: Outcome): Promise<Outcome> {
    if (this.#work.request.step.expect !== null) return outcome;
    const judged = await this.#judged();
    return judged.kind === 'settled' && TELLING.has(judged.outcome.kind) ? judged.outcome : outcome;
  }

  async #look(): Promise<Seen | Settled> {
    try {
      const { object, mark } = await this.#work.look();
      if (object === null)
        return { kind: 'seen', observation: { incarnation: null, attributes: null }, mark, found: null };
      const { incarnation, attributes, managedBy } = object;
      const observation: Observation = {
        incarnation,
        attributes: restricted(attributes, this.#work.units),
        ...(managedBy === undefined ? {} : { managedBy }),
      };
      return { kind: 'seen', observation, mark, found: attributes };
    } catch (error) {
      return { kind: 'settled', outcome: unseen(error) };
    }
  }

  /** An equal object without a mark of this apply is someone else's, whatever the ledger says that this apply was about to do. */
  #settled(verdict: Exclude<Verdict, { kind: 'execute' }>, found: Observation, mark: string | null): Outcome {
    if (verdict.kind === 'conflict') return verdict;
    if (!this.#isOwn(mark))
      return { kind: 'conflict', pointer: '', planned: null, found: 'was not created by this apply' };
    return { kind: 'already-applied', found, issued: [], remains: [] };
  }

  #isOwn(mark: string | null): boolean {
    const { step, marks } = this.#work.request;
    return step.expect !== null || isOwnMark(marks, mark);
  }
}

/** The write met the object that was judged; one that was made or ended by it is another. */
function sameObject(before: Observation, after: Observation): boolean {
  if (before.incarnation === null || after.incarnation === null) return true;
  return before.incarnation === after.incarnation;
}
