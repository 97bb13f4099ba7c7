import type { Dice } from '../support/spelling.ts';
import type { Request } from './request.ts';
import type { Subject, Wish } from './subject.ts';

const KINDS = ['create', 'update', 'update', 'describe', 'remove'] as const;
const AUTHORS = ['ana', 'eve', 'ben'] as const;

/** Somebody asks for something about an identity that nobody else is about. */
export async function propose(
  { team, people, pathOf, documentOf, names, live }: Subject,
  requests: readonly Request[],
  { roll, number }: { readonly roll: Dice; readonly number: number },
): Promise<{ readonly request: Request; readonly told: string }> {
  const free = names.filter((name) =>
    requests.every((other) => other.name !== name || (other.state === 'applied' && other.wish !== null)),
  );
  const kind = free.length === 0 ? 'create' : (KINDS[roll(KINDS.length)] ?? 'create');
  const name = kind === 'create' ? `made${number}` : (free[roll(free.length)] ?? 'alpha');
  const now = (await live(name))?.limit;
  const limit = kind === 'describe' && now !== undefined ? now : 6 + roll(200);
  const wish: Wish | null = kind === 'remove' ? null : { limit, purpose: `serves ${number}` };
  const author = people[AUTHORS[roll(AUTHORS.length)] ?? 'ana'];
  const branch = `ask-${number}`;
  const pull = await team.propose(branch, { [pathOf(name)]: wish === null ? null : documentOf(name, wish) }, author);
  const request: Request = {
    pull,
    branch,
    name,
    author,
    wish,
    contributors: new Set([author.login]),
    digest: null,
    approved: false,
    vetoer: null,
    greenHead: null,
    state: 'open',
  };
  return { request, told: `${author.login} asks to ${kind} ${name} on ${branch}` };
}
