import type { FollowUp } from '../core/apply/follow-up.ts';
import type { ApplyResult } from '../core/ledger/bodies.ts';
import { data, markdown, said } from './phrase.ts';

/** What a pull request that asks again says of itself: nothing that a person or a live system wrote. */
export type AskedAgain = { readonly pullRequest: number; readonly landing: string; readonly result: ApplyResult };

export function followUpTitle({ pullRequest }: AskedAgain): string {
  return `Ask again for what #${pullRequest} did not apply`;
}

export function followUpBody({ pullRequest, landing, result }: AskedAgain): string {
  return `Pull request #${pullRequest} landed as ${markdown([data(landing.slice(0, 12))])} and ended in \`${result}\`. This asks again for the identities that it left open, against what is live now.

It adds a Reconciliation and nothing else, and is planned and reviewed like any other pull request. Whoever contributed to #${pullRequest} may not approve it. If the change is no longer wanted, close this and revert #${pullRequest}.
`;
}

/** What is to be done about what did not happen: the end of the comment after the landing. */
export function followUpSentence(followUp: FollowUp): string {
  switch (followUp.kind) {
    case 'none':
      return '';
    case 'opened':
      return `Pull request #${followUp.pullRequest} asks for it again, by a Reconciliation, and is planned and reviewed like any other. If the change is no longer wanted, close that one and revert this.`;
    case 'prepared':
      return `The branch ${markdown([data(followUp.branch)])} holds a Reconciliation that asks for it again: [open a pull request from it](${followUp.url}), which is planned and reviewed like any other (it was not opened by itself: ${markdown([data(followUp.reason.code)])}). If the change is no longer wanted, delete the branch and revert this.`;
    case 'impossible':
      return `A new pull request, with a Reconciliation, asks for it again; none could be prepared: ${markdown([said(followUp.reason.message), ' (', data(followUp.reason.code), ')'])}. If the change is no longer wanted, revert this.`;
  }
}

/** One line for the job's log; inert text. */
export function followUpLine(followUp: FollowUp): string {
  switch (followUp.kind) {
    case 'none':
      return 'nothing to ask for again';
    case 'opened':
      return `asked again by pull request ${followUp.pullRequest}`;
    case 'prepared':
      return `asked again on the branch ${followUp.branch}, without a pull request: ${followUp.reason.code}: ${followUp.reason.message}`;
    case 'impossible':
      return `could not be asked for again: ${followUp.reason.code}: ${followUp.reason.message}`;
  }
}
