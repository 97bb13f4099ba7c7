import type { SourceConfiguration } from '../core/configuration.ts';
import { CountersignError } from '../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../core/json.ts';
import type { LiveState } from '../core/live.ts';
import { parseJson } from '../core/parse-json.ts';
import type { CliContext } from './context.ts';
import { MAXIMUM_PLAN_BYTES } from './plan-file.ts';

export function encodeLiveFile(live: LiveState): string {
  return `${JSON.stringify(live)}\n`;
}

/** @throws CountersignError `live-unusable`. */
export function decodeLiveFile(bytes: Uint8Array, path: string, source: SourceConfiguration): LiveState {
  const value = parsed(bytes, path);
  if (!isJsonObject(value) || !isLiveState(value)) throw unusable(path, 'it holds no live state');
  if (value.source === source.name && value.provider === source.provider) return value;
  throw unusable(path, `it is of the source ${value.source.slice(0, 100)}`);
}

/** A whole file of the working tree. @throws CountersignError `plan-unreadable`. */
export async function readWhole(context: CliContext, path: string): Promise<Uint8Array> {
  const found = await context.files.read(path, MAXIMUM_PLAN_BYTES);
  if (found.kind === 'bytes') return found.bytes;
  throw new CountersignError('plan-unreadable', 'The file cannot be read.', {
    evidence: `${path}: ${found.kind}`,
    mend: `Name a file of at most ${MAXIMUM_PLAN_BYTES} bytes, not a link to one.`,
  });
}

/** @throws CountersignError `out-not-a-file`. */
export async function saveText(context: CliContext, path: string, text: string): Promise<void> {
  const outcome = await context.files.write(path, Buffer.from(text), 'replace');
  if (outcome === 'written') return;
  throw new CountersignError(
    'out-not-a-file',
    'The file was not written: the path is or goes through a symbolic link.',
    {
      evidence: path,
      mend: 'Name a plain file.',
    },
  );
}

function parsed(bytes: Uint8Array, path: string): Json {
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw unusable(path, 'it is not JSON in UTF-8');
  }
}

/** The outer shape; the provider judges the facts. */
function isLiveState(value: JsonObject | LiveState): value is LiveState {
  const { source, provider, target, objects, unreadable, notModelled, facts } = value as JsonObject;
  return (
    typeof source === 'string' &&
    typeof provider === 'string' &&
    isJsonObject(target) &&
    isJsonObject(facts) &&
    [objects, unreadable, notModelled].every((list) => Array.isArray(list))
  );
}

function unusable(path: string, why: string): CountersignError {
  return new CountersignError('live-unusable', 'This file does not hold what was read of the source.', {
    evidence: `${path}: ${why}`,
    mend: 'Give a file that `countersign access --save` wrote.',
  });
}
