import type { Diagnostic, Location } from '../errors.ts';
import { classifier, isValueFile } from '../globs.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { jsonFault } from '../json-syntax.ts';
import { secretProblems } from '../misplaced-secrets.ts';
import { parseYaml } from '../yaml.ts';
import { composed, type Origin } from '../yaml/composed.ts';
import { diagnosticsOf, type YamlDocument } from '../yaml/document.ts';
import { LineIndex, pointerToken, pointerTokens } from '../yaml/place.ts';
import { quoted } from '../yaml/text.ts';
import { API_VERSION } from './envelope.ts';
import type { LoadContext } from './kinds.ts';
import type { Input } from './types.ts';

/** Files that hold a value for documents beside them, by path; null: what they hold cannot be used, as `diagnostics` says. */
export type ValueFiles = {
  readonly files: ReadonlyMap<string, YamlDocument | null>;
  readonly diagnostics: readonly Diagnostic[];
};

/** `files`: those that it refers to and that can be used. `document.sound` is false where a reference leads nowhere. */
export type Referring = {
  readonly document: YamlDocument;
  readonly files: readonly YamlDocument[];
  readonly named: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
};

/** @param inputs those whose names end in `.json` */
export function readValueFiles(inputs: readonly Input[]): ValueFiles {
  const files = new Map<string, YamlDocument | null>();
  const diagnostics: Diagnostic[] = [];
  for (const input of inputs) {
    const { documents, diagnostics: broken } = parseYaml(input);
    const [document, second] = documents;
    const problems = [
      ...broken.map((one) => (one.code === 'empty-file' ? emptyValue(one) : one)),
      ...(second === undefined ? [] : [severalValues(second.locate(''))]),
      ...(broken.length > 0 || second !== undefined ? [] : syntaxProblems(input)),
      ...(document === undefined ? [] : [...documentProblems(document), ...secretProblems(document)]),
    ];
    diagnostics.push(...problems);
    files.set(input.path, problems.length > 0 ? null : (document ?? null));
  }
  return { files, diagnostics };
}

/**
 * A document with the content of each file that it refers to in the reference's place.
 * @param root pointer to the spec. @param patterns the kind's `files`: pointers into the spec, in which `*` is any member
 */
export function withFiles(
  document: YamlDocument,
  root: string,
  patterns: readonly string[],
  { files, context }: { readonly files: ValueFiles['files']; readonly context: LoadContext },
): Referring {
  const origins = new Map<string, Origin>();
  const broken = new Set<string>();
  const named: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const tails = patterns.map((pattern) => [...pointerTokens(root), ...pointerTokens(pattern)]);
  const value = patterns.length === 0 ? document.value : replaced(document.value, tails, '', contentOf);
  if (named.length + broken.size === 0) return { document, files: [], named, diagnostics };
  const whole = composed(document, value, { origins, broken });
  return { document: whole, files: [...origins.values()].map((origin) => origin.document), named, diagnostics };

  function contentOf(reference: JsonObject, pointer: string): Json {
    const found = pathOf(reference['file'], document, `${pointer}/file`);
    if (found.kind === 'refused') {
      broken.add(pointer);
      diagnostics.push(found.diagnostic);
      return reference;
    }
    named.push(found.path);
    const content = files.get(found.path);
    if (content !== undefined && content !== null) {
      origins.set(pointer, { document: content, pointer: '' });
      return content.value;
    }
    broken.add(pointer);
    // What is wrong with the file itself is reported there.
    if (content === undefined) diagnostics.push(missingFile(found.path, document.locate(`${pointer}/file`), context));
    return reference;
  }
}

/** Files that no document refers to. */
export function unusedFiles({ files }: ValueFiles, used: ReadonlySet<string>): readonly Diagnostic[] {
  return [...files.keys()]
    .filter((path) => !used.has(path))
    .map((path) => ({
      code: 'file-unused',
      severity: 'warning',
      cause: 'No document refers to this file, so what it says means nothing.',
      mend: `Write { file: ${path.slice(path.lastIndexOf('/') + 1)} } in the document that it belongs to, or delete it.`,
      location: { path, line: 1, column: 1 },
    }));
}

