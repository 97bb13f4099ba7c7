import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingType } from '../../../src/providers/postgres/normal-form/setting-names.ts';
import { canonicalSetting, settingItems } from '../../../src/providers/postgres/normal-form/settings.ts';
import { formatInstant, parseInstant } from '../../../src/providers/postgres/normal-form/timestamps.ts';

describe('settings that mean the same have one spelling', () => {
  test.each([
    ['statement_timeout', ['300000', '300 s', '5min', '300000ms'], '5min'],
    ['statement_timeout', ['0', '0s', '-0'], '0'],
    ['idle_in_transaction_session_timeout', ['1.5h', '90min', '5400s'], '90min'],
    ['work_mem', ['65536', '64MB', '65536kB'], '64MB'],
    ['temp_buffers', ['1024', '8MB'], '8MB'],
    ['log_min_duration_statement', ['-1'], '-1'],
    ['enable_seqscan', ['no', 'OFF', 'f', '0', 'false'], 'off'],
    ['enable_seqscan', ['yes', 'on', 'TRUE', '1'], 'on'],
    ['random_page_cost', ['1.1', '1.10', '01.1'], '1.1'],
    ['log_statement', ['ALL', 'all'], 'all'],
    ['search_path', ['"$user", public', '"$user",PUBLIC'], '"$user", public'],
    ['search_path', ['""', ' "" '], '""'],
  ])('%s', (name, spellings, canonical) => {
    for (const spelling of spellings) expect(canonicalSetting(name, spelling)).toBe(canonical);
  });

  test.each([
    ['statement_timeout', '1.5us'],
    ['statement_timeout', 'soon'],
    ['work_mem', '1.3kB'],
    ['enable_seqscan', 'o'],
    ['search_path', 'a,,b'],
    ['application_name', '  kept  '],
    ['myapp.number', '007'],
  ])('%s stays %s', (name, value) => {
    expect(canonicalSetting(name, value)).toBe(value);
  });

  test('the canonical spelling is its own', () => {
    const names = [
      'statement_timeout',
      'work_mem',
      'temp_buffers',
      'tcp_keepalives_idle',
      'random_page_cost',
      'search_path',
      'enable_seqscan',
    ];
    const value = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc
        .tuple(
          fc.integer({ min: -5, max: 1_000_000 }),
          fc.constantFrom('', 'ms', 's', 'min', 'h', 'd', 'kB', 'MB', 'GB', ' s'),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), value, (name, text) => {
        const once = canonicalSetting(name, text);
        expect(canonicalSetting(name, once)).toBe(once);
      }),
    );
  });

  test('a list is split as the server splits it', () => {
    expect(settingItems('search_path', '"$user", "Mixed Case", "quo""te", Folded')).toEqual([
      '$user',
      'Mixed Case',
      'quo"te',
      'folded',
    ]);
    expect(settingItems('session_preload_libraries', '$libdir/Thing')).toEqual(['$libdir/Thing']);
    expect(settingItems('application_name', 'a, b')).toBeNull();
  });

  test('a custom setting has no type', () => {
    expect(settingType('myapp.tenant')).toBeNull();
    expect(settingType('constructor')).toBeNull();
  });
});

describe('times', () => {
  test.each([
    ['2027-03-31T00:00:00Z', '2027-03-31T00:00:00Z'],
    ['2027-03-31T02:00:00.500+02:00', '2027-03-31T00:00:00.5Z'],
    ['2031-02-03T04:05:06.789012Z', '2031-02-03T04:05:06.789012Z'],
    ['1999-12-31T23:59:60Z', '2000-01-01T00:00:00Z'],
    ['-0043-03-15T12:00:00Z', '-0043-03-15T12:00:00Z'],
    ['+294276-01-01T00:00:00Z', '+294276-01-01T00:00:00Z'],
  ])('%s is %s', (written, canonical) => {
    const instant = parseInstant(written);
    expect(instant).not.toBeNull();
    expect(formatInstant(instant ?? 0n)).toBe(canonical);
  });

  test.each([
    '2027-03-31',
    '2027-02-29T00:00:00Z',
    '2027-03-31T00:00:00',
    '2027-13-01T00:00:00Z',
    '2027-03-31T24:00:00Z',
    'tomorrow',
    '',
  ])('%s is no time', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  test('every microsecond is read back, and agrees with the language where it can', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -210_866_803_200_000_000n, max: 9_224_318_015_999_999_999n }), (instant) => {
        expect(parseInstant(formatInstant(instant))).toBe(instant);
      }),
    );
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(formatInstant(BigInt(date.getTime()) * 1000n)).toBe(date.toISOString().replace(/\.?0*Z$/u, 'Z'));
        },
      ),
    );
  });
});
