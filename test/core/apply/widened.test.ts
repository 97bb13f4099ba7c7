import { describe, expect, it } from 'vitest';
import { widenedBy } from '../../../src/core/apply/widened.ts';
import type { Change } from '../../../src/core/plan.ts';
import type { Provider } from '../../../src/core/ports.ts';
import { account, addressOf, declared, memoryLab } from '../../support/memory.ts';
import { changeWith, planOf } from '../../support/plans.ts';

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

describe('an approved change', () => {
  /** A provider whose attributes are its permissions: resource to action. */
  const permissions: Provider['permissions'] = (principal, attributes) =>
    Object.entries(attributes).map(([resource, action]) => ({
      principal,
      action: typeof action === 'string' ? action : '',
      resource,
      path: 'direct',
      power: 'use',
    }));
  const told = (parts: Partial<Change>, providers = new Map([['memory', { permissions }]])) =>
    widenedBy(planOf([changeWith('a', { before: {}, ...parts }), changeWith('z', { before: {} })]), [], providers);

  it('is told by the first access that its publication does not show', () => {
    expect(told({ before: { orders: 'read' }, after: { orders: 'read', billing: 'write', invoices: 'read' } })).toEqual(
      {
        code: 'access-widened',
        message: `${addressOf('a')} would get write on billing, which its publication does not show.`,
      },
    );
    expect(told({ before: null, after: { orders: 'read' } })?.message).toContain('read on orders');
  });

  it.each<[string, Partial<Change>]>([
    ['executes nothing', { steps: [], after: { orders: 'read' } }],
    ['disables', { action: 'disable', after: { orders: 'read' } }],
    ['deletes', { action: 'delete', before: { orders: 'read' }, after: null }],
    ['takes away', { before: { orders: 'read', billing: 'write' }, after: { orders: 'read' } }],
  ])('that %s widens nothing, and what comes after it is looked at', (_, change) => {
    expect(told(change)?.message).toContain(addressOf('z'));
  });

  it('of a source that nobody here can execute is passed over: it is refused where it is executed', () => {
    expect(told({}, new Map())).toBeNull();
    expect(told({ address: 'other/MemoryAccount/a', after: { orders: 'read' } })?.message).toContain(addressOf('z'));
  });

  it('is compared with what was published of itself', () => {
    const gains = permissions(addressOf('a'), { note: 'new' });
    const published = (address: string) => [{ address, gains, loses: [] }];
    const plan = planOf([changeWith('a', { before: {} })]);
    const providers = new Map([['memory', { permissions }]]);
    expect(widenedBy(plan, published(addressOf('a')), providers)).toBeNull();
    expect(widenedBy(plan, published(addressOf('b')), providers)).not.toBeNull();
  });
});
