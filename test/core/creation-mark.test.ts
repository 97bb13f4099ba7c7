import { describe, expect, it } from 'vitest';
import { commitmentOf, drawMark, isOwnMark } from '../../src/core/creation-mark.ts';
import { sha256 } from '../../src/core/digest.ts';
import { secretShape } from '../../src/core/secret-shape.ts';
import { ANOTHER_MARK, COMMITMENT, COMMITMENT_AS_MARK, marksOf, seeded } from '../support/marks.ts';

describe('a mark', () => {
  it('is all of 32 random bytes, in characters that a tag, an annotation and a comment take', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, index) => index * 8);
    const asked: number[] = [];
    const { mark } = drawMark((count) => (asked.push(count), bytes), []);
    expect(asked).toEqual([32]);
    expect(Buffer.from(mark, 'hex')).toEqual(Buffer.from(bytes));
    expect(mark).toMatch(/^[0-9a-f]{64}$/u);
    expect(secretShape(mark)).toBeNull();
  });

  it('is known by the hash that is recorded of it, to whoever reads it', () => {
    const { mark } = marksOf('a run');
    expect(commitmentOf(mark)).toBe(sha256(mark));
  });
});

describe('what an object bears', () => {
  const earlier = marksOf('an earlier run').mark;
  const marks = drawMark(seeded('a run'), [COMMITMENT]);

  it('is of this apply where a run of it committed to it: this one, or one before', () => {
    expect([isOwnMark(marks, marks.mark), isOwnMark(marks, earlier)]).toEqual([true, true]);
  });

  it.each([
    ['nothing', null],
    ['an empty text', ''],
    ['the mark of another apply', ANOTHER_MARK],
    ['what was committed to', COMMITMENT],
    ['what was committed to, in the shape of a mark', COMMITMENT_AS_MARK],
    ['a mark in other letters', earlier.toUpperCase()],
    ['a mark with something behind it', `${earlier}\n`],
    ['a mark with something before it', ` ${earlier}`],
  ])('is of somebody else where it is %s', (_what, found) => {
    expect(isOwnMark(marks, found)).toBe(false);
  });

  it('is of somebody else where only that was committed to which is no mark', () => {
    expect(isOwnMark({ commitments: new Set([sha256('guessed')]) }, 'guessed')).toBe(false);
  });
});
