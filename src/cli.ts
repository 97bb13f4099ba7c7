#!/usr/bin/env node
import type { WriteStream } from 'node:tty';
import type { Output } from './cli/context.ts';
import { VERSION } from './version.ts';

const cwd = process.cwd();

// An exit code rather than an exit lets what was written reach a pipe.
process.exitCode = await start();

/** Loads the commands only where they can run: an older Node fails in them with messages that help nobody. */
async function start(): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < 24) {
    process.stderr.write(
      `node-too-old: This is Node ${process.versions.node}. Run countersign with Node 24 or newer.\n`,
    );
    return 1;
  }
  const { main } = await import('./cli/main.ts');
  const { workingTree } = await import('./cli/files.ts');
  const { loadProviders } = await import('./providers/registry.ts');
  return await main({
    argv: process.argv.slice(2),
    cwd,
    env: (name) => process.env[name],
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    files: workingTree(cwd),
    clock: { now: () => new Date() },
    version: VERSION,
    providers: loadProviders,
  });
}

function outputOf(stream: WriteStream): Output {
  return { write: (text) => void stream.write(text), isTTY: stream.isTTY, columns: stream.columns };
}
