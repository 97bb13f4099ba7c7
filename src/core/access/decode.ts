import { parseAddress } from '../address.ts';
import { CountersignError } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { ACCESS_LIMITS, KINDS, type AccessBlock } from './assessed.ts';
import type { Basis } from './effective.ts';
import { sizeOf } from './room.ts';

const BASES: { readonly [basis in Basis]: true } = {
  grant: true,
  attribute: true,
  ownership: true,
  everyone: true,
  'built-in': true,
  superuser: true,
};

/** UTF-16 code units of a reason. */
const SENTENCE = 4_000;

/**
 * Whether JSON is what `assessAccess` gives, of these sources at most and within its limits. Whether it is true is not asked: what
 * follows from it only adds to what the plan itself says.
 */
export function isAssessedAccess(value: Json | undefined, sources: ReadonlySet<string>): boolean {
  if (!Array.isArray(value)) return false;
  const all = value as readonly Json[];
  if (all.length > sources.size || !all.every((one) => isSourceAccess(one, sources))) return false;
  const known = all as readonly JsonObject[];
  if (new Set(known.map(({ source }) => source)).size !== all.length) return false;
  const sizes = known.flatMap(({ blocks = [] }) => (blocks as readonly AccessBlock[]).map(sizeOf));
  return (
    sizes.reduce((sum, { names }) => sum + names, 0) <= ACCESS_LIMITS.names &&
    sizes.reduce((sum, { characters }) => sum + characters, 0) <= ACCESS_LIMITS.characters
  );
}

function isSourceAccess(value: Json, sources: ReadonlySet<string>): boolean {
  if (!isJsonObject(value) || typeof value['source'] !== 'string' || !sources.has(value['source'])) return false;
  const { source } = value;
  switch (value['kind']) {
    case 'unknown':
      return isReason(value['reason']);
    case 'known':
      return (
        isCount(value['left']) &&
        listOf(value['blocks'], (block) => isBlock(block, source)) &&
        (value['blocks'] as readonly Json[]).length <= ACCESS_LIMITS.names
      );
    default:
      return false;
  }
}

function isReason(value: Json | undefined): boolean {
  return isJsonObject(value) && isText(value['code']) && isText(value['message']);
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string' && value.length <= SENTENCE;
}

function isBlock(value: Json, source: string): boolean {
  return (
    isJsonObject(value) &&
    KINDS.some((kind) => kind === value['kind']) &&
    (value['power'] === 'use' || value['power'] === 'administer') &&
    isNamed(value['principals'], (name) => isAddressIn(name, source)) &&
    isNamed(value['resources'], isString) &&
    isNamed(value['actions'], isString) &&
    isWay(value['way'], source) &&
    (value['instead'] === null || isWay(value['instead'], source))
  );
}

/** At least one is named, and in a block that is about so many permissions that they can be counted. */
function isNamed(value: Json | undefined, isName: (name: Json) => boolean): boolean {
  if (!isJsonObject(value) || !isCount(value['count']) || !listOf(value['names'], isName)) return false;
  const { length } = value['names'] as readonly Json[];
  return length > 0 && Number(value['count']) >= length;
}

function isWay(value: Json | undefined, source: string): boolean {
  if (!isJsonObject(value)) return false;
  const { basis, condition, through } = value;
  return (
    typeof basis === 'string' &&
    Object.hasOwn(BASES, basis) &&
    (condition === null || typeof condition === 'string') &&
    listOf(through, (name) => isAddressIn(name, source))
  );
}

function listOf(value: Json | undefined, isMember: (member: Json) => boolean): boolean {
  return Array.isArray(value) && (value as readonly Json[]).every(isMember);
}

function isString(value: Json): boolean {
  return typeof value === 'string';
}

/** Far below what makes a product of three inexact. */
function isCount(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 100_000_000;
}

function isAddressIn(value: Json, source: string): boolean {
  if (typeof value !== 'string') return false;
  try {
    return parseAddress(value).source === source;
  } catch (error) {
    if (error instanceof CountersignError) return false;
    throw error;
  }
}
