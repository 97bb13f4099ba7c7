import { byChoice } from '../core/approval/choices.ts';
import type { Requirement } from '../core/assessment.ts';
import { groupsOf } from './groups.ts';
import { conjoined, data, type Phrase } from './phrase.ts';
import { grouped } from './text.ts';
import { undeclaredOf, type PlanView } from './view.ts';
import { count } from './words.ts';

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
      const blocked = view.changes.filter(({ change }) => change.blocked.length > 0).length;
      return [`blocked: ${grouped(blocked)} of ${count(view.changes.length, 'change')} cannot be applied`];
    }
    case 'denied':
      return [`denied by policy: ${changesText(view)}`];
    case 'nothing':
      // Nothing was asked of the live systems, so nothing can be said of them.
      if (plan.desired.length === 0) return ['nothing changes, no identity is concerned', undeclaredText(view)];
      return ['nothing changes, the live systems already are as declared', undeclaredText(view)];
    case 'rules':
      return [`${rulesText(view)}, no identity changes`, ...needsSuffix(view)];
    case 'changes':
      return [changesText(view), plan.governance.length > 0 ? ` and ${rulesText(view)}` : '', ...needsSuffix(view)];
  }
}

function undeclaredText({ assessment }: PlanView): string {
  const { length } = undeclaredOf(assessment);
  return length === 0 ? '' : `; ${count(length, 'identity is', 'identities are')} live and undeclared`;
}

/** How many identities, and in how many ways: each is a row of the table. */
function changesText(view: PlanView): string {
  const [identities, ways] = [view.changes.length, groupsOf(view).length];
  const alike = ways === identities ? '' : ways === 1 ? ' alike' : ` in ${grouped(ways)} ways`;
  return `${count(identities, 'identity changes', 'identities change')}${alike}`;
}

function rulesText(view: PlanView): string {
  return count(view.plan.governance.length, 'rule file changes', 'rule files change');
}

function needsSuffix({ assessment: { requirements } }: PlanView): Phrase {
  if (requirements.length === 0) return [];
  return [', approval needed from ', ...conjoined(namesOf(requirements), 4)];
}

function namesOf(requirements: readonly Requirement[]): readonly Phrase[] {
  const named = byChoice(requirements, ({ choice }) => choice).map((options) => {
    const names = options.map((option) => option.map(({ of, permission = null }) => ({ of, permission })));
    return [JSON.stringify(names), eitherPhrase(options, approverPhrase)] as const;
  });
  return [...new Map(named).values()];
}

type Approver = Pick<Requirement, 'of' | 'permission'>;

/** Whom a requirement names. */
export function approverPhrase({ of, permission = 'write' }: Approver): Phrase {
  return of === 'anyone' ? [`anyone with ${permission} permission`] : [data(of)];
}

/** Options of a choice, each with all of its parts. */
export function eitherPhrase<T>(options: readonly (readonly T[])[], phrase: (part: T) => Phrase): Phrase {
  return options.flatMap((option, index) => [
    ...(index === 0 ? [] : [', or ']),
    ...option.flatMap((part, place) => [...(place === 0 ? [] : [' and ']), ...phrase(part)]),
  ]);
}
