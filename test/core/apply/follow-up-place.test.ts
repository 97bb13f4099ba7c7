import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followUpBranch } from '../../../src/core/apply/follow-up.ts';
import { tinyConfiguration } from '../../support/tiny-kind.ts';
import { A, APPLY, B, C, declares, draft, request, role, SHORT, twoSources, type Files } from './following.ts';

describe('where the document that asks again stands', () => {
  const place = (desired: readonly string[], after: Files, more: readonly string[] = []) => {
    const configuration = { ...tinyConfiguration, desired };
    const found = draft({ before: {}, after, more, configuration });
    return found.kind === 'file' ? found.path : found.kind;
  };
  const name = `follow-up-${SHORT}`;

  /** @param unapplied by default the first role. */
  const placed = (desired: readonly string[], after: Files, unapplied: readonly string[] = [A]) => {
    const found = draft({ before: {}, after, unapplied, configuration: { ...twoSources, desired } });
    return found.kind === 'file' ? found.path : found.kind;
  };
  const elsewhere = { 'exact/a.yaml': role('a') };

  it('beside what is asked for, before anything else', () => {
    const after = { 'identities/x/a.yaml': role('a'), 'identities/y/b.yaml': role('b') };
    expect(placed(['identities/**/*.yaml'], after, [B])).toBe(`identities/y/${name}.yaml`);
  });

  it('then beside other documents of its source, before a Reconciliation or another source’s', () => {
    const after = {
      ...elsewhere,
      'all/archive/x.yaml': role('x', { source: 'archive' }),
      'all/orders/b.yaml': role('b'),
      'all/requests/c.yaml': request('c', 'correct', B),
    };
    expect(placed(['exact/a.yaml', 'all/**/*.yaml'], after)).toBe(`all/orders/${name}.yaml`);
  });

  it('never among plain manifests, whatever is beside it', () => {
    const sources = twoSources.sources.map((source) => ({ ...source, manifests: ['identities/x/*.yaml'] }));
    const after = { 'identities/y/a.yaml': role('a') };
    const configuration = {
      ...twoSources,
      sources,
      desired: ['identities/x/*.yaml', 'identities/y/a.yaml', 'rest/*.yaml'],
    };
    const found = draft({ before: {}, after, configuration });
    expect(found.kind === 'file' ? found.path : found.kind).toBe(`rest/${name}.yaml`);
  });

  it.each([
    ['a Reconciliation', { 'all/requests/c.yaml': request('c', 'correct', A) }, `all/requests/${name}.yaml`],
    [
      'a document of another source',
      { 'all/archive/x.yaml': role('x', { source: 'archive' }) },
      `all/archive/${name}.yaml`,
    ],
  ])('then beside %s', (_, more, expected) => {
    expect(placed(['exact/a.yaml', 'all/**/*.yaml'], { ...elsewhere, ...more })).toBe(expected);
  });

  it.each([
    ['beside the first document', ['identities/**/*.yaml'], 'identities/x/a.yaml', `identities/x/${name}.yaml`],
    ['with the ending of its neighbour', ['identities/*.yml'], 'identities/a.yml', `identities/${name}.yml`],
    ['with one of its own, where its neighbour has none', ['identities/*'], 'identities/a', `identities/${name}.yaml`],
    ['and where its name is all ending', ['identities/{*,.*}'], 'identities/.role', `identities/${name}.yaml`],
    ['in the root', ['*.yaml'], 'a.yaml', `${name}.yaml`],
    ['in the root, with the ending of its neighbour', ['*.yml'], 'a.yml', `${name}.yml`],
    [
      'in a folder, where the globs ask for a name',
      ['roles/*/role.yaml'],
      'roles/a/role.yaml',
      `roles/${name}/role.yaml`,
    ],
    ['in such a folder beside the only one', ['*/role.yaml'], 'roles/role.yaml', `${name}/role.yaml`],
    [
      'nowhere, where the globs ask for a name and its neighbour has no folder',
      ['{role,*/role}.yaml'],
      'role.yaml',
      'placeless',
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
    const taken = (suffix: string) => ({ 'identities/t.yaml': request(`${name}${suffix}`, 'correct', B) });
    expect(draft({ before: {}, after: { ...declares('a', 'b'), ...taken('') }, unapplied: [A] })).toEqual({
      kind: 'placeless',
    });
    const two = { before: declares('c'), after: { ...declares('a', 'b'), ...taken('-2') } };
    expect(draft({ ...two, unapplied: [A, C] })).toEqual({ kind: 'placeless' });
    expect(draft({ ...two, unapplied: [A] }).kind).toBe('file');
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
