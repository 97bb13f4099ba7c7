import { describe, expect, it } from 'vitest';
import { classifier, globProblem } from '../../src/core/globs.ts';
import { tinyConfiguration } from '../support/tiny-kind.ts';

const sources = tinyConfiguration.sources.map((source, index) =>
  index === 0 ? { ...source, manifests: ['deploy/**/*.yaml', 'identities/plain/*'] } : source,
);

const classify = classifier({
  desired: ['identities/**/*.{yaml,yml}', '**/*.role.yaml'],
  policies: ['policies', 'rules/*.yaml', 'exceptions/'],
  sources,
});

describe('what a path is', () => {
  it.each([
    ['identities/a.yaml', 'desired'],
    ['identities/orders-db/deep/a.yml', 'desired'],
    ['identities/.hidden/a.yaml', 'desired'],
    ['identities/a.txt', 'other'],
    ['identities.yaml', 'other'],
    ['other/identities/a.yaml', 'other'],
    ['any/where/x.role.yaml', 'desired'],
    ['.github/countersign.yaml', 'governance'],
    ['.github/workflows/plan.yml', 'governance'],
    ['.github/workflows/x.role.yaml', 'governance'],
    ['.github/actions/a/action.yml', 'governance'],
    ['.github/CODEOWNERS', 'governance'],
    ['CODEOWNERS', 'governance'],
    ['docs/CODEOWNERS', 'governance'],
    ['src/CODEOWNERS', 'other'],
    ['.github/ISSUE_TEMPLATE/bug.md', 'other'],
    ['policies/a/b.cel', 'governance'],
    ['policies/x.role.yaml', 'governance'],
    ['policies', 'governance'],
    ['policies-old/a.yaml', 'other'],
    ['rules/a.yaml', 'governance'],
    ['rules/deep/a.yaml', 'other'],
    ['exceptions/a.yaml', 'governance'],
    ['deploy/rbac/a.yaml', 'manifest'],
    ['deploy/rbac/a.json', 'other'],
    ['deploy/rbac/x.role.yaml', 'manifest'],
    ['identities/plain/a.yaml', 'manifest'],
    ['README.md', 'other'],
    ['IDENTITIES/a.yaml', 'other'],
    ['identities/a\nb.yaml', 'desired'],
  ])('%s is %s', (path, expected) => {
    expect(classify(path)).toBe(expected);
  });
});

describe('a glob', () => {
  it.each(['identities/**/*.yaml', 'a', 'a/b.{yaml,yml}', '.identities/*', 'a[0-9].yaml'])('%s is one', (glob) => {
    expect(globProblem(glob)).toBeNull();
  });

  it.each(['/a', '../a', 'a/../b', './a', '!a', 'a\\b', '@(a|b)', 'a****b', 'a/**/b/**/c/**/d/**/e/**/f'])(
    '%s is refused',
    (glob) => {
      expect(globProblem(glob)).not.toBeNull();
    },
  );
});
