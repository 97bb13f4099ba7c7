import type { Problem } from './text.ts';

type Rule = { readonly reason: RegExp; readonly code: string; readonly cause: string; readonly mend: string };

const TAB: Omit<Rule, 'reason'> = {
  code: 'yaml-tab',
  cause: 'A tab indents this line.',
  mend: 'Indent with spaces: YAML does not allow tabs for indentation.',
};

const STAR = {
  code: 'yaml-alias',
  cause: 'Without quotes, * begins an alias, and none is allowed.',
  mend: 'Quote it: "*".',
} as const;

export const TEMPLATE = {
  code: 'yaml-template',
  cause: 'Without quotes, {{ begins no text, but a mapping in a mapping.',
  mend: "Quote a text that begins so: '{{ … }}'. A template of another tool, such as Helm, has to be rendered first.",
} as const;

const RULES: readonly Rule[] = [
  { reason: /tab characters/u, ...TAB },
  {
    reason: /maxDepth/u,
    code: 'yaml-too-deep',
    cause: 'The document nests deeper than 64 levels.',
    mend: 'Flatten it: no document of any kind needs more than a few levels.',
  },
  {
    reason: /unexpected end of the (stream|document)|deficient indentation/u,
    code: 'yaml-unclosed',
    cause: 'A bracket or a quote that was opened before this place is still open.',
    mend: 'Close it, or indent what belongs to it.',
  },
  {
    reason: /missed comma|expected the node content/u,
    code: 'yaml-flow-entry',
    cause: 'Entries between brackets are separated by exactly one comma each.',
    mend: 'Put one comma between two entries.',
  },
  {
    reason: /bad indentation/u,
    code: 'yaml-indentation',
    cause: 'This does not continue what stands before it.',
    mend: "Align the entries of one mapping or list. Quote a text that holds ': ' or ' #', or that begins with one of @ ` % & * ! | > { [ ] }.",
  },
  {
    reason: /expected ':'|multiline key|can not read a block mapping|whitespace character is expected/u,
    code: 'yaml-no-colon',
    cause: 'A key, a colon and a space are expected here.',
    mend: "Write 'key: value', on one line up to the colon.",
  },
  {
    reason: /escape sequence|hexadecimal character/u,
    code: 'yaml-escape',
    cause: 'YAML knows no such escape.',
    mend: 'Write \\\\ for a backslash, or use single quotes, which know no escapes.',
  },
  {
    reason: /separator is expected/u,
    code: 'yaml-indentation',
    cause: 'The document has ended, and something follows it.',
    mend: "Align the entries of one mapping or list, and put '---' on a line of its own between two documents.",
  },
  {
    reason: /directive|YAML version/iu,
    code: 'yaml-directive',
    cause: 'This directive is not understood.',
    mend: "Remove the line that begins with '%'.",
  },
  {
    reason: /\btag\b|anchor|alias/u,
    code: 'yaml-tag',
    cause: 'This tag, anchor or alias is malformed, and none is allowed.',
    mend: 'Remove it and write the value out.',
  },
];

/** Words a parser's complaint for whoever has to mend the file. `reason` is the parser's own short sentence. */
export function syntaxProblem(reason: string, offset: number, text: string): Problem {
  if (indentedByTab(text, offset)) return { ...TAB, offset };
  // The parser looks for the alias's name behind the star.
  if (/alias/u.test(reason) && text[offset - 1] === '*') return { ...STAR, offset: offset - 1 };
  const braces = bracesIn(text, offset);
  if (braces !== null) return { ...TEMPLATE, offset: braces };
  const rule = RULES.find((candidate) => candidate.reason.test(reason));
  if (rule !== undefined) return { code: rule.code, cause: rule.cause, mend: rule.mend, offset };
  return {
    code: 'yaml-syntax',
    cause: 'This is not YAML.',
    mend: 'Look at this line and the one before it for a missing quote, colon, comma or space.',
    offset,
  };
}

function indentedByTab(text: string, offset: number): boolean {
  return /^ *\t/u.test(lineAt(text, lineStart(text, offset)));
}

/** Where the braces of `{{` begin whose second opens a mapping at the offset; null: there are none. */
export function bracesBefore(text: string, offset: number): number | null {
  return text.slice(offset - 1, offset + 1) === '{{' ? offset - 1 : null;
}

/** Where the line of the offset has them in the place of a value. */
function bracesIn(text: string, offset: number): number | null {
  const start = lineStart(text, offset);
  const [before] = /^[ -]*(?:[\w./-]+:[ ]+)?(?=\{\{)/u.exec(lineAt(text, start)) ?? [];
  return before === undefined ? null : start + before.length;
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function lineAt(text: string, start: number): string {
  return text.slice(start, start + 200);
}
