import { data, listed, said, strong, type Phrase } from './phrase.ts';
import { editedProperties } from './edits.ts';
import { gainLines, heldLines, keptLines, lossLines, type AccessLine } from './effect.ts';
import type { ChangeView } from './view.ts';
import { count } from './words.ts';

const ACCESS_SHOWN = 4;
const LOSSES_SHOWN = 2;
const HELD_SHOWN = 2;
const PROPERTIES_SHOWN = 6;
const REASONS_SHOWN = 3;

/** What happens to one identity, in a sentence that begins with its name; what it gains stands out. */
export function changeSentence(view: ChangeView): Phrase {
  const [gains, losses] = [gainLines(view), lossLines(view)];
  const clauses = [...eventClauses(view), ...(gains.length === 0 ? [] : [['gains ', ...gainsPhrase(gains)]])];
  const lost = losses.length === 0 ? [] : [['loses ', ...lossesPhrase(losses)]];
  const begun = [...view.who, ...clauses.flatMap((clause, index) => [index === 0 ? ' ' : '; ', ...clause])];
  const rest = [...lost, ...[...heldLines(view), ...keptLines(view)].slice(0, HELD_SHOWN).map(({ phrase }) => phrase)];
  return [
    ...(gains.length === 0 ? begun : [strong(...begun)]),
    ...rest.flatMap((clause, index) => [index === 0 && clauses.length === 0 ? ' ' : '; ', ...clause]),
  ];
}

/** What happens besides gains and losses; nothing for an update that consists of them. */
function eventClauses(view: ChangeView): readonly Phrase[] {
  const { change } = view;
  const silent = gainLines(view).length + lossLines(view).length === 0;
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
      return [...ownerClause(view), ...(silent ? stayingClause(view) : [])];
  }
}

/** With what is left counted as in the table. */
function gainsPhrase(gains: readonly AccessLine[]): Phrase {
  const { told, rest } = shownOf(gains);
  return [...listed(told, ACCESS_SHOWN), ...rest.flatMap((phrase) => [' ', ...phrase])];
}

/** Who answers for it from now on is said even where access changes as well. */
function ownerClause({ change: { metadata } }: ChangeView): readonly Phrase[] {
  const [before, after] = [metadata.before?.owner ?? null, metadata.after?.owner ?? null];
  if (metadata.before === null || metadata.after === null || before === after) return [];
  const named = (owner: string | null): Phrase => (owner === null ? ['nobody'] : [data(owner)]);
  return [['passes from ', ...named(before), ' to ', ...named(after)]];
}

function stayingClause(view: ChangeView): readonly Phrase[] {
  const others = editedProperties(view).filter((property) => property !== 'owner');
  if (others.length === 0) return [['its access stays']];
  return [['changes in ', ...propertiesPhrase(others), ', and its access stays']];
}

/** Few by name, many by their number: what ends needs less of a reader's minute than what begins. */
function lossesPhrase(losses: readonly AccessLine[]): Phrase {
  if (losses.length > LOSSES_SHOWN) {
    const permissions = losses.reduce((sum, line) => sum + line.permissions, 0);
    const resources = new Set(losses.flatMap((line) => line.resources));
    return [`${count(permissions, 'permission')} on ${count(resources.size, 'resource')}`];
  }
  return listed(
    losses.map(({ phrase }) => phrase),
    LOSSES_SHOWN,
  );
}

function propertiesPhrase(properties: readonly string[]): Phrase {
  return listed(
    properties.map((property) => [data(property)]),
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
  const what = word === '' ? propertiesPhrase(editedProperties(view)) : [word];
  return [`${blocked}${asked}`, ...what];
}

/** The column `risk`: what tells most, in the order of the assessment. */
export function riskPhrase(view: ChangeView): Phrase {
  const { level, reasons } = view.assessment.risk;
  const kept = reasons.length > REASONS_SHOWN ? reasons.slice(0, REASONS_SHOWN - 1) : reasons;
  const left = reasons.length - kept.length;
  return [
    `${level}: `,
    ...kept.flatMap(({ message }, index) => [index === 0 ? '' : '; ', said(message.replace(/\.$/u, ''))]),
    ...(left === 0 ? [] : [`; and ${count(left, 'more reason')}`]),
  ];
}

/** Cells `gains` and `loses`: each thing to say a line. */
export function accessCell(lines: readonly AccessLine[]): readonly Phrase[] {
  const { told, rest } = shownOf(lines);
  return [...told, ...rest];
}

/** What there is room for, and how many permissions are left. */
function shownOf(lines: readonly AccessLine[]): { readonly told: readonly Phrase[]; readonly rest: readonly Phrase[] } {
  const kept = lines.length <= ACCESS_SHOWN ? lines : lines.slice(0, ACCESS_SHOWN - 1);
  const left = lines.slice(kept.length).reduce((sum, { permissions }) => sum + permissions, 0);
  return {
    told: kept.map(({ phrase }) => phrase),
    rest: kept.length === lines.length ? [] : [[`and ${count(left, 'more permission')}`]],
  };
}

/** The columns `risk`, `what changes`, `gains` and `loses`, each thing to say a line. */
export function tableCells(view: ChangeView): readonly (readonly Phrase[])[] {
  return [
    [riskPhrase(view)],
    [whatPhrase(view)],
    [...accessCell(gainLines(view)), ...accessCell(heldLines(view))],
    [...accessCell(lossLines(view)), ...accessCell(keptLines(view))],
  ];
}
