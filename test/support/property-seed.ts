import fc from 'fast-check';

/** The seed of every property in CI: a red run is repeated by `CI=true`, or by this number. */
const PINNED = 20_260_105;

/**
 * The seed of every property of a run, or null: each is tried with values of its own, and a failure tells the seed.
 * `PROPERTY_SEED` is a number, or `random` to explore in CI, too. Throws for anything else.
 */
export function propertySeed(env: NodeJS.ProcessEnv): number | null {
  const given = env['PROPERTY_SEED'] ?? (env['CI'] === 'true' ? String(PINNED) : 'random');
  if (given === 'random') return null;
  if (!/^-?\d{1,10}$/u.test(given)) throw new Error(`PROPERTY_SEED is neither a number nor random: ${given}`);
  return Number(given);
}

/** For the log of a run. */
export function aboutSeed(seed: number | null): string {
  return seed === null
    ? 'properties: every one with a seed of its own; PROPERTY_SEED=7 gives all of them one'
    : `properties: all with the seed ${seed}; PROPERTY_SEED=random explores`;
}

/** Sets the seed for every property of the process. @param more parameters for the rest of a test file */
export function configureProperties(env: NodeJS.ProcessEnv, more: { readonly numRuns?: number } = {}): void {
  const seed = propertySeed(env);
  fc.configureGlobal({ ...more, ...(seed === null ? {} : { seed }) });
}
