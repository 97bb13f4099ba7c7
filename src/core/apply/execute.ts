import { parseAddress, type Address } from '../address.ts';
import { canonicalize } from '../digest.ts';
import { CountersignError, type Diagnostic } from '../errors.ts';
import type { Change, Plan, Step } from '../plan.ts';
import type { Guard, Guide, Outcome, Progress, SecretSink, Writer } from '../ports.ts';
import { failureOf, retriesExhausted, targetMismatch } from './failures.ts';
import { confirmStep, firstMismatch, judgeStep, judgeWhole } from './judge.ts';
import { isDone, isTerminal, receiptOf, type ApplyHistory, type Receipt } from './receipt.ts';

/** How often a step that the system itself asked to repeat is tried within one run. */
const MAXIMUM_ATTEMPTS = 3;

/** Where intents and receipts are kept before anything depends on them. */
export interface ApplyRecorder {
  intent(stepId: string): Promise<void>;
  receipt(receipt: Receipt): Promise<void>;
}

export type ApplyRequest = {
  readonly plan: Plan;
  readonly applyId: string;
  readonly history: ApplyHistory;
  readonly writers: ReadonlyMap<string, Writer>;
  readonly recorder: ApplyRecorder;
  readonly sink: SecretSink;
  /** Throws when this run no longer holds the lease. */
  fence(): Promise<void>;
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
  for (const change of executionOrder(request.plan.changes)) await run.change(change);
  return run.report();
}

/** Changes so that everything that is waited for comes first; otherwise by address. */
export function executionOrder(changes: readonly Change[]): readonly Change[] {
  const byStep = new Map(changes.flatMap((change) => change.steps.map((step) => [step.id, change] as const)));
  const sorted: Change[] = [];
  const placed = new Set<Change>();
  for (const change of changes) place(change);
  return sorted;

  function place(change: Change): void {
    if (placed.has(change)) return;
    placed.add(change);
    for (const id of change.steps.flatMap((step) => step.dependsOn)) {
      const needed = byStep.get(id);
      if (needed !== undefined) place(needed);
    }
    sorted.push(change);
  }
}

class ApplyRun {
  readonly #request: ApplyRequest;
  readonly #receipts = new Map<string, Receipt>();
  readonly #unverified: Address[] = [];
  readonly #sources = new Map<string, Diagnostic | null>();

  constructor(request: ApplyRequest) {
    this.#request = request;
  }

  async change(change: Change): Promise<void> {
    if (change.steps.length === 0) return;
    const refusal = await this.#refusal(change);
    if (refusal !== null) {
      await this.#stopChain(change, change.steps, refusal);
      return;
    }
    let incarnation = change.incarnation;
    for (const [index, step] of change.steps.entries()) {
      const receipt = await this.#step(change, step, incarnation);
      // A replacement's old object is gone after its first step; the new one is known from its creation on.
      incarnation = receipt.found === null && isDone(receipt) ? null : (receipt.incarnation ?? incarnation);
      if (isDone(receipt)) continue;
      await this.#stopChain(
        change,
        change.steps.slice(index + 1),
        receiptOf('', 'not-attempted', { note: `${step.id} ended in ${receipt.kind}` }),
      );
      return;
    }
    await this.#readBack(change);
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
    const begun = change.steps.some((step) => history.intents.has(step.id) || isDone(history.receipts.get(step.id)));
    try {
      const found = await this.#writer(change.address).observe(change.address, guideOf(change));
      const verdict = judgeWhole(change, found, begun);
      if (verdict.kind !== 'conflict') return null;
      const { pointer, planned } = verdict;
      return receiptOf('', 'conflict', {
        incarnation: found.incarnation,
        conflict: { pointer, planned, found: verdict.found },
      });
    } catch (error) {
      return receiptOf('', 'failed', { failure: failureOf(error) });
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
      return failureOf(error);
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
    if (step.repeat === 'intent' && !intended) {
      await this.#request.fence();
      await this.#request.recorder.intent(step.id);
    }
    // An intent of this very run does not make an existing object ours: only one that an earlier run left can.
    const guard: Guard = {
      judge: (found) => judgeStep(change.steps, step, found, incarnation, intended),
      confirm: (found) => confirmStep(step, found),
      fence: () => this.#request.fence(),
    };
    return await this.#record(await this.#attempt(change, step, guard));
  }

