import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('the demo of all three systems tells its story to the end, each scene checked by itself', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['demo/all.ts'], {
    encoding: 'utf8',
    timeout: 500_000,
  });
  expect(status, `${stdout.slice(-4000)}\n${stderr}`).toBe(0);
  expect(stdout).toContain('3. The apply left the branch countersign/follow-up-');
});
