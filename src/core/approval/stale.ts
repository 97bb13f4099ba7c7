import type { Reason } from '../errors.ts';
import type { Sha256 } from '../json.ts';
import type { PublicationRun } from './facts.ts';
import { seconds } from './seconds.ts';

/** A plan as it was handed on. Both times are GitHub's, RFC 3339 in whole seconds; `at` is before live systems were read for it. */
export type HandedOn = { readonly digest: Sha256; readonly at: string; readonly now: string };

const MOST_AGE = 2 * 3600;

/** GitHub's servers do not all tell the same second. */
const MOST_AHEAD = 60;

/**
 * Why a plan that comes late is not published any more, as when a publish job is run again; null: it is.
 * A plan that was published in the second in which this one began may be the older one, so it does not count.
 */
export function staleness(runs: readonly PublicationRun[], { digest, at, now }: HandedOn): Reason | null {
  const age = seconds(now) - seconds(at);
  if (!(age >= -MOST_AHEAD && age <= MOST_AGE))
    return {
      code: 'plan-stale',
      message: `It was computed at ${at}; at ${now} that is not within the last two hours.`,
    };
  const newest = runs.findLast(({ publishedAt }) => publishedAt !== null);
  if (newest === undefined || newest.publishedAt === null || newest.digest === digest) return null;
  if (seconds(newest.publishedAt) <= seconds(at)) return null;
  const message = `Another plan of this pull request was published at ${newest.publishedAt}, after this one was computed at ${at}.`;
  return { code: 'plan-stale', message };
}
