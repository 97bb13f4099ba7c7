import { describe, expect, it } from 'vitest';
import { inert, summaryOf } from '../../src/action/report.ts';

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
});
