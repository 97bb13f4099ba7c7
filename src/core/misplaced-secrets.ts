import type { Diagnostic } from './errors.ts';
import { isJsonObject, type Json } from './json.ts';
import { secretShape } from './secret-shape.ts';
import type { YamlDocument } from './yaml/document.ts';
import { pointerToken } from './yaml/place.ts';

/** Shapes that prose has, too: "password: rotated weekly" is no secret, and a public key is long and random. */
const VAGUE = new Set(['password', 'long random text']);

/** Texts of a document, anywhere, that have the shape of a credential. The text itself is never repeated. */
export function secretProblems(document: YamlDocument): readonly Diagnostic[] {
  return textsOf(document.value, '').flatMap(([pointer, text]): readonly Diagnostic[] => {
    const shape = secretShape(text);
    if (shape === null || VAGUE.has(shape)) return [];
    const cause = `This text has the shape of a secret (${shape}).`;
    const mend =
      'Remove it: secrets never stand in a repository. If it was ever pushed, it is known: change it in the live system.';
    return [{ code: 'secret-in-document', severity: 'error', cause, mend, location: document.locate(pointer) }];
  });
}

function textsOf(value: Json, pointer: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[pointer, value]];
  if (!isJsonObject(value))
    return Array.isArray(value) ? value.flatMap((item: Json, index) => textsOf(item, `${pointer}/${index}`)) : [];
  return Object.entries(value).flatMap(([key, item]) => [
    [`${pointer}/${pointerToken(key)}`, key] as const,
    ...textsOf(item, `${pointer}/${pointerToken(key)}`),
  ]);
}
