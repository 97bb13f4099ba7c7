import type { Sha256 } from '../json.ts';
import { TERMINAL_RECEIPTS, type ApplyResult, type ApplyStartedBody, type ReceiptBody } from './bodies.ts';
import type { LedgerEntry } from './entry.ts';
import { entryPath } from './layout.ts';
import { problem, type LedgerProblem, type VerifyCode } from './problems.ts';

type StepRecord = {
  readonly repeat: 'idempotent' | 'intent';
  intended: boolean;
  terminal: boolean;
  /** Applied, by whichever run: no later run has anything to say about it. */
  done: boolean;
  ambiguous: boolean;
};
type ApplyRecord = {
  approved: boolean;
  started: ApplyStartedBody | null;
  /** The run that started or resumed it last. */
  starter: string | null;
  finished: boolean;
  readonly steps: Map<string, StepRecord>;
};

/** Follows each apply through the entries, in their order: approved, started, receipts, finished. */
export class ApplyRecords {
  readonly #applies = new Map<Sha256, ApplyRecord>();
  /** As what each plan of each pull request landed when its apply was finished. */
  readonly #landings = new Map<string, string>();

  /** Applies without their end, which is no fault: they may still be going on. */
  unfinished(): readonly Sha256[] {
    return [...this.#applies].filter(([, apply]) => !apply.finished).map(([applyId]) => applyId);
  }

  /** @returns what is wrong with this entry, given all before it. */
  add({ predicate: { body, index, writer, pullRequest }, digest }: LedgerEntry): readonly LedgerProblem[] {
    if (
      body.type !== 'approved' &&
      body.type !== 'apply-started' &&
      body.type !== 'intent' &&
      body.type !== 'receipt' &&
      body.type !== 'follow-up' &&
      body.type !== 'apply-finished'
    )
      return [];
    const apply = this.#applies.get(body.applyId) ?? {
      approved: false,
      started: null,
      starter: null,
      finished: false,
      steps: new Map<string, StepRecord>(),
    };
    this.#applies.set(body.applyId, apply);
    const codes: VerifyCode[] = apply.finished ? ['apply-after-finish'] : [];
    if (body.type === 'approved') apply.approved = true;
    else if (body.type === 'apply-started') {
      codes.push(...start(apply, body));
      apply.starter = writer;
    } else if (body.type === 'apply-finished') {
      codes.push(...finish(apply, body.result, writer));
      if (this.#landsAgain(body.landing, pullRequest, digest)) codes.push('apply-repeated');
      apply.finished = true;
    } else if (body.type !== 'follow-up')
      codes.push(...step(apply, body.stepId, body.type === 'receipt' ? body : null));
    return codes.map((code) => problem(code, index, entryPath(index), detailOf(body)));
  }

  /** Another pull request may bring the same plan again; one pull request lands once. */
  #landsAgain(landing: string, pullRequest: number | null, digest: Sha256 | null): boolean {
    if (pullRequest === null || digest === null) return false;
    const plan = `${pullRequest} ${digest}`;
    const first = this.#landings.get(plan) ?? landing;
    this.#landings.set(plan, first);
    return first !== landing;
  }
}

function detailOf(body: { readonly applyId: Sha256; readonly stepId?: string }): string {
  return body.stepId === undefined ? `apply ${body.applyId}` : `apply ${body.applyId}, step ${body.stepId}`;
}

function start(apply: ApplyRecord, body: ApplyStartedBody): readonly VerifyCode[] {
  const codes: VerifyCode[] = apply.approved ? [] : ['apply-not-approved'];
  if (apply.started === null) {
    apply.started = body;
    for (const { id, repeat } of body.steps)
      apply.steps.set(id, { repeat, intended: false, terminal: false, done: false, ambiguous: false });
    return codes;
  }
  if (!isSameWork(apply.started, body)) codes.push('apply-changed');
  // What failed in the run before, for a reason that passed, is tried again.
  for (const record of apply.steps.values()) record.terminal &&= record.done;
  return codes;
}

function isSameWork(left: ApplyStartedBody, right: ApplyStartedBody): boolean {
  const spelled = ({ landing, steps }: ApplyStartedBody): string =>
    JSON.stringify([landing, steps.map(({ id, repeat }) => [id, repeat])]);
  return spelled(left) === spelled(right);
}

function step(apply: ApplyRecord, stepId: string, receipt: ReceiptBody | null): readonly VerifyCode[] {
  if (apply.started === null) return ['apply-not-started'];
  const record = apply.steps.get(stepId);
  if (record === undefined) return ['step-unknown'];
  if (receipt === null) {
    record.intended = true;
    return record.terminal ? ['receipt-doubled'] : [];
  }
  const codes: VerifyCode[] = record.terminal ? ['receipt-doubled'] : [];
  if (receipt.kind === 'applied' && record.repeat === 'intent' && !record.intended) codes.push('step-without-intent');
  record.terminal ||= TERMINAL_RECEIPTS.some((kind) => kind === receipt.kind);
  record.done ||= receipt.kind === 'applied' || receipt.kind === 'already-applied';
  record.ambiguous = receipt.kind === 'ambiguous';
  return codes;
}

/**
 * A run that started an apply ends it with a final receipt for each step, whatever the result; a step left ambiguous keeps
 * that as its last word. Only what another run began, and was interrupted in, may be refused or superseded with steps open.
 */
function finish(apply: ApplyRecord, result: ApplyResult, finisher: string): readonly VerifyCode[] {
  const wrote = result === 'applied' || result === 'partial';
  if (apply.started === null) return wrote ? ['apply-not-started'] : [];
  if (!wrote && apply.starter !== finisher) return [];
  const steps = [...apply.steps.values()];
  if (!steps.every(({ terminal, ambiguous }) => terminal || ambiguous)) return ['receipt-missing'];
  return result === 'applied' && !steps.every(({ done }) => done) ? ['apply-overstated'] : [];
}
