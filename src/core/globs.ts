import picomatch from 'picomatch';
import { CODE_OWNERS_PATHS } from './code-owners.ts';
import { CONFIGURATION_PATH, type Configuration, type SourceConfiguration } from './configuration.ts';

/**
 * `governance`: a file that makes the rules. `desired`: a file with documents, or with a value for one. `manifest`: a plain manifest
 * of some source. Where several would hold, the first of governance, manifest and desired does.
 */
export type PathClass = 'governance' | 'desired' | 'manifest' | 'other';

/** What of a configuration says what its paths are. */
export type PathRules = Pick<Configuration, 'desired' | 'policies' | 'sources'>;

export type Classifier = (path: string) => PathClass;

/** GitHub reads owners from the first of these that exists; a change of any can change who owns what. */
const FIXED: ReadonlySet<string> = new Set([CONFIGURATION_PATH, ...CODE_OWNERS_PATHS]);

const FOLDERS = ['.github/workflows/', '.github/actions/'];

const OPTIONS = { dot: true, nonegate: true, noext: true, strictSlashes: true } as const;

const MAGIC = /[*?[\]{}]/u;

/** Which paths, given from the repository root with `/`, the configuration makes what. */
export function classifier(configuration: PathRules): Classifier {
  const desired = picomatch([...configuration.desired], OPTIONS);
  const manifest = picomatch(
    configuration.sources.flatMap(({ manifests = [] }) => manifests),
    OPTIONS,
  );
  const policies = picomatch(configuration.policies.flatMap(folderOrGlob), OPTIONS);
  return (path) => {
    if (isFixed(path) || policies(path)) return 'governance';
    if (manifest(path)) return 'manifest';
    return desired(path) ? 'desired' : 'other';
  };
}

/** Whether a file says what is desired, by documents or by plain manifests. */
export function isInput(kind: PathClass): boolean {
  return kind === 'desired' || kind === 'manifest';
}

/** The sources of which a path holds plain manifests. Whether it is one of the rules besides is not asked. */
export function manifestSources({ sources }: PathRules): (path: string) => readonly SourceConfiguration[] {
  const matchers = sources.flatMap((source) =>
    source.manifests === undefined ? [] : [{ source, matches: picomatch([...source.manifests], OPTIONS) }],
  );
  return (path) => matchers.flatMap(({ source, matches }) => (matches(path) ? [source] : []));
}

/** Whether a file of the desired state holds no documents but a value, for documents beside it that refer to it. */
export function isValueFile(path: string): boolean {
  return /\.json$/iu.test(path);
}

/** Which of the files that `policies` names hold policies: those in YAML that make no rules by themselves. */
export function isPolicyFile({ policies }: Pick<Configuration, 'policies'>): (path: string) => boolean {
  const named = picomatch(policies.flatMap(folderOrGlob), OPTIONS);
  return (path) => /\.ya?ml$/iu.test(path) && !isFixed(path) && named(path);
}

/** Which rule files every plan is judged by; the others say what runs, and who owns what where that is not asked. */
export function judgesOthers(configuration: Pick<Configuration, 'policies' | 'codeOwners'>): (path: string) => boolean {
  const isPolicy = isPolicyFile(configuration);
  const owns = (path: string): boolean => configuration.codeOwners !== null && isCodeOwners(path);
  return (path) => path === CONFIGURATION_PATH || isPolicy(path) || owns(path);
}

function isCodeOwners(path: string): boolean {
  return CODE_OWNERS_PATHS.some((one) => one === path);
}

function isFixed(path: string): boolean {
  return FIXED.has(path) || FOLDERS.some((folder) => path.startsWith(folder));
}

/** What is wrong with a glob; null when nothing is. */
export function globProblem(glob: string): string | null {
  if (glob.startsWith('/')) return "A glob is given from the root of the repository, without '/' in front.";
  if (glob.includes('\\')) return "A glob has '/' between folders, never a backslash.";
  if (glob.startsWith('!')) return 'A glob says what belongs, not what does not.';
  if (glob.split('/').some((segment) => segment === '..' || segment === '.'))
    return "A glob has no '.' and no '..' as a folder.";
  if (/[*?]{3,}/u.test(glob) || glob.split('**').length > 5) return "A glob has at most four '**'.";
  return /[()]/u.test(glob) ? 'A glob has no parentheses.' : null;
}

/** The folder in which every path that the glob matches lies, as far as it is written out; empty for the root. */
export function literalFolder(glob: string): string {
  const segments = glob.split('/').slice(0, -1);
  const magic = segments.findIndex((segment) => MAGIC.test(segment));
  return (magic === -1 ? segments : segments.slice(0, magic)).join('/');
}

function folderOrGlob(entry: string): readonly string[] {
  const folder = entry.endsWith('/') ? entry.slice(0, -1) : entry;
  return MAGIC.test(entry) ? [entry] : [folder, `${folder}/**`];
}
