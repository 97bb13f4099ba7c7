import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeWith } from '../../support/plans.ts';
import { judged, policyText } from './world.ts';
import { exceptionText } from './exception-world.ts';

const RULES = [
  policyText([{ name: 'deny', effect: 'deny', message: '{change.name}' }], 'p'),
  policyText([{ name: 'warn', effect: 'warn', when: "change.name != 'b'" }], 'q'),
  policyText([{ name: 'ask', effect: '{ require: { of: security, count: 2 } }' }], 'r'),
  policyText([{ name: 'fails', effect: 'deny', when: 'after.x == 1' }], 's'),
];
const IDS = ['p/deny', 'q/warn', 'r/ask', 's/fails'];
const anException = fc.record({
  rule: fc.constantFrom(...IDS, 't/none'),
  addresses: fc.constantFrom("['*']", "['*/a']", "['memory/*/b', '*/c']", "['nothing']"),
  until: fc.constantFrom('2026-05-31', '2026-06-01', '2026-08-30', '2026-08-31'),
  owner: fc.constantFrom('owner', 'nobody'),
});
const given = ['a', 'b', 'c'].map((name) => ({ change: changeWith(name) }));

/** Without what only says how many files there are. */
function named(texts: readonly string[]): readonly string[] {
  return texts.map((text, index) => text.replace('name: one', `name: e${index}`));
}

describe('for all exceptions', () => {
  const plain = judged(RULES, given);

  test('one adds nothing, and takes away what its rule says of its identities while it counts, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(anException, { maxLength: 4 }), (exceptions) => {
        const judgement = judged([...RULES, ...named(exceptions.map(exceptionText))], given);
        const lifted = (rule: string, address: string) =>
          exceptions.some(
            (one) =>
              one.rule === rule &&
              one.owner === 'owner' &&
              ['2026-06-01', '2026-08-30'].includes(one.until) &&
              (one.addresses === "['*']" ||
                (one.addresses === "['*/a']" && address.endsWith('/a')) ||
                (one.addresses.includes('*/c') && !address.endsWith('/a'))),
          );
        expect(judgement.findings).toEqual(
          plain.findings.filter(({ code, address }) => code === 'policy-failed' || !lifted(code, address ?? '')),
        );
        const asked = given.filter(({ change }) => !lifted('r/ask', change.address)).length > 0;
        expect(judgement.requirements.map(({ code }) => code)).toEqual(asked ? ['r/ask'] : []);
      }),
      { numRuns: 100 },
    );
  });

  test('the order of files does not matter', () => {
    fc.assert(
      fc.property(fc.array(anException, { maxLength: 4 }), (exceptions) => {
        const texts = [...RULES, ...named(exceptions.map(exceptionText))];
        const told = (all: readonly string[]) => {
          const { requirements, findings, exceptions: notes } = judged(all, given);
          const known = notes.filter(({ code }) => code !== 'exception-invalid');
          return JSON.stringify({ requirements, findings, known }).replaceAll(/policies\/\d+\.yaml/gu, 'file');
        };
        expect(told(texts.toReversed())).toBe(told(texts));
      }),
      { numRuns: 50 },
    );
  });

  test('without any, nothing is said of them', () => {
    expect(plain.exceptions).toEqual([]);
  });
});
