import { load } from 'js-yaml';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { APPROVAL_CODES } from '../../../src/core/approval/codes.ts';
import { decide } from '../../../src/core/approval/decide.ts';
import { factsOf, type Situation } from './situation.ts';

type Case = Situation & {
  readonly name: string;
  readonly kind: 'approved' | 'waiting' | 'refused';
  readonly codes: readonly string[];
  /** Review id to the code of why it does not count. */
  readonly discounted?: { readonly [review: string]: string };
};

const FOLDER = new URL('../../fixtures/approval/', import.meta.url);
const tables = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, cases: load(readFileSync(new URL(file, FOLDER), 'utf8')) as readonly Case[] }));

describe.each(tables)('$file', ({ cases }) => {
  test.each(cases)('$name: $kind', (row) => {
    const decision = decide(factsOf(row));

    expect({ kind: decision.kind, codes: decision.reasons.map(({ code }) => code) }).toEqual({
      kind: row.kind,
      codes: row.codes,
    });
    const discounted = Object.fromEntries(
      decision.discounted.map(({ reviewId, reason }) => [String(reviewId), reason.code]),
    );
    expect(discounted).toEqual(row.discounted ?? {});
  });
});

test('every code of the decision is reached by a row of the tables', () => {
  const rows = tables.flatMap(({ cases }) => cases);
  const reached = new Set(rows.flatMap((row) => [...row.codes, ...Object.values(row.discounted ?? {})]));

  expect(Object.keys(APPROVAL_CODES).filter((code) => !reached.has(code))).toEqual([]);
});
