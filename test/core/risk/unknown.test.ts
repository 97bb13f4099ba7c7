import { describe, expect, it } from 'vitest';
import type { SourceAccess } from '../../../src/core/access/assessed.ts';
import { unknownReasons } from '../../../src/core/risk/unknown.ts';
import { changeWith, stepWith } from '../../support/plans.ts';

const source = 'memory';
const reason = { code: 'estate-unread', message: 'Nobody read it.' };
const UNKNOWN: SourceAccess = { kind: 'unknown', source, reason };
const known = (left: number): SourceAccess => ({ kind: 'known', source, blocks: [], left });

const change = changeWith('a', { steps: [stepWith('a')] });
const widening = { access: { mayWiden: () => true } };
const narrowing = { access: { mayWiden: () => false } };

describe('a change that may widen access in effect', () => {
  const TOLD = [
    {
      level: 'medium',
      code: 'access-unknown',
      message: 'may widen access, and what it does in effect is not known',
    },
  ];

  it('is said to where the estate was not read, or not all that changes was compared', () => {
    expect(unknownReasons(change, [UNKNOWN], widening)).toEqual(TOLD);
    expect(unknownReasons(change, [known(1)], widening)).toEqual(TOLD);
  });

  it('is told by what it does where that is known', () => {
    expect(unknownReasons(change, [known(0)], widening)).toEqual([]);
    expect(unknownReasons(change, [], widening)).toEqual([]);
    expect(unknownReasons(change, [{ ...UNKNOWN, source: 'other' }], widening)).toEqual([]);
  });

  it('is said to where nobody can tell even that', () => {
    expect(unknownReasons(change, [UNKNOWN], null)).toEqual(TOLD);
    expect(unknownReasons(change, [UNKNOWN], {})).toEqual(TOLD);
  });

  it('is neither one that only takes nor one that does nothing', () => {
    expect(unknownReasons(change, [UNKNOWN], narrowing)).toEqual([]);
    expect(unknownReasons({ ...change, steps: [] }, [UNKNOWN], widening)).toEqual([]);
  });
});
