import type { Sha256 } from '../core/json.ts';
import { grouped } from './text.ts';

/** How far what is shown is guarded; each output of the trial level says that it is not. */
export type Level = 'trial' | 'standard' | 'strict';

/** `1 identity`, `12,345 identities`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** The digest as people compare it at a glance: its first twelve hexadecimal digits. */
export function shortDigest(digest: Sha256): string {
  return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}

export function capitalized(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

export const TRIAL_SENTENCE =
  'Trial level: only a signed ledger and checks by an App of your own guard anything, and whoever may write to the repository could forge the one that is missing.';
