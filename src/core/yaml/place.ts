/** Where one value stands: offsets into the text. `key` is null at the root and in lists. */
export type Place = {
  readonly value: number;
  readonly key: number | null;
  /** How a plain scalar that is not text was written: `012`, `yes`, `~`. */
  readonly written: string | null;
  /** Something below or at this place is already reported, so that its value is not what its author wrote. */
  readonly broken: boolean;
  readonly children: ReadonlyMap<string, Place>;
};

export type Position = { readonly line: number; readonly column: number };

/** Turns offsets into lines and columns, both from 1; columns count UTF-16 code units, as editors do. */
export class LineIndex {
  readonly #text: string;
  readonly #breaks = /\r\n|\n|\r/gu;
  readonly #starts = [0];
  #complete = false;

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): Position {
    this.#reach(offset);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** Most files are only asked where they begin. */
  #reach(offset: number): void {
    while (!this.#complete && (this.#starts.at(-1) ?? 0) <= offset) {
      const found = this.#breaks.exec(this.#text);
      if (found === null) this.#complete = true;
      else this.#starts.push(found.index + found[0].length);
    }
  }
}

/** Reference tokens of a JSON Pointer (RFC 6901). */
export function pointerTokens(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function pointerToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

export type Trail = { readonly place: Place; readonly exact: boolean; readonly broken: boolean };

/** Follows a pointer as far as the document goes: `exact` tells whether it got to its end. */
export function follow(root: Place, pointer: string): Trail {
  let place = root;
  let broken = root.broken;
  for (const token of pointerTokens(pointer)) {
    const child = place.children.get(token);
    if (child === undefined) return { place, exact: false, broken };
    place = child;
    broken ||= child.broken;
  }
  return { place, exact: true, broken };
}

/** A value that begins on a later line than its key is shown at its key. */
export function anchor(place: Place, lines: LineIndex): Position {
  const value = lines.at(place.value);
  if (place.key === null) return value;
  const key = lines.at(place.key);
  return key.line === value.line ? value : key;
}

const NO_CHILDREN: ReadonlyMap<string, Place> = new Map();

export function placeOf(
  value: number,
  key: number | null,
  rest: { readonly broken: boolean; readonly written?: string; readonly children?: ReadonlyMap<string, Place> },
): Place {
  return { value, key, broken: rest.broken, written: rest.written ?? null, children: rest.children ?? NO_CHILDREN };
}
