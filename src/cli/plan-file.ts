import { isAssessedAccess } from '../core/access/decode.ts';
import type { Assessment } from '../core/assessment.ts';
import { planDigest } from '../core/digest.ts';
import { CountersignError } from '../core/errors.ts';
import { isJsonObject, type Json, type JsonObject, type Sha256 } from '../core/json.ts';
import type { Plan } from '../core/plan.ts';
import { parseJson } from '../core/parse-json.ts';

/** Bytes; a plan of ten thousand changes is some ten megabytes. */
export const MAXIMUM_PLAN_BYTES = 256_000_000;

/** What `countersign plan --out` and `--format json` write. `digest` is that of `plan` alone. */
export type PlanFile = {
  readonly formatVersion: '1';
  readonly digest: Sha256;
  readonly plan: Plan;
  readonly assessment: Assessment;
};

export function encodePlanFile(plan: Plan, digest: Sha256, assessment: Assessment): string {
  const file: PlanFile = { formatVersion: '1', digest, plan, assessment };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * The digest of a plan that stands in a file, alone or as PlanFile, computed from the plan itself.
 * @throws CountersignError `plan-malformed`, `digest-mismatch`, `not-canonical`.
 */
export function digestOfFile(bytes: Uint8Array, name: string): Sha256 {
  return planDigest(planOfFile(bytes, name));
}

/**
 * The plan that stands in a file, alone or as PlanFile, whose digest is then the stated one.
 * @throws CountersignError `plan-malformed`, `digest-mismatch`, `not-canonical`.
 */
export function planOfFile(bytes: Uint8Array, name: string): Plan {
  const value = parse(bytes, name);
  const plan = isJsonObject(value) ? (value['plan'] ?? value) : value;
  if (!isPlan(plan)) throw malformed(name, 'it holds no plan of format 1');
  const digest = planDigest(plan as Plan);
  const stated = isJsonObject(value) && value['plan'] !== undefined ? value['digest'] : digest;
  if (stated === digest) return plan as Plan;
  throw new CountersignError('digest-mismatch', 'The plan is not the one that the file names.', {
    evidence: `stated ${typeof stated === 'string' ? stated.slice(0, 80) : 'nothing'}, computed ${digest}`,
    mend: 'Somebody altered the file: plan again.',
  });
}

/**
 * A plan with its assessment, as `plan --out` wrote it. @throws CountersignError as `digestOfFile` does, and `plan-malformed` where
 * the assessment is missing.
 */
export function planFileOf(bytes: Uint8Array, name: string): Pick<PlanFile, 'plan' | 'assessment'> {
  digestOfFile(bytes, name);
  const value = parse(bytes, name);
  const { plan, assessment } = isJsonObject(value) ? value : {};
  if (plan === undefined || assessment === undefined) throw malformed(name, 'it holds no assessment of the plan');
  const changes = isJsonObject(assessment) ? assessment['changes'] : undefined;
  const sources = new Set((plan as Plan).sources.map(({ name }) => name));
  const tellsAccess = isJsonObject(assessment) && isAssessedAccess(assessment['access'], sources);
  if (!Array.isArray(changes) || !(changes as readonly Json[]).every(isAssessed) || !tellsAccess)
    throw malformed(name, 'its assessment is not one of changes');
  return { plan: plan as Plan, assessment: assessment as Assessment };
}

function isAssessed(value: Json): boolean {
  return (
    isJsonObject(value) &&
    typeof value['address'] === 'string' &&
    Array.isArray(value['gains']) &&
    Array.isArray(value['loses'])
  );
}

function parse(bytes: Uint8Array, name: string): Json {
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw malformed(name, 'it is not JSON in UTF-8', cause);
  }
}

/** The outer shape: the digest covers everything, so nothing within needs to be understood. */
function isPlan(value: Json): value is JsonObject {
  if (!isJsonObject(value) || value['formatVersion'] !== '1') return false;
  return ['sources', 'desired', 'governance', 'requests', 'changes'].every((key) => Array.isArray(value[key]));
}

function malformed(name: string, why: string, cause?: unknown): CountersignError {
  return new CountersignError('plan-malformed', 'This is not a plan.', {
    evidence: `${name}: ${why}`,
    mend: 'Give a file that `countersign plan --out` wrote, or a plan as the ledger keeps it.',
    cause,
  });
}
