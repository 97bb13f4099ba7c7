import { isJsonObject, type Json, type JsonObject } from '../../src/core/json.ts';

/** A source of choices that a seed repeats. */
export type Dice = (sides: number) => number;

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

export function shuffled<T>(items: readonly T[], roll: Dice): readonly T[] {
  const rest = [...items];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(roll(rest.length), 1));
  return result;
}

/** One of the many YAML texts of a document: order of keys, quotes, flow or block, comments, blank lines, indentation. */
function spellDocument(document: JsonObject, roll: Dice): string {
  const step = roll(2) === 0 ? 2 : 4;
  const text = block(document, '', { roll, step });
  return roll(2) === 0 ? text : `# moved and annotated\n\n${text}\n\n# end\n`;
}

/** Some files that hold some documents: their names, their order and what stands beside what are nobody's business. */
export function spellFiles(documents: readonly JsonObject[], roll: Dice): readonly { path: string; text: string }[] {
  const files: { path: string; text: string }[] = [];
  for (const document of shuffled(documents, roll)) {
    const text = spellDocument(document, roll);
    const last = files.at(-1);
    if (last !== undefined && roll(3) === 0) last.text += `${last.text.endsWith('\n') ? '' : '\n'}---\n${text}`;
    else
      files.push({
        path: `identities/${['', 'team/', 'a b/'][roll(3)] ?? ''}f${roll(1e6)}-${files.length}.yaml`,
        text,
      });
  }
  return files.map(({ path, text }) => ({ path, text: roll(4) === 0 ? text.replaceAll('\n', '\r\n') : text }));
}

type Style = { readonly roll: Dice; readonly step: number };

function block(value: JsonObject, indent: string, style: Style): string {
  return shuffled(Object.entries(value), style.roll)
    .map(([key, item]) => `${noise(indent, style)}${indent}${scalar(key, style)}:${blockValue(item, indent, style)}`)
    .join('\n');
}

function blockValue(value: Json, indent: string, style: Style): string {
  const deeper = indent + ' '.repeat(style.step);
  const empty = isEmpty(value);
  if (empty || typeof value !== 'object' || value === null || style.roll(4) === 0)
    return ` ${flow(value, style)}${tail(style)}`;
  if (isJsonObject(value)) return `${tail(style)}\n${block(value, deeper, style)}`;
  const items = value.map((item) => `${indent}  - ${flow(item, style)}`);
  return `\n${items.join('\n')}`;
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function flow(value: Json, style: Style): string {
  if (isJsonObject(value)) {
    const entries = shuffled(Object.entries(value), style.roll);
    return `{ ${entries.map(([key, item]) => `${scalar(key, style)}: ${flow(item, style)}`).join(', ')} }`;
  }
  if (typeof value === 'object' && value !== null) return `[${value.map((item) => flow(item, style)).join(', ')}]`;
  return scalar(value, style);
}

const PLAIN = /^[A-Za-z][A-Za-z0-9_.]*$/u;
const MEANING = /^(?:true|false|null|yes|no|on|off|y|n)$/iu;

function scalar(value: string | number | boolean | null, { roll }: Style): string {
  if (typeof value !== 'string') return String(value);
  const choice = roll(3);
  if (choice === 0 && PLAIN.test(value) && !MEANING.test(value)) return value;
  if (choice === 1 && !/[\n\r\t]/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value);
}

function noise(indent: string, { roll }: Style): string {
  return ['', '', '', '\n', `${indent}# a remark\n`][roll(5)] ?? '';
}

function tail({ roll }: Style): string {
  return roll(5) === 0 ? ' # why' : '';
}
