import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { load } from '../../../src/core/desired/load.ts';
import type { Input } from '../../../src/core/desired/types.ts';
import { ownErrors } from '../../../src/core/own-errors.ts';
import { scopeOf } from '../../../src/core/scope.ts';
import { memory } from '../../../src/providers/memory/index.ts';
import { configurationFor } from '../../support/planning.ts';
import { file } from '../../support/policy-kind.ts';

const source = {
  name: 'robots',
  provider: 'memory',
  connection: { read: 'R', write: 'W' },
  mode: 'authoritative',
  boundary: {},
  options: {},
  manifests: ['deploy/**/*.yaml'],
  owner: 'owner',
} as const;
const configuration = configurationFor(source);
const context = { providers: [memory], configuration };

const ADDRESS = 'robots/MemoryAccount/exporter';
const [ACCOUNT, GRANTS] = ['deploy/account.yaml', 'deploy/rbac/grants.yaml'];

function account(annotations = '{ countersign.dev/owner: "@ana" }', name = 'exporter'): string {
  return `apiVersion: memory.example/v1\nkind: Account\nmetadata:\n  name: ${name}\n  annotations: ${annotations}\nenabled: true\n`;
}

function grant(on: string, actions = '[read]', name = 'exporter'): string {
  return `apiVersion: memory.example/v1\nkind: Grant\naccount: ${name}\non: ${on}\nactions: ${actions}\n`;
}

const FILES = [file(ACCOUNT, account()), file(GRANTS, `${grant('invoices')}---\n${grant('orders')}`)];

function loaded(...inputs: readonly Input[]) {
  return load(inputs, context);
}

function problems(...inputs: readonly Input[]): readonly string[] {
  return loaded(...inputs).diagnostics.map(
    ({ location, code }) => `${location?.path}:${location?.line}:${location?.column} ${code}`,
  );
}

function hashOf(...inputs: readonly Input[]) {
  const { state, diagnostics } = loaded(...inputs);
  expect(diagnostics).toEqual([]);
  return state.identities.find(({ name }) => name === 'exporter')?.hash;
}

describe('an identity of plain manifests', () => {
  it('is what all of them say of it together', () => {
    const { state, diagnostics, parts } = loaded(...FILES);
    expect(diagnostics).toEqual([]);
    expect(parts).toEqual([ACCOUNT, GRANTS]);
    expect(state.identities).toMatchObject([
      {
        address: ADDRESS,
        metadata: { owner: 'ana', purpose: null, expires: null, consumers: [] },
        onRemove: { kind: 'disable' },
        spec: {
          enabled: true,
          grants: expect.toSatisfy((grants: readonly unknown[]) => grants.length === 2),
        },
        location: { path: ACCOUNT, line: 1 },
        origins: [{ path: ACCOUNT }, { path: GRANTS }],
      },
    ]);
  });

  it('has its metadata in annotations', () => {
    const annotations =
      '{ countersign.dev/owner: owner, countersign.dev/purpose: Export, countersign.dev/expires: "2027-03-31", countersign.dev/consumers: "jobs/export, jobs/import", countersign.dev/depends-on: robots/MemoryAccount/b, countersign.dev/adopts: Helm, countersign.dev/on-remove: delete, else: where }';
    expect(loaded(file(ACCOUNT, account(annotations))).state.identities).toMatchObject([
      {
        metadata: {
          owner: 'owner',
          purpose: 'Export',
          expires: '2027-03-31',
          consumers: ['jobs/export', 'jobs/import'],
          dependsOn: ['robots/MemoryAccount/b'],
          adopts: 'Helm',
        },
        onRemove: { kind: 'delete', options: {} },
      },
    ]);
  });

  it('is located in each of them', () => {
    const { locate, state } = loaded(...FILES);
    expect(locate(ADDRESS, '/spec/enabled')).toEqual({ path: ACCOUNT, line: 6, column: 10 });
    const grants = state.identities.flatMap(({ spec }) => spec['grants'] as readonly { readonly on: string }[]);
    const line = grants[0]?.on === 'invoices' ? 1 : 7;
    expect(locate(ADDRESS, '/spec/grants/0')).toEqual({ path: GRANTS, line, column: 1 });
    expect(locate(ADDRESS, '/spec/grants/0/on')).toEqual({ path: GRANTS, line: line + 3, column: 5 });
    expect(locate(ADDRESS, '/metadata/owner')).toEqual({ path: ACCOUNT, line: 5, column: 41 });
  });

  it('is another one when any of them changes, and no other is', () => {
    const other = file('deploy/other.yaml', `${account('{}', 'other')}---\n${grant('x', '[read]', 'other')}`);
    const hash = hashOf(...FILES, other);
    expect(hashOf(file(ACCOUNT, account('{}')), FILES[1] ?? other, other)).not.toBe(hash);
    expect(hashOf(...FILES, other, file('deploy/more.yaml', grant('more')))).not.toBe(hash);
    expect(hashOf(...FILES)).toBe(hash);
  });

  it('is the same however its manifests are ordered, named and formatted, and beside whatever', () => {
    const parts = [account(), grant('invoices'), grant('orders'), 'kind: Deployment\n', 'apiVersion: v1\nkind: List\n'];
    const hash = hashOf(...parts.map((text, index) => file(`deploy/${index}.yaml`, text)));
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), fc.boolean(), (order, isOne) => {
        const formatted = order.map((text) => `# moved\n${text.replaceAll('\n', '\r\n')}`);
        const files = isOne
          ? [file('deploy/all.yaml', formatted.join('\r\n---\r\n'))]
          : formatted.map((text, index) => file(`deploy/z/${index}.yaml`, text));
        expect(hashOf(...files)).toBe(hash);
      }),
    );
  });

  it('may be one for each of several sources', () => {
    const several = { ...configuration, sources: [source, { ...source, name: 'staging' }] };
    const { state } = load(FILES, { providers: [memory], configuration: several });
    expect(state.identities.map(({ address }) => address)).toEqual([ADDRESS, 'staging/MemoryAccount/exporter']);
  });
});

