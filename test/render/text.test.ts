import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeBlock, codeSpan, cut, grouped, logLine, prose, shown, visible } from '../../src/render/text.ts';
import { configureProperties } from '../support/property-seed.ts';
import { cellsOf, outsideCode, spansOf, withoutSpans } from './reader.ts';

configureProperties(process.env, { numRuns: 500 });

/** Text with much of what has a meaning somewhere, and any other character as well. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '`',
        '``',
        '|',
        '\\',
        '\\|',
        '\\u{',
        '}',
        ' ',
        '  ',
        '\n',
        '\r\n',
        '@acme/x',
        '#1',
        'GH-1',
        '<b>',
        '-->',
        '&amp;',
        '*',
        '_',
        '~~',
      ),
      fc.constantFrom(
        '\u{202e}',
        '\u{200b}',
        '\u{feff}',
        '\u{1b}[31m',
        '\0',
        '\u{85}',
        '\u{2028}',
        '\u{d800}',
        '\u{e0041}',
        '\u{301}',
        '::error::',
        '##[group]',
      ),
      fc.constantFrom(
        'https://evil.example',
        'www.evil.example',
        'a@b.example',
        ':rocket:',
        '![x](y)',
        '[x](y)',
        '0123456789abcdef',
        '(',
        ')',
        '.',
        '1.',
        '- ',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{a0}\u{2800}\u{3164}]|\u{34f}|\u{fe0f}/u;

describe('text of others becomes visible', () => {
  test.each([
    ['a right-to-left override', 'pay\u{202e}gnp.exe', 'pay\\u{202e}gnp.exe'],
    ['a zero-width space', 'a\u{200b}b', 'a\\u{200b}b'],
    ['a line break', 'a\nb', 'a\\u{a}b'],
    ['an escape sequence', '\u{1b}[2J', '\\u{1b}[2J'],
    ['a no-break space', 'a\u{a0}b', 'a\\u{a0}b'],
    ['a lone surrogate', 'a\u{d800}', 'a\\u{d800}'],
    ['a tag character', '\u{e0041}', '\\u{e0041}'],
    ['a Hangul filler', '\u{3164}', '\\u{3164}'],
    ['a mark with nothing to sit on', '\u{301}a', '\\u{301}a'],
    ['a fourth mark on one letter', 'a\u{301}\u{301}\u{301}\u{301}', 'a\u{301}\u{301}\u{301}\\u{301}'],
    ['a space that a page would swallow', ' a  b ', '\\u{20}a \\u{20}b\\u{20}'],
    ['what already looks escaped', '\\u{202e}', '\\u{5c}u{202e}'],
    ['letters of any script', 'ключ 鍵 מפתח é', 'ключ 鍵 מפתח é'],
  ])('%s', (_what, text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  test('nothing unseen is left, in one line, and well-formed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const seen = visible(text);
        expect(seen).not.toMatch(UNSEEN);
        expect(seen.isWellFormed()).toBe(true);
      }),
    );
  });

  test('two texts never look the same', () => {
    fc.assert(
      fc.property(hostile, hostile, (left, right) => {
        fc.pre(left !== right);
        expect(visible(left)).not.toBe(visible(right));
      }),
    );
  });
});

describe('length', () => {
  test('what is cut says how long it is', () => {
    expect(shown('x'.repeat(5000), 10)).toBe(`${'x'.repeat(10)}… (5,000 characters)`);
    expect(shown('short', 10)).toBe('short');
  });

  test('invisible characters take no more room than others', () => {
    expect(shown('\u{200b}'.repeat(9), 10)).toBe('\\u{200b}… (9 characters)');
  });

  test('a cut ends neither within an escape nor within a character', () => {
    fc.assert(
      fc.property(hostile, fc.nat(40), (text, limit) => {
        const kept = cut(visible(text), limit);
        expect(kept.length).toBeLessThanOrEqual(limit);
        expect(kept.isWellFormed()).toBe(true);
        expect(visible(text).startsWith(kept)).toBe(true);
        expect(kept).not.toMatch(/\\u\{[0-9a-f]*$/u);
      }),
    );
  });

  test.each([
    [7, '7'],
    [1000, '1,000'],
    [12345678, '12,345,678'],
  ])('%d is written %s', (number, text) => {
    expect(grouped(number)).toBe(text);
  });
});

describe('a code span', () => {
  test.each([
    ['plain', '`plain`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['```', '```` ``` ````'],
    ['', '(empty)'],
    [' ', '`\\u{20}`'],
  ])('of %j is %s', (text, span) => {
    expect(codeSpan(text, 'line')).toBe(span);
  });

  test('shows exactly the visible text in a line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(text !== '');
        const line = `before ${codeSpan(text, 'line')} after`;
        expect(withoutSpans(line)).toBe('before □ after');
        expect(spansOf(line)).toEqual([visible(text)]);
      }),
    );
  });

  test('is one cell of a table, and shows the visible text with a pipe behind a backslash spelled out', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(text !== '');
        const cells = cellsOf(`| ${codeSpan(text, 'cell')} | next |`);
        expect(cells).toHaveLength(2);
        expect(spansOf(cells[0] ?? '')).toEqual([visible(text).replaceAll('\\|', '\\\\u{7c}')]);
        expect(cells[1]).toBe('next');
      }),
    );
  });
});

describe('a sentence of others', () => {
  test.each([
    ['plain words stay prose', 'The owner left, so ask again.', 'The owner left, so ask again.'],
    [
      'names become code',
      'gains INSERT on billing.invoices; see NHI7:2025.',
      'gains INSERT on `billing.invoices`; see `NHI7:2025`.',
    ],
    ['names side by side are one', 'from a/b c/d to e', 'from `a/b c/d` to e'],
    ['nobody is mentioned', 'ask @acme/security (@ana)', 'ask `@acme/security` (`@ana`)'],
    ['nothing is linked', 'see #1, GH-2 and https://evil.example.', 'see `#1`, `GH-2` and `https://evil.example`.'],
    ['a commit is not linked', 'since deadbeef and 1234567', 'since `deadbeef` and `1234567`'],
    ['no HTML', '<h1>Approved</h1> by all', '`<h1>Approved</h1>` by all'],
    ['no emphasis', 'this is *important* and __so__ on', 'this is `*important*` and `__so__` on'],
    ['one line', 'first\n# second', '`first\\u{a}#` second'],
    ['a sentence ends before its bracket', '(covers later ones, too.) next', '(covers later ones, too.) next'],
    ['brackets close what was opened before', '(ana (author of 3f2a91c))', '(ana (author of `3f2a91c`))'],
    ['brackets belong to what they open', 'f(x) (or g(x)).', '`f(x)` (or `g(x))`.'],
  ])('%s', (_what, text, expected) => {
    expect(prose(text, 'line')).toBe(expected);
  });

  test('leaves nothing outside of code that any filter gives a meaning to', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('line' as const, 'cell' as const), (text, place) => {
        const rendered = place === 'cell' ? (cellsOf(`| ${prose(text, place)} |`)[0] ?? '') : prose(text, place);
        const outside = withoutSpans(rendered);
        expect(outside).toMatch(/^[A-Za-z0-9 □.,;:!?()%'→·–-]*$/u);
        expect(outside).not.toMatch(/\b[0-9a-f]{7,40}\b|GH-|www|:\w+:/iu);
      }),
    );
  });
});

test('a fenced block ends where it should, whatever the lines hold', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (lines) => {
      const block = codeBlock(lines.map(visible), 'diff');
      expect(outsideCode(`before\n\n${block}\n\nafter`)).toBe('before\n\n\nafter');
    }),
  );
});

describe('a line of a log', () => {
  test.each([
    ['::error::x', '\\u{3a}:error::x'],
    ['   ::stop-commands::x', '   \\u{3a}:stop-commands::x'],
    ['see ##[group]x', 'see #\\u{23}[group]x'],
    ['a::b', 'a::b'],
    ['\u{1b}[2Jx', '\\u{1b}[2Jx'],
  ])('%j is written %j', (text, line) => {
    expect(logLine(text)).toBe(line);
  });

  test('is never a command to the runner, nor an escape sequence', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = logLine(visible(text));
        expect(line.trimStart().startsWith('::')).toBe(false);
        expect(line).not.toContain('##[');
        expect(line).not.toMatch(UNSEEN);
      }),
    );
  });
});

test('two colons at the end of a word that is quoted are quoted with it: in a log they could begin a command', () => {
  expect(prose('a@b::', 'line')).toBe('`a@b:`:');
  expect(prose('(see a@b.)', 'line')).toBe('(see `a@b`.)');
});
