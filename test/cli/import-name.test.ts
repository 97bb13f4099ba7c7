import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameOf } from '../../src/cli/import-name.ts';

const awkward = fc.constantFrom(
  '.',
  '..',
  '/',
  '\\',
  'a/b',
  '../a',
  'A',
  'a',
  '%41',
  '%',
  '~',
  '~a',
  ' ',
  'con',
  'CON',
  'nul.x',
  'é',
  'e\u0301',
  '-rf',
  'a:b',
  'a*',
  '"',
  '',
  '\u202E',
  'ß',
  'ẞ',
  'İ',
  'ı',
  'K',
  'K',
  'com1',
  'COM1',
  'x'.repeat(300),
);
const names = fc.oneof(
  awkward,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ maxLength: 600 }),
  fc.tuple(awkward, awkward).map((parts) => parts.join('')),
);

describe('the file name of an identity', () => {
  test('is safe on every file system', () => {
    fc.assert(
      fc.property(names, (name) => {
        const file = `${fileNameOf(name)}.yaml`;
        expect(file).toMatch(/^(?:[a-z0-9_]|%[0-9A-F]{2}|\.yaml)(?:[a-z0-9._-]|%[0-9A-F]{2}|~)*$/u);
        expect(file).not.toMatch(/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\./u);
        expect(file.length).toBeLessThan(210);
      }),
      { numRuns: 2000 },
    );
  });

  test('is shared by no two names, also where file systems fold case', () => {
    fc.assert(
      fc.property(names, names, (one, other) => {
        const same = fileNameOf(one).toLowerCase() === fileNameOf(other).toLowerCase();
        expect(same).toBe(one.toWellFormed() === other.toWellFormed());
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['billing-exporter', 'billing-exporter'],
    ['Billing', '%42illing'],
    ['svc@corp', 'svc%40corp'],
    ['.hidden', '%2Ehidden'],
    ['-x', '%2Dx'],
    ['nul', '%6Eul'],
    ['nul.a', '%6Eul.a'],
    ['null', 'null'],
    ['é', '%C3%A9'],
  ])('of %j is %j', (name, file) => {
    expect(fileNameOf(name)).toBe(file);
  });
});
