import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Repository } from './repository.ts';
import { simpleUser } from './shapes/accounts.ts';
import { repositoryShape } from './shapes/repositories.ts';
import { actorOf, type Principal } from './tokens.ts';

/** The webhook events that this server raises. */
export type EventName =
  | 'check_run'
  | 'create'
  | 'delete'
  | 'issue_comment'
  | 'merge_group'
  | 'pull_request'
  | 'pull_request_review'
  | 'push'
  | 'repository_dispatch'
  | 'workflow_dispatch'
  | 'workflow_run';

/** An event as a webhook or a workflow run gets it. `payload` is what the runner writes to `GITHUB_EVENT_PATH`. */
export interface RaisedEvent {
  readonly id: number;
  readonly name: EventName;
  /** `opened`, `submitted`, … ; undefined for events without actions. */
  readonly action: string | undefined;
  readonly repository: string;
  readonly at: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const raisedEvenByJobs: readonly EventName[] = ['workflow_dispatch', 'repository_dispatch'];

/**
 * Raises an event for what `principal` did.
 *
 * What a workflow job does with its own token raises nothing, so that workflows do not start one another; dispatches are the exception.
 */
export function raise(
  repository: Repository,
  principal: Principal,
  name: EventName,
  fields: Readonly<Record<string, unknown>>,
): void {
  if (principal.kind === 'actions-job' && !raisedEvenByJobs.includes(name)) return;
  const { world } = repository;
  const { action } = fields;
  const organization = repository.owner.type === 'Organization' ? { organization: organizationShape(repository) } : {};
  world.events.push({
    id: world.ids.next(),
    name,
    action: typeof action === 'string' ? action : undefined,
    repository: repository.fullName,
    at: world.clock.iso(),
    payload: {
      ...fields,
      repository: repositoryShape(repository),
      ...organization,
      sender: simpleUser(world, actorOf(world, principal)),
    },
  });
}

function organizationShape(repository: Repository): Record<string, unknown> {
  const { login, id, node_id, url, avatar_url } = simpleUser(repository.world, repository.owner);
  return { login, id, node_id, url, avatar_url, description: null };
}

/** Writes an event's payload where a runner would (`event.json` under `directory`) and returns the path. */
export async function writeEventFile(event: RaisedEvent, directory: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, `event-${event.id}.json`);
  await writeFile(path, `${JSON.stringify(event.payload, null, 2)}\n`);
  return path;
}
