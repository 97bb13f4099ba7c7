import picomatch from 'picomatch';

/** Where GitHub looks for owners; the first of these that exists counts. */
export const CODE_OWNERS_PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

type Rule = {
  /** From 1. */ readonly line: number;
  readonly matches: (path: string) => boolean;
  readonly owners: readonly string[];
};

/** `unowned`: nobody is named for them. `rejected`: somebody is, in a line that GitHub does not accept. */
export type Ownership = { readonly unowned: readonly string[]; readonly rejected: readonly string[] };

const OPTIONS = {
  dot: true,
  nonegate: true,
  noext: true,
  nobrace: true,
  nobracket: true,
  strictSlashes: true,
} as const;

/** Longer patterns, and more wildcards in one, are not matched: such a line takes the owners away from everything. */
const PATTERN_LIMIT = 500;
const WILDCARD_LIMIT = 8;

/**
 * Who owns the paths, given from the repository's root: the last line that matches decides, and it may name nobody.
 * @param errors numbers of the lines that GitHub does not accept
 */
export function ownershipOf(codeOwners: string, paths: readonly string[], errors: readonly number[]): Ownership {
  const rules = codeOwners.split(/\r\n|\n|\r/u).flatMap((text, index) => ruleIn(text, index + 1));
  const deciding = paths.map((path) => ({ path, rule: rules.findLast(({ matches }) => matches(path)) }));
  return {
    unowned: deciding.filter(({ rule }) => (rule?.owners ?? []).length === 0).map(({ path }) => path),
    rejected: deciding
      .filter(({ rule }) => rule !== undefined && rule.owners.length > 0 && errors.includes(rule.line))
      .map(({ path }) => path),
  };
}

function ruleIn(text: string, line: number): readonly Rule[] {
  const words = text.match(/(?:\\.|[^\s\\])+/gu) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  const [pattern, ...owners] = comment === -1 ? words : words.slice(0, comment);
  if (pattern === undefined) return [];
  if (pattern.length > PATTERN_LIMIT || pattern.split(/[*?]/u).length > WILDCARD_LIMIT + 1)
    return [{ line, matches: () => true, owners: [] }];
  return [{ line, matches: picomatch([...globsOf(pattern)], OPTIONS), owners }];
}

/** A pattern as gitignore has it, but for `docs/*`, which does not reach into folders. */
function globsOf(pattern: string): readonly string[] {
  const isFolder = pattern.endsWith('/');
  const name = pattern.replace(/^\/|\/$/gu, '');
  const isAnchored = pattern.startsWith('/') || name.includes('/');
  const glob = isAnchored ? name : `**/${name}`;
  if (isFolder) return [`${glob}/**`];
  const last = name.split('/').at(-1) ?? '';
  return last.includes('*') ? [glob] : [glob, `${glob}/**`];
}
