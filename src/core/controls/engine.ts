import type { Decision } from '../approval/facts.ts';
import type { Requirement, RiskLevel } from '../assessment.ts';
import { anchorText } from '../ledger/anchor.ts';
import { showing, type ControlFacts, type Showing } from './line.ts';

/** What the engine itself shows of a control, whatever policies there are. */
export const ENGINE: { readonly [control: string]: (facts: ControlFacts) => Showing } = {
  'ID.RA-07': riskManaged,
  'PR.PS-01': configurationManaged,
  'CM-3': changeControlled,
  'CM-5(4)': dualAuthorized,
  'AC-2': accountsApproved,
};

const LEVELS: readonly RiskLevel[] = ['critical', 'high', 'medium', 'low'];

function riskManaged({ assessment: { complete, changes }, recorded }: ControlFacts): Showing {
  if (!complete) return showing('fail', 'Not everything could be read, so the risk is not known.');
  const counts = LEVELS.flatMap((level) => {
    const number = changes.filter(({ risk }) => risk.level === level).length;
    return number === 0 ? [] : [`${number} ${level}`];
  });
  const risk = counts.length === 0 ? 'It changes no identity.' : `Risk of its changes: ${counts.join(', ')}.`;
  if (recorded === null) return showing('open', risk, 'It is in no ledger yet.');
  return showing('pass', risk, recordedText(recorded));
}

function recordedText(recorded: NonNullable<ControlFacts['recorded']>): string {
  return `The ledger holds the plan; its newest entry is ${anchorText(recorded)}.`;
}

function configurationManaged({ plan, digest, assessment: { complete, applyable } }: ControlFacts): Showing {
  if (!complete) return showing('fail', 'Not everything could be compared with what is live.');
  if (!applyable) return showing('fail', 'The plan is blocked: what is declared cannot be brought about.');
  const documents = `${plan.desired.length} documents, named by their hashes, are compared with what is live; the plan is ${digest}.`;
  if (plan.governance.length === 0) return showing('pass', documents);
  return showing('pass', documents, `${plan.governance.length} rule files change, judged by those of the base branch.`);
}

function changeControlled({ digest, approval, recorded }: ControlFacts): Showing {
  if (approval === null) return showing('not-assessable', 'It is published nowhere, where it could be approved.');
  if (approval.kind !== 'approved') {
    const reasons = approval.reasons.map(({ message }) => message);
    return showing(approval.kind === 'waiting' ? 'open' : 'fail', ...reasons);
  }
  const names = namesOf(approval.counted.map(({ reviewer }) => reviewer.login));
  const approved = `${names} approved exactly ${digest}, by the rules of the base branch.`;
  return showing('pass', approved, ...(recorded === null ? [] : [recordedText(recorded)]));
}

function namesOf(logins: readonly string[]): string {
  return [...new Set(logins)].toSorted().join(', ');
}

/** Who contributed is never counted, so that two who are took no part in what they approve. */
function dualAuthorized({ approval, assessment: { requirements } }: ControlFacts): Showing {
  const people = new Map((approval?.counted ?? []).map(({ reviewer: { id, login } }) => [id, login]));
  if (people.size >= 2)
    return showing('pass', `${people.size} people who contributed nothing approved: ${namesOf([...people.values()])}.`);
  const asking = requirements.filter(({ count }) => count >= 2);
  if (asking.length > 0)
    return showing('open', ...asking.map((one) => `${one.count} of ${one.of} are asked for (${one.code}).`));
  return showing('not-assessable', 'Nothing asks two people about this plan.');
}

function accountsApproved({ approval, assessment: { requirements } }: ControlFacts): Showing {
  const owners = requirements.filter(({ code }) => code === 'owner');
  if (owners.length === 0) return showing('not-assessable', 'It changes no identity.');
  const left = owners.filter((one) => missingOf(one, approval) > 0);
  if (left.length > 0)
    return showing('open', ...left.map(({ of, reason }) => `An approval by ${of} is missing: ${reason}.`));
  return showing('pass', ...owners.map(({ of, reason }) => `${of} approved: ${reason}.`));
}

/** How many approvals a requirement still lacks; of a plan that nobody published all of them. */
export function missingOf(requirement: Requirement, approval: ControlFacts['approval']): number {
  const states = statesOf(requirement, approval);
  return states.length === 0 ? requirement.count : Math.max(...states.map(({ missing }) => missing));
}

/** Whether another option of its choice was taken, so that nobody approved it. */
export function isSpared(requirement: Requirement, approval: ControlFacts['approval']): boolean {
  return statesOf(requirement, approval).some(({ spared }) => spared === true);
}

/** Two where a rule asks the same people twice, so that none is taken for the other that is missing. */
function statesOf(
  { code, of, count, permission, choice }: Requirement,
  approval: ControlFacts['approval'],
): Decision['requirements'] {
  return (approval?.requirements ?? []).filter(
    ({ requirement }) =>
      requirement.code === code &&
      requirement.of === of &&
      requirement.count === count &&
      requirement.permission === permission &&
      requirement.choice?.id === choice?.id &&
      requirement.choice?.option === choice?.option,
  );
}
