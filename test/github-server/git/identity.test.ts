import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSignature, parseSignature } from './identity.ts';

describe('a signature', () => {
  it('is read back as it was written', () => {
    const offset = fc.integer({ min: -720, max: 840 });
    const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll(/[<>\n\0]/g, '').trim());
    fc.assert(
      fc.property(text, text, fc.nat({ max: 4_000_000_000 }), offset, (name, email, seconds, minutes) => {
        const read = parseSignature(formatSignature({ name, email, seconds, offset: minutes }));
        expect(read).toEqual({ name: name || 'unknown', email, seconds, offset: minutes === 0 ? 0 : minutes });
      }),
    );
  });

  it('cannot break out of its line', () => {
    const line = formatSignature({ name: 'a\nparent 1>', email: '<x\n@y>', seconds: 1 });
    expect(line).toBe('aparent 1 <x@y> 1 +0000');
  });

  it('keeps the zone of its clock, east and west, with its minutes', () => {
    const zone = (offset: number) => formatSignature({ name: 'a', email: 'b', seconds: 1, offset }).slice(-5);
    expect([zone(0), zone(120), zone(-330), zone(345)]).toEqual(['+0000', '+0200', '-0530', '+0545']);
  });

  it('without a name has one, and a line that is none is refused', () => {
    expect(formatSignature({ name: ' <> ', email: '', seconds: 1 })).toBe('unknown <> 1 +0000');
    for (const line of ['', 'ana 1 +0000', 'ana <a@b> soon +0000', 'ana <a@b> 1'])
      expect(() => parseSignature(line)).toThrow('not a git signature');
  });
});
