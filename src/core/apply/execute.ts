import { parseAddress, type Address } from '../address.ts';
import { canonicalize } from '../digest.ts';
import { commitmentOf, drawMark, type CreationMarks, type Random } from '../creation-mark.ts';
import { CountersignError, type Diagnostic, type Reason } from '../errors.ts';
import type { Sha256 } from '../json.ts';
import type { Change, Plan, Step } from '../plan.ts';
import type { Guard, Guide, Outcome, Progress, SecretSink, Writer } from '../ports.ts';
import { attemptStep, type Attempt } from './attempt.ts';
import { judgeClaim } from './claims.ts';
import { executionOrder } from './execution-order.ts';
import { targetMismatch, unread } from './failures.ts';
import { afterwards, confirmStep, judgeStep, judgeWhole } from './judge.ts';
import { isDone, isTerminal, receiptOf, type ApplyHistory, type Receipt } from './receipt.ts';

/** Where intents and receipts are kept before anything depends on them. */
export interface ApplyRecorder {
  /** @param commitment to the mark that what the step creates will bear */
  intent(stepId: string, commitment: Sha256): Promise<void>;
  receipt(receipt: Receipt): Promise<void>;
}

/** The identities that are finished because they were begun, and why the rest is no longer allowed. */
export type Finishing = { readonly begun: ReadonlySet<Address>; readonly reasons: readonly Reason[] };

export type ApplyRequest = {
  readonly plan: Plan;
  readonly history: ApplyHistory;
  /** Absent: everything is allowed. */
  readonly finishing?: Finishing;
  readonly writers: ReadonlyMap<string, Writer>;
  readonly recorder: ApplyRecorder;
  readonly sink: SecretSink;
  /** Throws when this run no longer holds the lease. */
  fence(): Promise<void>;
  readonly random: Random;
  readonly progress: Progress;
};

export type ApplyResult = 'applied' | 'partial' | 'refused' | 'nothing' | 'unfinished';

/** `receipts` in execution order, one for each step. `unverified`: identities whose read-back is not the planned `after`. */
export type ApplyReport = {
  readonly result: ApplyResult;
  readonly receipts: readonly Receipt[];
  readonly unverified: readonly Address[];
};

/**
 * Executes exactly the plan's steps, each under its own precondition, and records what happened to each.
 * A conflict or failure stops what depends on it and nothing else. Running it again with the recorded history resumes.
 */
export async function executePlan(request: ApplyRequest): Promise<ApplyReport> {
  const run = new ApplyRun(request);
  const changes = executionOrder(request.plan.changes);
  const forbidden = blockedReason(changes);
  for (const change of changes) {
    const withheld = noLongerAllowed(change, request.finishing) ?? forbidden;
    if (withheld === null) await run.change(change);
    else await run.refuse(change, receiptOf('', 'not-attempted', { note: withheld }));
  }
  return run.report();
}

const SHOWN_REASONS = 5;

function noLongerAllowed({ address }: Change, finishing: Finishing | undefined): string | null {
  if (finishing === undefined || finishing.begun.has(address)) return null;
  const why = finishing.reasons.slice(0, SHOWN_REASONS).map(({ code, message }) => `${message} (${code})`);
  return ['it was not begun when the apply was interrupted, and is no longer allowed', ...why].join(': ');
}

class ApplyRun {
  readonly #request: ApplyRequest;
  readonly #receipts = new Map<string, Receipt>();
  readonly #unverified: Address[] = [];
  readonly #sources = new Map<string, Diagnostic | null>();
  readonly #marks = new Map<Address, CreationMarks>();

  constructor(request: ApplyRequest) {
    this.#request = request;
  }

  async change(change: Change): Promise<void> {
    if (change.steps.length === 0) return;
    const refusal = await this.#refusal(change);
    if (refusal !== null) return await this.refuse(change, refusal);
    let incarnation = change.incarnation;
    for (const step of change.steps) {
      const receipt = await this.#step(change, step, incarnation);
      if (!isDone(receipt)) {
        return await this.refuse(
          change,
          receiptOf('', 'not-attempted', { note: `${step.id} ended in ${receipt.kind}` }),
        );
      }
      // A replacement's old object is gone after its first step; the new one is known from its creation on.
      incarnation = step.result === null ? null : (receipt.incarnation ?? incarnation);
    }
    await this.#readBack(change);
  }

