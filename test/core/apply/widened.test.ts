import { describe, expect, it } from 'vitest';
import { widenedBy } from '../../../src/core/apply/widened.ts';
import type { Provider } from '../../../src/core/ports.ts';
import { account, declared, memoryLab } from '../../support/memory.ts';

const lab = memoryLab({
  accounts: { a: account({ grants: { orders: ['read'] } }) },
  resources: ['orders', 'billing-1'],
});
const grants = (...resources: string[]) => ({ grants: resources.map((on) => ({ on, actions: ['read'] })) });
const planned = lab.plan({
  base: [declared('a', grants('orders'))],
  head: [declared('a', grants('orders', 'billing-*')), declared('b', grants('orders'))],
});
const verdict = async (provider: Pick<Provider, 'permissions'>, hide: (resource: string) => boolean = () => false) => {
  const { plan, assessment } = await planned;
  const published = assessment.changes.map((change) => ({
    ...change,
    gains: change.gains.filter(({ resource }) => !hide(resource)),
  }));
  return widenedBy(plan, published, new Map([['memory', provider]]))?.code ?? null;
};

describe('access at the apply', () => {
  it('is what the publication showed', async () => {
    expect(await verdict(lab.provider)).toBeNull();
  });

  it('is refused where the publication left something out', async () => {
    expect(await verdict(lab.provider, (resource) => resource === 'billing-*')).toBe('access-widened');
  });

  it('is refused where the engine that executes knows of more than the one that published', async () => {
    const permissions: Provider['permissions'] = (address, attributes) => [
      ...lab.provider.permissions(address, attributes),
      ...lab.provider
        .permissions(address, attributes)
        .filter(({ resource }) => resource === 'billing-*')
        .map((permission) => ({ ...permission, action: 'administer' })),
    ];
    expect(await verdict({ permissions })).toBe('access-widened');
  });

  it('is not widened by a resource that was created inside an approved pattern', async () => {
    const { plan, assessment } = await planned;
    lab.act((world) => ({ ...world, resources: [...world.resources, 'billing-2'] }));
    expect(widenedBy(plan, assessment.changes, new Map([['memory', lab.provider]]))).toBeNull();
  });
});