/** One pass over what the patterns lead to; everything else is shared with the original. */
function replaced(
  value: Json,
  tails: readonly (readonly string[])[],
  pointer: string,
  replace: (reference: JsonObject, pointer: string) => Json,
): Json {
  if (tails.some((tail) => tail.length === 0) && isReference(value)) return replace(value, pointer);
  const below = (key: string, item: Json): Json => {
    const next = tails.filter(([first]) => first === '*' || first === key).map((tail) => tail.slice(1));
    return next.length === 0 ? item : replaced(item, next, `${pointer}/${pointerToken(key)}`, replace);
  };
  if (isJsonObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, below(key, item)]));
  return Array.isArray(value) ? value.map((item: Json, index) => below(String(index), item)) : value;
}

function isReference(value: Json): value is JsonObject {
  return isJsonObject(value) && Object.hasOwn(value, 'file') && Object.keys(value).length === 1;
}

type FoundPath =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic };

/** Relative to the folder that the reference is written in. */
function pathOf(file: Json | undefined, document: YamlDocument, pointer: string): FoundPath {
  const location = document.locate(pointer);
  const refuse = (cause: string): FoundPath => ({
    kind: 'refused',
    diagnostic: {
      code: 'file-reference',
      severity: 'error',
      cause,
      mend: "Write the path of a .json file of this repository, from the document's own folder, as in { file: policy.json }.",
      location,
    },
  });
  if (typeof file !== 'string' || file === '') return refuse('A reference names one file, as a text.');
  if (file.startsWith('/') || file.includes('\\')) return refuse(`${quoted(file)} is no relative path with '/'.`);
  const path = joined(location.path, file);
  if (path === null) return refuse(`${quoted(file)} leads out of the repository.`);
  return isValueFile(path) ? { kind: 'path', path } : refuse(`${quoted(file)} does not end in .json.`);
}

/** Null where it leads above the root. */
function joined(from: string, relative: string): string | null {
  const segments = from.split('/').slice(0, -1);
  for (const segment of relative.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join('/');
}

function missingFile(path: string, location: Location, { configuration }: LoadContext): Diagnostic {
  const isNamed = classifier(configuration)(path) === 'desired';
  return {
    code: 'file-reference-missing',
    severity: 'error',
    cause: isNamed
      ? `There is no file ${quoted(path, 200)}.`
      : `No glob under 'desired' names ${quoted(path, 200)}, so it was not read.`,
    mend: isNamed
      ? "Add it, or correct the path, which is from the document's own folder."
      : 'Put it where the globs of the configuration reach, or add a glob for it, such as identities/**/*.json.',
    location,
  };
}

/** Of what can be read as YAML: other programs read the file as JSON, and would not. */
function syntaxProblems({ path, bytes }: Input): readonly Diagnostic[] {
  const text = new TextDecoder().decode(bytes);
  const fault = jsonFault(text);
  if (fault === null) return [];
  const cause = `This is not JSON, as which other programs read the file: ${fault.due}.`;
  const mend =
    'Write it as JSON does: texts and keys in double quotes, no comments, and no comma after the last entry.';
  const problem = { code: 'json-syntax', cause, mend, offset: fault.offset };
  return diagnosticsOf([problem], { path, text, lines: new LineIndex(text) });
}

function emptyValue(problem: Diagnostic): Diagnostic {
  const mend = 'Write the value that the document beside it refers to, or delete the file and the reference.';
  return { ...problem, cause: 'The file holds no value.', mend };
}

function severalValues(location: Location): Diagnostic {
  return {
    code: 'several-values',
    severity: 'error',
    cause: 'A .json file holds one value.',
    mend: "Remove everything from the second '---' on.",
    location,
  };
}

/** It would be declared no longer, without a word. */
function documentProblems(document: YamlDocument): readonly Diagnostic[] {
  if (!isJsonObject(document.value) || document.value['apiVersion'] !== API_VERSION) return [];
  return [
    {
      code: 'document-in-json',
      severity: 'error',
      cause: 'This is a document, and a file that ends in .json holds only values for documents beside it.',
      mend: 'Rename the file to .yaml: JSON is YAML.',
      location: document.locate(''),
    },
  ];
}
