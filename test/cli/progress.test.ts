import { describe, expect, test } from 'vitest';
import { liveLine } from '../../src/cli/progress.ts';

function recorded(terminal: { columns?: number } | null) {
  const written: string[] = [];
  const output = {
    write: (text: string) => void written.push(text),
    isTTY: terminal !== null,
    columns: terminal?.columns,
  };
  return { written, line: liveLine(output) };
}

describe('progress', () => {
  test('is one line on a terminal, which does not stay', () => {
    const { written, line } = recorded({ columns: 12 });
    line.report('reading orders');
    line.report('roles');
    line.clear();
    line.clear();
    expect(written).toEqual(['\r\u001b[2Kreading or…', '\r\u001b[2Kroles', '\r\u001b[2K']);
  });

  test('is a line each elsewhere', () => {
    const { written, line } = recorded(null);
    line.report('reading orders');
    line.report('roles');
    line.clear();
    expect(written).toEqual(['reading orders\n', 'roles\n']);
  });

  test('shows what would move the cursor', () => {
    const { written, line } = recorded({});
    line.report('a\u001b[2J\nb');
    expect(written).toEqual(['\r\u001b[2Ka\\u{1B}[2J\\u{A}b']);
  });
});
