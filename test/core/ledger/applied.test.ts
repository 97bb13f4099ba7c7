import { describe, expect, it } from 'vitest';
import { appliedBy } from '../../../src/core/ledger/applied.ts';
import type { ApplyFinishedBody, EntryBody } from '../../../src/core/ledger/bodies.ts';
import type { LedgerEntry } from '../../../src/core/ledger/entry.ts';
import type { Sha256 } from '../../../src/core/json.ts';

const OURS = 'actions/7/1';

function hash(digit: string): Sha256 {
  return `sha256:${digit.repeat(64)}`;
}

function entries(...written: readonly (readonly [writer: string, body: EntryBody])[]): readonly LedgerEntry[] {
  return written.map(([writer, body], index) => ({
    predicate: {
      ledgerId: 'l',
      index,
      previous: null,
      state: null,
      writer,
      at: '2027-01-01T00:00:00Z',
      pullRequest: 1,
      body,
    },
    digest: null,
    hash: hash('0'),
    signer: 'key',
  }));
}

function finished(id: string, what: Partial<ApplyFinishedBody>): ApplyFinishedBody {
  const nothing = { result: 'applied' as const, applied: [], unapplied: [], settled: null };
  return { type: 'apply-finished', applyId: hash(id), landing: 'c', ...nothing, ...what };
}

function receipt(id: string): EntryBody {
  const rest = { kind: 'applied' as const, found: null, reasons: [], remains: [] };
  return { type: 'receipt', applyId: hash(id), stepId: 's', ...rest };
}

const RULES: EntryBody = { type: 'rules', commit: 'c', governance: {}, takenIn: [] };

describe('what a run applied', () => {
  it('is every identity of the landings that it finished, done or not', () => {
    const applied = appliedBy(
      entries(
        ['actions/6/1', finished('1', { applied: ['db/Role/other'] })],
        [OURS, receipt('2')],
        [OURS, finished('2', { applied: ['db/Role/a'] })],
        [OURS, finished('3', { unapplied: [{ address: 'db/Role/b', contributors: [], incomplete: null }] })],
      ),
      OURS,
    );
    expect(applied).toEqual({ kind: 'addresses', addresses: new Set(['db/Role/a', 'db/Role/b']) });
  });

  it('is nothing where it entered nothing, or nothing about an identity', () => {
    expect(appliedBy(entries(), OURS)).toEqual({ kind: 'nothing' });
    expect(appliedBy(entries(['actions/7/2', finished('1', { applied: ['db/Role/a'] })]), OURS)).toEqual({
      kind: 'nothing',
    });
    expect(appliedBy(entries([OURS, finished('1', {})]), OURS)).toEqual({ kind: 'nothing' });
  });

  it('is everything where the rules became others, or an apply began and has no end', () => {
    const done = [OURS, finished('1', { applied: ['db/Role/a'] })] as const;
    expect(appliedBy(entries(done, [OURS, RULES]), OURS)).toEqual({ kind: 'everything' });
    expect(appliedBy(entries(done, [OURS, receipt('2')]), OURS)).toEqual({ kind: 'everything' });
  });
});
