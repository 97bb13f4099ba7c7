import { describe, expect, test } from 'vitest';
import { secretShape, withArticle } from '../../src/core/secret-shape.ts';

describe('a text is taken for a secret', () => {
  test.each([
    ['a private key', `-----BEGIN ${'RSA '}PRIVATE KEY-----\nMIIE`],
    ['a GitHub token', `deploys with gh${'p'}_0123456789abcdefghijABCDEFGHIJ012345`],
    ['an AWS key', `key AKI${'A'}ABCDEFGHIJKLMNOP`],
    ['a signed token', `ey${'J'}hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc`],
    ['a connection string with a password', 'postgres://app:hunter2@db.internal/orders'],
    ['a SCRAM verifier', `SCRAM-SHA-256${'$'}4096:c2FsdA==$a:b`],
    ['an MD5 verifier', `md5${'0123456789abcdef'.repeat(2)}`],
    ['a password after its name', 'password=hunter2'],
    ['long random text', 'qL8vXz2Rk9TnB4mWc7YdJf3HsPg6UaEoZ5iN1xQ0'],
  ])('%s', (_, text) => {
    expect(secretShape(text)).not.toBeNull();
  });
});

describe('a text is not taken for a secret', () => {
  test.each([
    ['prose', 'Owner: billing; purpose: the nightly invoice export to the warehouse'],
    ['a duration', '5min'],
    ['a path of names', 'billing_exporter_for_the_warehouse_of_the_northern_region'],
    ['a commit', 'see 33caa8c0f1ae599dadb8d9c814346bb735b6be11'],
    ['a digest', `sha256:${'0123456789abcdef'.repeat(4)}`],
    ['an address without a password', 'postgres://app@db.internal/orders'],
    ['a link', 'https://wiki.example.org/teams/billing/runbooks?page=2'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(secretShape(text)).toBeNull();
  });
});

test('the kind never repeats the text', () => {
  expect(secretShape('postgres://app:hunter2@db.internal/orders')).not.toContain('hunter2');
});

test('a long text is judged in bounded time', () => {
  expect(secretShape('a'.repeat(1_000_000))).toBeNull();
  expect(secretShape('://'.repeat(300_000))).toBeNull();
  expect(secretShape('-----BEGIN '.repeat(90_000))).toBeNull();
});

test.each([
  ['AWS key', 'an AWS key'],
  ['API key', 'an API key'],
  ['GitHub token', 'a GitHub token'],
])('%s is told as %s', (noun, told) => {
  expect(withArticle(noun)).toBe(told);
});
