import type { Address } from '../core/address.ts';
import { landedOf, landingDifference } from '../core/apply/landing.ts';
import type { Configuration } from '../core/configuration.ts';
import type { Loaded } from '../core/desired/types.ts';
import { CountersignError, type Reason } from '../core/errors.ts';
import { ownErrors } from '../core/own-errors.ts';
import type { Plan } from '../core/plan.ts';
import { scopeOf } from '../core/scope.ts';
import type { Contents } from '../github/contents.ts';
import type { Landing } from './landings.ts';
import { desiredAt, governanceBetween, type Providers } from './rules.ts';

export type LandedSurface = { readonly contents: Contents; readonly providers: Providers };

/** Null when what lies between two commits is exactly what was planned, in documents that can be read. */
export async function landingReason(
  { contents, providers }: LandedSurface,
  landing: Pick<Landing, 'before' | 'commit'>,
  plan: Plan,
  configuration: Configuration,
): Promise<Reason | null> {
  const judged = async (): Promise<Reason | null> => {
    const before = await desiredAt(contents, landing.before, configuration, providers);
    const after = await desiredAt(contents, landing.commit, configuration, providers);
    const [broken] = ownErrors(before, after, scopeOf(before.state, after.state, 'pull-request').identities);
    if (broken !== undefined) return { code: 'landing-invalid', message: `${broken.code}: ${broken.cause}` };
    const governance = await governanceBetween({ contents, providers }, landing.before, landing.commit, configuration);
    return landingDifference(plan, landedOf(before.state, after.state, governance));
  };
  return await ifReadable(judged, ({ code, message }) => ({
    code: 'landing-unreadable',
    message: `${code}: ${message}`,
  }));
}

/**
 * Addresses whose documents differ across a landing. Where one of its sides can never be read, these are all that the
 * other declares: what came or went there, nobody knows.
 */
export async function touchedBy(
  { contents, providers }: LandedSurface,
  landing: Pick<Landing, 'before' | 'commit'>,
  configuration: Configuration,
): Promise<readonly Address[]> {
  const read = async (commit: string): Promise<Loaded | null> =>
    await ifReadable<Loaded | null>(
      async () => await desiredAt(contents, commit, configuration, providers),
      () => null,
    );
  const [before, after] = [await read(landing.before), await read(landing.commit)];
  if (before === null || after === null) return (before ?? after)?.state.identities.map(({ address }) => address) ?? [];
  return scopeOf(before.state, after.state, 'pull-request').identities.map(({ address }) => address);
}

/** What a commit holds never changes: what cannot be read of it today stands in the way of every later landing for ever. */
const NEVER_READABLE: ReadonlySet<string> = new Set(['inputs-too-many', 'rule-unreadable', 'tree-too-large']);

/** What is read, or what stands for it where a commit can never be read. */
export async function ifReadable<T>(read: () => Promise<T>, otherwise: (error: CountersignError) => T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof CountersignError) || !NEVER_READABLE.has(error.code)) throw error;
    return otherwise(error);
  }
}
