import type { Run } from './markdown.ts';

/** Helvetica's advance widths for U+0020 to U+007E, in thousandths of the font size. */
const ADVANCES = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
const OTHER_ADVANCE = 600;
const BOLD = 1.08;
const CODE_ADVANCE = 0.6;
/** Code is set smaller than the text around it. */
export const CODE_SCALE = 0.88;
const CODE_PADDING = 3;

/** A piece of one line at its place, in pixels from the line's start. */
export type Piece = { readonly run: Run; readonly text: string; readonly x: number; readonly width: number };

export type Line = readonly Piece[];

export function widthOf(run: Run, text: string, size: number): number {
  if (run.code) return text.length * CODE_ADVANCE * CODE_SCALE * size;
  const advances = Array.from(text, (character) => ADVANCES[(character.codePointAt(0) ?? 0) - 32] ?? OTHER_ADVANCE);
  const total = advances.reduce((sum, advance) => sum + advance, 0);
  return (total / 1000) * size * (run.bold ? BOLD : 1);
}

/** Breaks at spaces, and within a word only where it alone is wider than the line. */
export function linesOf(runs: readonly Run[], width: number, size: number): readonly Line[] {
  const lines: Piece[][] = [[]];
  let x = 0;
  for (const run of runs) {
    const padding = run.code ? CODE_PADDING : 0;
    for (const word of wordsOf(run, width - 2 * padding, size)) {
      const wide = widthOf(run, word, size);
      if (x > 0 && x + widthOf(run, word.trimEnd(), size) + 2 * padding > width) {
        lines.push([]);
        x = 0;
      }
      const line = lines.at(-1) ?? [];
      const last = line.at(-1);
      if (last !== undefined && last.run === run) {
        line[line.length - 1] = { ...last, text: last.text + word, width: last.width + wide };
        x += wide;
      } else {
        const text = x === 0 ? word.trimStart() : word;
        const own = widthOf(run, text, size);
        if (text !== '') line.push({ run, text, x: x + padding, width: own });
        x += own + (text === '' ? 0 : 2 * padding);
      }
    }
  }
  return lines.filter((line) => line.length > 0);
}

function wordsOf(run: Run, width: number, size: number): readonly string[] {
  return (run.text.match(/\s*\S+\s*?(?=\s|$)|\s+/gu) ?? []).flatMap((word) => broken(run, word, width, size));
}

function broken(run: Run, word: string, width: number, size: number): readonly string[] {
  if (widthOf(run, word, size) <= width) return [word];
  let head = '';
  for (const character of word) {
    if (widthOf(run, head + character, size) > width) break;
    head += character;
  }
  return head === '' || head === word ? [word] : [head, ...broken(run, word.slice(head.length), width, size)];
}
