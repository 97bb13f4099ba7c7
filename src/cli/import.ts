import { CONFIGURATION_PATH, type Configuration } from '../core/configuration.ts';
import { sourceNamed } from '../core/configuration/source-named.ts';
import type { DesiredState } from '../core/desired/types.ts';
import { CountersignError } from '../core/errors.ts';
import { isWhollyUnread, type LiveState } from '../core/live.ts';
import { namePeople } from '../core/people.ts';
import { visible } from '../core/yaml/text.ts';
import type { CommandDefinition } from './arguments.ts';
import { openConfiguration } from './configuration.ts';
import type { CliContext, Command } from './context.ts';
import { formatDiagnostics } from './diagnostics.ts';
import { runWith, type Given } from './given.ts';
import { importLive, writeImported } from './import-files.ts';
import { readBoundaries } from './live.ts';
import { declared, hasErrors } from './planning.ts';
import { liveLine } from './progress.ts';

const definition: CommandDefinition = {
  name: 'import',
  help: [
    "Writes one document for each identity that is live within the source's boundary and that no document declares yet.",
    'A document says exactly what is live, so planning right after has nothing to do. Nothing live is touched.',
    "Without a boundary that is every one of them: in PostgreSQL, logins of Countersign's own, superusers and owners of databases are named, so that you can delete their documents.",
    'What no document can say is left out, listed by name on the standard output and in a comment of the document, and so stays unmanaged.',
    'Files are named after the identities, with everything but small letters, digits, dots, underscores and hyphens percent-encoded.',
    'Exits with 1, and writes nothing, when the source could not be read, the documents that are there have errors, or a file is in the way.',
    'Exits with 1, too, when single identities could not be read.',
  ].join('\n'),
  options: {
    out: { type: 'text', value: 'DIR', description: 'Where the files go. Required.' },
    config: { type: 'text', value: 'FILE', description: 'The configuration.', default: CONFIGURATION_PATH },
    owner: { type: 'text', value: 'NAME', description: "Who answers for them. Without it, the source's owner does." },
    schemas: {
      type: 'text',
      value: 'DIR|URL',
      description:
        "Where editors find the JSON Schemas, for each file's first line; 'countersign schemas' writes them.",
      default: 'schemas',
    },
    force: { type: 'flag', description: 'Replace files that are in the way.' },
  },
  positionals: { name: 'SOURCE', minimum: 1, maximum: 1 },
};

export const command: Command = {
  definition,
  run: (context) => runWith(context, definition, (given) => importSource(context, given)),
};

async function importSource(context: CliContext, given: Given): Promise<number> {
  const out = given.text('out');
  if (out === null) throw new CountersignError('out-missing', 'Where to is not said.', { mend: 'Give --out DIR.' });
  const opened = await openConfiguration(context, given);
  if (opened === null) return refused(context, '');
  const { configuration, providers } = opened;
  const source = sourceNamed(configuration, given.positionals[0] ?? '');
  const provider = providers.get(source.provider);
  if (provider === undefined) throw new TypeError(`The configuration was read with no provider ${source.provider}.`);
  const owner = ownerOf(configuration, given.text('owner'));
  const known = await declared(context.files, configuration, providers);
  // What a broken document declares is unknown, and would be declared twice.
  if (hasErrors(known)) return refused(context, formatDiagnostics(known.diagnostics, 'text'));
  const line = liveLine(context.stderr);
  const reading = { configuration, providers, env: context.env, report: line.report };
  const states = await readBoundaries(reading, [source], NOTHING_DECLARED).finally(line.clear);
  const live = states.get(source.name);
  if (live === undefined || isWhollyUnread(live)) return refused(context, unreadLines(live));
  const objects = new Map(live.objects.map((object) => [object.address, object]));
  const facts = {
    configuration: source,
    provider,
    live,
    objects,
    creates: new Map<string, null>(),
    declared: new Map<string, string>(),
    gaps: 'shown' as const,
  };
  const declaredAlready = new Set(known.state.identities.map(({ address }) => address));
  const imported = importLive(
    { configuration, providers: [...providers.values()], source: facts, owner },
    declaredAlready,
  );
  return await writeImported(context, imported, {
    out,
    schemas: given.text('schemas') ?? '',
    how: given.flag('force') ? 'replace' : 'create',
    configuration,
  });
}

const NOTHING_DECLARED: DesiredState = { identities: [], reconciliations: [] };

function ownerOf(configuration: Configuration, owner: string | null): string | null {
  if (owner === null) return null;
  const named = namePeople(owner, configuration);
  if (named.kind === 'named') return owner;
  throw new CountersignError(named.problem.code, named.problem.cause, { mend: named.problem.mend });
}

function unreadLines(live: LiveState | undefined): string {
  const lines = live?.unreadable.map(({ reason }) => `${reason.code}: ${reason.message}`) ?? ['It was not read.'];
  return lines.map((text) => `${visible(text)}\n`).join('');
}

function refused({ stderr }: CliContext, lines: string): number {
  stderr.write(`${lines}Nothing was written.\n`);
  return 1;
}
