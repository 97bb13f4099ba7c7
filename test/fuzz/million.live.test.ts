import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';

const RUN = new URL('../../fuzz/run.ts', import.meta.url).pathname;

describe('a million inputs', () => {
  it('show nothing that must not be', { timeout: 3_600_000 }, async () => {
    const child = spawn(process.execPath, [RUN, '--inputs', '1000000', '--seed', '1'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
    const [code] = (await once(child, 'close')) as [number | null];
    console.log(said);
    expect(said).toMatch(/^1\d{6} inputs, 0 findings$/mu);
    expect(code).toBe(0);
  });
});
