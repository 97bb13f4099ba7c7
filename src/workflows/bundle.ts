import { gunzipSync, gzipSync } from 'node:zlib';
import { seconds } from '../core/approval/seconds.ts';
import type { Assessment } from '../core/assessment.ts';
import { isAssessedCredentials } from '../core/credentials.ts';
import { canonicalize, planDigest } from '../core/digest.ts';
import { CountersignError, type Reason } from '../core/errors.ts';
import { isAssessedAccess } from '../core/access/decode.ts';
import { isJsonObject, type Json, type JsonObject, type Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import type { Unplanned } from './concern.ts';
import { parseJson } from '../core/parse-json.ts';

/** What planning one pull request gave. The reason why there is no plan is its word alone. */
export type PlannedPullRequest =
  | {
      readonly kind: Unplanned['kind'];
      readonly pullRequest: number;
      readonly head: string;
      readonly reason: Reason;
    }
  | {
      readonly kind: 'planned';
      readonly pullRequest: number;
      readonly head: string;
      /** Tip of the base branch, whose rules apply. */
      readonly base: string;
      readonly baseBranch: string;
      /** GitHub's time before the live systems were read: RFC 3339, whole seconds. */
      readonly at: string;
      readonly digest: Sha256;
      readonly plan: Plan;
      readonly assessment: Assessment;
    };

/** What the job that may only read hands to the job that may write. */
export type Bundle = { readonly formatVersion: '1'; readonly planned: readonly PlannedPullRequest[] };

/** An action's input travels in the environment, where Linux takes no text of 128 KiB or more. */
const ENCODED_LIMIT = 120_000;

const DECODED_LIMIT = 64 * 1024 * 1024;

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u;

/**
 * What fits of the plans, in their order. One that is too large by itself is withheld, so that its check says so; one that only
 * finds no more room is left to another run.
 */
export function packBundle(all: readonly PlannedPullRequest[]): {
  readonly bundle: string;
  readonly left: readonly number[];
} {
  const planned: PlannedPullRequest[] = [];
  const left: number[] = [];
  const room = { encoded: ENCODED_LIMIT, decoded: DECODED_LIMIT };
  for (const one of all) {
    const size = sizeOf(one);
    const alone = size.encoded <= ENCODED_LIMIT && size.decoded <= DECODED_LIMIT;
    const fitting = alone || one.kind !== 'planned' ? one : tooLarge(one, size.encoded);
    const taken = fitting === one ? size : sizeOf(fitting);
    if (taken.encoded > room.encoded || taken.decoded > room.decoded) {
      left.push(one.pullRequest);
      continue;
    }
    planned.push(fitting);
    room.encoded -= taken.encoded;
    room.decoded -= taken.decoded;
  }
  return { bundle: encodeBundle({ formatVersion: '1', planned }), left };
}

/** In a bundle of its own, which is never less than its share of a larger one. */
function sizeOf(one: PlannedPullRequest): { readonly encoded: number; readonly decoded: number } {
  const text = canonicalize({ formatVersion: '1', planned: [one] });
  return { encoded: gzipSync(text).toString('base64').length, decoded: Buffer.byteLength(text) };
}

export function encodeBundle(bundle: Bundle): string {
  return gzipSync(canonicalize(bundle)).toString('base64');
}

function tooLarge({ pullRequest, head }: PlannedPullRequest, size: number): PlannedPullRequest {
  const message = `The plan takes ${size} characters, compressed; a job can hand on ${ENCODED_LIMIT}. Split the pull request.`;
  return { kind: 'withheld', pullRequest, head, reason: { code: 'bundle-too-large', message } };
}

/**
 * The plans, with each digest computed again from its plan: what a bundle says about itself is not believed.
 * @throws CountersignError `bundle-malformed`, `digest-mismatch`.
 */
export function decodeBundle(encoded: string): Bundle {
  const bundle = parse(encoded);
  if (!isBundle(bundle)) throw malformed(null);
  for (const planned of bundle.planned) {
    if (planned.kind !== 'planned') continue;
    const digest = planDigest(planned.plan);
    if (digest === planned.digest) continue;
    throw new CountersignError(
      'digest-mismatch',
      `The plan of pull request ${planned.pullRequest} is not the one that its digest names.`,
      {
        evidence: `handed on ${planned.digest}, computed ${digest}`,
        mend: 'Run the plan job again; hand its output on unchanged.',
      },
    );
  }
  return bundle;
}

function parse(encoded: string): unknown {
  try {
    return parseJson(gunzipSync(Buffer.from(encoded, 'base64'), { maxOutputLength: DECODED_LIMIT }).toString('utf8'));
  } catch (cause) {
    throw malformed(cause);
  }
}

/** The outer shape; what a plan says inside is named by its digest. */
function isBundle(value: unknown): value is Bundle {
  if (typeof value !== 'object' || value === null || !('formatVersion' in value) || !('planned' in value)) return false;
  const { formatVersion, planned } = value;
  return formatVersion === '1' && Array.isArray(planned) && planned.every((one: Json) => isPlanned(one));
}

/**
 * What decides which way an entry is taken has to be there; nothing else of it is believed before it is compared. What cannot be,
 * because it is the plan job's word alone, is of the right shape and within its limits.
 */
function isPlanned(value: Json): boolean {
  if (!isJsonObject(value) || !Number.isSafeInteger(value['pullRequest']) || typeof value['head'] !== 'string')
    return false;
  if (value['kind'] === 'planned' && !isTime(value['at'])) return false;
  const parts = value['kind'] === 'planned' ? ['plan', 'assessment'] : ['reason'];
  const known = ['ignored', 'unconcerned', 'withheld', 'planned'].some((kind) => kind === value['kind']);
  if (!known || !parts.every((part) => isJsonObject(value[part]))) return false;
  return value['kind'] !== 'planned' || tellsAccess(value);
}

function tellsAccess({ plan, assessment }: JsonObject): boolean {
  const sources = isJsonObject(plan) ? plan['sources'] : undefined;
  if (!Array.isArray(sources) || !isJsonObject(assessment)) return false;
  const names = (sources as readonly Json[]).map((source) => (isJsonObject(source) ? source['name'] : undefined));
  const { access, changes } = assessment;
  return (
    isAssessedAccess(access, new Set(names.filter((name) => typeof name === 'string'))) &&
    (!Array.isArray(changes) || (changes as readonly Json[]).every(tellsCredentials))
  );
}

function tellsCredentials(assessment: Json): boolean {
  if (!isJsonObject(assessment)) return false;
  const { credentials } = assessment;
  return credentials === undefined || isAssessedCredentials(credentials);
}

function isTime(value: Json | undefined): boolean {
  return typeof value === 'string' && TIME.test(value) && !Number.isNaN(seconds(value));
}

function malformed(cause: unknown): CountersignError {
  return new CountersignError('bundle-malformed', 'This is not what a plan job hands on.', {
    mend: "Give the publish job the plan job's output `bundle`.",
    cause,
  });
}
