import { CountersignError } from '../core/errors.ts';
import { isJsonObject, type Json } from '../core/json.ts';
import { openPullRequests } from '../github/pull-requests.ts';
import { repositoryFacts, type Repository } from '../github/repository.ts';

/** What of the event's payload decides which pull requests are meant; everything else in it is ignored. */
export type Event = {
  readonly pull_request?: { readonly number?: number };
  readonly workflow_run?: { readonly head_sha?: string };
  readonly merge_group?: { readonly head_sha?: string };
};

/** The pull requests that a run is about: one asked for, the event's, those with the head that a tripwire saw, or every open one. */
export async function pullRequestsOf(
  repository: Repository,
  asked: number | 'all' | 'event',
  event: Event,
): Promise<readonly number[]> {
  if (typeof asked === 'number') return [asked];
  const number = event.pull_request?.number;
  if (asked === 'event' && number !== undefined && Number.isSafeInteger(number) && number > 0) return [number];
  const { defaultBranch } = await repositoryFacts(repository);
  const open = await openPullRequests(repository, defaultBranch);
  const head = asked === 'event' ? event.workflow_run?.head_sha : undefined;
  return open.filter((pull) => head === undefined || pull.head.sha === head).map((pull) => pull.number);
}

/** @throws CountersignError `event-unreadable`. */
export function parseEvent(text: string): Event {
  let event: Json;
  try {
    event = JSON.parse(text) as Json;
  } catch (cause) {
    throw unreadable("The event's payload is not JSON.", cause);
  }
  if (isJsonObject(event)) return event;
  throw unreadable("The event's payload is not an object.");
}

function unreadable(message: string, cause?: unknown): CountersignError {
  return new CountersignError('event-unreadable', message, { mend: 'Run this as a step of a workflow.', cause });
}
