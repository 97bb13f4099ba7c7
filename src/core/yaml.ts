import {
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import type { Input } from './desired/types.ts';
import type { Json } from './json.ts';
import { diagnosticsOf, documentOf, isEmpty, type ParsedYaml, type Root } from './yaml/document.ts';
import { LIMITS } from './yaml/limits.ts';
import { LineIndex, placeOf, type Place } from './yaml/place.ts';
import { emptyFile, forbiddenProblem, notUtf8, tooLarge } from './yaml/problems.ts';
import { plainScalar } from './yaml/scalar.ts';
import { bracesBefore, syntaxProblem, TEMPLATE } from './yaml/syntax.ts';
import { decode, decodePrefix, forbiddenCharacter, quoted, type Problem } from './yaml/text.ts';

/**
 * YAML 1.2 (core schema) without aliases, anchors, tags and merge keys, in bounded time and memory. Never throws for any bytes.
 * Empty documents are left out; a file without any other is a diagnostic `empty-file`.
 */
export function parseYaml(input: Input): ParsedYaml {
  const { path, bytes } = input;
  if (bytes.length > LIMITS.bytes) return { documents: [], diagnostics: [tooLarge(path, bytes.length)] };
  const decoded = decode(bytes);
  if (decoded.kind === 'not-utf8') {
    const before = decodePrefix(bytes, decoded.offset);
    return failed(path, before, [notUtf8(before.length, decoded.wide)]);
  }
  const { text } = decoded;
  const forbidden = forbiddenCharacter(text);
  if (forbidden !== null) return failed(path, text, [{ ...forbiddenProblem(forbidden), offset: forbidden.index }]);
  const parsed = eventsOf(text);
  if (parsed.kind === 'problem') return failed(path, text, [parsed.problem]);
  const roots = new Builder(text, parsed.events).documents();
  if (roots.every((root) => isEmpty(root))) return failed(path, text, [emptyFile()]);
  const file = { path, text, lines: new LineIndex(text) };
  return {
    documents: roots.filter((root) => !isEmpty(root)).map((root) => documentOf(root, file)),
    diagnostics: diagnosticsOf(
      roots.flatMap((root) => root.problems),
      file,
    ),
  };
}

function failed(path: string, text: string, problems: readonly Problem[]): ParsedYaml {
  return { documents: [], diagnostics: diagnosticsOf(problems, { path, text, lines: new LineIndex(text) }) };
}

type Events =
  | { readonly kind: 'events'; readonly events: readonly Event[] }
  | { readonly kind: 'problem'; readonly problem: Problem };

function eventsOf(text: string): Events {
  try {
    const events = parseEvents(text, { maxDepth: LIMITS.depth });
    const nodes = events.filter((event) => event.type !== EVENT_ID.POP && event.type !== EVENT_ID.DOCUMENT).length;
    if (nodes > LIMITS.nodes) return problem('yaml-too-many-nodes', `The file holds more than ${LIMITS.nodes} values.`);
    const documents = events.filter((event) => event.type === EVENT_ID.DOCUMENT).length;
    if (documents > LIMITS.documents)
      return problem('yaml-too-many-documents', `The file holds more than ${LIMITS.documents} documents.`);
    return { kind: 'events', events };
  } catch (error) {
    const reason = error instanceof YAMLException ? error.reason : '';
    const offset = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
    return { kind: 'problem', problem: syntaxProblem(reason, offset, text) };
  }
}

function problem(code: string, cause: string): Events {
  return { kind: 'problem', problem: { code, cause, mend: 'Split it into several files.', offset: 0 } };
}

type Node = { readonly value: Json; readonly place: Place };

/** Builds values and places from the parser's events, collecting every problem instead of stopping at the first. */
class Builder {
  readonly #text: string;
  readonly #events: readonly Event[];
  #next = 0;
  #problems: Problem[] = [];

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  documents(): readonly Root[] {
    const roots: Root[] = [];
    while (this.#next < this.#events.length) {
      this.#next += 1;
      this.#problems = [];
      const { value, place } = this.#node(null, 0);
      this.#next += 1;
      roots.push({ value, place, problems: this.#problems });
    }
    return roots;
  }

  #node(key: number | null, fallback: number): Node {
    const event = this.#events[this.#next];
    this.#next += 1;
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event, key, fallback);
      case EVENT_ID.SEQUENCE:
        return this.#sequence(event, key);
      case EVENT_ID.MAPPING:
        return this.#mapping(event, key);
      case EVENT_ID.ALIAS:
        this.#report(
          'yaml-alias',
          'Aliases are not allowed.',
          'Quote it if it is a text; write the value out if an alias is meant.',
          event.anchorStart - 1,
        );
        return { value: null, place: placeOf(event.anchorStart - 1, key, { broken: true }) };
      default:
        throw new TypeError('The parser gave an event where a value was due.');
    }
  }

  #scalar(event: ScalarEvent, key: number | null, fallback: number): Node {
    const quotes = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    const offset = event.valueStart < 0 ? fallback : event.valueStart - (quotes ? 1 : 0);
    const decorated = this.#properties(event);
    const text = event.valueStart < 0 ? '' : getScalarValue(this.#text, event);
    if (event.style !== SCALAR_STYLE.PLAIN) {
      const forbidden = forbiddenCharacter(text);
      if (forbidden !== null) this.#problems.push({ ...forbiddenProblem(forbidden), offset });
      return { value: text, place: placeOf(offset, key, { broken: decorated || forbidden !== null }) };
    }
    const plain = plainScalar(text);
    if (plain.kind === 'text') return { value: text, place: placeOf(offset, key, { broken: decorated }) };
    if (plain.kind === 'value')
      return { value: plain.value, place: placeOf(offset, key, { broken: decorated, written: text }) };
    this.#report(plain.code, plain.cause, plain.mend, offset);
    return { value: null, place: placeOf(offset, key, { broken: true, written: text }) };
  }

  #sequence(event: SequenceEvent, key: number | null): Node {
    const broken = this.#properties(event);
    const value: Json[] = [];
    const children = new Map<string, Place>();
    while (this.#events[this.#next]?.type !== EVENT_ID.POP) {
      const item = this.#node(null, event.start);
      children.set(String(value.length), item.place);
      value.push(item.value);
    }
    this.#next += 1;
    return { value, place: placeOf(event.start, key, { broken, children }) };
  }

  #mapping(event: MappingEvent, key: number | null): Node {
    let broken = this.#properties(event);
    const value: { [key: string]: Json } = {};
    const children = new Map<string, Place>();
    while (this.#events[this.#next]?.type !== EVENT_ID.POP) {
      const start = this.#key(event.start);
      const member = this.#node(start.offset, start.offset);
      if (start.name === null) {
        broken = true;
        continue;
      }
      const first = children.get(start.name);
      if (first === undefined) {
        children.set(start.name, member.place);
        value[start.name] = member.value;
      } else this.#duplicate(start.name, start.offset, first);
    }
    this.#next += 1;
    return { value, place: placeOf(event.start, key, { broken, children }) };
  }

  /** A null name is one that is already reported. */
  #key(fallback: number): { readonly name: string | null; readonly offset: number } {
    const event = this.#events[this.#next];
    const { value, place } = this.#node(null, fallback);
    const offset = place.value;
    if (place.broken) return { name: null, offset };
    if (event?.type !== EVENT_ID.SCALAR) {
      const braces = bracesBefore(this.#text, offset);
      if (braces !== null) return this.#refuseKey(TEMPLATE.code, TEMPLATE.cause, TEMPLATE.mend, braces);
      return this.#refuseKey('key-not-text', 'A key is not a text.', 'Write a plain text as key.', offset);
    }
    const plain = event.style === SCALAR_STYLE.PLAIN;
    if (typeof value !== 'string') {
      const written = place.written ?? '';
      const mend = written === '' ? 'Write a key before the colon.' : `Quote it: ${quoted(written)}.`;
      return this.#refuseKey('key-not-text', `The key ${quoted(written)} is not a text.`, mend, offset);
    }
    if (plain && value === '<<')
      return this.#refuseKey('yaml-merge-key', 'Merge keys are not allowed.', 'Write the members out.', offset);
    if (value === '__proto__')
      return this.#refuseKey('forbidden-key', 'No key may be called "__proto__".', 'Remove the key.', offset);
    if (value.length > LIMITS.key) {
      return this.#refuseKey('key-too-long', `A key is longer than ${LIMITS.key} characters.`, 'Shorten it.', offset);
    }
    return { name: value, offset };
  }

  #refuseKey(code: string, cause: string, mend: string, offset: number) {
    this.#report(code, cause, mend, offset);
    return { name: null, offset };
  }

  #duplicate(name: string, offset: number, first: Place): void {
    const relatedOffset = first.key ?? first.value;
    const cause = `The key ${quoted(name)} stands twice in one mapping.`;
    this.#problems.push({ code: 'duplicate-key', cause, mend: 'Remove one of the two.', offset, relatedOffset });
  }

  /** Tags and anchors: reported, and true when there was one. */
  #properties(event: ScalarEvent | SequenceEvent | MappingEvent): boolean {
    if (event.tagStart >= 0)
      this.#report(
        'yaml-tag',
        'Tags are not allowed.',
        'Remove the tag; quote the value if it is a text.',
        event.tagStart,
      );
    if (event.anchorStart >= 0)
      this.#report(
        'yaml-alias',
        'Anchors are not allowed.',
        'Remove the anchor, and write values out where they are used.',
        event.anchorStart - 1,
      );
    return event.tagStart >= 0 || event.anchorStart >= 0;
  }

  #report(code: string, cause: string, mend: string, offset: number): void {
    this.#problems.push({ code, cause, mend, offset });
  }
}
