/**
 * What GitHub's parser leaves outside of code, told independently of the renderer: fenced blocks, then tables' cells,
 * then code spans by CommonMark's rule that a run of backticks ends at the next run of the same length.
 */
export function outsideCode(markdown: string): string {
  return withoutFences(markdown.split('\n'))
    .flatMap((line) => (line.startsWith('|') ? cellsOf(line) : [line]))
    .map(withoutSpans)
    .join('\n');
}

function withoutFences(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let fence: string | null = null;
  for (const line of lines) {
    const run = /^`{3,}/u.exec(line)?.[0] ?? null;
    if (fence !== null) {
      if (run !== null && run.length >= fence.length && line === run) fence = null;
      continue;
    }
    if (run !== null && !line.slice(run.length).includes('`')) fence = run;
    else kept.push(line);
  }
  if (fence !== null) throw new Error('A fence never ends.');
  return kept;
}

/** A row's cells: a backslash takes the next character along, whatever stands around it. */
export function cellsOf(line: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  for (let at = 1; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (character === '\\' && at + 1 < line.length) {
      at += 1;
      cell += `\\${line[at] ?? ''}`;
    } else if (character === '|') {
      cells.push(cell.trim().replaceAll('\\|', '|'));
      cell = '';
    } else cell += character;
  }
  return cells;
}

/** The contents of the code spans of one line, as a reader sees them. */
export function spansOf(line: string): readonly string[] {
  return split(line).spans;
}

export function withoutSpans(line: string): string {
  return split(line).outside;
}

function split(line: string): { readonly outside: string; readonly spans: readonly string[] } {
  const spans: string[] = [];
  let outside = '';
  let rest = line;
  for (let run = /`+/u.exec(rest); run !== null; run = /`+/u.exec(rest)) {
    const after = rest.slice(run.index + run[0].length);
    const end = [...after.matchAll(/`+/gu)].find((candidate) => candidate[0].length === run?.[0].length);
    if (end === undefined) {
      outside += rest.slice(0, run.index + run[0].length);
      rest = after;
      continue;
    }
    outside += `${rest.slice(0, run.index)}□`;
    const content = after.slice(0, end.index);
    spans.push(/^ .* $/u.test(content) && content.trim() !== '' ? content.slice(1, -1) : content);
    rest = after.slice(end.index + end[0].length);
  }
  return { outside: outside + rest, spans };
}
