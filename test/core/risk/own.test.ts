import { expect, it } from 'vitest';
import { ownReasons } from '../../../src/core/risk/own.ts';
import { factsWith, on, writer } from '../../support/risks.ts';

it('tells a way to act as Countersign under a condition, which stands beside the resource', () => {
  const gain = on('role a when x');
  const facts = factsWith({
    gains: [gain],
    reach: [{ gain, reached: [{ resource: 'role a', actions: ['SELECT'] }] }],
    own: [{ ...writer, address: 'memory/MemoryAccount/other' }],
  });
  expect(ownReasons(facts)).toEqual([
    { level: 'critical', code: 'own-identity', message: 'gains a, the identity as which Countersign writes' },
  ]);
});