  /** Ends what has no receipt of this run: what an earlier run did stays done, the first other step carries the reason. */
  async refuse(change: Change, reason: Receipt): Promise<void> {
    let receipt = reason;
    for (const { id } of change.steps.filter((step) => !this.#receipts.has(step.id))) {
      const known = this.#request.history.receipts.get(id);
      if (known !== undefined && isDone(known)) {
        this.#receipts.set(id, known);
        continue;
      }
      await this.#record({ ...receipt, stepId: id });
      receipt = receiptOf('', 'not-attempted', { note: `${change.address} was stopped before this step` });
    }
  }

  report(): ApplyReport {
    const receipts = [...this.#receipts.values()];
    const done = receipts.filter(isDone).length;
    return { result: result(), receipts, unverified: this.#unverified };

    function result(): ApplyResult {
      if (receipts.length === 0) return 'nothing';
      if (receipts.some((receipt) => !isTerminal(receipt))) return 'unfinished';
      if (done === receipts.length) return 'applied';
      return done === 0 ? 'refused' : 'partial';
    }
  }

  /** Why none of the change's steps may run: another target, an earlier step missing, or drift in what was planned. */
  async #refusal(change: Change): Promise<Receipt | null> {
    const mistaken = await this.#sourceProblem(parseAddress(change.address).source);
    if (mistaken !== null) return receiptOf('', 'failed', { failure: mistaken });
    const missing = change.steps.flatMap((step) => step.dependsOn).find((id) => !isDone(this.#receipts.get(id)));
    if (missing !== undefined) return receiptOf('', 'not-attempted', { note: `${missing} was not applied` });
    if (change.steps.every((step) => isDone(this.#request.history.receipts.get(step.id)))) return null;
    return await this.#wholeConflict(change);
  }

  async #wholeConflict(change: Change): Promise<Receipt | null> {
    const { history } = this.#request;
    const written = change.steps.some((step) => isDone(history.receipts.get(step.id)));
    // A creation that was intended may have happened: its own step tells whose it is.
    const created = change.before === null && change.steps.some((step) => history.intents.has(step.id));
    try {
      const found = await this.#writer(change.address).observe(change.address, guideOf(change));
      const verdict = judgeWhole(change, found, written || created);
      if (verdict.kind !== 'conflict') return null;
      const { pointer, planned } = verdict;
      return receiptOf('', 'conflict', {
        incarnation: found.incarnation,
        conflict: { pointer, planned, found: verdict.found },
      });
    } catch (error) {
      return receiptOf('', 'failed', { failure: unread(change.address, error) });
    }
  }

  async #sourceProblem(source: string): Promise<Diagnostic | null> {
    const known = this.#sources.get(source);
    if (known !== undefined) return known;
    const problem = await this.#compareTarget(source);
    this.#sources.set(source, problem);
    return problem;
  }

  async #compareTarget(source: string): Promise<Diagnostic | null> {
    const planned = this.#request.plan.sources.find(({ name }) => name === source)?.target;
    try {
      const found = await this.#writerOf(source).identify();
      if (planned !== undefined && canonicalize(planned) === canonicalize(found)) return null;
      return targetMismatch(source, `planned ${canonicalize(planned ?? null)}, found ${canonicalize(found)}`);
    } catch (error) {
      return unread(source, error);
    }
  }

  async #step(change: Change, step: Step, incarnation: string | null): Promise<Receipt> {
    const known = this.#request.history.receipts.get(step.id);
    if (known !== undefined && isDone(known)) {
      this.#receipts.set(step.id, known);
      return known;
    }
    this.#request.progress(
      `${change.address}: step ${step.id.slice(step.id.lastIndexOf('#') + 1)} of ${change.steps.length}`,
    );
    const intended = this.#request.history.intents.has(step.id);
    if (step.repeat === 'intent') {
      // Nobody knows an earlier run's mark any more, only its hash: this run needs one of its own, committed to before it is written.
      await this.#request.fence();
      await this.#request.recorder.intent(step.id, commitmentOf(this.#marksOf(change).mark));
    }
    // An intent of this very run does not make an existing object ours: only one that an earlier run left can.
    const guard: Guard = {
      judge: (found) => judgeClaim(change, found, judgeStep(change.steps, step, found, incarnation, intended)),
      confirm: (found) => confirmStep(step, found),
      fence: () => this.#request.fence(),
    };
    const attempt: Attempt = {
      step,
      guard,
      run: (judging) => this.#run(change, step, judging),
      note: (receipt) => this.#record(receipt),
    };
    return await this.#record(await attemptStep(attempt));
  }

  async #run(change: Change, step: Step, guard: Guard): Promise<Outcome> {
    const request = { address: change.address, step, marks: this.#marksOf(change) };
    return await this.#writer(change.address).run(request, guard, this.#request.sink);
  }

  /** Drawn once: a step that is sent again writes the same mark, and a later step finds it. */
  #marksOf({ address, steps }: Change): CreationMarks {
    const known = this.#marks.get(address);
    if (known !== undefined) return known;
    const { random, history } = this.#request;
    const drawn = drawMark(
      random,
      steps.flatMap(({ id }) => [...(history.intents.get(id) ?? [])]),
    );
    this.#marks.set(address, drawn);
    return drawn;
  }

  async #record(receipt: Receipt): Promise<Receipt> {
    if (this.#receipts.get(receipt.stepId) === receipt) return receipt;
    await this.#request.recorder.receipt(receipt);
    this.#receipts.set(receipt.stepId, receipt);
    return receipt;
  }

  async #readBack(change: Change): Promise<void> {
    if (!(await this.#isAsPlanned(change))) this.#unverified.push(change.address);
  }

  /** Everything is written by now, so a read that fails ends nothing: it only leaves the identity unverified. */
  async #isAsPlanned(change: Change): Promise<boolean> {
    try {
      const found = await this.#writer(change.address).observe(change.address, guideOf(change));
      return afterwards(change.before, change.after, found) === null;
    } catch (error) {
      unread(change.address, error);
      return false;
    }
  }

  #writer(address: Address): Writer {
    return this.#writerOf(parseAddress(address).source);
  }

  #writerOf(source: string): Writer {
    const writer = this.#request.writers.get(source);
    if (writer !== undefined) return writer;
    throw new CountersignError('writer-missing', `There is no write connection for the source ${source}.`, {
      mend: "Give the apply workflow the source's write credential under the environment variable that the configuration names.",
    });
  }
}

/** What was managed when the plan was made: the same guide gives the same view of the live system. */
export function guideOf(change: Change): Guide | null {
  return change.after === null ? null : { base: change.before, head: change.after };
}

/** The gate lets no blocked plan pass; the executor, the last door, does not rely on it. */
function blockedReason(changes: readonly Change[]): string | null {
  for (const { address, blocked } of changes) {
    const [first] = blocked;
    if (first !== undefined) return `the plan is blocked: ${address}: ${first.code}`;
  }
  return null;
}
