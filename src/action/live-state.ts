import { lstatSync, readFileSync } from 'node:fs';
import { CountersignError } from '../core/errors.ts';
import { decodeHandedState, HANDED_STATE_LIMIT, handedStates, type HandedStates } from '../core/handed-state.ts';

/** What other jobs of the run read, from the files that the input names. @throws CountersignError `live-state-unusable`. */
export function handedFrom(paths: readonly string[], now: string): HandedStates {
  return handedStates(
    paths.map((path) => decodeHandedState(bytesOf(path), path)),
    now,
  );
}

function bytesOf(path: string): Uint8Array {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isFile() === true && found.size <= HANDED_STATE_LIMIT) return readFileSync(path);
  const seen = found === undefined ? 'absent' : found.isFile() ? `${found.size} bytes` : 'not a plain file';
  throw new CountersignError('live-state-unusable', 'The state of a source that was handed on cannot be read.', {
    evidence: `${path.slice(0, 200)}: ${seen}`,
    mend: `Download the artifact of the job that read it, and name a file of at most ${HANDED_STATE_LIMIT} bytes.`,
  });
}
