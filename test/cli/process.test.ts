import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CONFIGURATION, document, memoryWorld, workspace } from './workspace.ts';

const ENTRY = join(import.meta.dirname, '../../src/cli.ts');
const NODE = join(import.meta.dirname, '../../node_modules/.bin/node');

const world = memoryWorld({ exporter: {}, stranger: {} });
const place = workspace({
  '.github/countersign.yaml': CONFIGURATION,
  'identities/exporter.yaml': document('exporter', 'enabled: false'),
});
afterAll(() => {
  world.remove();
  place.remove();
});

/** The entry as a shell runs it, with nothing else in its environment. */
function countersign(...argv: readonly string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const env = { PATH: process.env['PATH'], ROBOTS_READ: world.path };
  return new Promise((resolve) => {
    execFile(NODE, [ENTRY, ...argv], { cwd: place.root, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

describe('countersign in a process of its own', () => {
  test('plans, and tells programs by its exit code', async () => {
    const { code, stdout, stderr } = await countersign('plan', '--all', '--exit-code', '--out', 'plan.json');
    expect([code, stderr]).toEqual([2, 'reading robots\nCompared with what is live.\n']);
    expect(stdout).toContain('robots · exporter (update)');
    expect(stdout).not.toContain('\u001b');
    const digest = await countersign('digest', 'plan.json');
    expect([digest.code, digest.stdout]).toEqual([0, expect.stringMatching(/^sha256:[0-9a-f]{64}\n$/u)]);
    expect(stdout).toContain(digest.stdout.trim());
  });

  test('imports, after which nothing is unmanaged', async () => {
    expect((await countersign('import', 'robots', '--out', 'identities')).code).toBe(0);
    const { stdout } = await countersign('plan', '--all');
    expect(stdout).not.toContain('stranger');
  });
});
