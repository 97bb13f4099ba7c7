import { byChoice } from '../core/approval/choices.ts';
import type { Finding, Requirement } from '../core/assessment.ts';
import type { Diagnostic, Reason } from '../core/errors.ts';
import type { Plan } from '../core/plan.ts';
import { accessPhrase, sharedAccess } from './access.ts';
import { blockPhrase, gainCount } from './effect.ts';
import { canBeExcepted, exceptionAsk } from './exceptions.ts';
import { fit } from './fit.ts';
import { nextPhrase } from './next.ts';
import { groupsOf, type Group } from './groups.ts';
import { approverPhrase, eitherPhrase } from './headline.ts';
import { changeSentence } from './sentence.ts';
import { data, listed, markdown, said, strong, type Phrase } from './phrase.ts';
import { grouped } from './text.ts';
import type { Naming, PlanView } from './view.ts';
import { count } from './words.ts';

const SENTENCES = 10;
const NAMES_SHOWN = 12;
const PEOPLE_SHOWN = 8;

function bullet(phrase: Phrase): string {
  return `- ${markdown(phrase)}`;
}

/** What becomes possible, ends or cannot be taken back: a sentence for each of the riskiest identities. */
export function leadLines(view: PlanView, budget: number): readonly string[] {
  const open = groupsOf(view).filter(({ shown }) => shown.change.blocked.length === 0);
  const most = open.length > SENTENCES ? SENTENCES / 2 : SENTENCES;
  return fit(
    open,
    budget,
    ({ shown }) => bullet([...changeSentence(shown), '.']),
    (left) => restLine(open.slice(open.length - left)),
    most,
  );
}

/** With a heading of its own where lists come before it: Markdown would make one list of both. */
export function leadSection(lead: readonly string[], before: readonly (readonly string[])[]): readonly string[] {
  return lead.length === 0 || before.every((lines) => lines.length === 0) ? lead : ['**What changes**', '', ...lead];
}

function restLine(groups: readonly Group[]): string {
  const left = groups.flatMap(({ views }) => views);
  const actions = [...Map.groupBy(left, ({ change }) => change.action)].map(
    ([action, members]) => `${action} ${grouped(members.length)}`,
  );
  return `- … and ${count(left.length, 'more identity', 'more identities')}: ${actions.join(', ')}.`;
}

/** Everything that is gained, told once for all identities: only needed where the sentences do not reach. */
export function gainLines(view: PlanView, budget: number): readonly string[] {
  const gaining = view.changes.filter((change) => gainCount(change) > 0);
  if (view.changes.length <= SENTENCES || gaining.length === 0) return [];
  const gains = gaining.map(({ access }) => access.gains);
  const total = gaining.reduce((sum, change) => sum + gainCount(change), 0);
  const heading = `**Access gained**: ${count(total, 'permission')} by ${count(gaining.length, 'identity', 'identities')}`;
  const shared = [
    ...sharedAccess(gains).map(({ group, identities }) => ({ phrase: accessPhrase(group), identities })),
    ...view.effective
      .blocks('changed', 'gained')
      .map((block) => ({ phrase: blockPhrase(block), identities: block.principals.count })),
  ];
  const line = ({ phrase, identities }: (typeof shared)[number]): string =>
    // The number comes first: after a name that is written from right to left a page would move it before the name.
    bullet([`${count(identities, 'identity', 'identities')}: `, ...phrase]);
  const lines = fit(shared, budget, line, (left) => `- … and access to ${count(left, 'more resource')}.`);
  return [heading, '', ...lines];
}

/** Each kind of effect that cannot be taken back, with the identities it hits. */
export function irreversibleLines({ changes }: PlanView, budget: number): readonly string[] {
  const hit = sharedReasons(changes.map(({ change, who }) => ({ who, reasons: change.irreversible })));
  if (hit.length === 0) return [];
  return ['**Cannot be taken back**', '', ...reasonLines(hit, budget, '! ')];
}

export function blockedLines({ changes }: PlanView, budget: number): readonly string[] {
  const hit = sharedReasons(changes.map(({ change, who }) => ({ who, reasons: change.blocked })));
  if (hit.length === 0) return [];
  return ['**Blocked**: nothing is applied until this is mended', '', ...reasonLines(hit, budget, '! ', nextPhrase)];
}

/** What to know about identities besides what happens to them. */
export function noteLines({ changes }: PlanView, budget: number): readonly string[] {
  const hit = sharedReasons(changes.map(({ who, assessment: { notes } }) => ({ who, reasons: notes })));
  if (hit.length === 0) return [];
  return ['**Notes**', '', ...reasonLines(hit, budget, '')];
}

type SharedReason = { readonly reason: Reason; readonly names: readonly Phrase[] };

function sharedReasons(
  changes: readonly { readonly who: Phrase; readonly reasons: readonly Reason[] }[],
): readonly SharedReason[] {
  const pairs = changes.flatMap(({ who, reasons }) => reasons.map((reason) => ({ reason, who })));
  const groups = Map.groupBy(pairs, ({ reason }) =>
    JSON.stringify([reason.code, reason.message, reason.pointer ?? null]),
  );
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    return first === undefined ? [] : [{ reason: first.reason, names: members.map(({ who }) => who) }];
  });
}

