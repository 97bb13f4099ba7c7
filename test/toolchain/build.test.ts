import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, glob, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const node = join(root, 'node_modules', '.bin', 'node');

const sources: Readonly<Record<string, string>> = {
  'src/action.ts': `import { open } from './providers/registry.ts';\nif (process.env['SOURCE']) console.log(await open());`,
  'src/cli.ts': `#!/usr/bin/env node\nimport { open } from './providers/registry.ts';\nconsole.log(typeof open);`,
  'src/providers/registry.ts': `export const open = async (): Promise<string> => (await import('./postgres/index.ts')).name;`,
  'src/providers/postgres/index.ts': `import { Client } from 'pg';\nexport const name = Client.name;`,
};

let projects: readonly string[];

beforeAll(async () => {
  projects = await Promise.all([project('first'), project('second-in-another-place')]);
});

afterAll(async () => {
  await Promise.all(projects.map((folder) => rm(dirname(folder), { recursive: true, force: true })));
});

/** A checkout of a tiny Countersign, with packages at `node_modules` as npm would put them, and its build. */
async function project(name: string): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'countersign-build-')), name);
  for (const [file, source] of Object.entries(sources)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${source}\n`);
  }
  for (const file of ['scripts', 'rolldown.config.ts', 'tsconfig.json', 'package.json']) {
    await cp(join(root, file), join(folder, file), { recursive: true });
  }
  await mkdir(join(folder, 'node_modules'));
  await symlink(join(root, 'node_modules', 'rolldown'), join(folder, 'node_modules', 'rolldown'));
  await copyPackage('pg', folder);
  await build(folder);
  return folder;
}

/** Copies a package and what it depends on: a link would be resolved to its real place, unlike what npm installs. */
async function copyPackage(name: string, folder: string): Promise<void> {
  const home = join(root, 'node_modules', name);
  await cp(home, join(folder, 'node_modules', name), { recursive: true });
  const manifest: unknown = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('dependencies' in manifest)) return;
  for (const needed of Object.keys(manifest.dependencies ?? {})) await copyPackage(needed, folder);
}

async function build(folder: string): Promise<void> {
  const rolldown = join(root, 'node_modules', 'rolldown', 'bin', 'cli.mjs');
  await run(node, [rolldown, '--config', 'rolldown.config.ts'], { cwd: folder });
}

async function digests(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = (await Array.fromAsync(glob('dist/**/*.*', { cwd: folder }))).toSorted();
  const entries = files.map(async (file) => {
    const bytes = await readFile(join(folder, file));
    return [file, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

describe('the bundle', () => {
  test('has the same bytes wherever it is built, and built again', async () => {
    const [first = '', second = ''] = projects;
    const before = await digests(first);
    expect(Object.keys(before)).toContain('dist/action.js');
    expect(await digests(second)).toEqual(before);
    await build(first);
    expect(await digests(first)).toEqual(before);
  });

  test('leaves nothing of an earlier build behind', async () => {
    const [first = ''] = projects;
    await writeFile(join(first, 'dist', 'left-over.js'), '');
    await build(first);
    expect(Object.keys(await digests(first))).not.toContain('dist/left-over.js');
  });

  test('loads a provider only when its source is used', async () => {
    const [first = ''] = projects;
    const action = await readFile(join(first, 'dist', 'action.js'), 'utf8');
    const registry = await readFile(join(first, 'dist', 'chunks', 'registry.js'), 'utf8');
    expect(action).not.toContain('postgres.js');
    expect(registry).toContain('import("./postgres.js")');
    expect(registry).not.toMatch(/from "\.\/postgres\.js"|^import "\.\/postgres\.js"/m);
  });

  test('has a command line that a shell can run, built again too', async () => {
    const [first = ''] = projects;
    await build(first);
    expect((await stat(join(first, 'dist', 'cli.js'))).mode & 0o111).toBe(0o111);
  });

  test('runs without node_modules', async () => {
    const [, second = ''] = projects;
    await rm(join(second, 'node_modules'), { recursive: true });
    const { stdout } = await run(node, ['dist/action.js'], { cwd: second, env: { SOURCE: 'orders-db' } });
    expect(stdout).toBe('Client\n');
  });

  test('carries the licence of every package in it', async () => {
    const [first = ''] = projects;
    const notices = await readFile(join(first, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    expect(notices).toMatch(/^pg 8\.\d+\.\d+ \(MIT\)\n\nMIT License/m);
    expect(notices).toMatch(/^pg-protocol \d/m);
    expect(notices).not.toContain('rolldown');
  });
});
