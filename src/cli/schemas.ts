import { posix } from 'node:path';
import { schemaFiles } from '../core/desired/schema-files.ts';
import { CountersignError } from '../core/errors.ts';
import { visible } from '../core/yaml/text.ts';
import type { CommandDefinition } from './arguments.ts';
import type { CliContext, Command } from './context.ts';
import { runWith, type Given } from './given.ts';

const definition: CommandDefinition = {
  name: 'schemas',
  help: [
    'Writes the JSON Schemas of the configuration and of every kind, as this version knows them, for editors.',
    'The first line of a document names its schema, as in: # yaml-language-server: $schema=../../schemas/PostgresRole.json',
    'Files of the same names are replaced. Commit the folder, and run this again after an update.',
  ].join('\n'),
  options: {
    out: { type: 'text', value: 'DIR', description: 'Where the files go.', default: 'schemas' },
  },
  positionals: { name: '', minimum: 0, maximum: 0 },
};

export const command: Command = {
  definition,
  run: (context) => runWith(context, definition, (given) => write(context, given)),
};

async function write({ files, providers, stdout }: CliContext, given: Given): Promise<number> {
  const folder = given.text('out') ?? '';
  for (const [name, text] of schemaFiles([...(await providers()).values()])) {
    const path = posix.join(folder, name);
    if ((await files.write(path, Buffer.from(text), 'replace')) !== 'written') throw linked(path);
    stdout.write(`wrote ${visible(path)}\n`);
  }
  return 0;
}

function linked(path: string): CountersignError {
  return new CountersignError(
    'out-not-a-file',
    'A schema was not written: the path is or goes through a symbolic link.',
    {
      evidence: path,
      mend: 'Name a plain folder.',
    },
  );
}
