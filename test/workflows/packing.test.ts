import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { planDigest } from '../../src/core/digest.ts';
import type { Assessment } from '../../src/core/assessment.ts';
import type { Plan } from '../../src/core/plan.ts';
import { decodeBundle, packBundle, type PlannedPullRequest } from '../../src/workflows/bundle.ts';

/** A plan that takes about so many bytes, however it is compressed. */
function planned(pullRequest: number, bytes: number): PlannedPullRequest {
  const noise = randomBytes(Math.ceil(bytes / 2)).toString('hex');
  const plan: Plan = {
    formatVersion: '1',
    sources: [{ name: 'orders-db', provider: 'postgres', target: { noise } }],
    desired: [],
    governance: [],
    requests: [],
    changes: [],
  };
  const assessment: Assessment = {
    formatVersion: '1',
    incomplete: [],
    unmanaged: [],
    sources: [],
    complete: true,
    applyable: true,
    errored: false,
    changes: [],
    access: [],
    requirements: [],
    findings: [],
    exceptions: [],
    diagnostics: [],
    notModelled: [],
    commits: { base: 'b', head: 'h', mergeBase: 'm' },
    engine: '0',
  };
  const digest = planDigest(plan);
  const at = '2026-01-05T09:00:00Z';
  return { kind: 'planned', pullRequest, head: 'h', base: 'b', baseBranch: 'main', at, digest, plan, assessment };
}

function numbersIn(bundle: string, kind: PlannedPullRequest['kind']): readonly number[] {
  return decodeBundle(bundle)
    .planned.filter((one) => one.kind === kind)
    .map(({ pullRequest }) => pullRequest);
}

describe('what one job hands on', () => {
  it('holds every plan that there is room for', () => {
    const { bundle, left } = packBundle([1, 2, 3].map((number) => planned(number, 1000)));
    expect([numbersIn(bundle, 'planned'), left]).toEqual([[1, 2, 3], []]);
  });

  it('says of a plan that is too large by itself that it is, and hands on the others', () => {
    const { bundle, left } = packBundle([planned(1, 1000), planned(2, 3_000_000), planned(3, 1000)]);
    expect([numbersIn(bundle, 'planned'), numbersIn(bundle, 'withheld'), left]).toEqual([[1, 3], [2], []]);
  });

  it('leaves what finds no more room to another run, without a word about it in a check', () => {
    const { bundle, left } = packBundle([1, 2, 3].map((number) => planned(number, 90_000)));
    expect(bundle.length).toBeLessThan(131_072);
    expect(numbersIn(bundle, 'planned').length + left.length).toBe(3);
    expect(left.length).toBeGreaterThan(0);
    expect(numbersIn(bundle, 'withheld')).toEqual([]);
  });

  it('holds no more than the publish job unpacks, however well it is compressed', () => {
    const large = [1, 2].map((number) => {
      const one = planned(number, 1000);
      return one.kind === 'planned'
        ? { ...one, assessment: { ...one.assessment, engine: ' '.repeat(40_000_000) } }
        : one;
    });
    const { bundle, left } = packBundle(large);
    expect([numbersIn(bundle, 'planned'), left]).toEqual([[1], [2]]);
  });
});
