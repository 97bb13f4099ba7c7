import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText, formatAddress, parseAddress } from '../../src/core/address.ts';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });

describe('an address', () => {
  it('has one spelling for one name, and leads back to it', () => {
    fc.assert(
      fc.property(text, text, fc.array(text, { minLength: 1, maxLength: 4 }), (source, kind, name) => {
        const address = formatAddress({ source, kind, name });
        expect(parseAddress(address)).toEqual({ source, kind, name });
        expect(address).toMatch(/^[A-Za-z0-9\-._~%/]+$/u);
      }),
    );
  });

  it.each([
    ["it's (a) *test*!", 'it%27s%20%28a%29%20%2Atest%2A%21'],
    ['a/b', 'a%2Fb'],
    ['100%', '100%25'],
    ['🙂', '%F0%9F%99%82'],
    ['..', '..'],
  ])('encodes %s as %s', (name, segment) => {
    expect(formatAddress({ source: 's', kind: 'K', name: [name] })).toBe(`s/K/${segment}`);
  });

  it.each([
    '',
    's',
    's/K',
    's/K/',
    '/K/n',
    's//n',
    's/K/n/',
    's/K/%',
    's/K/%zz',
    's/K/%2f',
    's/K/a b',
    's/K/%61',
    's/K/%FF',
  ])('refuses %j', (address) => {
    expect(() => parseAddress(address)).toThrow(expect.objectContaining({ code: 'address-malformed' }));
  });

  it('refuses a name that is not well-formed Unicode', () => {
    expect(() => formatAddress({ source: 's', kind: 'K', name: ['\ud800'] })).toThrow(
      expect.objectContaining({ code: 'address-malformed', evidence: 's/K/\ufffd' }),
    );
  });
});

describe('the order of texts', () => {
  it('is by code unit, whatever the locale', () => {
    expect(['ö', 'z', 'a', 'Z', '10', '9'].toSorted(compareText)).toEqual(['10', '9', 'Z', 'a', 'z', 'ö']);
    expect(compareText('a', 'a')).toBe(0);
  });
});
