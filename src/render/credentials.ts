import { daysBetween, type AssessedCredentials, type Credential } from '../core/credentials.ts';
import type { Fold } from './details.ts';
import { fit } from './fit.ts';
import { data, markdown, type Phrase } from './phrase.ts';
import type { ChangeView, PlanView } from './view.ts';
import { count } from './words.ts';

const TERMINAL_SHOWN = 5;
const FOLD_OVERHEAD = 120;

/** What each identity of the plan proves itself with, with ages and last use; null: nothing is known of any. */
export function credentialsFold(view: PlanView, budget: number): Fold | null {
  const all = view.changes.flatMap(({ who, assessment: { credentials } }) =>
    (credentials?.listed ?? []).map((credential) => ({ who, credential, at: credentials?.at ?? '' })),
  );
  if (all.length === 0) return null;
  const lines = fit(
    all,
    budget - FOLD_OVERHEAD,
    ({ who, credential, at }) => `- ${markdown([...who, ': ', ...credentialPhrase(credential, at)])}`,
    (left) => `- … and ${count(left, 'more', 'more')}: see the assessment.`,
  );
  const more = view.changes.reduce((sum, { assessment }) => sum + (assessment.credentials?.more ?? 0), 0);
  return { title: `Credentials: ${count(all.length + more, 'credential')} of identities in this plan`, lines };
}

/** For the terminal: the first few of one identity. */
export function credentialPhrases({ assessment: { credentials } }: ChangeView): readonly Phrase[] {
  if (credentials === undefined) return [];
  const shown = credentials.listed.slice(0, TERMINAL_SHOWN);
  const left = leftOf(credentials, shown.length);
  return [
    ...shown.map((credential) => credentialPhrase(credential, credentials.at)),
    ...(left === 0 ? [] : [[`… and ${count(left, 'more', 'more')}`]]),
  ];
}

function leftOf({ listed, more }: AssessedCredentials, shown: number): number {
  return listed.length + more - shown;
}

function credentialPhrase({ id, kind, state, created, lastUsed, expires }: Credential, at: string): Phrase {
  const [age, idle] = [daysBetween(created, at), lastUsed === 'untold' ? null : daysBetween(lastUsed, at)];
  const used = lastUsed === null ? ', never used' : idle === null ? '' : `, last used ${ago(idle)}`;
  const old = age === null ? '' : `, ${count(age, 'day')} old`;
  return [`${kind} `, data(id), `: ${state}${old}${used}`, ...(expires === null ? [] : [', expires ', data(expires)])];
}

function ago(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${count(days, 'day')} ago`;
}
