/** A stretch of text in one style. */
export type Run = { readonly text: string; readonly code: boolean; readonly bold: boolean; readonly italic: boolean };

export type Cell = readonly (readonly Run[])[];

export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'item'; readonly runs: readonly Run[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  /** Closed, as a reader first sees it. */
  | { readonly kind: 'fold'; readonly title: string };

/** The blocks of exactly the Markdown that the comment is written in. */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let folded = false;
  let table: (readonly Cell[])[] = [];
  for (const line of markdown.split('\n')) {
    const title = /^<details><summary>(.*)<\/summary>$/u.exec(line)?.[1];
    if (table.length > 0 && !line.startsWith('|')) {
      blocks.push({ kind: 'table', rows: table });
      table = [];
    }
    if (title !== undefined) {
      folded = true;
      blocks.push({ kind: 'fold', title });
    } else if (line === '</details>') folded = false;
    else if (folded || line.trim() === '' || /^(?:\| --- )+\|$/u.test(line)) continue;
    else if (line.startsWith('|')) table.push(cellsOf(line));
    else blocks.push(textBlock(line));
  }
  return blocks;
}

function textBlock(line: string): Block {
  if (line.startsWith('### ')) return { kind: 'heading', runs: runsOf(line.slice(4)) };
  if (line.startsWith('- ')) return { kind: 'item', runs: runsOf(line.slice(2)) };
  return { kind: 'paragraph', runs: runsOf(line) };
}

function cellsOf(line: string): readonly Cell[] {
  const cells = line.slice(1, -1).split(/(?<!\\)\|/u);
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|').split('<br>').map(runsOf));
}

/** Code first, because nothing within it is markup; then what is bold or italic around it. */
function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  let bold = false;
  let italic = false;
  for (const [, fence, code, mark, plain] of text.matchAll(/(`+)(.*?[^`])\1(?!`)|(\*\*|\*)|([^`*]+|`+)/gu)) {
    if (fence !== undefined) runs.push({ text: (code ?? '').replace(/^ (.*) $/u, '$1'), code: true, bold, italic });
    else if (mark === '**') bold = !bold;
    else if (mark === '*') italic = !italic;
    else if (plain !== undefined) runs.push({ text: plain, code: false, bold, italic });
  }
  return runs;
}
