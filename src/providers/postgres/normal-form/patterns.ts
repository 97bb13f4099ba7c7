import { CountersignError } from '../../../core/errors.ts';
import type { DatabaseFacts } from '../facts.ts';
import { formatPart, matchesPart, parseParts, type Part } from '../names/identifiers.ts';
import { isSystemSchema, parseObject, type ObjectReference } from '../names/objects.ts';

/** Classes whose objects a pattern can stand for, in the plural that documents and keys use. */
const PATTERN_CLASSES = {
  schemas: 'schema',
  tables: 'table',
  sequences: 'sequence',
  functions: 'function',
  procedures: 'procedure',
  types: 'type',
} as const;

export type PatternClass = keyof typeof PATTERN_CLASSES;

/** `name` is null for schemas. `grantable`: declared with grant option. */
export type Pattern = {
  readonly class: PatternClass;
  readonly schema: Part;
  readonly name: Part | null;
  readonly grantable: boolean;
};

const MAXIMUM_STARS = 8;
const GRANT_OPTION = ' with grant option';

export function isPatternKey(key: string): boolean {
  return Object.hasOwn(PATTERN_CLASSES, key.slice(0, key.indexOf(' ')));
}

export function formatPattern(pattern: Pattern): string {
  const name = pattern.name === null ? '' : `.${formatPart(pattern.name)}`;
  return `${pattern.class} ${formatPart(pattern.schema)}${name}${pattern.grantable ? GRANT_OPTION : ''}`;
}

/** The pattern of a spelling such as `billing.*`. @throws CountersignError `pattern-malformed`, and what `parseParts` throws. */
export function patternOf(patternClass: PatternClass, text: string, grantable: boolean): Pattern {
  const [schema, name, ...more] = parseParts(text);
  if (schema === undefined || more.length > 0 || (name === undefined) !== (patternClass === 'schemas')) {
    throw malformed(text);
  }
  const stars = [...schema, ...(name ?? [])].filter((piece) => piece.kind === 'any').length;
  if (stars > MAXIMUM_STARS) throw malformed(text);
  return { class: patternClass, schema, name: name ?? null, grantable };
}

/** Reads a key of `ObjectGrants` back. */
export function parsePattern(key: string): Pattern {
  const space = key.indexOf(' ');
  const patternClass = key.slice(0, space);
  if (!isPatternClass(patternClass)) throw malformed(key);
  const grantable = key.endsWith(GRANT_OPTION);
  const text = key.slice(space + 1, grantable ? -GRANT_OPTION.length : undefined);
  return patternOf(patternClass, text, grantable);
}

/** Whether an object is one of those that the pattern stands for. Never one of the server's own schemas. */
export function covers(pattern: Pattern, object: ObjectReference): boolean {
  if (object.class === 'database' || object.class === 'column') return false;
  if (object.class !== PATTERN_CLASSES[pattern.class] || isSystemSchema(object.schema)) return false;
  if (!matchesPart(pattern.schema, object.schema)) return false;
  return pattern.name === null || !('name' in object) || matchesPart(pattern.name, object.name);
}

/** Keys of the objects of one database that the pattern stands for today, in the order of the facts. */
export function expandPattern(pattern: Pattern, database: DatabaseFacts | undefined): readonly string[] {
  if (database === undefined) return [];
  const index = indexOf(database);
  const key = formatPattern(pattern);
  const known = index.expansions.get(key);
  if (known !== undefined) return known;
  const objects = index.classes.get(PATTERN_CLASSES[pattern.class]) ?? [];
  const expansion = objects.flatMap((object) => (covers(pattern, object.reference) ? [object.key] : []));
  index.expansions.set(key, expansion);
  return expansion;
}

type Index = {
  readonly classes: ReadonlyMap<string, readonly { readonly key: string; readonly reference: ObjectReference }[]>;
  readonly expansions: Map<string, readonly string[]>;
};

/** One parse of a catalogue serves all identities of a plan; facts are immutable, so the memory of them is pure. */
const indexes = new WeakMap<DatabaseFacts, Index>();

function indexOf(database: DatabaseFacts): Index {
  const known = indexes.get(database);
  if (known !== undefined) return known;
  const classes = new Map<string, { key: string; reference: ObjectReference }[]>();
  for (const key of Object.keys(database.objects)) {
    const reference = parseObject(key);
    const list = classes.get(reference.class);
    if (list === undefined) classes.set(reference.class, [{ key, reference }]);
    else list.push({ key, reference });
  }
  const index = { classes, expansions: new Map<string, readonly string[]>() };
  indexes.set(database, index);
  return index;
}

function isPatternClass(text: string): text is PatternClass {
  return Object.hasOwn(PATTERN_CLASSES, text);
}

function malformed(text: string): CountersignError {
  return new CountersignError('pattern-malformed', 'This pattern cannot be understood.', {
    evidence: text.slice(0, 200),
    mend: `Write schema.name with stars where any text may stand, at most ${MAXIMUM_STARS} of them; schemas have one part only. Routines are matched by name, without their argument types.`,
  });
}
