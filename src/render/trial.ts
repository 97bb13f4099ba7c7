import { byChoice } from '../core/approval/choices.ts';
import type { PastPlan } from '../core/ledger/past-plans.ts';
import type { Tried, TrialSummary } from '../core/policy/trial.ts';
import { data, plain, said } from './phrase.ts';
import { nameWithSource } from './view.ts';
import { findingPhrase, requirementPhrase } from './sections.ts';
import { count, shortDigest } from './words.ts';

/** Policies over the plans of the past, the newest first. `left`: older plans that were not looked at. */
export type Trial = {
  readonly tried: readonly Tried[];
  readonly unreadable: readonly Extract<PastPlan, { kind: 'unreadable' }>[];
  readonly left: number;
  readonly summary: TrialSummary;
};

/** As text of lines in which everything that others wrote is inert. */
export function renderTrial({ tried, unreadable, left, summary }: Trial): string {
  const lines = [
    ...tried.flatMap((one) => [`${headOf(one.of)}: ${one.outcome}`, ...saidLines(one)]),
    ...unreadable.map(({ of, reason }) =>
      plain([`${headOf(of)}: not judged: `, said(reason.message), ' (', data(reason.code), ')']),
    ),
    summaryLine(summary),
    ...(unreadable.length > 0 ? [`${count(unreadable.length, 'plan')} could not be read.`] : []),
    ...(left > 0 ? [`${count(left, 'older plan was', 'older plans were')} not looked at.`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function headOf({ pullRequest, at, digest, index }: Tried['of']): string {
  const where = pullRequest === null ? `entry ${index}` : `#${pullRequest}`;
  return `${where} ${at} ${shortDigest(digest)}`;
}

function saidLines({ findings, requirements }: Tried): readonly string[] {
  const asked = byChoice(requirements, ({ choice }) => choice).map(requirementPhrase);
  return [...findings.map((finding) => findingPhrase(finding, nameWithSource)), ...asked].map(
    (one) => `  ${plain(one)}`,
  );
}

/** `Of 40 plans: 3 denied, 5 would ask security, 32 unchanged.` */
function summaryLine({ plans, denied, asked, warned, untold, unchanged }: TrialSummary): string {
  const parts = [
    ...(denied > 0 ? [`${denied} denied`] : []),
    ...Object.entries(asked).map(([who, number]) => `${number} would ask ${plain([data(who)])}`),
    ...(warned > 0 ? [`${warned} warned`] : []),
    ...(untold > 0 ? [`${untold} cannot be told without the pull request`] : []),
    `${unchanged} unchanged`,
  ];
  return `Of ${count(plans, 'plan')}: ${parts.join(', ')}.`;
}
