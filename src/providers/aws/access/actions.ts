import { compareText } from '../../../core/address.ts';
import { fitsPattern, literalsOf } from '../policy/glob.ts';
import table from './actions.json' with { type: 'json' };

/** As AWS's service authorization reference classifies actions. */
export type AccessLevel = 'list' | 'read' | 'tagging' | 'write' | 'permissions management';

const LEVELS: { readonly [letter: string]: AccessLevel } = {
  L: 'list',
  R: 'read',
  T: 'tagging',
  W: 'write',
  P: 'permissions management',
};

/** Of one service: each action in lower case to its spelling and level. */
type Known = ReadonlyMap<string, { readonly action: string; readonly level: AccessLevel }>;

const services: ReadonlyMap<string, { readonly [letter: string]: string }> = new Map(Object.entries(table.actions));
const read = new Map<string, Known>();
const NONE: Known = new Map();
/** What patterns stand for, of as many as an account's policies have: most are asked about again. */
const matching = new Map<string, readonly string[]>();
const REMEMBERED = 20_000;
let keys: ReadonlyMap<string, string> | null = null;

/** A service's names are taken apart when it is first asked for. */
function knownOf(service: string): Known {
  const letters = services.get(service);
  if (letters === undefined) return NONE;
  const known = read.get(service) ?? takenApart(service, letters);
  read.set(service, known);
  return known;
}

function takenApart(service: string, letters: { readonly [letter: string]: string }): Known {
  const all = Object.entries(letters).flatMap(([letter, names]) =>
    names.split(' ').map((name) => ({ action: `${service}:${name}`, level: LEVELS[letter] ?? 'write' })),
  );
  all.sort((left, right) => compareText(left.action, right.action));
  return new Map(all.map((one) => [one.action.toLowerCase(), one]));
}

/** Every service prefix that the table knows, sorted. */
export function knownServices(): readonly string[] {
  return [...services.keys()];
}

const others: ReadonlyMap<string, string> = new Map(Object.entries(table.resources));

/**
 * Whether actions of one service can be on a resource of another, as an ARN names it. Never false where nobody knows: of a service that
 * the table does not have anything may be true. Source: Resource types, in the service authorization reference.
 */
export function mayActOn(service: string, owner: string): boolean {
  if (service === owner || !services.has(service)) return true;
  const known = others.get(service)?.split(' ') ?? [];
  return known.includes(owner) || known.includes('*');
}

/** Null for an action that the table does not know. */
export function levelOf(action: string): AccessLevel | null {
  const lower = action.toLowerCase();
  return knownOf(serviceOf(lower)).get(lower)?.level ?? null;
}

/** Known actions that an action of a policy stands for, as AWS spells them, sorted. @param pattern in any case, with `*` and `?` */
export function actionsMatching(pattern: string): readonly string[] {
  const lower = pattern.toLowerCase();
  const found = matching.get(lower) ?? matchingIn(lower);
  if (matching.size < REMEMBERED) matching.set(lower, found);
  return found;
}

function matchingIn(lower: string): readonly string[] {
  const names = lower === '*' ? knownServices() : [serviceOf(lower)];
  return names.flatMap((service) =>
    [...knownOf(service)].flatMap(([name, { action }]) => (fitsPattern(lower, name) ? [action] : [])),
  );
}

/**
 * One spelling for all that mean the same: AWS matches actions without regard to case. As the table spells it; a pattern as the
 * shortest action that it fits; as it is written where nothing is known, but for the prefix of a service that is.
 */
export function spelledAction(text: string): string {
  const lower = text.toLowerCase();
  const known = knownOf(serviceOf(lower));
  const exact = known.get(lower);
  if (exact !== undefined) return exact.action;
  if (!/[*?]/u.test(lower)) return keptLetters(text);
  const fitting = [...known].filter(([name]) => fitsPattern(lower, name));
  // In the shortest one the pattern ends where a word does, if it does anywhere.
  const [name, like] = fitting.toSorted(([left], [right]) => left.length - right.length)[0] ?? [];
  return name === undefined || like === undefined ? keptLetters(text) : spelledAs(lower, name, like.action);
}

function keptLetters(text: string): string {
  const service = serviceOf(text).toLowerCase();
  return services.has(service) ? `${service}${text.slice(service.length)}` : text;
}

/** @param name that the pattern fits, in lower case; `action` is the same as AWS spells it */
function spelledAs(pattern: string, name: string, action: string): string {
  const pieces = literalsOf(pattern);
  let from = 0;
  return pieces
    .map(({ text, wild }) => {
      if (wild) return text;
      const at = Math.max(name.indexOf(text, from), from);
      from = at + text.length;
      return action.slice(at, from);
    })
    .join('');
}

function serviceOf(action: string): string {
  return action.slice(0, Math.max(action.indexOf(':'), 0));
}

/**
 * Condition keys are matched without regard to case. What follows a slash (the key of a tag, the path of an issuer) stays as it is:
 * it is a name of somebody else's.
 */
export function spelledConditionKey(text: string): string {
  keys ??= new Map(table.conditionKeys.split(' ').map((key) => [key.toLowerCase(), key]));
  const exact = keys.get(text.toLowerCase());
  if (exact !== undefined) return exact;
  const slash = text.indexOf('/') + 1;
  const stem = (slash === 0 ? text : text.slice(0, slash)).toLowerCase();
  return `${keys.get(stem) ?? stem}${slash === 0 ? '' : text.slice(slash)}`;
}
