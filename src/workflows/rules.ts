import type { Configuration } from '../core/configuration.ts';
import { compareText } from '../core/address.ts';
import { CONFIGURATION_PATH } from '../core/configuration.ts';
import { parseConfiguration } from '../core/configuration/parse.ts';
import { overlookedFiles } from '../core/desired/overlooked.ts';
import type { Loaded } from '../core/desired/types.ts';
import { load } from '../core/desired/load.ts';
import { sha256 } from '../core/digest.ts';
import { CountersignError, pathsOf, type Diagnostic } from '../core/errors.ts';
import { classifier, isInput } from '../core/globs.ts';
import type { Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import type { Provider } from '../core/ports.ts';
import type { Contents } from '../github/contents.ts';
import { changedPaths, type Tree } from '../github/tree.ts';
import { codeOwnersIn } from './code-owners.ts';
import { policiesIn } from './policies.ts';

export type Providers = ReadonlyMap<string, Provider>;

export type RulesSurface = { readonly contents: Contents; readonly providers: Providers };

/** The rules at one commit. `absent`: Countersign is not installed there. */
export type Rules =
  | { readonly kind: 'absent' }
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'rules'; readonly configuration: Configuration };

export async function rulesAt(contents: Contents, commit: string, providers: Providers): Promise<Rules> {
  const tree = await contents.tree(commit);
  const entry = tree.get(CONFIGURATION_PATH);
  if (entry === undefined) return { kind: 'absent' };
  const { inputs, diagnostics } = await contents.inputs(tree, (path) => path === CONFIGURATION_PATH);
  const [input] = inputs;
  if (input === undefined) return { kind: 'invalid', diagnostics };
  const parsed = parseConfiguration(input, [...providers.values()]);
  if (parsed.kind === 'invalid') return parsed;
  const owners = await codeOwnersIn(contents, tree, parsed.configuration);
  if (owners.kind === 'invalid') return owners;
  const policySet = await policiesIn(contents, tree, parsed.configuration);
  return { kind: 'rules', configuration: { ...parsed.configuration, policySet, codeOwners: owners.file } };
}

/** @throws CountersignError `rules-missing` where a decision needs rules and there are none that can be read. */
export async function requireRules(contents: Contents, commit: string, providers: Providers): Promise<Configuration> {
  const rules = await rulesAt(contents, commit, providers);
  if (rules.kind === 'rules') return rules.configuration;
  const [first] = rules.kind === 'invalid' ? rules.diagnostics : [];
  throw new CountersignError(
    'rules-missing',
    `There are no readable rules in ${CONFIGURATION_PATH} at ${commit.slice(0, 7)}.`,
    {
      mend: 'Let an administrator land a valid configuration; countersign validate shows what is wrong with it.',
      ...(first === undefined ? {} : { evidence: `${first.code}: ${first.cause}` }),
    },
  );
}

/** What is declared at one commit, by the globs and sources of the given rules. @param among only in these files */
export async function desiredAt(
  contents: Contents,
  commit: string,
  configuration: Configuration,
  providers: Providers,
  among: (path: string) => boolean = () => true,
): Promise<Loaded> {
  const classify = classifier(configuration);
  const { inputs, diagnostics } = await contents.inputs(
    await contents.tree(commit),
    (path) => among(path) && isInput(classify(path)),
  );
  const loaded = load(inputs, { providers: [...providers.values()], configuration }, pathsOf(diagnostics));
  return { ...loaded, diagnostics: [...diagnostics, ...loaded.diagnostics] };
}

/** Rule files that differ between two commits, sorted by path; also what is one only by the rules of the later commit. */
export async function governanceBetween(
  { contents, providers }: RulesSurface,
  base: string,
  head: string,
  configuration: Configuration,
): Promise<Plan['governance']> {
  const classify = classifier(configuration);
  const [before, after] = [await contents.tree(base), await contents.tree(head)];
  const changed = changedPaths(before, after).filter(({ path }) => classify(path) === 'governance');
  const [were, are] = [await rulesAt(contents, base, providers), await rulesAt(contents, head, providers)];
  const taken = were.kind === 'rules' && are.kind === 'rules' ? takenAsRules(after, were, are) : [];
  const common = new Set(changed.map(({ path }) => path));
  const paths = new Set([...common, ...taken]);
  const [old, now] = [await ruleHashes(contents, before, common), await ruleHashes(contents, after, paths)];
  return [...paths]
    .toSorted(compareText)
    .map((path) => ({ path, base: old.get(path) ?? null, head: now.get(path) ?? null }));
}

type Readable = Extract<Rules, { kind: 'rules' }>;

/** Paths that become rules without a change of their own. Told by what stands at the two commits, whichever rules judge. */
function takenAsRules(tree: Tree, before: Readable, after: Readable): readonly string[] {
  const [was, is] = [classifier(before.configuration), classifier(after.configuration)];
  return [...tree.keys()].filter((path) => is(path) === 'governance' && was(path) !== 'governance');
}

/**
 * Hashes of rule files' bytes, by path. What is no file is a rule all the same: a link or submodule counts by what it
 * names. @throws CountersignError `rule-unreadable` when a file's bytes cannot be had.
 */
export async function ruleHashes(
  contents: Contents,
  tree: Tree,
  paths: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Sha256>> {
  const { inputs, diagnostics } = await contents.inputs(tree, (path) => paths.has(path));
  const hashes = new Map(inputs.map(({ path, bytes }) => [path, sha256(bytes)]));
  for (const { path, kind, sha } of tree.values()) {
    if (paths.has(path) && kind !== 'file') hashes.set(path, sha256(`${kind} ${sha}`));
  }
  const missing = diagnostics.find(({ location }) => location !== undefined && !hashes.has(location.path));
  if (missing === undefined) return hashes;
  throw new CountersignError('rule-unreadable', `A rule file cannot be read: ${missing.cause}`, {
    evidence: missing.location?.path ?? '',
    mend: missing.mend,
  });
}

/** Whether anything that Countersign looks at differs between two commits. */
export async function isConcerned(
  contents: Contents,
  base: string,
  head: string,
  configuration: Configuration,
): Promise<boolean> {
  const classify = classifier(configuration);
  return changedPaths(await contents.tree(base), await contents.tree(head)).some(
    ({ path }) => classify(path) !== 'other',
  );
}

/** Files of the head that differ from the start and are not read, for the ending of their names alone. */
export async function overlookedBetween(
  contents: Contents,
  start: string,
  head: string,
  configuration: Configuration,
): Promise<readonly Diagnostic[]> {
  const changed = changedPaths(await contents.tree(start), await contents.tree(head));
  const files = changed.flatMap(({ path, after }) => (after?.kind === 'file' ? [path] : []));
  return overlookedFiles(files, configuration);
}
