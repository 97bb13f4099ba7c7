/** Where a text stops being JSON, in UTF-16 code units, and what is due there. */
export type JsonFault = { readonly offset: number; readonly due: string };

/** What may come next. `-or-end`: or the bracket that closes what is open, as nothing is in it yet. */
type Due = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const DUE: { readonly [due in Due]: string } = {
  value: 'a value is due',
  'value-or-end': 'a value or ] is due',
  key: 'a key in double quotes is due',
  'key-or-end': 'a key in double quotes or } is due',
  colon: 'a colon is due',
  'comma-or-end': 'a comma or the closing bracket is due',
  nothing: 'nothing may follow the value',
};

const TOKEN =
  // oxlint-disable-next-line no-control-regex -- JSON has no control in a text
  /(?<text>"[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\u0000-\u001F]*)*")|(?<scalar>(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-]))|(?<mark>[[\]{},:])/uy;
const SPACE = /[ \t\n\r]*/uy;

/** The first place at which a text is not JSON (RFC 8259); null: it is. In linear time, and no deeper than its own list. */
export function jsonFault(text: string): JsonFault | null {
  const open: ('[' | '{')[] = [];
  let due: Due = 'value';
  let offset = 0;
  for (;;) {
    SPACE.lastIndex = offset;
    offset += SPACE.exec(text)?.[0].length ?? 0;
    if (offset === text.length) return due === 'nothing' ? null : { offset, due: DUE[due] };
    TOKEN.lastIndex = offset;
    const token = TOKEN.exec(text);
    const next: Due | null = token === null ? null : after(due, token, open);
    if (next === null) return { offset, due: DUE[due] };
    due = next;
    offset = TOKEN.lastIndex;
  }
}

/** What is due after a token; null: it may not stand here. */
function after(due: Due, { 0: token, groups }: RegExpExecArray, open: ('[' | '{')[]): Due | null {
  const isValue = due === 'value' || due === 'value-or-end';
  const isKey = due === 'key' || due === 'key-or-end';
  if (groups?.['text'] !== undefined && isKey) return 'colon';
  if (groups?.['mark'] === undefined) return isValue ? closed(open) : null;
  if (token === '[' || token === '{') {
    if (!isValue) return null;
    open.push(token);
    return token === '[' ? 'value-or-end' : 'key-or-end';
  }
  if (token === ':') return due === 'colon' ? 'value' : null;
  if (token === ',') return due !== 'comma-or-end' ? null : open.at(-1) === '[' ? 'value' : 'key';
  const isEmpty = due === (token === ']' ? 'value-or-end' : 'key-or-end');
  if (open.at(-1) !== (token === ']' ? '[' : '{') || (!isEmpty && due !== 'comma-or-end')) return null;
  open.pop();
  return closed(open);
}

function closed(open: readonly string[]): Due {
  return open.length === 0 ? 'nothing' : 'comma-or-end';
}
