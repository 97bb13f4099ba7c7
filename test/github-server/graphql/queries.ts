import { nodeId, parseNodeId } from '../ids.ts';
import type { PullRequest } from '../pull.ts';
import type { Repository } from '../repository.ts';
import { resolve } from '../routes/contents.ts';
import { needs } from '../routes/needs.ts';
import { accountNodeId } from '../shapes/accounts.ts';
import { actorOf, maySee, requireAccess, type Principal } from '../tokens.ts';
import type { World } from '../world.ts';
import { absent, connect, type ConnectionArguments } from './connection.ts';
import { GraphQLFault } from './fault.ts';
import { actorNode, commentNode, commitNode, pullNode, refNode, reviewNode, type NodeFields } from './nodes.ts';

/** Resolvers of the Query type for one principal. */
export function queries(world: World, principal: Principal): NodeFields {
  return {
    node: ({ id }: { id: string }) => mustFind(world, principal, id),
    nodes: ({ ids }: { ids: readonly string[] }) => Promise.all(ids.map((id) => mustFind(world, principal, id))),
    viewer: () => {
      const account = actorOf(world, principal);
      // Unlike other actors, a bot that asks for itself is told its login with the suffix.
      return { ...actorNode(world, account), login: account.login };
    },
    rateLimit: () => ({ limit: 5000, remaining: 4999, used: 1, cost: 1, resetAt: world.clock.iso() }),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const repository = world.repositoryByName(owner, name);
      if (repository === undefined || !maySee(principal, repository)) {
        throw new GraphQLFault('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
      }
      return repositoryNode(repository, principal);
    },
  };
}

function repositoryNode(repository: Repository, principal: Principal): NodeFields {
  return {
    __typename: 'Repository',
    id: nodeId('repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.fullName,
    owner: { __typename: repository.owner.type, id: accountNodeId(repository.owner), login: repository.owner.login },
    isPrivate: repository.private,
    url: repository.htmlUrl,
    defaultBranchRef: () => refNode(repository, principal, `refs/heads/${repository.defaultBranch}`),
    ref: async ({ qualifiedName }: { qualifiedName: string }) => {
      requireAccess(principal, repository, needs.readContents);
      if (qualifiedName.startsWith('refs/')) return refNode(repository, principal, qualifiedName);
      return (
        (await refNode(repository, principal, `refs/heads/${qualifiedName}`)) ??
        refNode(repository, principal, `refs/tags/${qualifiedName}`)
      );
    },
    object: async ({ oid, expression }: { oid?: string | null; expression?: string | null }) => {
      requireAccess(principal, repository, needs.readContents);
      return gitObject(repository, principal, oid ?? expression ?? '');
    },
    pullRequest: ({ number }: { number: number }) => {
      requireAccess(principal, repository, needs.readPulls);
      const pull = repository.pulls.get(number);
      if (pull === undefined) {
        throw new GraphQLFault('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
      }
      return pullNode(pull, principal);
    },
    pullRequests: (page: ConnectionArguments & PullFilter) => {
      requireAccess(principal, repository, needs.readPulls);
      const pulls = [...repository.pulls.values()].filter((pull) => fits(pull, page));
      return connect('pullRequests', pulls, page, (pull) => pullNode(pull, principal));
    },
  };
}

interface PullFilter {
  readonly states?: readonly string[] | null;
  readonly headRefName?: string | null;
  readonly baseRefName?: string | null;
}

function fits(pull: PullRequest, filter: PullFilter): boolean {
  const state = pull.landing === undefined ? pull.state.toUpperCase() : 'MERGED';
  return (
    (absent(filter.states) || filter.states.includes(state)) &&
    (absent(filter.headRefName) || pull.head.ref === filter.headRefName) &&
    (absent(filter.baseRefName) || pull.base.ref === filter.baseRefName)
  );
}

/** A commit, tree or blob by its name, or by `name:path`. */
async function gitObject(repository: Repository, principal: Principal, expression: string): Promise<NodeFields | null> {
  const [name = '', path] = expression.split(/:(.*)/s);
  const commit = await resolve(repository, name);
  const found = await repository.git.read(
    commit === undefined ? name : path === undefined ? commit : `${commit}:${path}`,
  );
  if (found === undefined) return null;
  if (found.type === 'commit') {
    const read = await repository.git.commit(found.sha);
    return read === undefined ? null : commitNode(repository, principal, read);
  }
  const binary = found.bytes.includes(0);
  return {
    __typename: found.type === 'blob' ? 'Blob' : 'Tree',
    id: nodeId('commit', `${repository.id}:${found.sha}`),
    oid: found.sha,
    abbreviatedOid: found.sha.slice(0, 7),
    byteSize: found.bytes.length,
    isBinary: binary,
    text: binary ? null : found.bytes.toString('utf8'),
  };
}

async function mustFind(world: World, principal: Principal, id: string): Promise<NodeFields> {
  const found = await findNode(world, principal, id);
  if (found === undefined || found === null) {
    throw new GraphQLFault('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  }
  return found;
}

async function findNode(world: World, principal: Principal, id: string): Promise<NodeFields | null | undefined> {
  const parsed = parseNodeId(id);
  if (parsed === undefined) return undefined;
  const account = world.accounts.values().find((candidate) => accountNodeId(candidate) === id);
  if (account !== undefined) return actorNode(world, account);
  const [repositoryId = '', ...rest] = parsed.key.split(':');
  for (const repository of world.repositories.values()) {
    if (!maySee(principal, repository)) continue;
    if (parsed.kind === 'repository' && repository.id === Number(parsed.key))
      return repositoryNode(repository, principal);
    if (parsed.kind === 'ref' && repository.id === Number(repositoryId))
      return refNode(repository, principal, rest.join(':'));
    if (parsed.kind === 'commit' && repository.id === Number(repositoryId))
      return gitObject(repository, principal, rest.join(':'));
    const found = conversationNode(repository, principal, parsed.kind, Number(parsed.key));
    if (found !== undefined) return found;
  }
  return undefined;
}

function conversationNode(
  repository: Repository,
  principal: Principal,
  kind: string,
  key: number,
): NodeFields | undefined {
  const pulls = [...repository.pulls.values()];
  if (kind === 'pull') {
    const pull = pulls.find((candidate) => candidate.id === key);
    if (pull !== undefined) requireAccess(principal, repository, needs.readPulls);
    return pull === undefined ? undefined : pullNode(pull, principal);
  }
  if (kind === 'review') {
    const review = pulls.flatMap((pull) => pull.reviews).find((candidate) => candidate.id === key);
    if (review !== undefined) requireAccess(principal, repository, needs.readPulls);
    return review === undefined ? undefined : reviewNode(review, principal);
  }
  const comment = kind === 'comment' ? repository.comments.get(key) : undefined;
  if (comment !== undefined) requireAccess(principal, repository, needs.readIssues);
  return comment === undefined ? undefined : commentNode(comment);
}
