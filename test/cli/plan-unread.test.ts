import { describe, expect, test } from 'vitest';
import { open, start, WIDER } from './plan-world.ts';
import { CONFIGURATION, distorted, workspace } from './workspace.ts';

describe('of what a plan could not read', () => {
  test.each([
    ['may not be read', 'source-denied', 1],
    ['is withheld', 'text-secret', 0],
  ])('an attribute that %s is no absence', async (message, code, exit) => {
    const { place } = start();
    place.write('identities/exporter.yaml', WIDER);
    const partly = distorted((live) => ({
      ...live,
      objects: live.objects.map((object) => ({ ...object, attributes: {} })),
      unreadable: live.objects.map(({ address }) => ({ address, pointer: '/grants', reason: { code, message } })),
    }));
    const all = await place.with(partly).run('plan', '--all');
    const based = await place.with(partly).run('plan');
    expect([all.code, based.code]).toEqual([exit, exit]);
    for (const { stdout } of [all, based]) {
      expect(stdout).toContain(`! blocked: ${message}`);
      expect(stdout).toContain(exit === 1 ? ', NOT complete' : ', complete');
      if (exit === 1) expect(stdout).not.toMatch(/^ *[+] .*grants/mu);
    }
  });

  test('a declared identity outside of the boundary is not taken for absent', async () => {
    const { place } = start();
    const reason = { code: 'outside-boundary', message: 'It is not read.' };
    const bounded = distorted((live, query) => ({
      ...live,
      objects: live.objects.filter(({ address }) => !address.endsWith('exporter')),
      unreadable:
        query.kind !== 'addresses' ? [] : query.addresses.map((address) => ({ address, pointer: null, reason })),
    }));
    const { code, stdout } = await place.with(bounded).run('plan', '--all');
    expect(code).toBe(1);
    expect(stdout).toContain('It is not read.');
    expect(stdout).not.toContain('create');
  });

  test('an identity that is gone is to be created, and was asked for by name', async () => {
    const { place } = start();
    const asked: unknown[] = [];
    const empty = distorted((live, query) => {
      asked.push(query);
      return { ...live, objects: [] };
    });
    const { code, stdout } = await place.with(empty).run('plan', '--all', '--exit-code');
    expect([code, stdout]).toEqual([2, expect.stringContaining('exporter (create)')]);
    expect(asked).toEqual([{ kind: 'boundary' }, { kind: 'addresses', addresses: ['robots/MemoryAccount/exporter'] }]);
  });

  test.each([
    ['of what is declared', { 'identities/exporter.yaml': WIDER }],
    ['where nothing is declared yet', {}],
  ])('a missing credential is named, and nothing is concluded from it: %s', async (_where, documents) => {
    const place = workspace({ '.github/countersign.yaml': CONFIGURATION, ...documents });
    open.push(place);
    const { code, stdout } = await place.run('plan', '--all');
    expect([code, stdout]).toEqual([1, expect.stringContaining('ROBOTS_READ')]);
    expect(stdout).not.toContain('nothing changes');
  });
});
