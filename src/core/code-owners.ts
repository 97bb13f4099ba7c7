import { pathPattern, type PathPattern } from './path-pattern.ts';
import { isLogin, teamOf } from './people.ts';

/** Where GitHub looks for owners; the first of these that exists counts. */
export const CODE_OWNERS_PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

type Rule = {
  /** From 1. */ readonly line: number;
  readonly pattern: string;
  readonly matches: PathPattern;
  readonly owners: readonly string[];
};

/** `unowned`: nobody is named for them. `rejected`: somebody is, in a line that GitHub does not accept. */
export type Ownership = { readonly unowned: readonly string[]; readonly rejected: readonly string[] };

/** Longer patterns are not matched: such a line takes the owners away from everything. */
const PATTERN_LIMIT = 500;

/**
 * Who owns the paths, given from the repository's root: the last line that matches decides, and it may name nobody.
 * @param errors numbers of the lines that GitHub does not accept
 */
export function ownershipOf(codeOwners: string, paths: readonly string[], errors: readonly number[]): Ownership {
  const rules = rulesIn(codeOwners);
  const deciding = paths.map((path) => ({ path, rule: decidingOf(rules, path) }));
  return {
    unowned: deciding.filter(({ rule }) => (rule?.owners ?? []).length === 0).map(({ path }) => path),
    rejected: deciding
      .filter(({ rule }) => rule !== undefined && rule.owners.length > 0 && errors.includes(rule.line))
      .map(({ path }) => path),
  };
}

/** What CODEOWNERS says at one commit. `text` empty: there is no such file. */
export type CodeOwnersFile = { readonly path: string; readonly text: string };

/** As long as none was read. */
export const NO_CODE_OWNERS: CodeOwnersFile = { path: CODE_OWNERS_PATHS[0], text: '' };

/**
 * Who owns a document by its path. `owners`: any of them may answer, `@login` or `@org/team`, as they are spelt; empty: nobody is
 * named. `line`: the one that decides; null: none does. E-mail addresses name nobody, as only GitHub knows whose they are.
 */
export type PathOwners = { readonly owners: readonly string[]; readonly emails: number; readonly line: number | null };

const rulesOf = new WeakMap<CodeOwnersFile, readonly Rule[]>();

/** The last line that matches decides; one that GitHub cannot read is skipped, as it skips it. */
export function ownersOfPath(file: CodeOwnersFile, path: string): PathOwners {
  const rules = rulesOf.get(file) ?? rulesIn(file.text).filter(isAccepted);
  rulesOf.set(file, rules);
  const rule = decidingOf(rules, path);
  if (rule === undefined) return { owners: [], emails: 0, line: null };
  const owners = rule.owners.filter((owner) => owner.startsWith('@'));
  return { owners: [...new Set(owners)], emails: rule.owners.length - owners.length, line: rule.line };
}

function decidingOf(rules: readonly Rule[], path: string): Rule | undefined {
  const segments = path.split('/');
  return rules.findLast(({ matches }) => matches(segments));
}

function isAccepted({ pattern, owners }: Rule): boolean {
  return !/^(?:!|\\#)|\[/u.test(pattern) && owners.every((owner) => isOwner(owner) || EMAIL.test(owner));
}

const EMAIL = /^[^\s@]+@[^\s@]+$/u;

function isOwner(text: string): boolean {
  const team = teamOf(text);
  return team === null ? text.startsWith('@') && isLogin(text.slice(1)) : team.id === null;
}

function rulesIn(text: string): readonly Rule[] {
  return text.split(/\r\n|\n|\r/u).flatMap((line, index) => ruleIn(line, index + 1));
}

function ruleIn(text: string, line: number): readonly Rule[] {
  const words = text.match(/(?:\\.|[^\s\\])+/gu) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  const [pattern, ...owners] = comment === -1 ? words : words.slice(0, comment);
  if (pattern === undefined) return [];
  if (pattern.length > PATTERN_LIMIT) return [{ line, pattern, matches: () => true, owners: [] }];
  return [{ line, pattern, matches: pathPattern(pattern), owners }];
}
