import { describe, expect, it } from 'vitest';
import { NO_POLICIES } from '../../../src/core/policy/set.ts';
import { unmatchedNames, warningOf } from '../../../src/core/policy/unmatched.ts';
import { changeWith, planOf } from '../../support/plans.ts';

const NOW = '2026-06-01T12:00:00Z';

function file(path: string) {
  return { path, bytes: new Uint8Array() };
}

describe('what the configuration names as policies', () => {
  it('is there where a file of it is, in a folder or by a glob', () => {
    const found = { inputs: [file('policies/a.yaml'), file('rules/deep/b.yml')], diagnostics: [] };
    expect(unmatchedNames({ policies: ['policies', 'rules/**/*.yml'] }, found)).toEqual([]);
  });

  it('is not there where nothing is, and each name is told by itself', () => {
    const found = { inputs: [file('policies/a.yaml')], diagnostics: [] };
    expect(unmatchedNames({ policies: ['polices/', 'policies/', 'policies/none-*.yaml'] }, found)).toEqual([
      'polices/',
      'policies/none-*.yaml',
    ]);
  });

  it('is there where a file cannot be read, which is told by itself', () => {
    const location = { path: 'policies/a.yaml', line: 1, column: 1 };
    const diagnostics = [
      { code: 'too-large', severity: 'error', cause: 'Too large.', mend: 'Split it.', location } as const,
    ];
    expect(unmatchedNames({ policies: ['policies'] }, { inputs: [], diagnostics })).toEqual([]);
  });
});

describe('a name without policies', () => {
  const set = warningOf(NO_POLICIES, ['polices/']);

  it('is said to the reviewers of every plan that changes an identity, and denies nothing', () => {
    expect(set.judge({ plan: planOf([changeWith('a')]), changes: [], access: [], now: NOW, pull: null })).toEqual({
      requirements: [],
      exceptions: [],
      findings: [
        {
          code: 'policies-unmatched',
          effect: 'warn',
          address: null,
          message: 'The configuration names policies at polices/, and none stands there: nothing of it judges.',
        },
      ],
    });
  });

  it('is not said where no identity changes', () => {
    expect(set.judge({ plan: planOf([]), changes: [], access: [], now: NOW, pull: null }).findings).toEqual([]);
  });

  it('leaves a set alone that misses nothing', () => {
    expect(warningOf(NO_POLICIES, [])).toBe(NO_POLICIES);
  });
});
