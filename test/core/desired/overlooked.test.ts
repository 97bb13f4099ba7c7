import { describe, expect, it } from 'vitest';
import { overlookedFiles } from '../../../src/core/desired/overlooked.ts';

function named(paths: readonly string[], desired: readonly string[]): readonly (string | undefined)[] {
  return overlookedFiles(paths, { desired, policies: ['policies'], sources: [] }).map(({ location }) => location?.path);
}

describe('a file is overlooked', () => {
  it('where only its ending keeps it from being read', () => {
    const paths = ['identities/a.yaml', 'identities/b.yml', 'identities/deep/c.YAML', 'identities/d.YML'];
    expect(named(paths, ['identities/**/*.yaml'])).toEqual(paths.slice(1));
    expect(named(paths, ['identities/**/*.yml'])).toEqual([
      'identities/a.yaml',
      'identities/deep/c.YAML',
      'identities/d.YML',
    ]);
  });

  it('but not where the globs name both endings, or the folder is another', () => {
    expect(named(['identities/a.yml', 'deploy/b.yml'], ['identities/*.{yaml,yml}'])).toEqual([]);
  });

  it('but not where it makes the rules, or is no YAML', () => {
    const paths = ['policies/a.yml', '.github/workflows/b.yml', 'CODEOWNERS', 'c.json', 'd'];
    expect(named(paths, ['**/*.yaml'])).toEqual([]);
  });

  it('and that is a warning, since it may be meant', () => {
    expect(overlookedFiles(['a.yml'], { desired: ['*.yaml'], policies: [], sources: [] })).toMatchObject([
      { code: 'file-overlooked', severity: 'warning', location: { path: 'a.yml', line: 1, column: 1 } },
    ]);
  });
});
