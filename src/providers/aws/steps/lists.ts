import { compareText } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import { canonicalize } from '../../../core/digest.ts';
import type { Json } from '../../../core/json.ts';
import type { StepDraft } from '../../../core/ports.ts';
import { membersOf, type ListName } from '../normal-form/project.ts';
import { edit, members, type Effect } from './effect.ts';

/** One member of a list that changes; an absent side is undefined. */
export type MemberChange = {
  readonly name: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
};

/** The members in which two forms differ, sorted by name. A list that the second form does not have is not managed. */
export function memberChanges(
  before: Attributes | null,
  after: Attributes | null,
  list: ListName,
): readonly MemberChange[] {
  if (after !== null && after[list] === undefined) return [];
  const [old, next] = [membersOf(before, list), membersOf(after, list)];
  return [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .toSorted(compareText)
    .map((name) => ({ name, before: valueOf(old, name), after: valueOf(next, name) }))
    .filter((one) => !same(one.before, one.after));
}

export function removed({ after }: MemberChange): boolean {
  return after === undefined;
}

/** A step for each member that goes or comes. */
export function memberSteps(
  list: ListName,
  changes: readonly MemberChange[],
  effectOf: (change: MemberChange) => Effect,
): readonly StepDraft[] {
  return changes.map((change) => {
    const { name, before, after } = change;
    return edit(effectOf(change), members(list, [[name, before]]), members(list, [[name, after]]));
  });
}

/** Tags in at most two calls: first those that go, so that the new ones find room. */
export function tagSteps(
  changes: readonly MemberChange[],
  calls: { untag(keys: readonly string[]): Effect; tag(tags: Json): Effect },
): readonly StepDraft[] {
  const going = changes.filter(removed);
  const coming = changes.filter((one) => !removed(one));
  const step = (made: Effect, some: readonly MemberChange[]): StepDraft =>
    edit(
      made,
      members(
        'tags',
        some.map(({ name, before }) => [name, before] as const),
      ),
      members(
        'tags',
        some.map(({ name, after }) => [name, after] as const),
      ),
    );
  return [
    ...(going.length === 0 ? [] : [step(calls.untag(going.map(({ name }) => name)), going)]),
    ...(coming.length === 0 ? [] : [step(calls.tag(tagList(coming)), coming)]),
  ];
}

/** Tags as IAM takes them. */
export function tagList(changes: readonly MemberChange[]): Json {
  return changes.map(({ name, after }) => ({ Key: name, Value: after ?? '' }));
}

function valueOf(values: { readonly [name: string]: Json }, name: string): Json | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function same(left: Json | undefined, right: Json | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return canonicalize(left) === canonicalize(right);
}
