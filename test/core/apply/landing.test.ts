import { describe, expect, it } from 'vitest';
import { supersededBy } from '../../../src/core/apply/landing.ts';
import type { DesiredState } from '../../../src/core/desired/types.ts';
import type { Plan } from '../../../src/core/plan.ts';
import { addressOf } from '../../support/memory.ts';
import { reconciliation } from '../../support/planning.ts';

const requested: Plan = {
  formatVersion: '1',
  sources: [],
  desired: [{ address: addressOf('stray'), base: null, head: null }],
  governance: [],
  requests: [{ address: addressOf('stray'), verb: 'remove' }],
  changes: [],
};
const tip = (...reconciliations: DesiredState['reconciliations']): DesiredState => ({
  identities: [],
  reconciliations,
});
const code = (state: DesiredState) => supersededBy(requested, state, new Map())?.code ?? null;

describe('a landing with a Reconciliation', () => {
  it('stands while the document that asked stands', () => {
    expect(code(tip(reconciliation('remove', [addressOf('other'), addressOf('stray')])))).toBeNull();
  });

  it.each([
    ['is gone', tip()],
    ['asks for another identity', tip(reconciliation('remove', [addressOf('other')]))],
    ['asks for something else', tip(reconciliation('correct', [addressOf('stray')]))],
  ])('is superseded where the document %s', (_, state) => {
    expect(code(state)).toBe('superseded');
  });
});
