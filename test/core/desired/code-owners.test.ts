import { describe, expect, it } from 'vitest';
import { peopleOf } from '../../../src/core/approval/requirements.ts';
import { load } from '../../../src/core/desired/load.ts';
import { tinyConfiguration, tinyContext } from '../../support/tiny-kind.ts';

const TEXT = '* @ana @acme/exports\n/mail/ a@example.test\n/none/\n/both/ a@example.test @dora\n';

function loaded(files: Readonly<Record<string, string | null>>, text: string | null = TEXT) {
  const codeOwners = text === null ? null : { path: '.github/CODEOWNERS', text };
  const inputs = Object.entries(files).map(([path, owner], index) => {
    const named = owner === null ? '' : `  owner: ${owner}\n`;
    const head = `apiVersion: countersign.dev/v1\nkind: TinyRole\nmetadata:\n  name: r${index}\n  source: orders\n`;
    return { path, bytes: Buffer.from(`${head}${named}spec:\n  login: true\n`) };
  });
  return load(inputs, { ...tinyContext, configuration: { ...tinyConfiguration, codeOwners } });
}

function ownersIn(...given: Parameters<typeof loaded>): readonly (string | null)[] {
  return loaded(...given).state.identities.map(({ metadata: { owner } }) => owner);
}

describe('the owner of a document', () => {
  it.each([
    ['is whoever CODEOWNERS names, any of them', { 'a.yaml': null }, '@ana @acme/exports'],
    ['is whom it names itself', { 'a.yaml': 'billing' }, 'billing'],
    ['is nobody where the line names nobody', { 'none/a.yaml': null }, null],
    ['is nobody where only e-mail addresses stand', { 'mail/a.yaml': null }, null],
    ['is the others where e-mail addresses stand beside', { 'both/a.yaml': null }, '@dora'],
  ])('%s', (_what, files, owner) => {
    expect(ownersIn(files)).toEqual([owner]);
  });

  it('is nobody where CODEOWNERS is not asked, or there is none', () => {
    expect([...ownersIn({ 'a.yaml': null }, null), ...ownersIn({ 'a.yaml': null }, '')]).toEqual([null, null]);
  });
});

describe('a document that is moved', () => {
  const hash = (path: string, owner: string | null = null, text: string | null = TEXT) =>
    loaded({ [path]: owner }, text).state.identities[0]?.hash;

  it('is another one where another owner answers for it there, and only then', () => {
    expect(hash('both/a.yaml')).not.toBe(hash('a.yaml'));
    expect(hash('b.yaml')).toBe(hash('a.yaml'));
    expect(hash('both/a.yaml', 'billing')).toBe(hash('a.yaml', 'billing'));
  });

  it('is what it was where CODEOWNERS names nobody, or is not asked', () => {
    expect(hash('none/a.yaml')).toBe(hash('a.yaml', null, null));
    expect(hash('both/a.yaml', null, null)).toBe(hash('a.yaml', null, null));
  });
});

it('lines that leave it to e-mail addresses alone are said, each once', () => {
  const files = { 'mail/a.yaml': null, 'mail/b.yaml': null, 'mail/c.yaml': 'billing', 'both/a.yaml': null };
  expect(loaded(files).diagnostics).toMatchObject([
    {
      code: 'code-owner-unknowable',
      severity: 'warning',
      cause: expect.stringContaining('orders/TinyRole/r0 and 1 more'),
      location: { path: '.github/CODEOWNERS', line: 2, column: 1 },
    },
  ]);
});

it('such an owner means each of them, pinned as elsewhere, and never a group of that name', () => {
  const people = { billing: ['ben#102', 'cleo'] };
  expect(peopleOf({ people }, '@Ben @acme/ben @dora')).toEqual(['ben#102', '@acme/ben', 'dora']);
  expect(peopleOf({ people }, '@billing')).toEqual(['billing']);
});
