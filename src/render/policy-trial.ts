import type { PlanDifference, PolicyTrial } from '../core/policy/trial-difference.ts';
import { fit } from './fit.ts';
import { data, listed, markdown, said, type Phrase } from './phrase.ts';
import { count, shortDigest } from './words.ts';

const SHOWN = 4;

/** What the policies that a pull request brings would have meant for the last plans; it is judged by those before. */
export function trialLines(trial: PolicyTrial | null, budget: number): readonly string[] {
  if (trial === null) return [];
  if (trial.kind === 'impossible') {
    const { code, message } = trial.reason;
    const why = markdown([said(message), ' (', data(code), ')']);
    return [`What the new policies would have said of the last plans cannot be told: ${why}`];
  }
  const { plans, unreadable, differences } = trial;
  const unread = unreadable === 0 ? '' : `; ${unreadable} more could not be read`;
  if (differences.length === 0)
    return [
      `The new policies would have said nothing else of the last ${count(plans, 'plan')} in the ledger${unread}.`,
    ];
  const heading = `**What the new policies would have said** of ${differences.length} of the last ${count(plans, 'plan')} in the ledger${unread}`;
  const line = (difference: PlanDifference): string => `- ${markdown(differencePhrase(difference))}`;
  return [heading, '', ...fit(differences, budget, line, (left) => `- … and of ${count(left, 'more plan')}.`)];
}

function differencePhrase({ of: { pullRequest, at, digest }, newly, noLonger }: PlanDifference): Phrase {
  // Not as a reference: GitHub would note it on that pull request.
  const where = pullRequest === null ? 'a plan' : `pull request ${pullRequest}`;
  return [
    `${where} of ${at.slice(0, 10)}, plan `,
    data(shortDigest(digest)),
    ...part('newly ', newly),
    ...part('no longer ', noLonger),
  ];
}

function part(word: string, texts: readonly string[]): Phrase {
  if (texts.length === 0) return [];
  const phrases = texts.map((text): Phrase => [said(text)]);
  return [`: ${word}`, ...listed(phrases, SHOWN)];
}
