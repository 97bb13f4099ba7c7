import { isAssessedAccess } from '../access/decode.ts';
import type { Assessment } from '../assessment.ts';
import { planDigest } from '../digest.ts';
import type { Sha256 } from '../json.ts';
import { parseJson } from '../parse-json.ts';
import type { Plan } from '../plan.ts';
import { engineOutdated } from './outdated.ts';

export type KeptPlan = { readonly plan: Plan; readonly assessment: Assessment };

/** A file of the ledger by the hash that an entry names; null when the ledger does not hold it. */
export type ReadBlob = (hash: Sha256) => Promise<Uint8Array | null>;

/**
 * A plan and its assessment as a ledger keeps them; null where it does not.
 * @throws CountersignError `engine-outdated` for a format that this version does not know.
 */
export async function keptPlan(
  blob: ReadBlob,
  named: { readonly digest: Sha256; readonly assessment: Sha256 },
): Promise<KeptPlan | null> {
  const [plan, assessment] = [await blob(named.digest), await blob(named.assessment)];
  if (plan === null || assessment === null) return null;
  const value = parsed<Plan>(plan, 'plan', named.digest);
  // Whoever read the bytes checked them; this checks that they are the canonical form that the digest is defined on.
  if (planDigest(value) !== named.digest) return null;
  return { plan: value, assessment: assessmentOf(assessment, value, named.digest) };
}

function assessmentOf(bytes: Uint8Array, plan: Plan, digest: Sha256): Assessment {
  const assessment = parsed<Assessment>(bytes, 'assessment', digest);
  if (isAssessedAccess(assessment.access, new Set(plan.sources.map(({ name }) => name)))) return assessment;
  throw engineOutdated(`the assessment of ${digest} tells effective access in another way`);
}

/** @throws CountersignError `engine-outdated` for a format that this version does not know. */
export function parsed<T extends { readonly formatVersion: string }>(
  bytes: Uint8Array,
  what: string,
  digest: Sha256,
): T {
  const value = parseJson(Buffer.from(bytes).toString('utf8')) as T;
  const { formatVersion }: { readonly formatVersion: string } = value;
  if (formatVersion !== '1') throw engineOutdated(`the ${what} of ${digest} has the format ${formatVersion}`);
  return value;
}
