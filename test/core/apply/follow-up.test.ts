import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followUpBranch, followUpDraft, isFollowedUp, type FollowUpFacts } from '../../../src/core/apply/follow-up.ts';
import { load } from '../../../src/core/desired/load.ts';
import type { Input, Loaded } from '../../../src/core/desired/types.ts';
import { sha256 } from '../../../src/core/digest.ts';
import { scopeOf } from '../../../src/core/scope.ts';
import { tinyConfiguration, tinyContext } from '../../support/tiny-kind.ts';

type Files = Readonly<Record<string, string>>;

const APPLY = sha256('apply');
const SHORT = APPLY.slice(7, 19);
const [A, B, C] = ['a', 'b', 'c'].map((name) => `orders/TinyRole/${name}`) as [string, string, string];

function role(name: string, parts: { readonly login?: boolean; readonly onRemove?: string } = {}): string {
  const removal = parts.onRemove === undefined ? '' : `  onRemove: ${parts.onRemove}\n`;
  return `apiVersion: countersign.dev/v1\nkind: TinyRole\nmetadata:\n  name: ${name}\n  source: orders\n${removal}spec:\n  login: ${parts.login ?? true}\n`;
}

function declares(...names: readonly string[]): Files {
  return Object.fromEntries(names.map((name) => [`identities/orders/${name}.yaml`, role(name)]));
}

function asks(name: string, verb: 'correct' | 'remove', address: string, onRemove: string): Files {
  const spec = `spec:\n  verb: ${verb}\n  addresses: [${address}]\n  reason: agreed\n  onRemove: ${onRemove}\n`;
  return {
    [`requests/${name}.yaml`]: `apiVersion: countersign.dev/v1\nkind: Reconciliation\nmetadata:\n  name: ${name}\n${spec}`,
  };
}

function loaded(files: Files): Loaded {
  const inputs: Input[] = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  const all = load(inputs, tinyContext);
  expect(all.diagnostics).toEqual([]);
  return all;
}

type Story = { readonly before: Files; readonly after: Files; readonly tip?: Files } & Partial<
  Pick<FollowUpFacts, 'unapplied' | 'result' | 'codes' | 'gone' | 'configuration'>
> & { readonly more?: readonly string[] };

function draft({ before, after, tip = after, more = [], ...rest }: Story) {
  return followUpDraft({
    applyId: APPLY,
    pullRequest: 12,
    landing: 'c0ffee'.repeat(7).slice(0, 40),
    result: 'refused',
    codes: ['conflict'],
    unapplied: [A, B, C],
    gone: new Set(),
    configuration: { ...tinyConfiguration, desired: ['identities/**/*.yaml'] },
    ...rest,
    before: loaded(before).state,
    after: loaded(after).state,
    tip: loaded(tip).state,
    paths: new Set([...Object.keys(tip), ...more]),
  });
}

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
  ] as const)('%s', (_, parts, expected) => {
    expect(isFollowedUp({ ...ended, ...parts })).toBe(expected);
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

  it('splits what one document cannot hold', () => {
    const names = Array.from({ length: 1001 }, (_, index) => `r${index}`);
    const unapplied = names.map((name) => `orders/TinyRole/${name}`);
    const { requests, text } = asked({ before: {}, after: declares(...names), unapplied });
    expect(requests).toHaveLength(1001);
    expect(text.match(/^kind: Reconciliation$/gmu)).toHaveLength(2);
  });
});

describe('where it stands', () => {
  const place = (desired: readonly string[], after: Files, more: readonly string[] = []) => {
    const configuration = { ...tinyConfiguration, desired };
    const found = draft({ before: {}, after, more, configuration });
    return found.kind === 'file' ? found.path : found.kind;
  };
  const name = `follow-up-${SHORT}`;

  it.each([
    ['beside the first document', ['identities/**/*.yaml'], 'identities/x/a.yaml', `identities/x/${name}.yaml`],
    ['with the ending of its neighbour', ['identities/*.yml'], 'identities/a.yml', `identities/${name}.yml`],
    ['in the root', ['*.yaml'], 'a.yaml', `${name}.yaml`],
    [
      'in a folder, where the globs ask for a name',
      ['roles/*/role.yaml'],
      'roles/a/role.yaml',
      `roles/${name}/role.yaml`,
    ],
    ['nowhere, where the globs name files', ['roles.yaml'], 'roles.yaml', 'placeless'],
  ] as const)('%s', (_, desired, path, expected) => {
    expect(place(desired, { [path]: role('a') })).toBe(expected);
  });

  it('where the globs begin, when no neighbour’s folder has room', () => {
    const path = place(['exact/a.yaml', 'more/*/**.yaml', 'more/**/*.yaml'], { 'exact/a.yaml': role('a') });
    expect(path).toBe(`more/${name}.yaml`);
  });

  it('never where something is, nor below what is no folder, nor among the rules', () => {
    const after = { 'identities/a.yaml': role('a'), 'other/b.yaml': role('b') };
    const globs = ['identities/*.yaml', 'other/*.yaml', 'last/*.yaml'];
    expect(place(globs, after, [`identities/${name}.yaml`])).toBe(`other/${name}.yaml`);
    expect(place(globs, after, [`identities/${name}.yaml/x`, `other/${name}.yaml`])).toBe(`last/${name}.yaml`);
    expect(place(globs, after, [`identities/${name}.yaml`, `other/${name}.yaml`, 'last'])).toBe('placeless');
    expect(place(['.github/workflows/*.yaml', 'a.yaml'], { 'a.yaml': role('a') })).toBe('placeless');
  });

  it('nowhere, when its name is taken: what was merged never counts as new', () => {
    const taken = { 'identities/t.yaml': asks(name, 'correct', B, 'disable')[`requests/${name}.yaml`] ?? '' };
    const text = taken['identities/t.yaml'].replace(/ {2}onRemove: .*\n/u, '');
    expect(draft({ before: {}, after: { ...declares('a', 'b'), 'identities/t.yaml': text }, unapplied: [A] })).toEqual({
      kind: 'placeless',
    });
  });

  it('is the same for the same facts, in whatever order they come', () => {
    const after = declares('a', 'b', 'c', 'd');
    const reference = draft({ before: {}, after });
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.entries(after), { minLength: 4 }), (entries) => {
        expect(draft({ before: {}, after: Object.fromEntries(entries) })).toEqual(reference);
      }),
      { numRuns: 20 },
    );
    expect(followUpBranch(APPLY)).toBe(`countersign/follow-up-${SHORT}`);
  });
});
