import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';

const KEEPER = new URL('keeper.ts', import.meta.url).pathname;
const READY_PAUSE = 50;
const LOG_TAIL = 2000;

export type Program = {
  /** Names its log, `NAME.log` in the directory. */
  readonly name: string;
  readonly file: string;
  readonly arguments: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

export type RunningPrograms = {
  /** @throws Error with the ends of the logs once a program has ended or `seconds` are over. */
  ready(probe: () => Promise<boolean>, seconds: number): Promise<void>;
  /** Ends the programs and removes the directory. */
  close(): Promise<void>;
};

/**
 * Runs programs that end with this process, however it ends, and takes `directory` with them.
 * @param directory theirs alone: working directory, data and logs.
 */
export function runPrograms(directory: string, programs: readonly Program[]): RunningPrograms {
  const keeper = spawn(process.execPath, [KEEPER, JSON.stringify({ directory, programs })], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '' },
  });
  const ended = once(keeper, 'close');
  let lastWords = '';
  keeper.stdin.on('error', () => undefined);
  keeper.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords += text;
  });
  return {
    async ready(probe, seconds) {
      const attempts = (seconds * 1000) / READY_PAUSE;
      for (let attempt = 0; attempt < attempts && keeper.exitCode === null; attempt += 1) {
        if (await probe().catch(() => false)) return;
        await new Promise((resolve) => setTimeout(resolve, READY_PAUSE));
      }
      const names = programs.map(({ name }) => name).join(' and ');
      const late = keeper.exitCode === null ? `not ready within ${seconds} s\n${logs(directory, programs)}` : null;
      keeper.stdin.end();
      await ended;
      throw new Error(`${names}: ${late ?? `ended while starting\n${lastWords}`}`);
    },
    async close() {
      keeper.stdin.end();
      await ended;
    },
  };
}

/** Its message says how to install what is missing. */
export class MissingProgram extends Error {
  constructor(file: string) {
    super(`There is no ${file}. Run .ci/tools.`);
  }
}

/** @throws MissingProgram */
export function installedProgram(folder: string, program: string): string {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const file = join(cache, 'countersign', folder, program);
  if (!existsSync(file)) throw new MissingProgram(file);
  return file;
}

/** A port of the loopback interface that nothing listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port was given.');
  return address.port;
}

/** What the programs wrote last. */
export function logs(directory: string, programs: readonly Program[]): string {
  const tails = programs.map(({ name }) => {
    const file = join(directory, `${name}.log`);
    const log = existsSync(file) ? readFileSync(file, 'utf8').slice(-LOG_TAIL) : '';
    return `--- ${name}\n${log}\n`;
  });
  return tails.join('');
}
