import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { HandedState } from '../../src/core/handed-state.ts';
import type { PlanFile } from '../../src/cli/plan-file.ts';
import { start, WIDER } from './plan-world.ts';
import { CONFIGURATION, document, type Workspace } from './workspace.ts';

const planned = async (place: Pick<Workspace, 'run'>, ...argv: readonly string[]) => {
  const { code, stdout, stderr } = await place.run('plan', '--format', 'json', ...argv);
  return { code, stderr, ...(JSON.parse(stdout) as PlanFile) };
};

describe('countersign read', () => {
  test('writes what a plan is made from elsewhere, without any connection and with the same digest', async () => {
    const { place } = start();
    place.write('identities/exporter.yaml', WIDER);
    const there = await planned(place);
    const read = await place.run('read', 'robots', '--out', 'robots.json');
    expect([read.code, read.stdout]).toEqual([0, expect.stringMatching(/^robots = in-memory system .*2 accounts/u)]);
    const from = await planned(place, '--live', 'robots.json');
    expect([from.code, from.digest]).toEqual([there.code, there.digest]);
    // What nobody asked about is not told of a pull request, however much was read.
    expect(from.assessment.unmanaged).toEqual(there.assessment.unmanaged);
  });

  test('is all that a plan needs: no credential is looked up', async () => {
    const { place } = start();
    place.write('identities/exporter.yaml', WIDER);
    await place.run('read', 'robots', '--out', 'robots.json');
    const blind = start().place;
    blind.write('identities/exporter.yaml', WIDER);
    blind.write('robots.json', place.read('robots.json'));
    expect((await planned(blind, '--live', 'robots.json')).plan.changes).toHaveLength(1);
    expect(blind.asked).not.toContain('ROBOTS_READ');
  });

  test('serves a plan of everything, too', async () => {
    const { place } = start();
    await place.run('read', 'robots', '--out', 'robots.json');
    const [from, there] = [await planned(place, '--all', '--live', 'robots.json'), await planned(place, '--all')];
    expect([from.digest, from.assessment.unmanaged]).toEqual([there.digest, there.assessment.unmanaged]);
    expect(from.assessment.unmanaged[0]?.addresses).toEqual(['robots/MemoryAccount/stranger']);
  });

  test('says what it could not read, in the file as well', async () => {
    const { place, world } = start();
    rmSync(world.path);
    const { code, stderr } = await place.run('read', 'robots', '--out', 'robots.json');
    expect([code, stderr]).toEqual([1, expect.stringContaining('not read: robots: ')]);
    place.write('identities/exporter.yaml', WIDER);
    const { code: failed, assessment } = await planned(place, '--live', 'robots.json');
    expect([failed, assessment.incomplete[0]?.reason.code]).toEqual([1, 'source-unreachable']);
  });

  test('needs a source of the configuration, and a file', async () => {
    const { place } = start();
    expect((await place.run('read', 'robots')).stderr).toContain('out-missing');
    expect((await place.run('read', 'robotts', '--out', 'a.json')).stderr).toContain('unknown-source');
    expect((await place.run('read')).stderr).toContain('SOURCE is missing.');
  });
});

describe('a state that was handed on', () => {
  async function changed(change: (state: HandedState) => unknown) {
    const { place } = start();
    await place.run('read', 'robots', '--out', 'robots.json');
    place.write('identities/exporter.yaml', WIDER);
    place.write('robots.json', JSON.stringify(change(JSON.parse(place.read('robots.json')) as HandedState)));
    return place;
  }

  test.each([
    ['live-state-outdated', (state: HandedState) => ({ ...state, at: '2020-01-01T00:00:00Z' })],
    ['live-state-elsewhere', (state: HandedState) => ({ ...state, reach: `sha256:${'0'.repeat(64)}` })],
  ])('is refused as %s, which leaves the plan incomplete', async (code, change) => {
    const { assessment, plan } = await planned(await changed(change), '--live', 'robots.json');
    expect(assessment.incomplete.map(({ source, reason }) => [source, reason.code])).toEqual([['robots', code]]);
    expect(plan.changes).toEqual([]);
  });

  test('still answers where another mode says what is done with it', async () => {
    const { place } = start();
    await place.run('read', 'robots', '--out', 'robots.json');
    place.write('.github/countersign.yaml', CONFIGURATION.replace('mode: authoritative', 'mode: additive'));
    place.commit();
    place.write('identities/exporter.yaml', document('exporter', 'grants: []'));
    expect((await planned(place, '--live', 'robots.json')).assessment.incomplete).toEqual([]);
  });

  test('is refused where it is none, or there are two of one source', async () => {
    const place = await changed((state) => ({ ...state, live: { ...state.live, objects: [{}] } }));
    expect((await place.run('plan', '--live', 'robots.json')).stderr).toContain('live-state-unusable');
    const twice = await changed((state) => state);
    expect((await twice.run('plan', '--live', 'robots.json', '--live', 'robots.json')).stderr).toContain(
      'live-state-unusable',
    );
  });
});
