import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseEvent } from '../../src/action/event.ts';
import { parseObject } from '../../src/providers/postgres/names/objects.ts';
import { decodeBundle } from '../../src/workflows/bundle.ts';

describe('what is JSON and yet not what was asked for', () => {
  it.each(['null', '[]', '7', '"x"', 'true'])('the event %s is unreadable', (text) => {
    expect(() => parseEvent(text)).toThrow(expect.objectContaining({ code: 'event-unreadable' }));
  });

  it.each(['null', '7', '"x"', '[]'])('a bundle that hands on %s is malformed', (one) => {
    const encoded = gzipSync(`{"formatVersion":"1","planned":[${one}]}`).toString('base64');
    expect(() => decodeBundle(encoded)).toThrow(expect.objectContaining({ code: 'bundle-malformed' }));
  });
});

describe('the name of a routine', () => {
  it('that is nothing but quotes is refused at once, however many there are', () => {
    for (const length of [60, 61, 10_000])
      expect(() => parseObject(`function x${'"'.repeat(length)}`)).toThrow(
        expect.objectContaining({ code: 'signature-missing' }),
      );
  });

  it('keeps quotes, dots and parentheses that are quoted', () => {
    expect(parseObject('function a."b""(c).d"(int)')).toEqual({
      class: 'function',
      schema: 'a',
      name: 'b"(c).d',
      arguments: 'integer',
    });
  });
});
