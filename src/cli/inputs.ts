import { CODE_OWNERS_PATHS } from '../core/code-owners.ts';
import { CONFIGURATION_PATH, type Configuration } from '../core/configuration.ts';
import { parseConfiguration, type ParsedConfiguration } from '../core/configuration/parse.ts';
import type { DocumentProvider } from '../core/desired/kinds.ts';
import { overlookedFiles } from '../core/desired/overlooked.ts';
import type { Input } from '../core/desired/types.ts';
import type { Diagnostic } from '../core/errors.ts';
import { classifier, isInput, isPolicyFile } from '../core/globs.ts';
import { visible } from '../core/yaml/text.ts';
import { LIMITS } from '../core/yaml/limits.ts';
import type { FileRead, Files } from './context.ts';

const MAXIMUM_BYTES = 64 * 1_048_576;

export type Inputs = { readonly inputs: readonly Input[]; readonly diagnostics: readonly Diagnostic[] };

/** The configuration as it stands in the working tree. */
export async function readConfiguration(
  files: Files,
  providers: readonly DocumentProvider[],
  path = CONFIGURATION_PATH,
): Promise<ParsedConfiguration> {
  const found = await files.read(path, LIMITS.bytes);
  if (found.kind === 'bytes')
    return await withCodeOwners(files, parseConfiguration({ path, bytes: found.bytes }, providers));
  if (found.kind !== 'absent') return { kind: 'invalid', diagnostics: [refusalOf(path, found)] };
  const mend = `Write ${CONFIGURATION_PATH}, or name the file with --config.`;
  return {
    kind: 'invalid',
    diagnostics: [
      {
        code: 'configuration-missing',
        severity: 'error',
        cause: 'There is no configuration.',
        mend,
        location: start(path),
      },
    ],
  };
}

/** With the file that GitHub reads owners from, where the configuration asks it. */
async function withCodeOwners(files: Files, parsed: ParsedConfiguration): Promise<ParsedConfiguration> {
  if (parsed.kind === 'invalid' || parsed.configuration.codeOwners === null) return parsed;
  for (const path of CODE_OWNERS_PATHS) {
    const found = await files.read(path, LIMITS.bytes);
    if (found.kind === 'absent') continue;
    if (found.kind !== 'bytes') return { kind: 'invalid', diagnostics: [refusalOf(path, found)] };
    const codeOwners = { path, text: Buffer.from(found.bytes).toString('utf8') };
    return { ...parsed, configuration: { ...parsed.configuration, codeOwners } };
  }
  return parsed;
}

/** The named files, each refused by itself where it cannot be read. */
export async function readInputs(files: Files, paths: readonly string[]): Promise<Inputs> {
  const inputs: Input[] = [];
  const diagnostics: Diagnostic[] = [];
  let total = 0;
  for (const path of paths) {
    const found = await files.read(path, LIMITS.bytes);
    if (found.kind !== 'bytes') diagnostics.push(refusalOf(path, found));
    else if (total + found.bytes.length > MAXIMUM_BYTES)
      return { inputs, diagnostics: [...diagnostics, tooMuch(path)] };
    else {
      total += found.bytes.length;
      inputs.push({ path, bytes: found.bytes });
    }
  }
  return { inputs, diagnostics };
}

/** Every file of the working tree that the configuration makes desired state. */
export async function readDesired(tree: Files, configuration: Configuration): Promise<Inputs> {
  const classify = classifier(configuration);
  const { entries, truncated } = await tree.list();
  // A linked folder is not walked, so it is judged by what it would hold.
  const desired = entries.filter(({ path, kind }) =>
    kind === 'file'
      ? isInput(classify(path))
      : ['', '/document.yaml', '/document.yml', '/value.json'].some((below) => isInput(classify(`${path}${below}`))),
  );
  const { inputs, diagnostics } = await readInputs(
    tree,
    desired.map(({ path }) => path),
  );
  const files = entries.flatMap(({ kind, path }) => (kind === 'file' ? [path] : []));
  const beside = overlookedFiles(files, configuration);
  return { inputs, diagnostics: [...diagnostics, ...beside, ...(truncated ? [tooManyFiles()] : [])] };
}

/** Every file of the tree that holds policies, by the configuration. */
export async function readPolicies(tree: Files, configuration: Pick<Configuration, 'policies'>): Promise<Inputs> {
  if (configuration.policies.length === 0) return { inputs: [], diagnostics: [] };
  const { entries, truncated } = await tree.list();
  const isPolicy = isPolicyFile(configuration);
  const named = entries.filter(({ path, kind }) =>
    kind === 'file' ? isPolicy(path) : isPolicy(path) || isPolicy(`${path}/document.yaml`),
  );
  const read = await readInputs(
    tree,
    named.map(({ path }) => path),
  );
  return truncated ? { ...read, diagnostics: [...read.diagnostics, tooManyFiles()] } : read;
}

function refusalOf(path: string, found: Exclude<FileRead, { kind: 'bytes' }>): Diagnostic {
  return { ...refusals(found), severity: 'error', location: start(path) };
}

function refusals(
  found: Exclude<FileRead, { kind: 'bytes' }>,
): Pick<Diagnostic, 'code' | 'cause' | 'mend' | 'evidence'> {
  switch (found.kind) {
    case 'too-large': {
      const cause = `The file is larger than ${LIMITS.bytes} bytes, so it was not read.`;
      return {
        code: 'input-too-large',
        cause,
        evidence: `${found.size} bytes`,
        mend: 'Split it into several files, or take it out of the desired-state globs.',
      };
    }
    case 'symlink':
      return {
        code: 'symlink',
        cause: 'This is a symbolic link, or stands in a folder that is one.',
        mend: 'Put the file itself here: what a link leads to is not what is reviewed.',
      };
    case 'absent':
      return { code: 'file-missing', cause: 'There is no such file.', mend: 'Check the path.' };
    case 'not-a-file':
      return { code: 'not-a-file', cause: 'This is not a file.', mend: 'Name a file.' };
    case 'unreadable':
      return {
        code: 'file-unreadable',
        cause: 'The file cannot be read.',
        evidence: visible(found.reason),
        mend: 'Check its permissions.',
      };
  }
}

function tooMuch(path: string): Diagnostic {
  const cause = `The files hold more than ${MAXIMUM_BYTES} bytes together, so this one and those after it were not read.`;
  return {
    code: 'inputs-too-large',
    severity: 'error',
    cause,
    mend: 'Make the desired-state globs match documents only.',
    location: start(path),
  };
}

function tooManyFiles(): Diagnostic {
  const cause = 'The working tree has more files, or deeper folders, than are looked through, so some were not read.';
  return { code: 'too-many-files', severity: 'error', cause, mend: 'Name the files on the command line.' };
}

function start(path: string) {
  return { path, line: 1, column: 1 };
}
