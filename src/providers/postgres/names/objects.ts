import { CountersignError } from '../../../core/errors.ts';
import { nameParts, quoteName } from './identifiers.ts';
import { formatArguments } from './signature.ts';

export type ObjectClass = 'database' | 'schema' | 'table' | 'column' | 'sequence' | 'function' | 'procedure' | 'type';

/** One object inside of one database. `arguments` is in the spelling of `formatArguments`, safe to stand in SQL while search_path is empty. */
export type ObjectReference =
  | { readonly class: 'database' }
  | { readonly class: 'schema'; readonly schema: string }
  | { readonly class: 'table' | 'sequence' | 'type'; readonly schema: string; readonly name: string }
  | { readonly class: 'column'; readonly schema: string; readonly table: string; readonly column: string }
  | {
      readonly class: 'function' | 'procedure';
      readonly schema: string;
      readonly name: string;
      readonly arguments: string;
    };

/** Schemas of the server itself: no pattern ever reaches into them. */
export function isSystemSchema(schema: string): boolean {
  return schema.startsWith('pg_') || schema === 'information_schema';
}

/** The key that `ObjectGrants` uses. */
export function formatObject(object: ObjectReference): string {
  switch (object.class) {
    case 'database':
      return 'database';
    case 'schema':
      return `schema ${quoteName([object.schema])}`;
    case 'column':
      return `column ${quoteName([object.schema, object.table, object.column])}`;
    case 'function':
    case 'procedure':
      return `${object.class} ${quoteName([object.schema, object.name])}(${object.arguments})`;
    case 'table':
    case 'sequence':
    case 'type':
      return `${object.class} ${quoteName([object.schema, object.name])}`;
  }
}

/** Reads a key back. @throws CountersignError `object-malformed`, and what `nameParts` throws. */
export function parseObject(key: string): ObjectReference {
  if (key === 'database') return { class: 'database' };
  const space = key.indexOf(' ');
  const objectClass = key.slice(0, space);
  if (!isNamedClass(objectClass)) throw malformed(key);
  return referenceOf(objectClass, key.slice(space + 1));
}

/** The object that a spelling such as `billing."Invoices"` or `billing.f(int)` means in a class. @throws as `parseObject`. */
export function referenceOf(objectClass: Exclude<ObjectClass, 'database'>, text: string): ObjectReference {
  if (objectClass === 'function' || objectClass === 'procedure') return routineOf(objectClass, text);
  const [first, second, third, ...more] = nameParts(text);
  if (first === undefined || more.length > 0) throw malformed(text);
  if (objectClass === 'schema' && second === undefined) return { class: 'schema', schema: first };
  if (second === undefined) throw unqualified(text);
  if (objectClass === 'column' && third !== undefined) {
    return { class: 'column', schema: first, table: second, column: third };
  }
  if (objectClass === 'schema' || objectClass === 'column' || third !== undefined) throw malformed(text);
  return { class: objectClass, schema: first, name: second };
}

function routineOf(objectClass: 'function' | 'procedure', text: string): ObjectReference {
  // A quoted part ends where no quote follows: read in one way only, in linear time.
  const [, name, types] = /^((?:"(?:[^"]|"")*"(?!")|[^"(])*)\((.*)\)$/su.exec(text) ?? [];
  if (name === undefined || types === undefined) {
    throw new CountersignError('signature-missing', `A ${objectClass} is named with its argument types.`, {
      evidence: text.slice(0, 200),
      mend: 'Write billing.total(integer), or billing.total() when it takes none, or a pattern such as billing.*.',
    });
  }
  const [schema, routine, ...more] = nameParts(name);
  if (schema === undefined || more.length > 0) throw malformed(text);
  if (routine === undefined) throw unqualified(text);
  return { class: objectClass, schema, name: routine, arguments: formatArguments(types) };
}

function isNamedClass(text: string): text is Exclude<ObjectClass, 'database'> {
  return ['schema', 'table', 'column', 'sequence', 'function', 'procedure', 'type'].includes(text);
}

function unqualified(text: string): CountersignError {
  return new CountersignError('schema-missing', 'This name does not say its schema.', {
    evidence: text.slice(0, 200),
    mend: 'Write schema.name: what an unqualified name means depends on who asks.',
  });
}

function malformed(text: string): CountersignError {
  return new CountersignError('object-malformed', 'This is not the name of an object of its class.', {
    evidence: text.slice(0, 200),
    mend: 'Write schema.table, schema.table.column, schema.function(types), or the name of a schema alone.',
  });
}
