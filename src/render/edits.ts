import { isPatternMark, isUnknownMark } from '../core/attributes.ts';
import type { ChangeAssessment } from '../core/assessment.ts';
import { canonicalize } from '../core/digest.ts';
import type { Location } from '../core/errors.ts';
import type { Json, JsonObject } from '../core/json.ts';
import { differences, type Difference } from '../core/leaves.ts';
import type { Change, Step } from '../core/plan.ts';
import { isListed, pathOf, segmentsOf, valueAt, type Path } from './path.ts';
import { conjoined, data, type Phrase } from './phrase.ts';
import { shown, visible } from './text.ts';
import { metadataChanges, type ChangeView } from './view.ts';
import { count } from './words.ts';

const POINTER_LIMIT = 500;
const EFFECT_LIMIT = 2000;
const EXPANSION_SHOWN = 20;

/**
 * One attribute that is edited: what was, what will be, and where its document says so. `member`: it is there or not, and says
 * nothing besides.
 */
export type Edit = {
  readonly kind: 'member' | 'value';
  readonly path: Path;
  readonly before: string | null;
  readonly after: string | null;
  readonly place: string;
};

/** Metadata first, then attributes by pointer, with values spelled as JSON, and what is no value in brackets, so that no two look the same. */
export function editsOf(view: ChangeView): readonly Edit[] {
  const { change, assessment } = view;
  const removed = change.metadata.after === null;
  const metadata = removed ? [] : metadataChanges(change);
  return [
    ...metadata.map(({ field, before, after }) => ({
      kind: 'value' as const,
      path: ['metadata', field],
      before: before === null ? null : canonicalize(before),
      after: after === null ? null : canonicalize(after),
      place: placeOf(assessment.location),
    })),
    ...differences(change.before, change.after)
      .filter((difference) => !isUnsaid(difference, change) && !isUnread(difference, change))
      .map((difference) => attributeEdit(difference, view)),
  ];
}

/** Nobody knows whether what is missing there is missing. */
function isUnread({ pointer, before }: Difference, { blocked }: Change): boolean {
  return (
    before === undefined &&
    blocked.some(
      ({ code, pointer: unread }) =>
        code === 'attribute-unread' && unread !== undefined && (pointer === unread || pointer.startsWith(`${unread}/`)),
    )
  );
}

/** That a list with members is all that there is goes without saying, as in documents. */
function isUnsaid(difference: Difference, change: Change): boolean {
  const list = wholeList(difference, change);
  return list !== null && Object.keys(list).length > 0;
}

/** The members of a list that comes or goes with the change and is all that there is, where the difference says that it is. */
function wholeList({ pointer, before, after }: Difference, { before: old, after: next }: Change): JsonObject | null {
  if (!pointer.endsWith('/others') || ![before, after].every((value) => value === undefined || value === 'remove'))
    return null;
  const list = valueAt(before === undefined ? next : old, segmentsOf(pointer).slice(0, -1));
  return isListed(list) ? list.values : null;
}

function attributeEdit(difference: Difference, { change, assessment }: ChangeView): Edit {
  const { pointer, before, after } = difference;
  const isEmptyList = wholeList(difference, change) !== null;
  const expansion = expansionOf(pointer, assessment);
  const shownAt = isEmptyList ? pointer.slice(0, -'/others'.length) : pointer;
  const path = pathOf(shownAt, [change.before, change.after], assessment.words);
  const textOf = (value: Json | undefined): string | null =>
    isEmptyList && value !== undefined ? '(empty)' : valueText(value, expansion);
  return {
    kind:
      path.length > 1 && [before, after].every((value) => value === undefined || value === true) ? 'member' : 'value',
    path,
    before: textOf(before),
    after: textOf(after),
    place: placeOf(assessment.locations[pointer] ?? null),
  };
}

/** `path:line`, or nothing. */
function placeOf(location: Location | null): string {
  return location === null ? '' : `${location.path}:${location.line}`;
}

const PLACES_SHOWN = 4;

/** Where its document stands, and what else it comes from; null where nobody knows. */
export function placesPhrase({ location, besides = [] }: ChangeAssessment, limit: number): Phrase | null {
  if (location === null) return null;
  const [own, others] = [data(placeOf(location), limit), besides.map((place) => [data(placeOf(place), limit)])];
  return others.length === 0 ? [own] : [own, ' with ', ...conjoined(others, PLACES_SHOWN)];
}

function expansionOf(pointer: string, assessment: ChangeAssessment): readonly string[] | null {
  const known = Object.entries(assessment.expansions).find(
    ([pattern]) => pointer === pattern || pointer.startsWith(`${pattern}/`),
  );
  return known?.[1] ?? null;
}

/** A pattern by which nothing is held is as good as no pattern. */
function valueText(value: Json | undefined, expansion: readonly string[] | null): string | null {
  if (value === undefined) return null;
  if (value === null) return '(none)';
  if (isUnknownMark(value)) return '(known after apply)';
  if (!isPatternMark(value)) return canonicalize(value);
  if (value.state === 'none') return null;
  return `(whatever matches${expansion === null ? '' : `; today ${expansionText(expansion)}`})`;
}

function expansionText(names: readonly string[]): string {
  if (names.length === 0) return 'nothing';
  const kept = names.slice(0, EXPANSION_SHOWN);
  const more = names.length - kept.length;
  return `${names.length}: ${kept.join(', ')}${more > 0 ? `, and ${count(more, 'more', 'more')}` : ''}`;
}

/** `grants, validUntil`: the properties of the spec and of the metadata that are edited, in the document's words. */
export function editedProperties(view: ChangeView): readonly string[] {
  const { change } = view;
  const metadata = change.metadata.after === null ? [] : metadataChanges(change).map(({ field }) => field);
  const words = view.assessment.words ?? {};
  const attributes = differences(change.before, change.after).map(({ pointer }) => {
    const [name = ''] = segmentsOf(pointer);
    return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
  });
  return [...new Set([...attributes, ...metadata])];
}

/** One line for each step: its number, what it waits for, and the effect exactly as it will be executed. */
export function stepLine(step: Step): string {
  const waits = step.dependsOn.length === 0 ? '' : ` after ${shown(step.dependsOn.join(', '), POINTER_LIMIT)}`;
  const stage = step.stage === 0 ? '' : ` in stage ${step.stage}`;
  const intent = step.repeat === 'intent' ? ' (intent first)' : '';
  const number = visible(step.id.slice(step.id.lastIndexOf('#')));
  return `${number}${waits}${stage}${intent} ${shown(canonicalize(step.effect), EFFECT_LIMIT)}`;
}
