import { newRequest, type Request } from './request.ts';
import type { Stage } from './stage.ts';
import type { Wish } from './subject.ts';

const KINDS = ['create', 'update', 'update', 'update', 'describe', 'remove'] as const;
const AUTHORS = ['ana', 'eve', 'ben'] as const;
const RULES = '.github/CODEOWNERS';

/** Somebody asks for something: mostly about an identity, now and then about the rules or about neither. */
export async function propose(stage: Stage): Promise<void> {
  const number = stage.next();
  const kind = (['rules', 'remark', 'identity'] as const)[Math.min(2, stage.roll(10))] ?? 'identity';
  const isRuled = stage.open().some((request) => request.kind === 'rules') || stage.situation.rulesPending;
  const request = kind === 'identity' || isRuled ? await ask(stage, number) : await askBeside(stage, kind, number);
  stage.requests.push(request);
  if (stage.roll(6) > 0) await stage.event(request);
  else stage.aside('the event is lost');
}

/** About an identity, others may be about it as well, as long as it is not to go away. */
async function ask(stage: Stage, number: number): Promise<Request> {
  const { subject, requests, roll } = stage;
  const { team, pathOf, documentOf, names, live } = subject;
  const free = names.filter((name) => requests.every((other) => other.name !== name || !isGoing(other)));
  const kind = free.length === 0 ? 'create' : (KINDS[roll(KINDS.length)] ?? 'create');
  const name = kind === 'create' ? `made${number}` : (free[roll(free.length)] ?? 'alpha');
  const now = (await live(name))?.limit;
  const limit = kind === 'describe' && now !== undefined ? now : stage.value();
  const wish: Wish | null = kind === 'remove' ? null : { limit, purpose: `serves ${number}` };
  const author = stage.one(AUTHORS);
  const branch = `ask-${number}`;
  const others = stage.about(name).length;
  stage.did(others === 0 ? kind : `${kind}, as others do`, `${author.login} asks to ${kind} ${name} on ${branch}`);
  const pull = await team.propose(branch, { [pathOf(name)]: wish === null ? null : documentOf(name, wish) }, author);
  return newRequest({ kind: 'identity', pull, branch, name, author, wish, by: [author.login] });
}

/** Its document went away, or will as soon as that lands. */
function isGoing({ kind, wish, state }: Request): boolean {
  return kind === 'identity' && wish === null && state !== 'open' && state !== 'closed';
}

async function askBeside(stage: Stage, kind: 'rules' | 'remark', number: number): Promise<Request> {
  const { team } = stage.subject;
  const author = stage.one(AUTHORS);
  const branch = `ask-${number}`;
  const name = kind === 'rules' ? RULES : `notes/${branch}.md`;
  const text = kind === 'rules' ? `# As of ${number}\n/.github/ @cleo\n` : 'Something else.\n';
  stage.did(`ask for ${kind}`, `${author.login} asks for ${kind} on ${branch}`);
  const pull = await team.propose(branch, { [name]: text }, author);
  return newRequest({ kind, pull, branch, name, author, wish: null, by: [author.login] });
}
