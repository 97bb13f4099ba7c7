import type { Attributes } from '../attributes.ts';
import type { Diagnostic } from '../errors.ts';
import type { Json, Sha256 } from '../json.ts';

export type ReceiptKind =
  | 'applied'
  | 'already-applied'
  | 'conflict'
  | 'failed'
  | 'ambiguous'
  | 'waiting'
  | 'not-attempted';

/** What really happened to one step. Secret-free. */
export type Receipt = {
  readonly stepId: string;
  readonly kind: ReceiptKind;
  /** The incarnation that was found or made. */
  readonly incarnation: string | null;
  readonly found: Attributes | null;
  /** Ids of what was issued, never material. */
  readonly issued: readonly string[];
  /** What the step could not end, and until when. */
  readonly remains: readonly string[];
  readonly conflict: { readonly pointer: string; readonly planned: Json; readonly found: Json } | null;
  readonly failure: Diagnostic | null;
  /** For `waiting` the condition; for `not-attempted` why. */
  readonly note: string | null;
};

/** What the ledger already holds of this apply: the reason why running it again neither loses nor doubles anything. */
export type ApplyHistory = {
  /** Step id to the marks that its intents committed to. */
  readonly intents: ReadonlyMap<string, ReadonlySet<Sha256>>;
  readonly receipts: ReadonlyMap<string, Receipt>;
};

export const NO_HISTORY: ApplyHistory = { intents: new Map(), receipts: new Map() };

/** Receipts that a resumed apply takes as they are; the others are tried again. */
export function isDone(receipt: Receipt | undefined): boolean {
  return receipt?.kind === 'applied' || receipt?.kind === 'already-applied';
}

/** Ends the step within this apply, for better or worse. */
export function isTerminal(receipt: Receipt): boolean {
  return (
    receipt.kind !== 'ambiguous' &&
    receipt.kind !== 'waiting' &&
    !(receipt.kind === 'failed' && isTransient(receipt.failure))
  );
}

const TRANSIENT: ReadonlySet<string> = new Set(['step-retries-exhausted', 'live-state-unread']);

/** Failures that may pass by themselves: the apply stays unfinished and the next run takes it up. */
function isTransient(failure: Diagnostic | null): boolean {
  return failure !== null && TRANSIENT.has(failure.code);
}

export function receiptOf(
  stepId: string,
  kind: ReceiptKind,
  details: Partial<Omit<Receipt, 'stepId' | 'kind'>> = {},
): Receipt {
  return {
    stepId,
    kind,
    incarnation: null,
    found: null,
    issued: [],
    remains: [],
    conflict: null,
    failure: null,
    note: null,
    ...details,
  };
}
