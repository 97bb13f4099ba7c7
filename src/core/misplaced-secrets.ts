import type { Diagnostic } from './errors.ts';
import { isJsonObject, type Json } from './json.ts';
import { secretShape } from './secret-shape.ts';
import type { YamlDocument } from './yaml/document.ts';
import { pointerToken } from './yaml/place.ts';

/** Shapes that prose has, too: "password: rotated weekly" is no secret, and a public key is long and random. */
const VAGUE = new Set(['password', 'long random text']);

/** Texts of a document, anywhere, that have the shape of a credential. The text itself is never repeated. */
export function secretProblems(document: YamlDocument): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  search(document.value, null);
  return found;

  function search(value: Json, trail: Trail): void {
    if (typeof value === 'string') judge(value, trail);
    else if (isJsonObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        if (!isKeyId(trail, key)) judge(key, { trail, key });
        search(item, { trail, key });
      }
    } else if (Array.isArray(value)) value.forEach((item: Json, index) => search(item, { trail, key: String(index) }));
  }

  function judge(text: string, trail: Trail): void {
    const shape = secretShape(text);
    if (shape === null || VAGUE.has(shape)) return;
    const cause = `This text has the shape of a secret (${shape}).`;
    const mend =
      'Remove it: secrets never stand in a repository. If it was ever pushed, it is known: change it in the live system.';
    const location = document.locate(pointerOf(trail));
    found.push({ code: 'secret-in-document', severity: 'error', cause, mend, location });
  }
}

/**
 * Where a user lists its access keys, an id is a name: AWS keeps none secret. Anywhere else it looks like one that was pasted together with
 * what belongs to it.
 */
function isKeyId(trail: Trail, key: string): boolean {
  return trail?.key === 'accessKeys' && trail.trail?.key === 'spec' && /^(?:AKIA|ASIA)[A-Z0-9]{16}$/u.test(key);
}

/** The way to a text, spelt out only where something is found. */
type Trail = { readonly trail: Trail; readonly key: string } | null;

function pointerOf(trail: Trail): string {
  return trail === null ? '' : `${pointerOf(trail.trail)}/${pointerToken(trail.key)}`;
}
