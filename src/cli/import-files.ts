import { dirname, posix, relative, resolve, sep } from 'node:path';
import type { Address } from '../core/address.ts';
import type { Configuration } from '../core/configuration.ts';
import type { SourceFacts } from '../core/diff.ts';
import { CountersignError } from '../core/errors.ts';
import { classifier } from '../core/globs.ts';
import type { LiveState, NotModelled, Unreadable } from '../core/live.ts';
import { visible } from '../core/yaml/text.ts';
import type { CliContext } from './context.ts';
import { documentFor, headerOf, type ImportContext, type ImportedDocument } from './import-document.ts';
import { fileNameOf } from './import-name.ts';

export type Imported = {
  readonly source: SourceFacts;
  readonly documents: readonly ImportedDocument[];
  /** Identities that documents declare already. */ readonly known: number;
  readonly notModelled: readonly NotModelled[];
  /** Identities that could not be read in full, so that no document may speak of them. */
  readonly unread: readonly Unreadable[];
};

/** A document for each live identity that was read and is not declared. */
export function importLive(context: ImportContext, declared: ReadonlySet<Address>): Imported {
  const { live } = context.source;
  const unread = live.unreadable.filter(({ pointer }) => pointer === null);
  const broken = new Set(unread.map(({ address }) => address));
  const results = live.objects
    .filter(({ address }) => !declared.has(address) && !broken.has(address))
    .map((object) => documentFor(object, context));
  const documents = results.flatMap((one) => ('yaml' in one ? [withHidden(one, live)] : []));
  const left = results.flatMap((one) => ('yaml' in one ? one.notModelled : [one]));
  const known = live.objects.filter(({ address }) => declared.has(address)).length;
  const notModelled = [...new Set([...live.notModelled, ...hiddenIn(live), ...left])];
  return { source: context.source, documents, known, notModelled, unread };
}

/** What was seen to be there and not read is in no document either. */
function hiddenIn({ unreadable }: LiveState): readonly NotModelled[] {
  return unreadable.flatMap(({ address, pointer, reason }) =>
    pointer === null ? [] : [{ address, what: `${pointer} was not read`, detail: reason.message }],
  );
}

function withHidden(document: ImportedDocument, live: LiveState): ImportedDocument {
  const hidden = hiddenIn(live).filter(({ address }) => address === document.address);
  return { ...document, notModelled: [...document.notModelled, ...hidden] };
}

export type Destination = {
  readonly out: string;
  /** Folder or URL of the JSON Schemas. */ readonly schemas: string;
  readonly how: 'create' | 'replace';
  readonly configuration: Configuration;
};

/** Writes all files or, where one is in the way, none. @returns the exit code. */
export async function writeImported(context: CliContext, imported: Imported, to: Destination): Promise<0 | 1> {
  const { stdout, stderr, files } = context;
  const paths = imported.documents.map((document) => ({ document, path: pathOf(document, imported.source, to.out) }));
  const inTheWay = await obstacles(context, paths, to.how);
  if (inTheWay.length > 0) {
    stderr.write(inTheWay.map((line) => `${visible(line)}\n`).join(''));
    stderr.write('Nothing was written. Move these away, or replace the files with --force.\n');
    return 1;
  }
  for (const { document, path } of paths) {
    const header = headerOf(schemaFor(context.cwd, path, document.kind, to.schemas), document, imported.source);
    const outcome = await files.write(path, Buffer.from(`${header}${document.yaml}`), to.how);
    if (outcome !== 'written') throw appeared(path);
    stdout.write(`wrote ${visible(path)}\n`);
  }
  for (const { address, what, detail } of imported.notModelled)
    stdout.write(`${visible(`not modelled: ${address === null ? '' : `${address}: `}${what}: ${detail}`)}\n`);
  for (const { address, reason } of imported.unread)
    stdout.write(`${visible(`not read: ${address ?? ''}: ${reason.code}: ${reason.message}`)}\n`);
  stderr.write(summary(imported));
  stderr.write(cautions(paths));
  if (await isMissing(files, to.schemas))
    stderr.write(
      `Editors find no schemas in ${visible(to.schemas)}: run 'countersign schemas --out ${visible(to.schemas)}' once.\n`,
    );
  const classify = classifier(to.configuration);
  if (paths.some(({ path }) => classify(fromRoot(context.cwd, path)) !== 'desired'))
    stderr.write(
      `Some of these paths are not among the configuration's desired globs, so nothing reads them there: ${to.configuration.desired.join(', ')}\n`,
    );
  return imported.unread.length === 0 ? 0 : 1;
}

/** What is rarely meant when everything is imported. */
function cautions(written: readonly { readonly document: ImportedDocument; readonly path: string }[]): string {
  const lines = written.flatMap(({ document: { caution }, path }) =>
    caution === null ? [] : [`  ${visible(`${path}: ${caution}`)}\n`],
  );
  if (lines.length === 0) return '';
  const head = "Delete the documents of what Countersign shall not manage, and exclude it in the source's boundary:\n";
  return `${head}${lines.join('')}`;
}

async function isMissing(files: Pick<CliContext['files'], 'read'>, schemas: string): Promise<boolean> {
  if (isUrl(schemas)) return false;
  return (await files.read(posix.join(schemas.split(sep).join('/'), 'Document.json'), 0)).kind === 'absent';
}

function isUrl(schemas: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//u.test(schemas);
}

/** A provider with several kinds gets a folder for each, and a namespace one within, since names are unique only there. */
function pathOf({ kind, name, namespace }: ImportedDocument, { provider }: SourceFacts, out: string): string {
  const folder = provider.kinds.length > 1 ? posix.join(out, kind.toLowerCase()) : out;
  const within = namespace === null ? folder : posix.join(folder, fileNameOf(namespace));
  return posix.join(within, `${fileNameOf(name)}.yaml`);
}

async function obstacles(
  { files }: CliContext,
  paths: readonly { readonly path: string }[],
  how: Destination['how'],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { path } of paths) {
    const { kind } = await files.read(path, 0);
    if (kind === 'symlink') found.push(`${path}: is or goes through a symbolic link`);
    else if (kind === 'not-a-file') found.push(`${path}: is not a file`);
    else if (kind !== 'absent' && how === 'create') found.push(`${path}: is there already`);
  }
  return found;
}

function schemaFor(cwd: string, path: string, kind: string, schemas: string): string {
  if (isUrl(schemas)) return `${schemas.replace(/\/$/u, '')}/${kind}.json`;
  const folder = relative(dirname(resolve(cwd, path)), resolve(cwd, schemas));
  return `${folder.split(sep).join('/')}/${kind}.json`;
}

function fromRoot(cwd: string, path: string): string {
  return relative(cwd, resolve(cwd, path)).split(sep).join('/');
}

function summary({ documents, known, notModelled, unread }: Imported): string {
  const parts = [
    `${documents.length} ${documents.length === 1 ? 'document' : 'documents'} written`,
    `${known} declared already`,
    `${notModelled.length} ${notModelled.length === 1 ? 'fact' : 'facts'} not modelled`,
    ...(unread.length === 0 ? [] : [`${unread.length} not read`]),
  ];
  return `${parts.join(', ')}.\n`;
}

function appeared(path: string): CountersignError {
  return new CountersignError('file-in-the-way', 'A file appeared where a document was to be written.', {
    evidence: path,
    mend: 'Run the import again: what was written is declared now.',
  });
}
