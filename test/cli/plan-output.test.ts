import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PlanFile } from '../../src/cli/plan-file.ts';
import { planDigest } from '../../src/core/digest.ts';
import { start, WIDER } from './plan-world.ts';

describe('what is written', () => {
  test('--out keeps plan, assessment and digest, and countersign digest says the same', async () => {
    const { place } = start();
    place.write('identities/exporter.yaml', WIDER);
    expect((await place.run('plan', '--out', 'plans/plan.json')).code).toBe(0);
    const file = JSON.parse(place.read('plans/plan.json')) as PlanFile;
    expect(file.digest).toBe(planDigest(file.plan));
    expect(file.assessment).toMatchObject({ complete: true, applyable: true });
    expect(await place.run('digest', 'plans/plan.json')).toMatchObject({ code: 0, stdout: `${file.digest}\n` });
  });

  test('--out never follows a link', async () => {
    const { place } = start();
    place.write('kept.txt', 'kept');
    symlinkSync('kept.txt', join(place.root, 'plan.json'));
    const { code, stderr } = await place.run('plan', '--out', 'plan.json');
    expect([code, stderr, place.read('kept.txt')]).toEqual([1, expect.stringContaining('out-not-a-file'), 'kept']);
  });

  test('Markdown has no code to quote and nobody to approve it', async () => {
    const { place } = start();
    place.write('identities/exporter.yaml', WIDER);
    const { stdout } = await place.run('plan', '--format', 'markdown');
    expect(stdout).toMatch(/^### Countersign: /u);
    expect(stdout).toContain('exporter');
    expect(stdout).not.toMatch(/Approve with|\bcode `/u);
  });

  test('progress is a line each where there is no terminal', async () => {
    const { place } = start();
    expect((await place.run('plan', '--all')).stderr.split('\n')[0]).toBe('reading robots');
  });
});
