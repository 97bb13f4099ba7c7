import { CountersignError } from '../core/errors.ts';

/** `waiting` is a run in progress. GitHub's other conclusions are never used: some of them satisfy a required check. */
export type CheckState = 'waiting' | 'success' | 'failure';

/** Lines and columns from 1. Columns only where the annotation is within one line. */
export type Annotation = {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
};

export type CheckRunDraft = {
  readonly name: string;
  readonly head: string;
  /** The plan's digest; null when there is no plan. */
  readonly externalId: string | null;
  readonly state: CheckState;
  readonly title: string;
  /** Markdown, at most 65,535 bytes of UTF-8; so is `text`. */
  readonly summary: string;
  readonly text: string | null;
  readonly detailsUrl?: string;
  readonly annotations: readonly Annotation[];
};

/** A check run as GitHub has it; `annotations` is their number. */
export type CheckRunFact = {
  readonly id: number;
  readonly url: string | null;
  readonly name: string;
  readonly head: string;
  readonly externalId: string | null;
  readonly state: CheckState;
  readonly completedAt: string | null;
  readonly title: string;
  readonly summary: string;
  readonly text: string | null;
  readonly annotations: number;
};

/** One request. `last` gives the run its final state; `sent` is the number of annotations after it. */
export type Step =
  | { readonly kind: 'done'; readonly run: CheckRunFact }
  | {
      readonly kind: 'create';
      readonly annotations: readonly Annotation[];
      readonly sent: number;
      readonly last: boolean;
    }
  | {
      readonly kind: 'update';
      readonly id: number;
      readonly annotations: readonly Annotation[];
      readonly sent: number;
      readonly last: boolean;
    };

const CHECK_TEXT_BYTES = 65_535;
const CHECK_ANNOTATIONS = 1000;
const BATCH = 50;

/** The next request that brings the newest run to what the draft says. Pure. @throws CountersignError `check-run-too-long`. */
export function nextStep(current: CheckRunFact | null, draft: CheckRunDraft): Step {
  assertWithinLimits(draft);
  if (current !== null && saysTheSame(current, draft)) return { kind: 'done', run: current };
  const from = current !== null && continues(current, draft) ? current.annotations : 0;
  const annotations = draft.annotations.slice(from, from + BATCH);
  const sent = from + annotations.length;
  const rest = { annotations, sent, last: sent >= draft.annotations.length };
  return current !== null && continues(current, draft)
    ? { kind: 'update', id: current.id, ...rest }
    : { kind: 'create', ...rest };
}

export function draftedOutput({ title, summary, text }: CheckRunDraft): {
  title: string;
  summary: string;
  text?: string;
} {
  return { title, summary, ...(text === null ? {} : { text }) };
}

/** GitHub never reopens a completed run, and only appends annotations; without a digest nothing says that an old one is still meant. */
function continues(current: CheckRunFact, draft: CheckRunDraft): boolean {
  const sameSubject = current.externalId !== null && current.externalId === draft.externalId;
  const open = current.state === 'waiting' || current.state === draft.state;
  return sameSubject && open && current.annotations <= draft.annotations.length;
}

function saysTheSame(current: CheckRunFact, draft: CheckRunDraft): boolean {
  return (
    current.externalId === draft.externalId &&
    current.state === draft.state &&
    current.annotations === draft.annotations.length &&
    current.title === draft.title &&
    current.summary === draft.summary &&
    (current.text ?? '') === (draft.text ?? '')
  );
}

function assertWithinLimits(draft: CheckRunDraft): void {
  const longest = Math.max(Buffer.byteLength(draft.summary), Buffer.byteLength(draft.text ?? ''));
  if (longest <= CHECK_TEXT_BYTES && draft.annotations.length <= CHECK_ANNOTATIONS) return;
  throw new CountersignError(
    'check-run-too-long',
    `${draft.name} has ${longest} bytes and ${draft.annotations.length} annotations`,
    {
      mend: `Render at most ${CHECK_TEXT_BYTES} bytes and ${CHECK_ANNOTATIONS} annotations.`,
    },
  );
}
