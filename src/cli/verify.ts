import { anchorText } from '../core/ledger/anchor.ts';
import type { LedgerProblem } from '../core/ledger/problems.ts';
import { unsigned } from '../core/ledger/signing.ts';
import { verifyLedger, type Verification } from '../core/ledger/verify.ts';
import { visible } from '../core/yaml/text.ts';
import type { CommandDefinition } from './arguments.ts';
import type { CliContext, Command } from './context.ts';
import { runWith, type Given } from './given.ts';
import { readAnchorGiven, readKeys } from './ledger-trust.ts';
import { withLedger } from './local-ledger.ts';

const SHOWN = 20;

const definition: CommandDefinition = {
  name: 'verify',
  help: [
    'Verifies a ledger offline: every entry and its signature, the chain, each apply, every kept plan, and the index.',
    "LEDGER is a folder with a checked-out ledger, or a git repository that has the ledger's branch.",
    'Names the first bad entry, and exits with 1 if anything is wrong.',
  ].join('\n'),
  options: {
    keys: {
      type: 'text',
      value: 'FILE',
      description: 'Whose signatures count, as ledger.signing in JSON. Without it signatures are not checked.',
    },
    anchor: {
      type: 'text',
      value: 'INDEX:HASH|FILE',
      description: 'An older entry that the ledger must extend, as a check run quotes it, or a file that holds it.',
    },
    branch: { type: 'text', value: 'NAME', description: "The ledger's branch.", default: 'countersign/ledger' },
    format: { type: 'choice', values: ['text', 'json'], description: 'For people or for programs.' },
  },
  positionals: { name: 'LEDGER', minimum: 1, maximum: 1 },
};

export const command: Command = {
  definition,
  run: (context) => runWith(context, definition, (given) => verifyGiven(context, given)),
};

async function verifyGiven(context: CliContext, given: Given): Promise<number> {
  const keys = given.text('keys');
  const anchor = await readAnchorGiven(context, given.text('anchor'));
  const verifier = keys === null ? unsigned : await readKeys(context, keys);
  const verification = await withLedger(context, given.positionals[0] ?? '.', given.text('branch') ?? '', (files) =>
    verifyLedger(files, verifier, anchor),
  );
  const signatures = keys === null ? 'not-checked' : 'checked';
  context.stdout.write(
    given.text('format') === 'json'
      ? `${JSON.stringify({ ...verification, signatures }, null, 2)}\n`
      : textOf(verification, signatures),
  );
  return verification.sound ? 0 : 1;
}

function textOf(verification: Verification, signatures: 'checked' | 'not-checked'): string {
  const { ledgerId, entries, head, signers, unfinished, problems, foreign } = verification;
  const causes = problems.filter(({ consequenceOf }) => consequenceOf === null);
  const consequences = problems.filter(({ consequenceOf }) => consequenceOf !== null);
  const [first] = causes;
  const where = first?.index === undefined || first.index === null ? (first?.path ?? '') : `entry ${first.index}`;
  const by = Object.entries(signers).map(([signer, count]) => `${count} by ${signer}`);
  const lines = [
    verification.sound
      ? `Sound: ledger ${ledgerId ?? ''}, ${entries} entries.`
      : `NOT SOUND: ${first?.code ?? ''}, first at ${where}.`,
    ...(head === null ? [] : [`Anchor: ${anchorText(head)}`]),
    signatures === 'checked'
      ? `Signatures: ${by.join(', ') || 'none'}`
      : 'Signatures: NOT CHECKED. Give the trusted keys with --keys.',
    ...(unfinished.length === 0 ? [] : [`Applies without their end: ${unfinished.length}`]),
    ...causes.slice(0, SHOWN).map(lineOf),
    ...(causes.length > SHOWN ? [`… and ${causes.length - SHOWN} more`] : []),
    ...(consequences.length === 0 ? [] : ['What may follow from these alone:']),
    ...consequences.slice(0, SHOWN).map((each) => `  after entry ${each.consequenceOf}: ${lineOf(each)}`),
    ...(consequences.length > SHOWN ? [`  … and ${consequences.length - SHOWN} more`] : []),
    ...foreign.slice(0, SHOWN).map((path) => `foreign, not counted: ${path}`),
    ...(foreign.length > SHOWN ? [`… and ${foreign.length - SHOWN} more foreign files`] : []),
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
}

function lineOf({ code, index, path, message }: LedgerProblem): string {
  return `${code}: ${index === null ? '' : `entry ${index}, `}${path}: ${message}`;
}
