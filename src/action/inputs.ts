import { CountersignError } from '../core/errors.ts';

export const COMMANDS = ['plan', 'publish', 'apply', 'init', 'doctor', 'read'] as const;

export type Command = (typeof COMMANDS)[number];

/** Names as in action.yml. */
export const INPUTS = [
  'command',
  'token',
  'pull-request',
  'fork-head',
  'bundle',
  'source',
  'live-state',
  'ledger-token',
  'write-interval',
] as const;

export const OUTPUTS = ['bundle', 'digest', 'counts', 'decision', 'plan-file', 'state-file', 'comment-url'] as const;

export type Inputs = {
  readonly command: Command;
  readonly token: string;
  /** A number, every open one, or the one that the event is about. */
  readonly pullRequest: number | 'all' | 'event';
  readonly forkHead: string | null;
  readonly bundle: string;
  /** For `read`. */
  readonly source: string | null;
  /** Paths of files that `read` wrote. */
  readonly liveState: readonly string[];
  readonly ledgerToken: string | null;
  /** Milliseconds. */
  readonly writeInterval: number;
};

/** @throws CountersignError `input-invalid` naming the input. */
export function readInputs(input: (name: (typeof INPUTS)[number]) => string): Inputs {
  const command = COMMANDS.find((known) => known === input('command'));
  if (command === undefined) throw invalid('command', `Use one of ${COMMANDS.join(', ')}.`);
  return {
    command,
    token: input('token'),
    pullRequest: pullRequestOf(input('pull-request')),
    forkHead: forkHeadOf(input('fork-head')),
    bundle: input('bundle'),
    source: input('source') === '' ? null : input('source'),
    liveState: pathsOf(input('live-state')),
    ledgerToken: input('ledger-token') === '' ? null : input('ledger-token'),
    writeInterval: intervalOf(input('write-interval')),
  };
}

function pullRequestOf(text: string): Inputs['pullRequest'] {
  if (text === '') return 'event';
  if (text === 'all') return 'all';
  if (/^[1-9]\d{0,9}$/u.test(text)) return Number(text);
  throw invalid('pull-request', 'Give a number, all, or nothing.');
}

function forkHeadOf(text: string): string | null {
  if (text === '') return null;
  if (/^[0-9a-f]{40}$/u.test(text)) return text;
  throw invalid('fork-head', 'Give the full commit id, forty hexadecimal digits in lower case.');
}

/** One a line. */
function pathsOf(text: string): readonly string[] {
  const paths = text.split('\n').map((line) => line.trim());
  return paths.filter((path) => path !== '');
}

function intervalOf(text: string): number {
  if (/^\d{1,5}$/u.test(text)) return Number(text);
  throw invalid('write-interval', 'Give milliseconds, from 0 to 99999.');
}

function invalid(name: string, mend: string): CountersignError {
  return new CountersignError('input-invalid', `The input ${name} is not valid.`, { mend });
}
