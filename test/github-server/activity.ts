import type { Account } from './accounts.ts';
import { nodeId } from './ids.ts';
import type { Repository } from './repository.ts';
import type { Schema } from './schema.ts';
import { simpleUser } from './shapes/accounts.ts';

export type ActivityType = Schema<'activity'>['activity_type'];

/** One movement of a ref, as the activity view of a repository lists it. */
export interface ActivityEntry {
  readonly id: number;
  readonly before: string;
  readonly after: string;
  /** Fully qualified: `refs/heads/main`. */
  readonly ref: string;
  readonly timestamp: string;
  readonly type: ActivityType;
  /** Null when the account that pushed is gone. */
  actor: Account | null;
}

/** Notes a movement of a ref. */
export function recordActivity(repository: Repository, entry: Omit<ActivityEntry, 'id' | 'timestamp'>): ActivityEntry {
  const { ids, clock } = repository.world;
  const recorded = { ...entry, id: ids.next(), timestamp: clock.iso() };
  repository.activity.push(recorded);
  repository.pushedAt = recorded.timestamp;
  return recorded;
}

/** The REST shape of an activity. */
export function activityShape(repository: Repository, entry: ActivityEntry): Schema<'activity'> {
  return {
    id: entry.id,
    node_id: nodeId('activity', entry.id),
    before: entry.before,
    after: entry.after,
    ref: entry.ref,
    timestamp: entry.timestamp,
    activity_type: entry.type,
    actor: entry.actor === null ? null : simpleUser(repository.world, entry.actor),
  };
}
