import type { Reason } from './errors.ts';

/** Whom a token acts for. `slug`: the App's name in addresses. */
export type Principal =
  | { readonly kind: 'app'; readonly id: number; readonly slug: string }
  | { readonly kind: 'person'; readonly login: string };

export type AppProblem = Reason & { readonly evidence: string; readonly mend: string };

/** The App as which every workflow of every branch acts by its job's own token. */
const EVERY_WORKFLOW = 'github-actions';

/** Null when the token is that of the App which the rules name, and that App is nobody else's. */
export function appProblem(acting: Principal, app: number): AppProblem | null {
  const evidence = `configured ${app}, and the token is that of ${named(acting)}`;
  if (acting.kind === 'person' || acting.id !== app)
    return {
      code: 'app-differs',
      message: 'The token is not that of the App that the configuration names.',
      evidence,
      mend: "Hand the App's own token to the publish and the apply job as `token`, or correct `app`.",
    };
  if (acting.slug !== EVERY_WORKFLOW) return null;
  return {
    code: 'app-shared',
    message: 'The configuration names the App as which every workflow acts.',
    evidence,
    mend: 'Name an App of your own under `app`, or none.',
  };
}

/** Whether a token tells as which App other jobs run: neither a person's does, nor one that every job has besides. */
export function isAppOfItsOwn(acting: Principal): boolean {
  return acting.kind === 'app' && acting.slug !== EVERY_WORKFLOW;
}

function named(principal: Principal): string {
  return principal.kind === 'person' ? principal.login : `${principal.slug} (${principal.id})`;
}
