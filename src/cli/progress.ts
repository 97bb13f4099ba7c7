import type { Progress } from '../core/ports.ts';
import { visible } from '../core/yaml/text.ts';
import type { Output } from './context.ts';

const COLUMNS = 80;
const CLEAR = '\r\u001b[2K';

/** How far something long has come: one line that is written over on a terminal, a line each elsewhere. */
export type LiveLine = {
  readonly report: Progress;
  /** Leaves nothing of it on a terminal. */ readonly clear: () => void;
};

export function liveLine(output: Output): LiveLine {
  if (!output.isTTY) return { report: (message) => output.write(`${visible(message)}\n`), clear: () => {} };
  const width = (output.columns ?? COLUMNS) - 1;
  let shown = false;
  return {
    report(message) {
      output.write(`${CLEAR}${cut(visible(message), width)}`);
      shown = true;
    },
    clear() {
      if (shown) output.write(CLEAR);
      shown = false;
    },
  };
}

function cut(text: string, width: number): string {
  const characters = Array.from(text);
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}
