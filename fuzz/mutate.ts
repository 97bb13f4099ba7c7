import { MAXIMUM_INPUT } from './target.ts';

/** A number from 0 up to `sides`, exclusively. */
export type Dice = (sides: number) => number;

/** Pieces that mean something to any reader of text. */
const WORDS = [
  '\0',
  '\n',
  '\r\n',
  '	',
  ' ',
  '"',
  "'",
  '`',
  '```',
  '\\',
  '|',
  '<',
  '>',
  '&',
  '@',
  '#',
  '%',
  '*',
  ':',
  '::',
  ',',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '{}',
  '[]',
  'null',
  'true',
  '-1',
  '0',
  '1e400',
  '9007199254740993',
  '4294967296',
  '﻿',
  '‮',
  '​',
  '\u2028',
  '\x1B[31m',
  '󠁁',
  '́',
  'ü',
  '請',
  '😀',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '..',
  '/',
  '//',
];

type Mutation = (input: Buffer, roll: Dice, context: Context) => Buffer;

type Context = { readonly words: readonly string[]; readonly others: readonly Uint8Array[] };

const MUTATIONS: readonly Mutation[] = [
  (input, roll) => changed(input, roll, (byte) => byte ^ (1 << roll(8))),
  (input, roll) => changed(input, roll, () => roll(256)),
  (input, roll) => changed(input, roll, (byte) => byte + roll(9) - 4),
  (input, roll, { words }) => inserted(input, roll(input.length + 1), wordOf(words, roll)),
  (input, roll) => inserted(input, roll(input.length + 1), wordOf(WORDS, roll)),
  (input, roll, { words }) => replaced(input, span(input, roll), wordOf(words, roll)),
  (input, roll) => replaced(input, span(input, roll), Buffer.alloc(0)),
  (input, roll) => copied(input, span(input, roll), roll(input.length + 1), 1),
  (input, roll) => copied(input, span(input, roll), roll(input.length + 1), 1 + roll(40)),
  (input, roll) => replaced(input, numberIn(input, roll), wordOf(NUMBERS, roll)),
  (input, roll, { others }) => {
    const other = Buffer.from(others[roll(others.length)] ?? input);
    const { start, end } = span(other, roll);
    return replaced(input, span(input, roll), other.subarray(start, end));
  },
  (input, roll, { others }) => {
    const other = Buffer.from(others[roll(others.length)] ?? input);
    return Buffer.concat([input.subarray(0, roll(input.length + 1)), other.subarray(roll(other.length + 1))]);
  },
];

const NUMBERS = ['0', '-0', '-1', '1', '255', '65536', '4294967295', '9007199254740991', '1e21', '0.1', '00', '1_000'];

/** A few small changes of an input. */
export function mutate(input: Uint8Array, roll: Dice, context: Context): Uint8Array {
  let result = Buffer.from(input);
  for (let left = 1 + roll(5); left > 0; left -= 1) {
    const mutation = MUTATIONS[roll(MUTATIONS.length)] ?? unchanged;
    result = Buffer.from(mutation(result, roll, context).subarray(0, MAXIMUM_INPUT));
  }
  return result;
}

const unchanged: Mutation = (input) => input;

type Span = { readonly start: number; readonly end: number };

/** Mostly short: a long cut or copy leaves little of what was found. */
function span(input: Buffer, roll: Dice): Span {
  const start = roll(input.length + 1);
  const longest = roll(4) === 0 ? input.length : 12;
  return { start, end: Math.min(input.length, start + roll(longest + 1)) };
}

function numberIn(input: Buffer, roll: Dice): Span {
  const start = roll(input.length + 1);
  const found = /\d+/u.exec(input.subarray(start).toString('latin1'));
  return found === null
    ? { start, end: start }
    : { start: start + found.index, end: start + found.index + found[0].length };
}

function wordOf(words: readonly string[], roll: Dice): Buffer {
  return Buffer.from(words[roll(Math.max(1, words.length))] ?? '');
}

function changed(input: Buffer, roll: Dice, change: (byte: number) => number): Buffer {
  const at = roll(input.length + 1);
  const copy = Buffer.from(input);
  copy[at] = change(copy[at] ?? 0) & 0xff;
  return copy;
}

function inserted(input: Buffer, at: number, piece: Buffer): Buffer {
  return replaced(input, { start: at, end: at }, piece);
}

function replaced(input: Buffer, { start, end }: Span, piece: Buffer): Buffer {
  return Buffer.concat([input.subarray(0, start), piece, input.subarray(end)]);
}

function copied(input: Buffer, { start, end }: Span, at: number, times: number): Buffer {
  const piece = input.subarray(start, end);
  return inserted(input, at, Buffer.concat(Array.from({ length: times }, () => piece)));
}
