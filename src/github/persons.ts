import type { Person } from '../core/approval/facts.ts';
import type { Principal } from '../core/own-app.ts';
import { type GitHub } from './client.ts';
import { GitHubError } from './errors.ts';

/** The account that stands for deleted ones. */
export const GHOST: Person = { id: 10137, login: 'ghost', type: 'User' };

/** The account as which GitHub itself commits what is done on its pages. */
export const WEB_FLOW_ID = 19864447;

/** An account as GitHub's answers hold it; null, or an object without an id, where there is none. */
export type Account = { readonly id?: number; readonly login?: string; readonly type?: string } | null | undefined;

/** A type that is not known is nobody who could approve. */
export function toPerson(account: Account): Person | null {
  if (account?.id === undefined || account.login === undefined) return null;
  return { id: account.id, login: account.login, type: toType(account.type) };
}

function toType(type: string | undefined): Person['type'] {
  return type === 'User' || type === 'Bot' || type === 'Organization' ? type : 'Mannequin';
}

/** The account with this id now, whatever it is called; null when it is gone. */
export async function personById(github: GitHub, id: number): Promise<Person | null> {
  return await orNull(async () => {
    const { data } = await github.rest.users.getById({ account_id: id });
    return toPerson(data);
  });
}

export async function personByLogin(github: GitHub, login: string): Promise<Person | null> {
  return await orNull(async () => {
    const { data } = await github.rest.users.getByUsername({ username: login });
    return toPerson(data);
  });
}

/** The account that this client's token acts as: a person, or an App's bot. */
export async function ownAccount(github: GitHub): Promise<Pick<Person, 'id' | 'login'>> {
  const { viewer } = await github.graphql<{ viewer: { login: string; databaseId: number | null } }>(
    'query { viewer { login databaseId } }',
    {},
  );
  const { databaseId: id, login } = viewer;
  if (id === null) {
    throw new GitHubError('github-bad-answer', `GitHub does not tell the id of ${login}`, {
      mend: 'Use a token of a user or of an App.',
      httpStatus: 200,
      effect: 'none',
    });
  }
  return { id, login };
}

const BOT = /^(?<slug>.+)\[bot\]$/u;

/** Whom this client's token acts for. */
export async function principalOf(github: GitHub): Promise<Principal> {
  const { login } = await ownAccount(github);
  const slug = BOT.exec(login)?.groups?.['slug'];
  const app = slug === undefined ? null : (await github.rest.apps.getBySlug({ app_slug: slug })).data;
  return app === null || slug === undefined ? { kind: 'person', login } : { kind: 'app', id: app.id, slug };
}

/** Id of the App that posts check runs. @throws GitHubError `github-forbidden` where a person would. */
export function postingApp(principal: Principal): number {
  if (principal.kind === 'app') return principal.id;
  throw new GitHubError(
    'github-forbidden',
    `the token is that of ${principal.login}, and only an App may post check runs`,
    { mend: "Use the job's own token, or one of an App.", httpStatus: 200, effect: 'none' },
  );
}

/** Runs a read; null when GitHub says that it is not there. Only for reads where that is an answer. */
export async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof GitHubError && error.httpStatus === 404) return null;
    throw error;
  }
}
