import { describe, expect, it } from 'vitest';
import { codesOf, followUpCommits, goneIn, isFollowedUp } from '../../../src/core/apply/follow-up.ts';
import { EXISTENCE } from '../../../src/core/apply/judge.ts';
import { receiptOf, type Receipt } from '../../../src/core/apply/receipt.ts';
import type { EntryBody } from '../../../src/core/ledger/bodies.ts';
import type { LedgerEntry } from '../../../src/core/ledger/entry.ts';
import { scopeOf } from '../../../src/core/scope.ts';
import { AT } from '../../support/ledger-writer.ts';
import { changeWith, planOf, stepWith } from '../../support/plans.ts';
import { tinyConfiguration } from '../../support/tiny-kind.ts';
import { A, APPLY, asks, B, C, declares, draft, loaded, role, SHORT, type Story } from './following.ts';

/** Where it stands, and the requests that a pull request which adds it makes. */
function asked(story: Story) {
  const found = draft(story);
  if (found.kind !== 'file') throw new Error(found.kind);
  const { tip = story.after } = story;
  const head = { ...tip, [found.path]: found.text };
  const { identities, diagnostics } = scopeOf(loaded(tip).state, loaded(head).state, 'pull-request');
  expect(diagnostics).toEqual([]);
  const requests = identities.map(({ address, request }) => [address, request?.verb, request?.onRemove]);
  return { path: found.path, text: found.text, requests };
}

describe('which ends are followed up', () => {
  const ended = { result: 'refused', codes: ['approval-missing'], unapplied: [A] } as const;

  it.each([
    ['a refusal that left something', {}, true],
    ['what was applied in part', { result: 'partial', codes: ['conflict'] }, true],
    ['a landing without a publication', { codes: ['run-absent'] }, true],
    ['a landing that came too late', { codes: ['apply-expired'] }, true],
    ['what was applied', { result: 'applied', codes: [] }, false],
    ['nothing', { result: 'nothing', codes: [] }, false],
    ['what a later landing took over', { result: 'superseded' }, false],
    ['a refusal that left nothing', { unapplied: [] }, false],
    ['a push of nobody’s pull request', { codes: ['direct-push'] }, false],
    ['rules that nobody approved', { codes: ['governance-unapproved'] }, false],
    ['rules that could not be read', { codes: ['rules-invalid'] }, false],
    ['a landing before there were rules', { codes: ['not-installed'] }, false],
    ['documents that cannot be read', { codes: ['landing-invalid'] }, false],
    ['a landing that cannot be read', { codes: ['landing-unreadable'] }, false],
    ['that, and something else', { codes: ['approval-missing', 'landing-unreadable'] }, false],
    ['a refusal that says no more', { codes: [] }, true],
  ] as const)('%s', (_, parts, expected) => {
    expect(isFollowedUp({ ...ended, ...parts })).toBe(expected);
  });
});

describe('what an apply says of what it left', () => {
  const reportOf = (...receipts: readonly Receipt[]) => ({ result: 'partial' as const, receipts, unverified: [] });
  const failure = { code: 'permission-denied', severity: 'error', cause: 'Denied.', mend: 'Grant it.' } as const;
  const missing = (planned: string, found: string, pointer = '') => ({ conflict: { pointer, planned, found } });
  const { none, some } = EXISTENCE;

  it('is each code once, the failure’s where there is one, and none of what was done', () => {
    const report = reportOf(
      receiptOf('a#1', 'applied'),
      receiptOf('b#1', 'failed', { failure }),
      receiptOf('c#1', 'already-applied'),
      receiptOf('d#1', 'conflict', missing(some, none)),
      receiptOf('e#1', 'failed', { failure }),
      receiptOf('f#1', 'not-attempted'),
    );
    expect(codesOf(report)).toEqual(['permission-denied', 'conflict', 'not-attempted']);
  });

  it('is which identities did not exist, by any of their steps', () => {
    const plan = planOf([
      changeWith('gone', { steps: [stepWith('gone', {}, 1), stepWith('gone', {}, 2)] }),
      changeWith('there'),
      changeWith('says-so'),
      changeWith('denied'),
    ]);
    const [gone, second, there, saysSo, denied] = plan.changes.flatMap(({ steps }) => steps.map(({ id }) => id));
    const report = reportOf(
      receiptOf(gone ?? '', 'applied'),
      receiptOf(second ?? '', 'conflict', missing(some, none)),
      receiptOf(there ?? '', 'conflict', missing(none, some)),
      receiptOf(saysSo ?? '', 'conflict', missing('a note', none, '/note')),
      receiptOf(denied ?? '', 'failed', { failure }),
    );
    expect([...goneIn(plan, report)]).toEqual(['memory/MemoryAccount/gone']);
  });
});

function entryOf(body: EntryBody): LedgerEntry {
  const place = { ledgerId: 'one', index: 1, previous: null, state: null, writer: 'test', at: AT, pullRequest: 12 };
  return { predicate: { ...place, body }, digest: null, hash: APPLY, signer: 'trial' };
}

describe('the commits with which a branch began that asks again', () => {
  it('are those that the ledger tells of that branch', () => {
    const asking = (branch: string, commit: string) => ({ type: 'follow-up', applyId: APPLY, branch, commit }) as const;
    const bodies = [
      asking('countersign/follow-up-a', 'first'),
      asking('countersign/follow-up-b', 'another'),
      { type: 'drift', content: {} } as const,
      asking('countersign/follow-up-a', 'second'),
    ];
    const entries = bodies.map((body) => entryOf(body));
    expect([...followUpCommits(entries, 'countersign/follow-up-a')]).toEqual(['first', 'second']);
  });
});

