import type { CommandDefinition } from './arguments.ts';
import type { Command } from './context.ts';
import { runWith } from './given.ts';
import { digestOfFile, readPlanFile } from './plan-file.ts';

const definition: CommandDefinition = {
  name: 'digest',
  help: [
    'Prints the digest of a plan, sha256:…, computed from the plan itself: the hash of its canonical JSON (RFC 8785).',
    'PLAN.json is what plan --out wrote, whose own digest must be the same, or a bare plan as the ledger keeps it.',
  ].join('\n'),
  options: {},
  positionals: { name: 'PLAN.json', minimum: 1, maximum: 1 },
};

export const command: Command = {
  definition,
  run: (context) =>
    runWith(context, definition, async ({ positionals }) => {
      const [path = ''] = positionals;
      context.stdout.write(`${digestOfFile(await readPlanFile(context.files, path), path)}\n`);
      return 0;
    }),
};
