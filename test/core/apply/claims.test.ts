import { describe, expect, it } from 'vitest';
import type { Manager } from '../../../src/core/live.ts';
import type { Change, IdentityMetadata } from '../../../src/core/plan.ts';
import { changeWith, stepWith } from '../../support/plans.ts';
import { apply, applied, scripted } from '../../support/scripted.ts';

const HELM: Manager = {
  tool: 'Helm',
  evidence: 'label managed-by',
  pointer: '/labels/values/managed-by',
  value: 'Helm',
};
const NOTED = { note: 'old' };

function metadata(adopts: string | null): IdentityMetadata {
  return { owner: null, purpose: null, expires: null, consumers: [], dependsOn: [], adopts };
}

/** What the last step of a change ends in where its look finds the claim. */
async function claimed(managedBy: Manager, more: Partial<Change> = {}) {
  const { writer, runs } = scripted(({ step }, guard) => {
    const verdict = guard.judge({ incarnation: '1', attributes: step.expect, managedBy });
    return verdict.kind === 'conflict' ? verdict : applied(step);
  });
  const change = changeWith('a', {
    before: NOTED,
    after: { note: 'new' },
    steps: [stepWith('a', { expect: NOTED, result: { note: 'new' } })],
    ...more,
  });
  return { ...(await apply([change], writer)), runs };
}

describe('an object that another tool claims after the plan', () => {
  it('is not written to, and the receipt says whose it is', async () => {
    const { receipts, result } = await claimed(HELM);
    expect(result).toBe('refused');
    expect(receipts[0]?.conflict).toEqual({
      pointer: '/labels/values/managed-by',
      planned: 'managed by no other tool',
      found: 'Helm manages this object (label managed-by), and it is observed only.',
    });
  });

  it('is not even where its document adopts it from another one', async () => {
    const { receipts } = await claimed(HELM, { metadata: { before: null, after: metadata('Argo CD') } });
    expect(receipts[0]?.conflict).toMatchObject({
      planned: 'adopted from Argo CD',
      found: expect.stringMatching(/Helm/u),
    });
  });

  it('is not by a deletion either', async () => {
    const { kinds } = await claimed(HELM, {
      after: null,
      metadata: { before: metadata(null), after: null },
      steps: [stepWith('a', { expect: NOTED, result: null })],
    });
    expect(kinds).toEqual(['conflict']);
    const { receipts } = await claimed(HELM, { after: null, metadata: { before: metadata('Argo CD'), after: null } });
    expect(receipts[0]?.conflict?.planned).toBe('adopted from Argo CD');
  });

  it('is told of the whole object where no part of it is the mark', async () => {
    const { receipts } = await claimed({ tool: 'Argo CD', evidence: 'managed fields' });
    expect(receipts[0]?.conflict?.pointer).toBe('');
  });

  it('is as planned where the document adopts it', async () => {
    const adopting = { metadata: { before: metadata('Helm'), after: metadata('Helm') } };
    expect((await claimed(HELM, adopting)).result).toBe('applied');
    const ending = { metadata: { before: metadata('Helm'), after: null } };
    expect((await claimed(HELM, ending)).result).toBe('applied');
  });

  it('is nobody else’s where the mark is one that the plan writes itself', async () => {
    const marked = { note: 'new', labels: { others: 'keep', values: { 'managed-by': 'Helm' } } };
    expect((await claimed(HELM, { after: marked })).result).toBe('applied');
    const fields = { tool: 'Argo CD', evidence: 'managed fields' };
    expect((await claimed(fields, { after: marked })).result).toBe('refused');
  });

  it('is the other tool’s where it put its own value in the place of the one that the plan writes', async () => {
    const marked = { note: 'new', labels: { others: 'keep', values: { 'managed-by': 'us' } } };
    const { receipts, result } = await claimed(HELM, { after: marked });
    expect(result).toBe('refused');
    expect(receipts[0]?.conflict?.pointer).toBe('/labels/values/managed-by');
  });

  it('and is as planned already, needs no write and meets no refusal', async () => {
    const { writer } = scripted(({ step }, guard) => {
      const found = { incarnation: '1', attributes: step.result, managedBy: HELM };
      expect(guard.judge(found)).toEqual({ kind: 'already-applied' });
      return applied(step);
    });
    const steps = [stepWith('a', { expect: NOTED, result: { note: 'new' } })];
    expect((await apply([changeWith('a', { before: NOTED, after: { note: 'new' }, steps })], writer)).result).toBe(
      'applied',
    );
  });
});
