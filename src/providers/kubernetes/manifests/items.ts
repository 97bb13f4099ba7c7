import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import type { YamlDocument } from '../../../core/yaml/document.ts';
import { cleaned } from './noise.ts';

/**
 * One object of a file, be it a document or an item of a list. `document`: that object alone, without noise, located in its file.
 * `form`: what it is written as; `value` is empty where that is no mapping.
 */
export type Item = {
  readonly document: YamlDocument;
  readonly form: 'mapping' | 'list' | 'scalar' | 'nothing';
  readonly value: JsonObject;
  readonly apiVersion: string;
  readonly kind: string;
};

/** What a typed list, such as a RoleList, says of its items, which need not repeat it. */
type Implied = { readonly apiVersion: Json | undefined; readonly kind: Json | undefined };

const NOTHING: Implied = { apiVersion: undefined, kind: undefined };

/** The objects of a document: itself, or what it lists, as kubectl reads it. */
export function itemsOf(document: YamlDocument): readonly Item[] {
  return itemsAt(document, document.value, '', NOTHING);
}

function itemsAt(document: YamlDocument, value: Json, pointer: string, implied: Implied): readonly Item[] {
  const object = isJsonObject(value) ? value : {};
  const { apiVersion = implied.apiVersion, kind = implied.kind, items } = object;
  if (typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items)) {
    const within = kind === 'List' ? NOTHING : { apiVersion, kind: kind.slice(0, -'List'.length) };
    return items.flatMap((item: Json, index) => itemsAt(document, item, `${pointer}/items/${index}`, within));
  }
  const own = cleaned(object);
  const part = partOf(document, pointer, own);
  return [{ document: part, form: formOf(value), value: own, apiVersion: textOf(apiVersion), kind: textOf(kind) }];
}

function formOf(value: Json): Item['form'] {
  if (Array.isArray(value)) return 'list';
  if (isJsonObject(value)) return 'mapping';
  return value === null ? 'nothing' : 'scalar';
}

/** What stands at the pointer, as a document of its own. */
function partOf(document: YamlDocument, own: string, value: Json): YamlDocument {
  return {
    value,
    sound: document.sound,
    locate: (pointer) => document.locate(`${own}${pointer}`),
    locateKey: (pointer) => document.locateKey(`${own}${pointer}`),
    locateWithin: (pointer, offset) => document.locateWithin(`${own}${pointer}`, offset),
    written: (pointer) => document.written(`${own}${pointer}`),
    reported: (pointer) => document.reported(`${own}${pointer}`),
  };
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
