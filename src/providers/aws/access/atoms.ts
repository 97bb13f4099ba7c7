import { compareText } from '../../../core/address.ts';
import { coversAction } from '../policy/covered.ts';
import { hasWildcard } from '../policy/glob.ts';
import type { Matched, Statement } from '../policy/model.ts';
import { actionsMatching, levelOf, mayActOn, type AccessLevel } from './actions.ts';
import { shareOfActions, type Share } from './overlap.ts';

/** Stands for every action that no pattern of the statements in question names. */
export const REST = '*';

/** More than these are told as one. */
const SPELT = 8;

/** What the statements' lists of actions tell apart: known actions, patterns of unknown ones, and the rest. */
export class Atoms {
  readonly all: readonly string[];
  readonly #named: readonly string[];
  readonly #patterns: readonly string[];

  /** @param more actions that are told apart although no statement names them */
  constructor(statements: readonly Statement[], more: readonly string[]) {
    const patterns = new Set(statements.flatMap(({ actions }) => actions.values));
    const named = [...patterns].filter((pattern) => pattern !== REST).sort(compareText);
    this.#named = named;
    this.#patterns = named.filter(hasWildcard);
    this.all = [...new Set([REST, ...more, ...named.flatMap(known)])];
  }

  /** The rest with every atom that is held as it is: everything, or all but what some of the statements' patterns name. */
  restLabel(members: readonly string[]): string {
    const inside = new Set(members);
    const left = this.#named.filter((pattern) => known(pattern).some((atom) => !inside.has(atom)));
    if (left.length === 0) return REST;
    const [first = ''] = left;
    return `all but ${left.length > SPELT ? `${left.length} patterns of actions such as ${first}` : left.join(', ')}`;
  }

  /** Atoms of one service that are held alike, as people read them: few by name, more by their pattern or their number. */
  labels(atoms: readonly string[]): readonly { readonly label: string; readonly atoms: readonly string[] }[] {
    if (atoms.length <= SPELT) return atoms.map((atom) => ({ label: atom, atoms: [atom] }));
    const sorted = [...atoms].sort(compareText);
    const [first = ''] = sorted;
    const pattern = this.#patterns.find(
      (one) =>
        coversAction(one, first) &&
        actionsMatching(one).length === sorted.length &&
        sorted.every((atom) => coversAction(one, atom)),
    );
    const what = pattern ?? `actions of ${first.slice(0, first.indexOf(':'))} such as ${first}`;
    return [{ label: `${what} (${countsOf(sorted)})`, atoms: sorted }];
  }
}

function known(pattern: string): readonly string[] {
  const actions = actionsMatching(pattern);
  return actions.length === 0 ? [pattern] : actions;
}

const ORDER: readonly AccessLevel[] = ['permissions management', 'write', 'tagging', 'list', 'read'];

/** `6 permissions management, 41 write, 80 read`. */
function countsOf(actions: readonly string[]): string {
  const levels = Map.groupBy(actions, (action) => levelOf(action) ?? 'write');
  return ORDER.flatMap((level) => {
    const count = levels.get(level)?.length ?? 0;
    return count === 0 ? [] : [`${count} ${level}`];
  }).join(', ');
}

export function serviceOf(atom: string): string {
  return atom === REST ? REST : atom.slice(0, atom.indexOf(':'));
}

/** The service of an ARN; a part with a wildcard or variable may reach beyond its colon, and more than an ARN is anybody's. */
const OWNER = /^arn:[\w-]+:([\w-]+):/u;

/** Whether an action can be on a resource at all, whoever allows it. */
export function mayBeOn(atom: string, resource: string): boolean {
  const [, owner] = OWNER.exec(resource) ?? [];
  return owner === undefined || atom === REST || mayActOn(serviceOf(atom).toLowerCase(), owner.toLowerCase());
}

const listed = new WeakMap<Matched, ReadonlySet<string>>();

/** How much of an atom a statement's actions are about. */
export function shareOfAtom(list: Matched, atom: string): Share {
  if (atom === REST) {
    const isAll = list.values.includes(REST);
    return isAll === (list.kind === 'in') ? 'all' : 'none';
  }
  if (hasWildcard(atom) || levelOf(atom) === null) return shareOfActions(list, atom);
  const actions =
    listed.get(list) ?? new Set(list.values.flatMap((value) => (value === REST ? [] : actionsMatching(value))));
  listed.set(list, actions);
  const isListed = list.values.includes(REST) || actions.has(atom);
  return isListed === (list.kind === 'in') ? 'all' : 'none';
}
