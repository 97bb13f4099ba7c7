import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writtenPolicy } from '../../../../src/providers/aws/policy/written.ts';
import { form } from './documents.ts';
import { anyPolicy, decisions } from './random-policies.ts';
import { anyRewriting, edited, rewritten } from './rewritings.ts';

describe('held against a policy simulator of somebody else', () => {
  test('what is written from a form decides as the document did, and has the same form', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const written = writtenPolicy(form(policy));
        expect(decisions(written)).toBe(decisions(policy));
        expect(form(written)).toEqual(form(policy));
      }),
      { numRuns: 150 },
    );
  });

  test('a policy that is only written otherwise is no change', () => {
    fc.assert(
      fc.property(anyPolicy, anyRewriting, (policy, rewriting) => {
        const other = rewritten(policy, rewriting);
        expect(decisions(other)).toBe(decisions(policy));
        expect(form(other)).toEqual(form(policy));
      }),
      { numRuns: 250 },
    );
  });

  test('a policy that decides otherwise is a change', () => {
    let changed = 0;
    fc.assert(
      fc.property(anyPolicy, fc.nat(1000), (policy, choice) => {
        const other = edited(policy, choice);
        if (decisions(other) === decisions(policy)) return;
        changed += 1;
        expect(form(other)).not.toEqual(form(policy));
      }),
      { numRuns: 250 },
    );
    expect(changed).toBeGreaterThan(50);
  });
});