  async #attempt(change: Change, step: Step, guard: Guard): Promise<Receipt> {
    let cause: Diagnostic | null = null;
    for (let attempt = 1; attempt <= MAXIMUM_ATTEMPTS; attempt += 1) {
      const outcome = await this.#run(change, step, guard);
      if (outcome.kind === 'ambiguous') return await this.#settleAmbiguous(change, step, guard, outcome.cause);
      if (outcome.kind !== 'retryable') return receiptFrom(step, outcome);
      cause = outcome.cause;
    }
    return receiptOf(step.id, 'failed', { failure: retriesExhausted(step, MAXIMUM_ATTEMPTS, cause) });
  }

  /** A call that may or may not have happened is recorded, then read; only a step that can do no harm twice runs again. */
  async #settleAmbiguous(change: Change, step: Step, guard: Guard, cause: Diagnostic): Promise<Receipt> {
    const ambiguous = receiptOf(step.id, 'ambiguous', { failure: cause });
    await this.#request.recorder.receipt(ambiguous);
    const reading: Guard = {
      ...guard,
      judge: (found) => {
        const verdict =
          step.expect === null && confirmStep(step, found).kind === 'already-applied'
            ? confirmStep(step, found)
            : guard.judge(found);
        if (verdict.kind !== 'execute' || step.repeat === 'idempotent') return verdict;
        return { kind: 'conflict', pointer: '', planned: 'known outcome', found: 'still ambiguous' };
      },
    };
    const outcome = await this.#run(change, step, reading);
    if (outcome.kind === 'applied' || outcome.kind === 'already-applied') return receiptFrom(step, outcome);
    return outcome.kind === 'conflict' && outcome.found !== 'still ambiguous' ? receiptFrom(step, outcome) : ambiguous;
  }

  async #run(change: Change, step: Step, guard: Guard): Promise<Outcome> {
    const request = { address: change.address, step, applyId: this.#request.applyId };
    return await this.#writer(change.address).run(request, guard, this.#request.sink);
  }

  async #record(receipt: Receipt): Promise<Receipt> {
    await this.#request.recorder.receipt(receipt);
    this.#receipts.set(receipt.stepId, receipt);
    return receipt;
  }

  /** The first of the steps carries the reason; the rest were not attempted. */
  async #stopChain(change: Change, steps: readonly Step[], reason: Receipt): Promise<void> {
    for (const [index, step] of steps.entries()) {
      const first =
        index === 0
          ? { ...reason, stepId: step.id }
          : receiptOf(step.id, 'not-attempted', { note: `${change.address} was stopped before this step` });
      await this.#record(first);
    }
  }

  async #readBack(change: Change): Promise<void> {
    if (change.action === 'replace') return;
    const found = await this.#writer(change.address).observe(change.address, guideOf(change));
    if (firstMismatch(change.after, found.attributes, 'result') !== null) this.#unverified.push(change.address);
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

function receiptFrom(step: Step, outcome: Outcome): Receipt {
  switch (outcome.kind) {
    case 'applied':
    case 'already-applied': {
      const { found, issued, remains } = outcome;
      return receiptOf(step.id, outcome.kind, {
        incarnation: found.incarnation,
        found: found.attributes,
        issued,
        remains,
      });
    }
    case 'conflict':
      return receiptOf(step.id, 'conflict', {
        conflict: { pointer: outcome.pointer, planned: outcome.planned, found: outcome.found },
      });
    case 'ambiguous':
      return receiptOf(step.id, 'ambiguous', { failure: outcome.cause });
    case 'failed':
    case 'retryable':
      return receiptOf(step.id, 'failed', { failure: outcome.cause });
    case 'waiting':
      return receiptOf(step.id, 'waiting', { note: outcome.until.description });
  }
}
