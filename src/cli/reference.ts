import { usageOf, optionRows, type CommandDefinition } from './arguments.ts';

/** The reference of all commands as Markdown, from what `--help` is made of. */
export function referenceOf(
  commands: readonly { readonly summary: string; readonly definition: CommandDefinition }[],
): string {
  const list = commands.map(
    ({ summary, definition }) => `- [\`${definition.name}\`](#${definition.name}): ${summary}.`,
  );
  const intro = [
    '# The command line',
    '',
    'For people without GitHub, and for looking before pushing. No command writes to a live system: changes are applied in the approved way only.',
    'Every command exits with 1 on errors, and each error has a code, a cause and a mend: `plan` shows them with the plan, the others as `code: cause (evidence) — mend`. `countersign explain CODE` says more about each. What it was asked for goes to the standard output, everything else to the standard error.',
    '',
    ...list,
  ];
  return `${[...intro, ...commands.flatMap(({ definition }) => sectionOf(definition))].join('\n')}\n`;
}

function sectionOf(definition: CommandDefinition): readonly string[] {
  const rows = optionRows(definition).map(
    ([option, description]) => `| \`${option.replaceAll('|', '\\|')}\` | ${description.replaceAll('|', '\\|')} |`,
  );
  return [
    '',
    `## ${definition.name}`,
    '',
    '```',
    usageOf(definition),
    '```',
    '',
    definition.help,
    '',
    '| option | |',
    '| --- | --- |',
    ...rows,
  ];
}
