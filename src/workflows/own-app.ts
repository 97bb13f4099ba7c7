import type { Configuration } from '../core/configuration.ts';
import { CountersignError } from '../core/errors.ts';
import { appProblem, type Principal } from '../core/own-app.ts';

/**
 * Whoever writes as somebody else than the App that the rules name would post checks that nobody requires, quote anchors that nobody
 * reads, and take for its own what others push.
 * @throws CountersignError `app-differs`; `app-shared` where the named App is nobody's own.
 */
export async function requireOwnApp(
  { principal }: { readonly principal: () => Promise<Principal> },
  { app }: Pick<Configuration, 'app'>,
): Promise<void> {
  if (app === null) return;
  const problem = appProblem(await principal(), app);
  if (problem === null) return;
  const { code, message, evidence, mend } = problem;
  throw new CountersignError(code, message, {
    evidence,
    mend: `${mend} Nothing was written; the next run takes up what is left.`,
  });
}
