import { CountersignError } from '../core/errors.ts';
import { isJsonObject, type Json } from '../core/json.ts';
import type { WorkflowRun } from '../github/workflow-runs.ts';
import type { MergeGroup } from '../workflows/group-links.ts';
import type { Inputs } from './inputs.ts';
import { parseJson } from '../core/parse-json.ts';

/** What of the event's payload decides what is meant; everything else in it is ignored. */
export type Event = {
  readonly pull_request?: { readonly number?: number };
  readonly workflow_run?: {
    readonly id?: number;
    readonly run_attempt?: number;
    /** What started that run: of the tripwire, or of the apply. */
    readonly event?: string;
    readonly head_sha?: string;
    readonly head_branch?: string | null;
  };
};

/**
 * What a run is about. `head`: the pull requests with a head that a tripwire saw. `group`: what a merge queue wants checked.
 * `applied`: the pull requests that rest on what a run of the apply changed.
 */
export type Meant =
  | { readonly kind: 'all' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'head'; readonly head: string }
  | { readonly kind: 'group'; readonly group: MergeGroup }
  | { readonly kind: 'applied'; readonly run: WorkflowRun };

/** Events by which an apply runs; a tripwire runs by none of them. */
const APPLY_EVENTS: ReadonlySet<string | undefined> = new Set(['push', 'schedule', 'workflow_dispatch']);

/** @throws CountersignError `event-unreadable`. */
export function meantBy(asked: Inputs['pullRequest'], { pull_request: pull, workflow_run: run }: Event): Meant {
  if (typeof asked === 'number') return { kind: 'number', number: asked };
  if (asked === 'all') return { kind: 'all' };
  if (isNumber(pull?.number)) return { kind: 'number', number: pull.number };
  if (run?.event === 'merge_group') return { kind: 'group', group: groupOf(run) };
  if (APPLY_EVENTS.has(run?.event) && isNumber(run?.id) && isNumber(run.run_attempt))
    return { kind: 'applied', run: { id: run.id, attempt: run.run_attempt } };
  return run?.head_sha === undefined ? { kind: 'all' } : { kind: 'head', head: run.head_sha };
}

function groupOf({ head_sha: head, head_branch: branch }: NonNullable<Event['workflow_run']>): MergeGroup {
  if (typeof head === 'string' && /^[0-9a-f]{40}$/u.test(head) && typeof branch === 'string') return { head, branch };
  throw unreadable("The event's merge group has no commit or no branch.");
}

function isNumber(value: number | undefined): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

/** @throws CountersignError `event-unreadable`. */
export function parseEvent(text: string): Event {
  let event: Json;
  try {
    event = parseJson(text);
  } catch (cause) {
    throw unreadable("The event's payload is not JSON.", cause);
  }
  if (isJsonObject(event)) return event;
  throw unreadable("The event's payload is not an object.");
}

function unreadable(message: string, cause?: unknown): CountersignError {
  return new CountersignError('event-unreadable', message, { mend: 'Run this as a step of a workflow.', cause });
}
