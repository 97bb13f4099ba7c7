import { noreply } from '../accounts.ts';
import { minimizeReasons, type IssueComment, type MinimizeReason } from '../comments.ts';
import type { TreeChange } from '../git/tree.ts';
import { parseNodeId } from '../ids.ts';
import { push } from '../pushes.ts';
import type { Repository } from '../repository.ts';
import { needs } from '../routes/needs.ts';
import { actorOf, maySee, requireAccess, type Principal } from '../tokens.ts';
import type { World } from '../world.ts';
import { absent } from './connection.ts';
import { GraphQLFault } from './fault.ts';
import { commentNode, commitNode, refNode, type NodeFields } from './nodes.ts';

interface CommitInput {
  readonly clientMutationId?: string | null;
  readonly branch: {
    readonly id?: string | null;
    readonly repositoryNameWithOwner?: string | null;
    readonly branchName?: string | null;
  };
  readonly message: { readonly headline: string; readonly body?: string | null };
  readonly expectedHeadOid: string;
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[] | null;
    readonly deletions?: readonly { readonly path: string }[] | null;
  } | null;
}

/** Resolvers of the Mutation type for one principal. */
export function mutations(world: World, principal: Principal): NodeFields {
  return {
    createCommitOnBranch: ({ input }: { input: CommitInput }) => createCommitOnBranch(world, principal, input),
    minimizeComment: ({
      input,
    }: {
      input: { subjectId: string; classifier: string; clientMutationId?: string | null };
    }) => {
      const comment = commentToHide(world, principal, input.subjectId);
      comment.minimized = minimizeReasons.find((reason) => reason === input.classifier) satisfies
        | MinimizeReason
        | undefined;
      return { clientMutationId: input.clientMutationId, minimizedComment: commentNode(comment) };
    },
    unminimizeComment: ({ input }: { input: { subjectId: string; clientMutationId?: string | null } }) => {
      const comment = commentToHide(world, principal, input.subjectId);
      comment.minimized = undefined;
      return { clientMutationId: input.clientMutationId, unminimizedComment: commentNode(comment) };
    },
  };
}

/** Commits on the tip of a branch that must still be `expectedHeadOid`; GitHub signs the commit. */
async function createCommitOnBranch(world: World, principal: Principal, input: CommitInput): Promise<NodeFields> {
  const { repository, branch } = await branchOf(world, principal, input.branch);
  requireAccess(principal, repository, needs.writeContents);
  const tip = await repository.git.ref(`refs/heads/${branch}`);
  if (tip === undefined) throw new GraphQLFault('NOT_FOUND', `Could not resolve to a Ref with the name ${branch}.`);
  if (tip !== input.expectedHeadOid) {
    throw new GraphQLFault(
      'STALE_DATA',
      `Expected branch to point to "${input.expectedHeadOid}" but it did not.  Pull and try again.`,
    );
  }
  const tree = await repository.git.writeTree(tip, await changesOf(repository, tip, input));
  const account = actorOf(world, principal);
  const seconds = world.clock.seconds();
  const sha = await repository.git.writeCommit({
    tree,
    parents: [tip],
    author: { name: account.name ?? account.login, email: account.emails[0] ?? noreply(account), seconds },
    committer: { name: 'GitHub', email: 'noreply@github.com', seconds },
    message: [input.message.headline, input.message.body ?? ''].filter((part) => part !== '').join('\n\n'),
    signed: true,
  });
  await push(repository, principal, { branch, to: sha, force: false });
  const commit = await repository.git.commit(sha);
  return {
    clientMutationId: input.clientMutationId,
    commit: commit === undefined ? null : commitNode(repository, principal, commit),
    ref: () => refNode(repository, principal, `refs/heads/${branch}`),
  };
}

async function branchOf(
  world: World,
  principal: Principal,
  named: CommitInput['branch'],
): Promise<{ repository: Repository; branch: string }> {
  const [owner = '', name = ''] = (named.repositoryNameWithOwner ?? '').split('/');
  const [repositoryId = '', ...ref] = (parseNodeId(named.id ?? '')?.key ?? '').split(':');
  const repository = absent(named.id)
    ? world.repositoryByName(owner, name)
    : world.repositories.get(Number(repositoryId));
  if (repository === undefined || !maySee(principal, repository)) {
    throw new GraphQLFault(
      'NOT_FOUND',
      `Could not resolve to a Repository with the name '${named.repositoryNameWithOwner ?? named.id}'.`,
    );
  }
  return { repository, branch: (named.branchName ?? ref.join(':')).replace(/^refs\/heads\//, '') };
}

async function changesOf(repository: Repository, tip: string, input: CommitInput): Promise<TreeChange[]> {
  const present = new Map((await repository.git.listTree(tip, 'recursive')).map((entry) => [entry.path, entry.mode]));
  const changes: TreeChange[] = [];
  for (const { path } of input.fileChanges?.deletions ?? []) {
    if (!present.has(path)) {
      throw new GraphQLFault(
        'UNPROCESSABLE',
        `A path was requested for deletion which does not exist as of commit oid \`${tip}\`: ${path}`,
      );
    }
    changes.push({ kind: 'remove', path });
  }
  for (const { path, contents } of input.fileChanges?.additions ?? []) {
    const sha = await repository.git.writeBlob(Buffer.from(contents, 'base64'));
    changes.push({ kind: 'put', path, mode: present.get(path) === '100755' ? '100755' : '100644', sha });
  }
  return changes;
}

function commentToHide(world: World, principal: Principal, id: string): IssueComment {
  const parsed = parseNodeId(id);
  for (const repository of world.repositories.values()) {
    const comment = parsed?.kind === 'comment' ? repository.comments.get(Number(parsed.key)) : undefined;
    if (comment === undefined || !maySee(principal, repository)) continue;
    requireAccess(principal, repository, { ...needs.comment, role: 'write' });
    return comment;
  }
  throw new GraphQLFault('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
}
