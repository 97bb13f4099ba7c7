import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/core/schema/suggest.ts';

describe('suggestions', () => {
  it.each([
    ['automountServiceAccountToken', ['automountToken', 'roles'], 'automountToken'],
    ['automountServiceAccountToken', ['automountToken', 'serviceToken'], null],
    ['automountToken', ['automountServiceAccountToken'], null],
    ['automountServiceAccountToken', ['tokenAutomount', 'automount'], null],
    ['Automount Service Token', ['automountToken'], null],
  ])('for %s of %j: a key of some of its words', (word, candidates, expected) => {
    expect(suggest(word, candidates)).toBe(expected);
  });

  it.each([
    ['logn', 'login'],
    ['LOGIN', 'login'],
    ['lgoin', 'login'],
    ['memberof', 'memberOf'],
    ['x', null],
    ['log', null],
    ['', null],
    ['k'.repeat(100_000), null],
  ])('%s: %s', (word, expected) => {
    expect(suggest(word, ['login', 'memberOf', 'validUntil'])).toBe(expected);
  });
});
