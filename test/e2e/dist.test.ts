import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { filesIn } from './evidence.ts';

const ROOT = new URL('../../', import.meta.url).pathname;

it('dist/ is what src/ builds: without that, every other test in this folder tests something old (run npm run build)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-dist-'));
  try {
    const rolldown = join(ROOT, 'node_modules', 'rolldown', 'bin', 'cli.mjs');
    await promisify(execFile)(process.execPath, [rolldown, '--config', 'rolldown.config.ts', '--dir', folder], {
      cwd: ROOT,
    });
    const differing = (from: string, to: string) =>
      filesIn(from)
        .map((path) => path.slice(from.length + 1))
        .filter((name) => bytesOf(join(from, name)) !== bytesOf(join(to, name)));
    const dist = join(ROOT, 'dist');
    expect([...differing(folder, dist), ...differing(dist, folder)], 'run npm run build').toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('the action carries no HTTP client besides the platform’s, which every run would load', () => {
  expect(bytesOf(join(ROOT, 'dist', 'action.js'))).not.toMatch(/undici/u);
});

function bytesOf(path: string): string | null {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null;
  }
}