describe('the document that asks again', () => {
  it('corrects what is declared, beside the first of it, in one Reconciliation', () => {
    const { path, text, requests } = asked({ before: {}, after: declares('a', 'b', 'c') });
    expect(path).toBe(`identities/orders/follow-up-${SHORT}.yaml`);
    expect(requests).toEqual([A, B, C].map((address) => [address, 'correct', null]));
    expect(text).not.toContain('---');
  });

  it('names the landing and codes, and nothing that anybody wrote', () => {
    const codes = ['conflict', 'permission-denied', 'conflict', '@everyone', '<b>'];
    const { text } = asked({ before: {}, after: declares('a'), result: 'partial', codes });
    expect(text).toContain(
      'Pull request 12 landed as c0ffeec0ffee and was applied only in part (conflict, permission-denied). This asks again for what it left open.',
    );
    expect(text).not.toMatch(/everyone|<b>/u);
  });

  it.each([
    ['none', [], 'and was not applied. This'],
    ['none that is one', ['@everyone'], 'and was not applied. This'],
    ['one', ['conflict'], 'and was not applied (conflict). This'],
    ['the first five of more', ['a', 'b', 'c', 'd', 'e', 'f'], 'and was not applied (a, b, c, d, e). This'],
  ])('names of a refusal’s codes %s', (_, codes, sentence) => {
    expect(asked({ before: {}, after: declares('a'), codes }).text).toContain(sentence);
  });

  it('removes what is no longer declared, as its base says, with options by themselves', () => {
    const before = {
      'identities/a.yaml': role('a'),
      'identities/b.yaml': role('b', { onRemove: 'delete' }),
      'identities/c.yaml': role('c', { onRemove: '{ delete: { reassignTo: dora } }' }),
      'identities/d.yaml': role('d'),
    };
    const after = { 'identities/d.yaml': role('d') };
    const { path, text, requests } = asked({ before, after, unapplied: [A, B, C, 'orders/TinyRole/d'] });
    expect(path).toBe(`identities/follow-up-${SHORT}.yaml`);
    expect(requests).toEqual([
      [A, 'remove', { kind: 'disable' }],
      [B, 'remove', { kind: 'delete', options: {} }],
      [C, 'remove', { kind: 'delete', options: { reassignTo: 'dora' } }],
      ['orders/TinyRole/d', 'correct', null],
    ]);
    expect(text.match(/^ {2}name: .*$/gmu)).toEqual(
      ['', '-2', '-3', '-4'].map((suffix) => `  name: follow-up-${SHORT}${suffix}`),
    );
  });

  it('leaves out what was to be forgotten, and what is gone', () => {
    const before = { 'identities/a.yaml': role('a', { onRemove: 'forget' }), ...declares('b') };
    expect(draft({ before, after: {}, gone: new Set([B]) })).toEqual({ kind: 'nothing' });
  });

  it('asks again to remove what was undeclared, unless that was taken back', () => {
    const after = { ...declares('b'), ...asks('end-a', 'remove', A, 'delete') };
    const story = { before: declares('b'), after, unapplied: [A] };
    const configuration = { ...tinyConfiguration, desired: ['**/*.yaml'] };
    expect(asked({ ...story, configuration }).requests).toEqual([[A, 'remove', { kind: 'delete', options: {} }]]);
    expect(draft({ ...story, configuration, tip: declares('b') })).toEqual({ kind: 'nothing' });
  });

  it('asks again to disable what was undeclared, where nothing says how it is to end', () => {
    const after = { ...declares('b'), ...asks('end-a', 'remove', A) };
    const configuration = { ...tinyConfiguration, desired: ['**/*.yaml'] };
    const { requests } = asked({ before: declares('b'), after, unapplied: [A], configuration });
    expect(requests).toEqual([[A, 'remove', { kind: 'disable' }]]);
  });

  it('leaves to a later landing what it changed', () => {
    const after = declares('a', 'b');
    const tip = { ...after, 'identities/orders/a.yaml': role('a', { login: false }) };
    expect(asked({ before: {}, after, tip, unapplied: [A, B] }).requests).toEqual([[B, 'correct', null]]);
    expect(draft({ before: {}, after, tip: {}, unapplied: [A, B] })).toEqual({ kind: 'nothing' });
  });

  it.each([
    ['is no longer configured', [], true],
    ['is only observed', ['observe'], true],
    ['removes nothing', ['additive'], true],
    ['is authoritative', ['authoritative'], false],
  ] as const)('asks nothing of a source that cannot do it: one that %s', (_, modes, nothing) => {
    const [source] = tinyConfiguration.sources;
    if (source === undefined) throw new Error('no source');
    const configuration = {
      ...tinyConfiguration,
      desired: ['identities/**/*.yaml'],
      sources: modes.map((mode) => ({ ...source, mode })),
    };
    const found = draft({ before: declares('a'), after: {}, unapplied: [A], configuration });
    expect(found.kind).toBe(nothing ? 'nothing' : 'file');
  });

  it.each([
    ['observe', 'nothing'],
    ['additive', 'file'],
  ] as const)('asks to correct what is declared in a source in mode %s: %s', (mode, kind) => {
    const sources = tinyConfiguration.sources.map((source) => ({ ...source, mode }));
    const configuration = { ...tinyConfiguration, sources };
    expect(draft({ before: {}, after: declares('a'), unapplied: [A], configuration }).kind).toBe(kind);
  });

  it('splits what one document cannot hold', () => {
    const names = Array.from({ length: 1001 }, (_, index) => `r${index}`);
    const unapplied = names.map((name) => `orders/TinyRole/${name}`);
    const { requests, text } = asked({ before: {}, after: declares(...names), unapplied });
    expect(requests).toHaveLength(1001);
    expect(text.match(/^kind: Reconciliation$/gmu)).toHaveLength(2);
  });
});
