import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inert, summaryOf } from '../../src/action/report.ts';

const RUNS = 500;

describe('a line of the log', () => {
  it('keeps its indentation and its columns', () => {
    expect(inert('    risk     high: gains 5  permissions')).toBe('    risk     high: gains 5  permissions');
    expect(summaryOf(['  indented'])).toContain('\n  indented\n');
  });

  it('is no command to the runner, however it is indented', () => {
    expect(inert('::set-output name=x::y')).not.toMatch(/^::/u);
    expect(inert('   ::error::x')).not.toMatch(/^\s*::/u);
    expect(inert('a ##[error]b')).not.toContain('##[');
  });

  it('is one line without anything that a terminal obeys or an eye misses', () => {
    expect(inert('a\n::error::b\u001b[31m\tc\u202ed\u00a0e')).toBe(
      'a\\u{a}::error::b\\u{1b}[31m\\u{9}c\\u{202e}d\\u{a0}e',
    );
  });

  it('is no command whatever it is made of, by the two ways in which the runner finds one', () => {
    const pieces = fc.constantFrom('::', ':', '#', '##[', ']', ' ', '\t', '\n', '\r', '\u{a0}', '\u{2028}', '\u{feff}');
    const names = fc.constantFrom('set-output name=x', 'add-mask', 'stop-commands', 'error', 'group', 'save-state');
    const text = fc.array(fc.oneof(pieces, names, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 10 });
    fc.assert(
      fc.property(text, (parts) => {
        const line = inert(parts.join(''));
        expect(line).not.toMatch(/[\n\r]/u);
        expect(line.trimStart().startsWith('::')).toBe(false);
        expect(line).not.toContain('##[');
      }),
      { numRuns: RUNS },
    );
  });
});
