import type { Json } from '../json.ts';
import type { YamlDocument } from './document.ts';
import { pointerToken, pointerTokens } from './place.ts';

/** A part of a document: what stands at a pointer and below it. */
export type Origin = { readonly document: YamlDocument; readonly pointer: string };

/**
 * `origins`: by pointer into the composed value, what stands there instead of the base's own; the deepest decides.
 * `broken`: pointers at which a problem is reported already, so that their values mean nothing.
 */
export type Composition = { readonly origins: ReadonlyMap<string, Origin>; readonly broken: ReadonlySet<string> };

/** A value that is made of several documents, of which every part is located in the one that it comes from. */
export function composed(base: YamlDocument, value: Json, { origins, broken }: Composition): YamlDocument {
  const at = (pointer: string): Origin => originOf(base, origins, pointer);
  return {
    value,
    sound: base.sound && broken.size === 0,
    locate: (pointer) => asked(at(pointer), (document, own) => document.locate(own)),
    locateKey: (pointer) => asked(at(pointer), (document, own) => document.locateKey(own)),
    locateWithin: (pointer, offset) => asked(at(pointer), (document, own) => document.locateWithin(own, offset)),
    written: (pointer) => asked(at(pointer), (document, own) => document.written(own)),
    reported: (pointer) => isBroken(broken, pointer) || asked(at(pointer), (document, own) => document.reported(own)),
  };
}

function asked<T>({ document, pointer }: Origin, ask: (document: YamlDocument, pointer: string) => T): T {
  return ask(document, pointer);
}

function originOf(base: YamlDocument, origins: ReadonlyMap<string, Origin>, pointer: string): Origin {
  let [found, rest]: [Origin, string] = [{ document: base, pointer: '' }, ''];
  let prefix = '';
  for (const token of pointerTokens(pointer)) {
    prefix += `/${pointerToken(token)}`;
    rest += `/${pointerToken(token)}`;
    const deeper = origins.get(prefix);
    if (deeper !== undefined) [found, rest] = [deeper, ''];
  }
  return { document: found.document, pointer: `${found.pointer}${rest}` };
}

/** At the pointer, above it or right below it, as the parser says of its own problems. */
function isBroken(broken: ReadonlySet<string>, pointer: string): boolean {
  return [...broken].some(
    (one) => one === pointer || pointer.startsWith(`${one}/`) || one.slice(0, one.lastIndexOf('/')) === pointer,
  );
}
