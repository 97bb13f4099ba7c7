import type { Reason } from '../errors.ts';
import type { ApprovalCode } from './codes.ts';
import type { Decision } from './facts.ts';
import { sufficesSomehow } from './choices.ts';
import { asksOf } from './outlook.ts';
import { teamsOf } from './teams.ts';

/** What could not be read now, and may be by the next run. */
const UNREAD: ReadonlySet<string> = new Set(['team-unreadable', 'pushers-unreadable'] satisfies ApprovalCode[]);

/**
 * What a refusal rests on alone because it could not be read: who is in a team, or who pushed. That can pass. None where the
 * refusal stands, whoever the members are and whoever pushed: more pushers never make more approvals count.
 */
export function awaitedReads({ kind, reasons, requirements, counted }: Decision): readonly Reason[] {
  const unread = reasons.filter(({ code }) => UNREAD.has(code));
  const others = reasons.filter(({ code }) => !UNREAD.has(code));
  if (kind !== 'refused' || !others.every(({ code }) => code === 'approval-missing')) return [];
  if (others.length === 0) return unread;
  // The reviews that count would do if those who gave them were members of what could not be read.
  const hoped = requirements.map(({ requirement }) =>
    teamsOf([requirement]).length === 0 ? requirement : { ...requirement, people: null },
  );
  const reviewers = counted.map(({ reviewer }) => reviewer);
  const isHoped = unread.some(({ code }) => code === 'team-unreadable') && sufficesSomehow(asksOf(hoped, reviewers));
  return isHoped ? unread : [];
}
