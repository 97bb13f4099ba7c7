import type { Requirement } from '../core/assessment.ts';
import { accessPhrase, groupAccess } from './access.ts';
import { conjoined, data, listed, said, type Phrase } from './phrase.ts';
import { editedProperties } from './edits.ts';
import { grouped } from './text.ts';
import type { ChangeView, PlanView } from './view.ts';
import { count } from './words.ts';

const ACCESS_SHOWN = 4;
const PROPERTIES_SHOWN = 6;

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

/** What happens to one identity, in a sentence that begins with its name. */
export function changeSentence(view: ChangeView): Phrase {
  const { change, assessment } = view;
  const name = data(view.name);
  const access = joined(accessList('gains', assessment.gains), accessList('loses', assessment.loses));
  switch (change.action) {
    case 'create':
      return [name, ' is created', ...(access.length === 0 ? [' without any access'] : access)];
    case 'disable':
      return [name, ' is disabled', ...access, change.irreversible.length === 0 ? '; it can be enabled again' : ''];
    case 'delete':
      return [name, ' is deleted', ...access];
    case 'replace':
      return [name, ' is replaced by another object of the same name', ...access];
    case 'forget':
      return [name, ' is no longer managed; what is live stays as it is', ...access];
    case 'update':
    case 'describe':
      if (access.length === 0) return [name, ' changes in ', ...propertiesPhrase(view), '; its access stays'];
      return [name, ' ', ...access.slice(1)];
  }
}

/** Each phrase behind a comma. */
function joined(...phrases: readonly Phrase[]): Phrase {
  return phrases.flatMap((phrase) => (phrase.length === 0 ? [] : [', ', ...phrase]));
}

function accessList(verb: 'gains' | 'loses', permissions: ChangeView['assessment']['gains']): Phrase {
  if (permissions.length === 0) return [];
  const groups = groupAccess(permissions);
  if (verb === 'loses' && groups.length > ACCESS_SHOWN) {
    return [`loses ${count(permissions.length, 'permission')} on ${count(groups.length, 'resource')}`];
  }
  return [`${verb} `, ...listed(groups.map(accessPhrase), ACCESS_SHOWN)];
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

/** The column `risk`. */
export function riskPhrase(view: ChangeView): Phrase {
  const { level, reasons } = view.assessment.risk;
  return [
    `${level}: `,
    ...listed(
      reasons.map(({ message }) => [said(message)]),
      3,
    ),
  ];
}

/** Cells `gains` and `loses`: each group a line. */
export function accessCell(permissions: ChangeView['assessment']['gains']): readonly Phrase[] {
  const groups = groupAccess(permissions);
  if (groups.length <= ACCESS_SHOWN) return groups.map(accessPhrase);
  const kept = groups.slice(0, ACCESS_SHOWN - 1);
  const left = groups.slice(kept.length).reduce((sum, { actions }) => sum + actions.length, 0);
  return [...kept.map(accessPhrase), [`and ${count(left, 'more permission')}`]];
}
