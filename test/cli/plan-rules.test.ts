import { describe, expect, test } from 'vitest';
import type { PlanFile } from '../../src/cli/plan-file.ts';
import { start, WIDER } from './plan-world.ts';
import { CONFIGURATION } from './workspace.ts';

describe('countersign plan beside rules of the working tree', () => {
  test('judges by the rules of the commit, and names those that differ', async () => {
    const { place } = start();
    place.write('.github/countersign.yaml', CONFIGURATION.replace('mode: authoritative', 'mode: observe'));
    place.write('identities/exporter.yaml', WIDER);
    const { stdout } = await place.run('plan', '--format', 'json');
    const { plan, assessment } = JSON.parse(stdout) as PlanFile;
    expect(plan.governance).toEqual([
      { path: '.github/countersign.yaml', base: expect.stringMatching(/^sha256:/u), head: expect.any(String) },
    ]);
    expect(plan.changes[0]?.steps).toHaveLength(1);
    expect(assessment.requirements.map(({ of }) => of)).toContain('owners');
  });

  test('names what only the rules of the working tree make a rule file', async () => {
    const { place } = start();
    place.write('more/rule.md', 'kept\n');
    place.commit('a file');
    place.write('.github/countersign.yaml', `${CONFIGURATION}policies: [policies/, more/]\n`);
    const { stdout } = await place.run('plan', '--format', 'json');
    const { plan } = JSON.parse(stdout) as PlanFile;
    expect(plan.governance).toMatchObject([
      { path: '.github/countersign.yaml' },
      { path: 'more/rule.md', base: null, head: expect.stringMatching(/^sha256:/u) },
    ]);
  });

  test('says at its line what would keep the rules of the working tree from being read', async () => {
    const { place } = start();
    place.write('.github/countersign.yaml', CONFIGURATION.replace('mode: authoritative', 'mode: authoritativ'));
    const { code, stdout } = await place.run('plan');
    expect(code).toBe(1);
    expect(stdout).toMatch(/countersign\.yaml:\d+:\d+: .*Did you mean "authoritative".*wrong-value/su);
    expect(place.asked).not.toContain('ROBOTS_READ');
  });

  test('executes nothing beside rules that are taken away or no longer let it be executed', async () => {
    const { place } = start();
    place.write('identities/exporter.yaml', WIDER);
    const blocked = async () => {
      const { plan } = JSON.parse((await place.run('plan', '--format', 'json')).stdout) as PlanFile;
      return plan.changes.flatMap((change) => change.blocked.map(({ code }) => code));
    };
    expect(await blocked()).toEqual([]);
    place.write('.github/countersign.yaml', CONFIGURATION.replace('mode: authoritative', 'mode: observe'));
    expect(await blocked()).toEqual(['source-observed']);
    place.git('rm', '--quiet', '--force', '.github/countersign.yaml');
    expect(await blocked()).toEqual(['source-gone']);
  });
});
