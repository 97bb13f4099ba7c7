import { CODE_SCALE, linesOf, widthOf, type Line, type Piece } from './layout.ts';
import type { Block, Cell, Run } from './markdown.ts';

const WIDTH = 800;
const MARGIN = 16;
const HEADER = 44;
const INNER = WIDTH - 4 * MARGIN;
const LEFT = 2 * MARGIN;

const COLOR = {
  text: '#1f2328',
  muted: '#59636e',
  border: '#d1d9e0',
  shade: '#f6f8fa',
  code: '#eff1f3',
  page: '#ffffff',
} as const;

const SIZE = { heading: 18, text: 14, table: 12 } as const;
const LEADING = 1.5;

/** The comment as GitHub shows it in its light theme, with the folds closed. */
export function pictureOf(blocks: readonly Block[]): string {
  const body: string[] = [];
  let y = MARGIN + HEADER + 10;
  for (const [index, block] of blocks.entries()) {
    const previous = blocks[index - 1]?.kind;
    y += block.kind === 'item' && previous === 'item' ? 4 : 12;
    const drawn = draw(block, y);
    body.push(drawn.svg);
    y += drawn.height;
  }
  const height = Math.ceil(y + 2 * MARGIN);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="The comment that Countersign writes on a pull request">`,
    `<style>text{font-family:-apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;fill:${COLOR.text};white-space:pre}.c{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace}.b{font-weight:600}.i{font-style:italic}.m{fill:${COLOR.muted}}</style>`,
    `<rect width="${WIDTH}" height="${height}" fill="${COLOR.page}"/>`,
    ...frame(height),
    ...body,
    '</svg>\n',
  ].join('\n');
}

function frame(height: number): readonly string[] {
  const outer = WIDTH - 2 * MARGIN;
  const bold: Run = { text: 'countersign', code: false, bold: true, italic: false };
  const name = widthOf(bold, bold.text, SIZE.text);
  const middle = MARGIN + HEADER / 2;
  return [
    `<rect x="${MARGIN}" y="${MARGIN}" width="${outer}" height="${height - 2 * MARGIN}" rx="6" fill="${COLOR.page}" stroke="${COLOR.border}"/>`,
    `<path d="M${MARGIN} ${MARGIN + HEADER}v-${HEADER - 6}a6 6 0 0 1 6 -6h${outer - 12}a6 6 0 0 1 6 6v${HEADER - 6}z" fill="${COLOR.shade}" stroke="${COLOR.border}"/>`,
    `<circle cx="${LEFT + 10}" cy="${middle}" r="11" fill="${COLOR.text}"/>`,
    `<path d="M${LEFT + 5} ${middle}l4 4 7 -8" fill="none" stroke="${COLOR.page}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>`,
    `<text class="b" x="${LEFT + 30}" y="${middle + 5}" font-size="${SIZE.text}"${fitted(name)}>countersign</text>`,
    `<rect x="${LEFT + 38 + name}" y="${middle - 9}" width="30" height="18" rx="9" fill="none" stroke="${COLOR.border}"/>`,
    `<text class="m" x="${LEFT + 46 + name}" y="${middle + 4}" font-size="11">bot</text>`,
    `<text class="m" x="${LEFT + 78 + name}" y="${middle + 5}" font-size="${SIZE.text}">commented</text>`,
  ];
}

type Drawn = { readonly svg: string; readonly height: number };

function draw(block: Block, y: number): Drawn {
  switch (block.kind) {
    case 'heading': {
      const bold = block.runs.map((run) => ({ ...run, bold: true }));
      const drawn = drawLines(linesOf(bold, INNER, SIZE.heading), LEFT, y, SIZE.heading);
      const line = y + drawn.height + 7;
      return {
        svg: `${drawn.svg}\n<path d="M${LEFT} ${line}h${INNER}" stroke="${COLOR.border}"/>`,
        height: drawn.height + 8,
      };
    }
    case 'paragraph':
      return drawLines(linesOf(block.runs, INNER, SIZE.text), LEFT, y, SIZE.text);
    case 'item': {
      const drawn = drawLines(linesOf(block.runs, INNER - 22, SIZE.text), LEFT + 22, y, SIZE.text);
      return { ...drawn, svg: `<circle cx="${LEFT + 11}" cy="${y + 11}" r="2.4" fill="${COLOR.text}"/>\n${drawn.svg}` };
    }
    case 'fold': {
      const runs = [{ text: block.title, code: false, bold: false, italic: false }];
      const drawn = drawLines(linesOf(runs, INNER - 18, SIZE.text), LEFT + 18, y - 6, SIZE.text);
      const arrow = `<path d="M${LEFT + 2} ${y - 1}l7 5.5l-7 5.5z" fill="${COLOR.text}"/>`;
      return { svg: `${arrow}\n${drawn.svg}`, height: drawn.height - 6 };
    }
    case 'table':
      return drawTable(block.rows, y);
  }
}

