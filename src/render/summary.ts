import type { Assessment } from '../core/assessment.ts';
import type { Reason } from '../core/errors.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import { sizeOf } from './fit.ts';
import { data, markdown, said } from './phrase.ts';
import { renderReport } from './report.ts';
import { count } from './words.ts';

/** What became of one pull request in a job that plans: its plan, or why it has none. */
export type Summarized = { readonly pullRequest: number } & (
  | { readonly kind: 'planned'; readonly plan: Plan; readonly digest: Sha256; readonly assessment: Assessment }
  | { readonly kind: 'unplanned'; readonly reason: Reason }
);

/** GitHub takes a mebibyte of summary for a step; the rest is for what else the job says. */
const SUMMARY_LIMIT = 900_000;

/** Bytes for each section of one plan: what a comment shows, and more of the exact edits. */
const ROOM = 60_000;

/** The job's summary: each plan with the sections of its comment, and one line for each pull request that has none. */
export function renderSummary(summarized: readonly Summarized[]): string {
  const parts: string[] = [];
  let used = 0;
  for (const [index, one] of summarized.entries()) {
    const part = partOf(one);
    used += sizeOf(part) + 1;
    if (used > SUMMARY_LIMIT) {
      parts.push(`… and ${count(summarized.length - index, 'more pull request')}, see the log.\n`);
      break;
    }
    parts.push(part);
  }
  return parts.join('\n');
}

function partOf(one: Summarized): string {
  if (one.kind === 'planned')
    return `## Pull request ${one.pullRequest}\n\n${renderReport(one.plan, one.digest, one.assessment, ROOM)}`;
  const { code, message } = one.reason;
  return `Pull request ${one.pullRequest}: ${markdown([said(message), ' (', data(code), ')'])}\n`;
}
