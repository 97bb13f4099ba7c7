import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Bytes of one target's corpus: what is longer is left to longer runs. */
const MAXIMUM_BYTES = 40_000;
const MAXIMUM_ENTRY = 600;

/** One input a line, its bytes as the characters of a JSON string, so that a change can be read. */
export function loadCorpus(target: string): readonly Uint8Array[] {
  const path = fileOf(target);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => Buffer.from(String(JSON.parse(line)), 'latin1'));
}

/** Keeps the inputs in the order in which they were found, until the file is full; short ones only. */
export function saveCorpus(target: string, inputs: readonly Uint8Array[]): void {
  const lines: string[] = [];
  let room = MAXIMUM_BYTES;
  for (const input of inputs) {
    const line = lineOf(input);
    if (input.length > MAXIMUM_ENTRY || lines.includes(line) || line.length >= room) continue;
    room -= line.length + 1;
    lines.push(line);
  }
  writeFileSync(fileOf(target), `${lines.join('\n')}\n`);
}

function lineOf(input: Uint8Array): string {
  const text = JSON.stringify(Buffer.from(input).toString('latin1'));
  return text.replace(/[^\x20-\x7e]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function fileOf(target: string): URL {
  return new URL(`corpus/${target}.jsonl`, import.meta.url);
}
