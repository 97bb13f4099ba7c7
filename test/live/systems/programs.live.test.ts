import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { installedProgram, runPrograms, type Program } from './programs.ts';

/** Writes its process id once it runs, and would run for ever. */
const ENDLESS = `require('node:fs').writeFileSync('pid', String(process.pid)); setInterval(() => undefined, 1000);`;

function program(script: string): Program {
  return { name: 'program', file: process.execPath, arguments: ['--eval', script], env: {} };
}
function directory(): string {
  return mkdtempSync(join(tmpdir(), 'countersign-programs-'));
}
async function pidIn(folder: string): Promise<number> {
  const file = join(folder, 'pid');
  await vi.waitUntil(() => existsSync(file) && readFileSync(file, 'utf8') !== '', { timeout: 30_000 });
  return Number(readFileSync(file, 'utf8'));
}
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('programs for a test', () => {
  test('end, and their directory goes, when they are closed', async () => {
    const folder = directory();
    const running = runPrograms(folder, [program(ENDLESS)]);
    const pid = await pidIn(folder);
    await running.close();
    expect([runs(pid), existsSync(folder)]).toEqual([false, false]);
  });

  test('end, and their directory goes, when the process that runs them is killed', async () => {
    const folder = directory();
    const module = new URL('programs.ts', import.meta.url).href;
    const script = `import { runPrograms } from ${JSON.stringify(module)};
      runPrograms(${JSON.stringify(folder)}, ${JSON.stringify([program(ENDLESS)])});`;
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' });
    const pid = await pidIn(folder);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await vi.waitUntil(() => !existsSync(folder), { timeout: 30_000 });
    expect(runs(pid)).toBe(false);
  });

  test('say what they wrote last when they end while starting, and leave nothing', async () => {
    const folder = directory();
    const running = runPrograms(folder, [program(`console.error('no room'); process.exit(3);`)]);
    await expect(running.ready(async () => await Promise.resolve(false), 30)).rejects.toThrow(
      /^program: ended while starting\n--- program\nno room/u,
    );
    expect(existsSync(folder)).toBe(false);
  });

  test('say so when they are not ready in time', async () => {
    const folder = directory();
    const running = runPrograms(folder, [program(ENDLESS)]);
    await expect(running.ready(async () => await Promise.resolve(false), 1)).rejects.toThrow('not ready within 1 s');
    expect(existsSync(folder)).toBe(false);
  });

  test('that are not installed are said to be, with what installs them', () => {
    expect(() => installedProgram('nothing-1.0', 'nothing')).toThrow(/There is no .*nothing-1\.0.*Run \.ci\/tools/u);
  });
});
