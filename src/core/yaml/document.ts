import type { Diagnostic, Location } from '../errors.ts';
import { isJsonObject, type Json } from '../json.ts';
import { LIMITS } from './limits.ts';
import { anchor, follow, pointerTokens, type LineIndex, type Place, type Position } from './place.ts';
import type { Problem } from './text.ts';
import { offsetWithin } from './within.ts';

/** One document of a file. Places are given by JSON Pointer; a pointer that leads nowhere is located at its nearest ancestor. */
export type YamlDocument = {
  readonly value: Json;
  /** Nothing in this document is reported yet, so its value is what its author wrote. */
  readonly sound: boolean;
  readonly locate: (pointer: string) => Location;
  /** The key of a member rather than its value. */
  readonly locateKey: (pointer: string) => Location;
  /** A character of a text, by its offset in UTF-16 code units; the text's beginning where that cannot be told. */
  readonly locateWithin: (pointer: string, offset: number) => Location;
  /** How a plain scalar that is not text was written, such as `0x1F`; null for text, lists and mappings. */
  readonly written: (pointer: string) => string | null;
  /** Whether something at, above or right below the pointer is already reported. */
  readonly reported: (pointer: string) => boolean;
};

export type ParsedYaml = { readonly documents: readonly YamlDocument[]; readonly diagnostics: readonly Diagnostic[] };

/** One document as it was built; `problems` are those of this document alone. */
export type Root = { readonly value: Json; readonly place: Place; readonly problems: readonly Problem[] };

type File = { readonly path: string; readonly text: string; readonly lines: LineIndex };

export function isEmpty(root: Root): boolean {
  return root.value === null && root.problems.length === 0;
}

export function diagnosticsOf(problems: readonly Problem[], file: File): readonly Diagnostic[] {
  const at = (offset: number): Location => located(file, file.lines.at(offset));
  const shown = problems.slice(0, LIMITS.problems).map((problem): Diagnostic => {
    const { code, cause, mend, offset, relatedOffset } = problem;
    const related = relatedOffset === undefined ? {} : { related: [at(relatedOffset)] };
    return { code, severity: 'error', cause, mend, location: at(offset), ...related };
  });
  const next = problems[LIMITS.problems];
  if (next === undefined) return shown;
  const more = `${problems.length - LIMITS.problems} more problems in this file are not shown.`;
  return [
    ...shown,
    {
      code: 'too-many-problems',
      severity: 'error',
      cause: more,
      mend: 'Mend those shown first.',
      location: at(next.offset),
    },
  ];
}

export function documentOf(root: Root, file: File): YamlDocument {
  return {
    value: root.value,
    sound: root.problems.length === 0,
    locate: (pointer) => located(file, anchor(follow(root.place, pointer).place, file.lines)),
    locateKey(pointer) {
      const { place } = follow(root.place, pointer);
      return located(file, file.lines.at(place.key ?? place.value));
    },
    locateWithin(pointer, offset) {
      const { place, exact } = follow(root.place, pointer);
      const value = valueAt(root.value, pointer);
      if (!exact || typeof value !== 'string') return located(file, anchor(place, file.lines));
      return located(file, file.lines.at(offsetWithin(file.text, place.value, value, offset)));
    },
    written(pointer) {
      const { place, exact } = follow(root.place, pointer);
      return exact ? place.written : null;
    },
    reported: (pointer) => follow(root.place, pointer).broken,
  };
}

function valueAt(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(value)) value = (value as readonly Json[])[Number(token)];
    else value = isJsonObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
  }
  return value;
}

function located(file: File, position: Position): Location {
  return { path: file.path, ...position };
}