describe('what is wrong with plain manifests', () => {
  it.each([
    ['what the schema refuses', grant('invoices', 'read'), `${GRANTS}:5:10 wrong-type`],
    ['what is no YAML', 'kind: [', `${GRANTS}:1:8 yaml-unclosed`],
    ['a document', 'apiVersion: countersign.dev/v1\nkind: X\n', `${GRANTS}:1:1 document-among-manifests`],
    ['a secret', 'key: AKIAIOSFODNN7EXAMPLE\n', `${GRANTS}:1:6 secret-in-document`],
  ])('%s is said where it stands, and leaves the identity unknown', (_, text, problem) => {
    const files = [file(ACCOUNT, account()), file(GRANTS, text)];
    expect(problems(...files)).toEqual([problem]);
    expect(loaded(...files).state.identities).toEqual([]);
  });

  it.each([
    ['{ countersign.dev/onwer: "@ana" }', 5, 'manifest-annotation'],
    ['{ countersign.dev/purpose: [a] }', 5, 'manifest-annotation'],
    ['{ countersign.dev/owner: nobody-known }', 5, 'unknown-people'],
    ['{ countersign.dev/on-remove: explode }', 5, 'no-form-fits'],
    ['{ countersign.dev/expires: soon }', 5, 'wrong-format'],
  ])('an annotation %s', (annotations, line, code) => {
    const { state, diagnostics } = loaded(file(ACCOUNT, account(annotations)));
    expect(diagnostics).toMatchObject([{ code, severity: 'error', location: { path: ACCOUNT, line } }]);
    expect(state.identities).toEqual([]);
  });

  it('names both places of what a document declares, too', () => {
    const document = file(
      'identities/exporter.yaml',
      'apiVersion: countersign.dev/v1\nkind: MemoryAccount\nmetadata: { name: exporter, source: robots }\nspec: {}\n',
    );
    expect(loaded(...FILES, document).diagnostics).toMatchObject([
      { code: 'duplicate-address', location: { path: ACCOUNT }, related: [{ path: 'identities/exporter.yaml' }] },
    ]);
  });

  it('is that a path is named as both', () => {
    const both = { ...configuration, desired: ['deploy/*.yaml'] };
    const { state, diagnostics } = load(FILES, { providers: [memory], configuration: both });
    expect(diagnostics).toMatchObject([{ code: 'manifest-and-document', location: { path: ACCOUNT } }]);
    expect(state.identities).toEqual([]);
  });

  it('is that one of them could not be read: it might have said more', () => {
    expect(load(FILES, context, ['deploy/link.yaml']).state.identities).toEqual([]);
    expect(load(FILES, context, ['identities/link.yaml']).state.identities).toHaveLength(1);
  });
});

describe('a pull request about plain manifests', () => {
  it.each([
    ['that breaks one', 'kind: ['],
    ['that misspells one', grant('invoices', 'read')],
  ])('%s is errored, rather than taken for one that removes something', (_, text) => {
    const [base, head] = [loaded(...FILES), loaded(file(ACCOUNT, account()), file(GRANTS, text))];
    const { identities } = scopeOf(base.state, head.state, 'pull-request');
    expect(identities.map(({ address, head: now }) => [address, now])).toEqual([[ADDRESS, null]]);
    expect(ownErrors(base, head, identities)).toHaveLength(1);
  });

  it('changes an identity by any of them', () => {
    const [base, head] = [loaded(...FILES), loaded(...FILES, file('deploy/more.yaml', grant('more')))];
    const { identities } = scopeOf(base.state, head.state, 'pull-request');
    expect(identities.map(({ address }) => address)).toEqual([ADDRESS]);
  });
});
