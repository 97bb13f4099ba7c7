import type { Sha256 } from '../json.ts';

/** Where everything stands in a ledger. Sharded so that no folder grows past some hundred names, whatever the ledger's length. */
export const HEAD_PATH = 'head.json';
export const STATE_PATH = 'state.json';
export const UNAPPLIED_PATH = 'unapplied.json';

/** @param index of the entry, from 0: `entries/00/00/00/12.json`. */
export function entryPath(index: number): string {
  return `entries/${pairs(index)}.json`;
}

/** @returns the index that a path under `entries/` stands for; null when it is not the one spelling of any. */
export function indexOfEntryPath(path: string): number | null {
  if (!path.startsWith('entries/') || !path.endsWith('.json')) return null;
  const index = Number(path.slice('entries/'.length, -'.json'.length).replaceAll('/', ''));
  return Number.isSafeInteger(index) && index >= 0 && entryPath(index) === path ? index : null;
}

export function blobPath(hash: Sha256): string {
  const hex = hash.slice('sha256:'.length);
  return `blobs/${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex.slice(4)}`;
}

/** @returns the hash that a path under `blobs/` stands for; null when it is not the one spelling of any. */
export function hashOfBlobPath(path: string): Sha256 | null {
  const hex = path.startsWith('blobs/') ? path.slice('blobs/'.length).replaceAll('/', '') : '';
  return /^[0-9a-f]{64}$/u.test(hex) && blobPath(`sha256:${hex}`) === path ? `sha256:${hex}` : null;
}

/** @param digits of the pull request's number that lead to the node; none: the root. */
export function nodePath(digits: readonly number[]): string {
  return `index/nodes/${['root', ...digits].join('/')}/node.json`;
}

/** @param chunk from 0. */
export function chunkPath(pullRequest: number, chunk: number): string {
  return `index/pulls/${pairs(pullRequest)}/${pairs(chunk)}.json`;
}

/** Decimal digits in pairs, at least four of them: 12 is `00/00/00/12`. */
function pairs(value: number): string {
  const digits = String(value);
  const even = digits.padStart(Math.max(8, digits.length + (digits.length % 2)), '0');
  return (even.match(/../gu) ?? []).join('/');
}
