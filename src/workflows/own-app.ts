import type { Configuration } from '../core/configuration.ts';
import { CountersignError } from '../core/errors.ts';
import type { Principal } from '../github/persons.ts';

/** The App as which every workflow of every branch acts by its job's own token. */
const EVERY_WORKFLOW = 'github-actions';

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
  const acting = await principal();
  const evidence = `configured ${app}, and the token is that of ${named(acting)}`;
  if (acting.kind === 'person' || acting.id !== app)
    throw new CountersignError('app-differs', 'The token is not that of the App that the configuration names.', {
      evidence,
      mend: "Hand the App's own token to the publish and the apply job as `token`, or correct `app`. Nothing was written; the next run takes up what is left.",
    });
  if (acting.slug === EVERY_WORKFLOW)
    throw new CountersignError('app-shared', 'The configuration names the App as which every workflow acts.', {
      evidence,
      mend: 'Name an App of your own under `app`, or none.',
    });
}

function named(principal: Principal): string {
  return principal.kind === 'person' ? principal.login : `${principal.slug} (${principal.id})`;
}
