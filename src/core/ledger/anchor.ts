import type { Anchor } from './entry.ts';

/** `12:sha256:…`, as check runs quote it and `countersign verify` prints it. */
export function anchorText({ index, hash }: Anchor): string {
  return `${index}:${hash}`;
}

/** @returns the anchor that a text is, with or without `sha256:`; null when it is none. */
export function readAnchor(text: string): Anchor | null {
  const [, index, hash] = /^(\d{1,15}):(?:sha256:)?([0-9a-f]{64})$/u.exec(text) ?? [];
  return index === undefined || hash === undefined ? null : { index: Number(index), hash: `sha256:${hash}` };
}
