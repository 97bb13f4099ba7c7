import { describe, expect, it } from 'vitest';
import { EXISTENCE } from '../../src/core/apply/judge.ts';
import { receiptOf } from '../../src/core/apply/receipt.ts';
import { memory } from '../../src/providers/memory/index.ts';
import type { ApplyOutcome } from '../../src/render/outcome.ts';
import { draftOf, type Ask } from '../../src/workflows/follow-up-draft.ts';
import { commitsOf } from '../support/commits.ts';
import { landingWith, pullWith } from '../support/landed.ts';
import { addressOf, memoryLab } from '../support/memory.ts';
import { someHash } from '../support/memory-ledger.ts';
import { configurationFor } from '../support/planning.ts';
import { changeWith, planOf, stepWith } from '../support/plans.ts';

type Files = Readonly<Record<string, string>>;

const configuration = configurationFor(memoryLab().source);
const APPLY = someHash('apply');
const PATH = `identities/follow-up-${APPLY.slice(7, 19)}.yaml`;
const ALPHA = addressOf('alpha');

const alpha = (note: string): Files => ({
  'identities/alpha.yaml': `apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata: { name: alpha, source: memory, owner: owner }
spec: { note: ${note} }
`,
});
const BROKEN: Files = { 'identities/broken.yaml': 'kind: [' };

const refused: ApplyOutcome = { kind: 'refused', reasons: [] };

/** What asks again for alpha, which a landing of pull request 7 left. */
async function draft(commits: { readonly before: Files; readonly landed: Files; readonly tip: Files }, parts = {}) {
  const ask: Ask = {
    landing: landingWith(),
    applyId: APPLY,
    digest: null,
    plan: null,
    outcome: refused,
    unapplied: [ALPHA],
    ended: { result: 'refused', codes: ['approval-missing'], unapplied: [ALPHA] },
    pull: pullWith(),
    ...parts,
  };
  const tip = { commit: 'tip', configuration, unapproved: null };
  return await draftOf({ contents: commitsOf(commits), providers: new Map([['memory', memory]]), tip }, ask);
}

describe('what asks again for what an apply left', () => {
  it('names the landing, and what is declared by it and at the tip still', async () => {
    const found = await draft({ before: alpha('old'), landed: alpha('new'), tip: alpha('new') });
    expect(found).toMatchObject({
      kind: 'file',
      path: PATH,
      text: expect.stringMatching(/correct[^]*memory\/MemoryAccount\/alpha[^]*Pull request 7 landed as landed/u),
    });
  });

  it('is nothing where the tip declares it otherwise', async () => {
    expect(await draft({ before: alpha('old'), landed: alpha('new'), tip: alpha('newer') })).toEqual({
      kind: 'nothing',
    });
  });

  it('asks for a removal by how it was declared before, unless it is gone already', async () => {
    const removed = { before: alpha('old'), landed: {}, tip: {} };
    const step = stepWith('alpha');
    const missing = { conflict: { pointer: '', planned: EXISTENCE.some, found: EXISTENCE.none } };
    const executed = (...receipts: readonly ReturnType<typeof receiptOf>[]) => ({
      plan: planOf([changeWith('alpha', { steps: [step] })]),
      outcome: { kind: 'executed', report: { result: 'partial', receipts, unverified: [] } },
    });
    const asked = { kind: 'file', text: expect.stringContaining('verb: remove') };
    expect(await draft(removed)).toMatchObject(asked);
    expect(await draft(removed, { plan: planOf([changeWith('alpha')]) })).toMatchObject(asked);
    expect(await draft(removed, executed())).toMatchObject(asked);
    expect(await draft(removed, executed(receiptOf(step.id, 'conflict', missing)))).toEqual({ kind: 'nothing' });
  });

  it('goes nowhere that something else has taken', async () => {
    const landed = alpha('new');
    const found = await draft({ before: {}, landed, tip: { ...landed, [`${PATH}/README.md`]: '#' } });
    expect(found.kind === 'file' ? found.path : found.kind).not.toBe(PATH);
  });

  it.each(['landed', 'tip'] as const)('is not told where what is declared cannot be read: %s', async (where) => {
    const commits = { before: {}, landed: alpha('new'), tip: alpha('new') };
    const broken = { ...commits, [where]: { ...commits[where], ...BROKEN } };
    await expect(draft(broken)).rejects.toMatchObject({ code: expect.stringMatching(/^yaml-/u) });
  });

  it('is not told for the first reason why not', async () => {
    const [landed, tip] = [{ ...alpha('new'), ...BROKEN }, { 'identities/alpha.yaml': '# nothing' }];
    await expect(draft({ before: {}, landed, tip })).rejects.toMatchObject({ code: expect.stringMatching(/^yaml-/u) });
  });

  it('is told though what was declared before cannot be read', async () => {
    const before = { ...alpha('old'), ...BROKEN };
    expect(await draft({ before, landed: alpha('new'), tip: alpha('new') })).toMatchObject({ kind: 'file' });
  });
});
