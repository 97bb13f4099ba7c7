import type { Requirement } from '../core/assessment.ts';
import type { Permission } from '../core/ports.ts';
import { accessPhrase, groupAccess } from './access.ts';
import { conjoined, data, listed, said, strong, type Phrase } from './phrase.ts';
import { editedProperties } from './edits.ts';
import { grouped } from './text.ts';
import type { ChangeView, PlanView } from './view.ts';
import { count } from './words.ts';

const ACCESS_SHOWN = 4;
const GAINS_SHOWN = 4;
const LOSSES_SHOWN = 2;
const PROPERTIES_SHOWN = 6;
const REASONS_SHOWN = 3;

/** The verdict in one line, before anything else is read. */
export function verdictPhrase(view: PlanView): Phrase {
  const { plan, assessment } = view;
  switch (view.standing) {
    case 'errored':
      return [
        `${count(assessment.diagnostics.filter(({ severity }) => severity === 'error').length, 'error')}, nothing can be planned`,
      ];
    case 'incomplete':
      return ['no plan yet: not everything could be read'];
    case 'blocked': {
      const blocked = plan.changes.filter((change) => change.blocked.length > 0).length;
      return [`blocked: ${grouped(blocked)} of ${count(plan.changes.length, 'change')} cannot be applied`];
    }
    case 'denied':
      return [`denied by policy: ${changesText(view)}`];
    case 'nothing':
      // Nothing was asked of the live systems, so nothing can be said of them.
      if (plan.desired.length === 0) return ['nothing changes, no identity is concerned'];
      return ['nothing changes, the live systems already are as declared'];
    case 'rules':
      return [`${rulesText(view)}, no identity changes`, ...needsSuffix(view)];
    case 'changes':
      return [changesText(view), plan.governance.length > 0 ? ` and ${rulesText(view)}` : '', ...needsSuffix(view)];
  }
}

function changesText(view: PlanView): string {
  return `${count(view.changes.length, 'identity changes', 'identities change')}`;
}

function rulesText(view: PlanView): string {
  return count(view.plan.governance.length, 'rule file changes', 'rule files change');
}

function needsSuffix({ assessment: { requirements } }: PlanView): Phrase {
  if (requirements.length === 0) return [];
  return [', approval needed from ', ...conjoined(namesOf(requirements), 4)];
}

function namesOf(requirements: readonly Requirement[]): readonly Phrase[] {
  return [...new Set(requirements.map(({ of }) => of))].map((of) => approverPhrase(of));
}

/** Whom a requirement names. */
export function approverPhrase(of: string): Phrase {
  return of === 'anyone' ? ['anyone with write permission'] : [data(of)];
}

/** What happens to one identity, in a sentence that begins with its name; what it gains stands out. */
export function changeSentence(view: ChangeView): Phrase {
  const { gains, loses } = view.assessment;
  const clauses = [...eventClauses(view), ...(gains.length === 0 ? [] : [['gains ', ...gainsPhrase(gains)]])];
  const losses = loses.length === 0 ? [] : ['loses ', ...lossesPhrase(loses)];
  const begun = [data(view.name), ...clauses.flatMap((clause, index) => [index === 0 ? ' ' : '; ', ...clause])];
  return [
    ...(gains.length === 0 ? begun : [strong(...begun)]),
    ...(losses.length === 0 ? [] : [clauses.length === 0 ? ' ' : '; ', ...losses]),
  ];
}

/** What happens besides gains and losses; nothing for an update that consists of them. */
function eventClauses(view: ChangeView): readonly Phrase[] {
  const { change, assessment } = view;
  const silent = assessment.gains.length + assessment.loses.length === 0;
  switch (change.action) {
    case 'create':
      return [[silent ? 'is created without any access' : 'is created']];
    case 'disable':
      return [[change.irreversible.length === 0 ? 'is disabled, and can be enabled again' : 'is disabled']];
    case 'delete':
      return [['is deleted']];
    case 'replace':
      return [['is replaced by another object of the same name']];
    case 'forget':
      return [['is no longer managed, and what is live stays as it is']];
    case 'update':
    case 'describe':
      return silent ? [['changes in ', ...propertiesPhrase(view), ', and its access stays']] : [];
  }
}

function gainsPhrase(gains: readonly Permission[]): Phrase {
  return listed(groupAccess(gains).map(accessPhrase), GAINS_SHOWN);
}

/** Few by name, many by their number: what ends needs less of a reader's minute than what begins. */
function lossesPhrase(losses: readonly Permission[]): Phrase {
  const groups = groupAccess(losses);
  if (groups.length > LOSSES_SHOWN)
    return [`${count(losses.length, 'permission')} on ${count(groups.length, 'resource')}`];
  return listed(groups.map(accessPhrase), LOSSES_SHOWN);
}

function propertiesPhrase(view: ChangeView): Phrase {
  return listed(
    editedProperties(view).map((property) => [data(property)]),
    PROPERTIES_SHOWN,
  );
}

const ACTION_WORDS = {
  create: 'created',
  update: '',
  delete: 'deleted',
  disable: 'disabled',
  replace: 'replaced',
  forget: 'no longer managed',
  describe: '',
} as const;

/** The column `what changes`: the action in a word, or the properties that are edited. */
export function whatPhrase(view: ChangeView): Phrase {
  const { change, request } = view;
  const word = ACTION_WORDS[change.action];
  const asked = request === null ? '' : `${request}: `;
  const blocked = change.blocked.length > 0 ? 'blocked: ' : '';
  const what = word === '' ? propertiesPhrase(view) : [word];
  return [`${blocked}${asked}`, ...what];
}

/** The column `risk`: what tells most, in the order of the assessment. */
export function riskPhrase(view: ChangeView): Phrase {
  const { level, reasons } = view.assessment.risk;
  const kept = reasons.length > REASONS_SHOWN ? reasons.slice(0, REASONS_SHOWN - 1) : reasons;
  const left = reasons.length - kept.length;
  return [
    `${level}: `,
    ...kept.flatMap(({ message }, index) => (index === 0 ? [said(message)] : ['; ', said(message)])),
    ...(left === 0 ? [] : [`; and ${count(left, 'more reason')}`]),
  ];
}

/** Cells `gains` and `loses`: each group a line. */
export function accessCell(permissions: readonly Permission[]): readonly Phrase[] {
  const groups = groupAccess(permissions);
  if (groups.length <= ACCESS_SHOWN) return groups.map(accessPhrase);
  const kept = groups.slice(0, ACCESS_SHOWN - 1);
  const left = groups.slice(kept.length).reduce((sum, { actions }) => sum + actions.length, 0);
  return [...kept.map(accessPhrase), [`and ${count(left, 'more permission')}`]];
}
