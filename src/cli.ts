#!/usr/bin/env node
import type { WriteStream } from 'node:tty';
import { main } from './cli/main.ts';
import type { Output } from './cli/context.ts';
import { workingTree } from './cli/files.ts';
import { loadProviders } from './providers/registry.ts';
import { VERSION } from './version.ts';

const cwd = process.cwd();

// An exit code rather than an exit lets what was written reach a pipe.
process.exitCode = await main({
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

function outputOf(stream: WriteStream): Output {
  return { write: (text) => void stream.write(text), isTTY: stream.isTTY, columns: stream.columns };
}
