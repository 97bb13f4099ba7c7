import type { Address } from '../address.ts';
import type { Reason } from '../errors.ts';
import { isJsonObject, type Json, type Sha256 } from '../json.ts';
import type { ReceiptBody } from '../ledger/bodies.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import type { Plan } from '../plan.ts';
import { isDone, receiptOf, type ApplyHistory, type Receipt } from './receipt.ts';

/** What the trusted entries of a pull request say about one apply. */
export type RecordedApply = ApplyHistory & {
  /** The plan's digest under which it was approved; null: never. */
  readonly approved: Sha256 | null;
  readonly finished: boolean;
};

export function recordedApply(entries: readonly LedgerEntry[], applyId: Sha256): RecordedApply {
  const intents = new Map<string, Set<Sha256>>();
  const receipts = new Map<string, Receipt>();
  let approved: Sha256 | null = null;
  let finished = false;
  for (const { predicate, digest } of entries) {
    const { body } = predicate;
    if (!('applyId' in body) || body.applyId !== applyId) continue;
    if (body.type === 'approved') approved = digest;
    else if (body.type === 'intent')
      intents.set(body.stepId, (intents.get(body.stepId) ?? new Set<Sha256>()).add(body.commitment));
    else if (body.type === 'receipt') receipts.set(body.stepId, readReceipt(body));
    else if (body.type === 'apply-finished') finished = true;
  }
  return { intents, receipts, approved, finished };
}

/** The commit as which the trusted entries of a pull request say that it landed; null: they say nothing of that. */
export function landedAs(entries: readonly LedgerEntry[]): string | null {
  for (const {
    predicate: { body },
  } of entries) {
    if (body.type === 'approved' || body.type === 'apply-started' || body.type === 'apply-finished')
      return body.landing;
  }
  return null;
}

/**
 * The identities of which something was written, or may have been: what is half done is finished, whatever has changed since.
 * A step that failed before it wrote anything has begun nothing.
 */
export function begunChanges(plan: Plan, { intents, receipts }: ApplyHistory): ReadonlySet<Address> {
  const begun = plan.changes.filter(({ steps }) =>
    steps.some(({ id }) => intents.has(id) || mayHaveWritten(receipts.get(id))),
  );
  return new Set(begun.map(({ address }) => address));
}

function mayHaveWritten(receipt: Receipt | undefined): boolean {
  return isDone(receipt) || receipt?.kind === 'ambiguous' || receipt?.kind === 'waiting';
}

/** A receipt as the ledger keeps it. */
export function receiptBody(applyId: Sha256, receipt: Receipt): ReceiptBody {
  const { kind, stepId, incarnation, found, conflict, issued, remains } = receipt;
  return {
    type: 'receipt',
    applyId,
    stepId,
    kind,
    found: conflict === null ? { incarnation, attributes: found, issued } : { incarnation, ...conflict },
    reasons: reasonsOf(receipt),
    remains,
  };
}

function reasonsOf({ conflict, failure, note, kind }: Receipt): readonly Reason[] {
  if (conflict !== null) {
    const values = `planned ${JSON.stringify(conflict.planned)}, found ${JSON.stringify(conflict.found)}`;
    return [{ code: 'conflict', message: values, pointer: conflict.pointer }];
  }
  if (failure !== null) return [{ code: failure.code, message: `${failure.cause} ${failure.mend}` }];
  return note === null ? [] : [{ code: kind, message: note }];
}

/** Only what a resumed apply needs: whether the step is done, on which incarnation. */
function readReceipt(body: ReceiptBody): Receipt {
  const found: { readonly [key: string]: Json } = isJsonObject(body.found) ? body.found : {};
  const { incarnation, attributes } = found;
  return receiptOf(body.stepId, body.kind, {
    incarnation: typeof incarnation === 'string' ? incarnation : null,
    found: isJsonObject(attributes) ? attributes : null,
    remains: body.remains,
    note: body.reasons[0]?.message ?? null,
  });
}
