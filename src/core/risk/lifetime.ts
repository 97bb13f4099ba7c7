import type { RiskReason } from '../assessment.ts';
import type { Change } from '../plan.ts';
import type { Reasons } from './facts.ts';

const DAY = 86_400_000;
/** Within so many days something is taken to be in use: what runs once a quarter is. */
const IN_USE_DAYS = 92;

const ENDS: ReadonlySet<Change['action']> = new Set(['delete', 'disable', 'forget']);

/** How long an identity was meant to live, and whether it is in use. */
export const lifetimeReasons: Reasons = ({ change, gains, lastUsed, now }) => [
  ...(ENDS.has(change.action) ? [] : expiryReasons(change, gains.length > 0, now)),
  ...(change.action === 'delete' || change.action === 'disable' ? lastUseReasons(lastUsed, now) : []),
];

function expiryReasons({ metadata }: Change, widens: boolean, now: string): readonly RiskReason[] {
  const [before, after] = [metadata.before?.expires ?? null, metadata.after?.expires ?? null];
  const found: RiskReason[] = [];
  if (after !== null && startOf(after) <= Date.parse(now)) {
    const kept = widens ? 'and gains access' : 'and is kept';
    found.push({ level: widens ? 'high' : 'medium', code: 'expired', message: `expired on ${after}, ${kept}` });
  }
  if (before !== null && (after === null || after > before)) {
    const message = after === null ? `no longer expires on ${before}` : `expires on ${after}, no longer on ${before}`;
    found.push({ level: 'medium', code: 'expiry-extended', message });
  }
  return found;
}

/** Of a day, in UTC. */
function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function lastUseReasons(lastUsed: string | null, now: string): readonly RiskReason[] {
  const passed = lastUsed === null ? Number.NaN : Date.parse(now) - Date.parse(lastUsed);
  if (lastUsed === null || Number.isNaN(passed)) return [];
  const days = Math.max(0, Math.floor(passed / DAY));
  const ago = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  if (days < IN_USE_DAYS) return [{ level: 'high', code: 'recently-used', message: `last used ${ago}` }];
  return [{ level: 'low', code: 'long-unused', message: `last used ${ago}` }];
}
