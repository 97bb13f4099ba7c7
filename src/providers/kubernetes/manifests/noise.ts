import { isJsonObject, type Json, type JsonObject } from '../../../core/json.ts';
import { CREATION_MARK } from '../normal-form/creation-mark.ts';

/** Written by the API server, or for it alone. */
const SERVER_METADATA: ReadonlySet<string> = new Set([
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generateName',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
]);

/** Notes that kubectl and an apply of Countersign leave at what they wrote. */
const NOTES: ReadonlySet<string> = new Set(['kubectl.kubernetes.io/last-applied-configuration', CREATION_MARK]);

/** An object without what `kubectl get -o yaml` prints besides anybody's wish. No entry of a list moves. */
export function cleaned(object: JsonObject): JsonObject {
  const { metadata, status: _status, ...rest } = object;
  const own = withoutNulls(rest);
  return metadata === undefined ? own : { ...own, metadata: metadataOf(metadata) };
}

function metadataOf(metadata: Json): Json {
  if (!isJsonObject(metadata)) return metadata;
  const kept = Object.entries(metadata).filter(([key, value]) => value !== null && !SERVER_METADATA.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, key === 'annotations' ? withoutNotes(value) : value]));
}

function withoutNotes(annotations: Json): Json {
  if (!isJsonObject(annotations)) return annotations;
  return Object.fromEntries(Object.entries(annotations).filter(([key]) => !NOTES.has(key)));
}

/** To the API server a member that is null is one that is not there. */
function withoutNulls(object: JsonObject): JsonObject {
  const kept = Object.entries(object).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([key, value]) => [key, nullsWithin(value)]));
}

function nullsWithin(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => nullsWithin(item));
  return isJsonObject(value) ? withoutNulls(value) : value;
}