function drawLines(lines: readonly Line[], x: number, y: number, size: number): Drawn {
  const leading = size * LEADING;
  const svg = lines.flatMap((line, index) => line.map((piece) => drawPiece(piece, x, y + index * leading, size)));
  return { svg: svg.join('\n'), height: lines.length * leading };
}

function drawPiece({ run, text, x }: Piece, start: number, top: number, size: number): string {
  // Not every viewer keeps a space at the beginning of a text, so it is left out and its room kept.
  const indent = text.length - text.trimStart().length;
  const left = start + x + widthOf(run, ' '.repeat(indent), size);
  const seen = text.trim();
  const width = widthOf(run, seen, size);
  const classes = [run.code ? 'c' : '', run.bold ? 'b' : '', run.italic ? 'i' : ''].filter((name) => name !== '');
  const style = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  const place = `x="${round(left)}" y="${round(top + size * 1.08)}" font-size="${round(run.code ? size * CODE_SCALE : size)}"`;
  const back = `<rect x="${round(left - 3)}" y="${round(top + size * 0.02)}" width="${round(width + 6)}" height="${round(size * 1.4)}" rx="4" fill="${COLOR.code}"/>\n`;
  return `${run.code ? back : ''}<text${style} ${place}${fitted(width)}>${escaped(seen)}</text>`;
}

const PADDING = 8;

function drawTable(rows: readonly (readonly Cell[])[], y: number): Drawn {
  const widths = columnWidths(rows);
  const svg: string[] = [];
  let top = y;
  for (const [index, row] of rows.entries()) {
    const cells = row.map((cell, column) => {
      const runs = index === 0 ? cell.map((line) => line.map((run) => ({ ...run, bold: true }))) : cell;
      return runs.flatMap((line) => linesOf(line, (widths[column] ?? 0) - 2 * PADDING, SIZE.table));
    });
    const height = Math.max(...cells.map((lines) => lines.length), 1) * SIZE.table * LEADING + 10;
    let left = LEFT;
    for (const [column, lines] of cells.entries()) {
      const width = widths[column] ?? 0;
      const fill = index > 0 && index % 2 === 0 ? COLOR.shade : COLOR.page;
      svg.push(
        `<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" fill="${fill}" stroke="${COLOR.border}"/>`,
      );
      svg.push(drawLines(lines, left + PADDING, top + 5, SIZE.table).svg);
      left += width;
    }
    top += height;
  }
  return { svg: svg.join('\n'), height: top - y };
}

/** Each column gets its longest word, and of what is left a share of what it wants besides. */
function columnWidths(rows: readonly (readonly Cell[])[]): readonly number[] {
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_item, column) => {
    const runs = rows.flatMap((row) => row[column] ?? []).flat();
    const words = runs.flatMap((run) =>
      run.text.split(' ').map((word) => widthOf({ ...run, bold: true }, word, SIZE.table)),
    );
    const least = Math.min(Math.max(...words, 12), 150) + 2 * PADDING + 8;
    const lines = rows
      .flatMap((row) => row[column] ?? [])
      .map((line) => line.reduce((sum, run) => sum + widthOf(run, run.text, SIZE.table) + 6, 0));
    return { least, wanted: Math.min(Math.max(...lines, 0), 300) + 2 * PADDING };
  });
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const more = columns.reduce((sum, column) => sum + Math.max(0, column.wanted - column.least), 0);
  if (least > INNER) return columns.map((column) => (column.least * INNER) / least);
  return columns.map(
    (column) => column.least + (more === 0 ? 0 : (Math.max(0, column.wanted - column.least) * (INNER - least)) / more),
  );
}

/** Holds the width that was laid out, whatever font the viewer has. */
function fitted(width: number): string {
  return ` textLength="${round(width)}" lengthAdjust="spacingAndGlyphs"`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
