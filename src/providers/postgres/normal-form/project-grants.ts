import { isPatternMark, patternMark, type PatternMark } from '../../../core/attributes.ts';
import type { PostgresFacts } from '../facts.ts';
import type { Listed, ObjectGrants, PrivilegeSet, PrivilegeState } from './model.ts';
import { parseObject } from '../names/objects.ts';
import { isEmpty, mapEntries, own } from '../own.ts';
import { covers, expandPattern, isPatternKey, parsePattern, type Pattern } from './patterns.ts';
import { namedPrivileges } from './named.ts';

type Grants = Listed<{ readonly [database: string]: ObjectGrants }>;

type GrantsQuestion = {
  readonly role: string;
  readonly facts: PostgresFacts;
  readonly found: Grants | undefined;
  readonly head: Grants;
  readonly base: Grants | undefined;
};

/** One declared privilege of one pattern. `leaving`: only the base declares it, or the head marks it `none`. */
type Declared = {
  readonly key: string;
  readonly pattern: Pattern;
  readonly privilege: string;
  readonly leaving: boolean;
};

/** One database of the question. */
type Place = {
  readonly role: string;
  readonly facts: PostgresFacts['database'][string] | undefined;
  readonly found: ObjectGrants;
  readonly head: ObjectGrants;
  readonly patterns: readonly Declared[];
};

/** Grants as found: facts named one by one or covered by no pattern, and at each pattern's place how far it holds. */
export function projectGrants({ role, facts, found, head, base }: GrantsQuestion): Grants {
  const keep = head.others === 'keep';
  const all = [found?.values, head.values, keep ? undefined : base?.values];
  const databases = [...new Set(all.flatMap((values) => Object.keys(values ?? {})))].sort();
  const values = databases.flatMap((database): [string, ObjectGrants][] => {
    const headHere = own(head.values, database) ?? {};
    const baseHere = keep ? {} : (own(base?.values, database) ?? {});
    const place = {
      role,
      facts: own(facts.database, database),
      found: own(found?.values, database) ?? {},
      head: headHere,
      patterns: declaredPatterns(headHere, baseHere),
    };
    const grants = { ...objectGrants(place, head.others), ...patternMarks(place) };
    return isEmpty(grants) ? [] : [[database, grants]];
  });
  return { others: head.others, values: Object.fromEntries(values) };
}

function declaredPatterns(head: ObjectGrants, base: ObjectGrants): readonly Declared[] {
  const [inHead, inBase] = [patternsIn(head), base === head ? [] : patternsIn(base)];
  if (inHead.length === 0 && inBase.length === 0) return [];
  const staying = inHead.filter(({ mark }) => mark.state !== 'none');
  const isStaying = (key: string, privilege: string) =>
    staying.some((one) => one.key === key && one.privilege === privilege);
  const leaving = [...inHead, ...inBase].filter(({ key, privilege }) => !isStaying(key, privilege));
  const once = new Map(leaving.map((one) => [JSON.stringify([one.key, one.privilege]), one]));
  return [
    ...staying.map((one) => ({ ...one, leaving: false })),
    ...[...once.values()].map((one) => ({ ...one, leaving: true })),
  ];
}

function patternsIn(grants: ObjectGrants) {
  return Object.keys(grants)
    .filter(isPatternKey)
    .flatMap((key) => {
      const pattern = parsePattern(key);
      return Object.entries(own(grants, key) ?? {}).flatMap(([privilege, mark]) =>
        isPatternMark(mark) ? [{ key, pattern, privilege, mark }] : [],
      );
    });
}

function objectGrants(place: Place, others: 'remove' | 'keep'): ObjectGrants {
  if (others === 'remove' && place.patterns.length === 0) return place.found;
  return mapEntries(place.found, (key, found) => {
    const named = own(place.head, key);
    if (others === 'keep') return namedPrivileges(found, named);
    const shown = mapEntries(found, (privilege, state) =>
      own(named, privilege) === undefined ? uncovered(place, key, privilege, state) : state,
    );
    return isEmpty(shown) ? undefined : shown;
  });
}

/** What is left of a fact beside the patterns that cover it. */
function uncovered(
  place: Place,
  key: string,
  privilege: string,
  state: PrivilegeSet[string],
): PrivilegeState | undefined {
  if (isPatternMark(state)) return undefined;
  const candidates = place.patterns.filter((declared) => declared.privilege === privilege);
  if (candidates.length === 0) return state;
  const object = parseObject(key);
  const covering = candidates.filter(({ pattern }) => covers(pattern, object));
  if (covering.length === 0) return state;
  return state === 'grantable' && !covering.some(({ pattern }) => pattern.grantable) ? 'option' : undefined;
}

function patternMarks(place: Place): ObjectGrants {
  const marks = new Map<string, { [privilege: string]: PatternMark }>();
  for (const declared of place.patterns) {
    const privileges = marks.get(declared.key) ?? {};
    marks.set(declared.key, { ...privileges, [declared.privilege]: patternMark(stateOf(place, declared)) });
  }
  return Object.fromEntries(marks);
}

/** Asked of every matched object that the role does not own and that the head does not name by itself. */
function stateOf(place: Place, declared: Declared): PatternMark['state'] {
  const objects = expandPattern(declared.pattern, place.facts).filter((key) => isAsked(place, declared, key));
  const holding = objects.filter((key) => holds(place, declared, key)).length;
  if (objects.length === 0) return 'empty';
  return holding === 0 ? 'none' : holding === objects.length ? 'held' : 'mixed';
}

function isAsked(place: Place, declared: Declared, key: string): boolean {
  if (own(place.facts?.objects, key) === place.role) return false;
  if (own(own(place.head, key), declared.privilege) !== undefined) return false;
  const staying = stayingOver(place, declared, key);
  return !staying.some(({ pattern }) => pattern.grantable || !declared.pattern.grantable);
}

/** A privilege that leaves with grant option while a plain pattern stays leaves only its option. */
function holds(place: Place, declared: Declared, key: string): boolean {
  const state = own(own(place.found, key), declared.privilege);
  const optionOnly = declared.pattern.grantable && (!declared.leaving || stayingOver(place, declared, key).length > 0);
  return optionOnly ? state === 'grantable' : state !== undefined;
}

/** Patterns that stay and cover the object too, where the asked one leaves. */
function stayingOver(place: Place, declared: Declared, key: string): readonly Declared[] {
  if (!declared.leaving) return [];
  const rivals = place.patterns.filter((other) => !other.leaving && other.privilege === declared.privilege);
  if (rivals.length === 0) return [];
  const object = parseObject(key);
  return rivals.filter(({ pattern }) => covers(pattern, object));
}
