import type { GitHub } from './client.ts';
import type { Person } from '../core/approval/facts.ts';
import { personById, toPerson } from './persons.ts';
import { at, type Commit, type Repository } from './repository.ts';

/** `person` null: the address belongs to no account that GitHub tells of. */
export type CoAuthor = { readonly name: string; readonly email: string; readonly person: Person | null };

const TRAILER = /^co-authored-by:([^<\r\n]*)<([^>\r\n]*)>/gim;

/** The people named by `Co-authored-by` lines of a commit message, whatever paragraph they stand in. */
export function coAuthorLines(message: string): readonly { readonly name: string; readonly email: string }[] {
  return [...message.matchAll(TRAILER)].map(([, name = '', email = '']) => ({
    name: name.trim(),
    email: email.trim(),
  }));
}

/** The account id in GitHub's own addresses, `12345+login@users.noreply.github.com`; null in others. */
export function noreplyId(email: string): number | null {
  const id = Number(/^(\d{1,15})\+[^@]+@users\.noreply\.github\.com$/i.exec(email)?.[1] ?? Number.NaN);
  return Number.isSafeInteger(id) ? id : null;
}

/** Addresses that are looked up at most, for all commits: whoever writes a message decides how many it names. */
const MOST = 100;

/** Stands for all whose addresses are not looked up, and so for somebody unknown. */
const FURTHER: CoAuthor = { name: 'one of more co-authors than are looked up', email: '', person: null };

/** Resolves the co-authors of commits: by the account id in the address, or else as GitHub links the address. */
export async function coAuthors(
  repository: Repository,
  commits: readonly Commit[],
): Promise<ReadonlyMap<string, readonly CoAuthor[]>> {
  const people = new Map<string, Promise<Person | null>>();
  const found = new Map<string, readonly CoAuthor[]>();
  const addresses = new Set<string>();
  for (const commit of commits) {
    const all = coAuthorLines(commit.message);
    if (all.length === 0) continue;
    const lines = all.filter(({ email }) => {
      if (addresses.size < MOST) addresses.add(email.toLowerCase());
      return addresses.has(email.toLowerCase());
    });
    const linked = lines.every(({ email }) => noreplyId(email) !== null)
      ? new Map<string, Person>()
      : await linkedAuthors(repository, commit.sha);
    const resolve = async (email: string): Promise<Person | null> => {
      const id = noreplyId(email);
      return id === null ? (linked.get(email.toLowerCase()) ?? null) : await byId(repository.github, id, people);
    };
    const known = await Promise.all(lines.map(async (line) => ({ ...line, person: await resolve(line.email) })));
    found.set(commit.sha, lines.length === all.length ? known : [...known, FURTHER]);
  }
  return found;
}

function byId(github: GitHub, id: number, known: Map<string, Promise<Person | null>>): Promise<Person | null> {
  const person = known.get(String(id)) ?? personById(github, id);
  known.set(String(id), person);
  return person;
}

type Authors = {
  repository: {
    object: {
      authors?: { nodes: { email: string | null; user: { databaseId: number | null; login: string } | null }[] | null };
    } | null;
  } | null;
};

const AUTHORS = `query ($owner: String!, $repo: String!, $oid: GitObjectID!) {
  repository(owner: $owner, name: $repo) {
    object(oid: $oid) { ... on Commit { authors(first: 100) { nodes { email user { databaseId login } } } } }
  }
}`;

/** Accounts that GitHub links to a commit's author and co-authors, by lower-cased address. */
async function linkedAuthors(repository: Repository, sha: string): Promise<ReadonlyMap<string, Person>> {
  const answer = await repository.github.graphql<Authors>(AUTHORS, { ...at(repository), oid: sha });
  const people = new Map<string, Person>();
  for (const { email, user } of answer.repository?.object?.authors?.nodes ?? []) {
    if (email === null || user === null || user.databaseId === null) continue;
    const person = toPerson({ id: user.databaseId, login: user.login, type: 'User' });
    if (person !== null) people.set(email.toLowerCase(), person);
  }
  return people;
}
