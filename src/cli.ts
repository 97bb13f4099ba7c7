#!/usr/bin/env node
import { main } from './cli/main.ts';
import { workingTree } from './cli/files.ts';
import { loadProviders } from './providers/registry.ts';

const cwd = process.cwd();

// An exit code rather than an exit lets what was written reach a pipe.
process.exitCode = await main({
  argv: process.argv.slice(2),
  cwd,
  env: (name) => process.env[name],
  stdout: { write: (text) => void process.stdout.write(text), isTTY: process.stdout.isTTY },
  stderr: { write: (text) => void process.stderr.write(text), isTTY: process.stderr.isTTY },
  files: workingTree(cwd),
  clock: { now: () => new Date() },
  providers: loadProviders,
});