function reasonLines(
  reasons: readonly SharedReason[],
  budget: number,
  mark: '! ' | '',
  next: (code: string) => Phrase = () => [],
): readonly string[] {
  const line = ({ reason, names }: SharedReason): string =>
    bullet([
      mark,
      ...(names.length === 1 ? [] : [`${count(names.length, 'identity', 'identities')}: `]),
      ...listed(names, NAMES_SHOWN),
      ': ',
      said(reason.message),
      ...(reason.pointer === undefined ? [] : [' at ', data(reason.pointer)]),
      ' (',
      data(reason.code),
      ')',
      ...next(reason.code),
    ]);
  return fit(reasons, budget, line, (left) => `- ${mark}… and ${count(left, 'more reason')} for other identities.`);
}

/** Rule files that differ: judged by the base branch's rules, so they come before any identity. */
export function governanceLines(governance: Plan['governance'], budget: number): readonly string[] {
  if (governance.length === 0) return [];
  const line = ({ path, base, head }: Plan['governance'][number]): string =>
    bullet([base === null ? 'added ' : head === null ? 'removed ' : 'changed ', data(path)]);
  const lines = fit(governance, budget, line, (left) => `- … and ${count(left, 'more rule file')}.`);
  return ['**Rules change** (critical; judged by the rules of the base branch)', '', ...lines];
}

/** Identities whose documents become some by these rules. */
export function takenInLines(diagnostics: readonly Diagnostic[], budget: number): readonly string[] {
  return fit(
    diagnostics.filter(({ code }) => code === 'identity-taken-in'),
    budget,
    ({ cause, mend, code }) => bullet([said(cause), ' ', said(mend), ' (', data(code), ')']),
    (left) => `- … and ${count(left, 'more identity', 'more identities')} taken in.`,
  );
}

/** Whom the plan waits for, and why. Names are never mentions: people are asked by review request. */
export function needLines(requirements: readonly Requirement[], budget: number): readonly string[] {
  if (requirements.length === 0) return [];
  const lines = fit(
    byChoice(requirements, ({ choice }) => choice),
    budget,
    (options) => bullet(requirementPhrase(options)),
    (left) => `- … and ${count(left, 'more requirement')}.`,
  );
  return ['**Needs** (progress: see the check *countersign/approval*)', '', ...lines];
}

/** A requirement, or the options of a choice, which all have the same reason. */
export function requirementPhrase(options: readonly (readonly Requirement[])[]): Phrase {
  const [first] = options.flat();
  if (first === undefined) return [];
  const { distinct, confirm, reason, code } = first;
  return [
    ...eitherPhrase(options, approvalsPhrase),
    ': ',
    said(reason),
    distinct ? '; distinct people' : '',
    confirm ? '; quoting the code' : '',
    ' (',
    data(code),
    ')',
  ];
}

function approvalsPhrase(requirement: Requirement): Phrase {
  const { of, people, count: wanted, permission } = requirement;
  return [
    `${count(wanted, 'approval')} from `,
    ...approverPhrase(requirement),
    ...(people === null || permission !== undefined || isItself(of, people)
      ? []
      : [
          ' (',
          ...listed(
            people.map((login) => [data(login)]),
            PEOPLE_SHOWN,
          ),
          ')',
        ]),
  ];
}

function isItself(of: string, people: readonly string[]): boolean {
  return people.length === 1 && people[0]?.toLowerCase() === of.toLowerCase();
}

export function policyLines({ assessment: { findings }, naming }: PlanView, budget: number): readonly string[] {
  if (findings.length === 0) return [];
  const sorted = [
    ...findings.filter(({ effect }) => effect === 'deny'),
    ...findings.filter(({ effect }) => effect === 'warn'),
  ];
  const lines = fit(
    sorted,
    budget,
    (finding) => bullet(findingPhrase(finding, naming)),
    (left) => `- … and ${count(left, 'more finding')}.`,
  );
  return ['**Policy**', '', ...lines];
}

export function findingPhrase(finding: Finding, naming: Naming): Phrase {
  const { code, effect, address, message, rule } = finding;
  const comply = rule?.comply ?? null;
  const place: Phrase = rule === undefined ? [] : [data(`${rule.location.path}:${rule.location.line}`, PLACE_SHOWN)];
  const served = (rule?.controls ?? []).slice(0, CONTROLS_SHOWN).map((control): Phrase => [data(control)]);
  const beside = [place, ...served].filter((part) => part.length > 0);
  const name: Phrase = canBeExcepted(finding)
    ? [...exceptionAsk(finding, endsSentence(comply ?? message)), ' (', ...listed(beside, Infinity), ')']
    : [' (', ...listed([[data(code)], ...beside], Infinity), ')'];
  return [
    effect === 'deny' ? strong('denied') : 'warning',
    ...(address === null ? [] : [' on ', ...naming(address)]),
    ': ',
    said(message),
    ...(comply === null ? [] : [endsSentence(message) ? ' ' : '. ', said(comply)]),
    ...name,
  ];
}

/** A rule's message may be half a sentence, as a value is that it ends in. */
function endsSentence(text: string): boolean {
  return /[.!?…]["')\]]?\s*$/u.test(text);
}

const PLACE_SHOWN = 160;
const CONTROLS_SHOWN = 5;
