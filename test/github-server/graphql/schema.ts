import { buildSchema, type GraphQLSchema } from 'graphql';

/** The part of GitHub's GraphQL schema that this server answers; the names and types are GitHub's. */
export const schemaText = /* GraphQL */ `
  scalar Base64String
  scalar BigInt
  scalar DateTime
  scalar GitObjectID
  scalar GitTimestamp
  scalar URI

  interface Node { id: ID! }
  interface Actor { login: String! url: URI! }
  interface GitObject { id: ID! oid: GitObjectID! abbreviatedOid: String! }
  interface Minimizable { isMinimized: Boolean! minimizedReason: String }
  interface Comment {
    id: ID! author: Actor body: String! createdAt: DateTime! updatedAt: DateTime! lastEditedAt: DateTime editor: Actor
    includesCreatedEdit: Boolean! userContentEdits(after: String, before: String, first: Int, last: Int): UserContentEditConnection
  }

  type Query {
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
    repository(owner: String!, name: String!, followRenames: Boolean = true): Repository
    viewer: User!
    rateLimit(dryRun: Boolean = false): RateLimit
  }

  type Mutation {
    createCommitOnBranch(input: CreateCommitOnBranchInput!): CreateCommitOnBranchPayload
    minimizeComment(input: MinimizeCommentInput!): MinimizeCommentPayload
    unminimizeComment(input: UnminimizeCommentInput!): UnminimizeCommentPayload
  }

  type RateLimit { limit: Int! remaining: Int! used: Int! cost: Int! resetAt: DateTime! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }

  type User implements Node & Actor { id: ID! databaseId: Int login: String! name: String url: URI! }
  type Bot implements Node & Actor { id: ID! databaseId: Int login: String! url: URI! }
  type Organization implements Node & Actor { id: ID! databaseId: Int login: String! name: String url: URI! }

  type Repository implements Node {
    id: ID! databaseId: Int name: String! nameWithOwner: String! owner: RepositoryOwner! isPrivate: Boolean! url: URI!
    defaultBranchRef: Ref
    ref(qualifiedName: String!): Ref
    object(expression: String, oid: GitObjectID): GitObject
    pullRequest(number: Int!): PullRequest
    pullRequests(after: String, before: String, first: Int, last: Int, states: [PullRequestState!], headRefName: String, baseRefName: String): PullRequestConnection!
  }
  interface RepositoryOwner { id: ID! login: String! }
  type Ref implements Node { id: ID! name: String! prefix: String! target: GitObject repository: Repository! }
  type Blob implements Node & GitObject { id: ID! oid: GitObjectID! abbreviatedOid: String! byteSize: Int! isBinary: Boolean text: String }
  type Tree implements Node & GitObject { id: ID! oid: GitObjectID! abbreviatedOid: String! }
  type Commit implements Node & GitObject {
    id: ID! oid: GitObjectID! abbreviatedOid: String! message: String! messageHeadline: String! committedDate: DateTime! authoredDate: DateTime! url: URI!
    author: GitActor committer: GitActor
    parents(after: String, before: String, first: Int, last: Int): CommitConnection!
    associatedPullRequests(after: String, before: String, first: Int, last: Int): PullRequestConnection
  }
  type GitActor { name: String email: String date: GitTimestamp user: User }
  type CommitConnection { nodes: [Commit] pageInfo: PageInfo! totalCount: Int! }

  enum PullRequestState { OPEN CLOSED MERGED }
  enum PullRequestReviewState { PENDING COMMENTED APPROVED CHANGES_REQUESTED DISMISSED }
  enum ReportedContentClassifiers { SPAM ABUSE OFF_TOPIC OUTDATED DUPLICATE RESOLVED }

  type PullRequestConnection { nodes: [PullRequest] pageInfo: PageInfo! totalCount: Int! }
  type PullRequest implements Node & Comment {
    id: ID! databaseId: Int fullDatabaseId: BigInt number: Int! title: String! body: String! state: PullRequestState! isDraft: Boolean! url: URI!
    author: Actor createdAt: DateTime! updatedAt: DateTime! closedAt: DateTime merged: Boolean! mergedAt: DateTime mergedBy: Actor mergeCommit: Commit
    headRefName: String! headRefOid: GitObjectID! baseRefName: String! baseRefOid: GitObjectID! isCrossRepository: Boolean!
    lastEditedAt: DateTime editor: Actor includesCreatedEdit: Boolean!
    userContentEdits(after: String, before: String, first: Int, last: Int): UserContentEditConnection
    reviews(after: String, before: String, first: Int, last: Int, states: [PullRequestReviewState!], author: String): PullRequestReviewConnection
    comments(after: String, before: String, first: Int, last: Int): IssueCommentConnection!
    timelineItems(after: String, before: String, first: Int, last: Int, itemTypes: [PullRequestTimelineItemsItemType!]): PullRequestTimelineItemsConnection!
  }
  enum PullRequestTimelineItemsItemType { REVIEW_DISMISSED_EVENT HEAD_REF_FORCE_PUSHED_EVENT BASE_REF_CHANGED_EVENT }
  union PullRequestTimelineItems = ReviewDismissedEvent | HeadRefForcePushedEvent | BaseRefChangedEvent
  type PullRequestTimelineItemsConnection { nodes: [PullRequestTimelineItems] pageInfo: PageInfo! totalCount: Int! }
  type ReviewDismissedEvent implements Node {
    id: ID! databaseId: Int actor: Actor createdAt: DateTime! dismissalMessage: String previousReviewState: PullRequestReviewState! review: PullRequestReview
  }
  type HeadRefForcePushedEvent implements Node { id: ID! actor: Actor createdAt: DateTime! afterCommit: Commit }
  type BaseRefChangedEvent implements Node { id: ID! databaseId: Int actor: Actor createdAt: DateTime! }

  type PullRequestReviewConnection { nodes: [PullRequestReview] pageInfo: PageInfo! totalCount: Int! }
  type PullRequestReview implements Node & Comment & Minimizable {
    id: ID! databaseId: Int fullDatabaseId: BigInt author: Actor body: String! state: PullRequestReviewState! url: URI!
    createdAt: DateTime! submittedAt: DateTime updatedAt: DateTime! commit: Commit authorCanPushToRepository: Boolean!
    lastEditedAt: DateTime editor: Actor includesCreatedEdit: Boolean!
    userContentEdits(after: String, before: String, first: Int, last: Int): UserContentEditConnection
    isMinimized: Boolean! minimizedReason: String pullRequest: PullRequest!
  }

  type IssueCommentConnection { nodes: [IssueComment] pageInfo: PageInfo! totalCount: Int! }
  type IssueComment implements Node & Comment & Minimizable {
    id: ID! databaseId: Int fullDatabaseId: BigInt author: Actor body: String! url: URI! createdAt: DateTime! updatedAt: DateTime!
    lastEditedAt: DateTime editor: Actor includesCreatedEdit: Boolean!
    userContentEdits(after: String, before: String, first: Int, last: Int): UserContentEditConnection
    isMinimized: Boolean! minimizedReason: String
  }

  type UserContentEditConnection { nodes: [UserContentEdit] pageInfo: PageInfo! totalCount: Int! }
  type UserContentEdit implements Node { id: ID! editor: Actor editedAt: DateTime! createdAt: DateTime! updatedAt: DateTime! deletedAt: DateTime diff: String }

  input CreateCommitOnBranchInput {
    clientMutationId: String branch: CommittableBranch! fileChanges: FileChanges message: CommitMessage! expectedHeadOid: GitObjectID!
  }
  input CommittableBranch { id: ID repositoryNameWithOwner: String branchName: String }
  input CommitMessage { headline: String! body: String }
  input FileChanges { deletions: [FileDeletion!] = [] additions: [FileAddition!] = [] }
  input FileAddition { path: String! contents: Base64String! }
  input FileDeletion { path: String! }
  type CreateCommitOnBranchPayload { clientMutationId: String commit: Commit ref: Ref }
  input MinimizeCommentInput { clientMutationId: String subjectId: ID! classifier: ReportedContentClassifiers! }
  type MinimizeCommentPayload { clientMutationId: String minimizedComment: Minimizable }
  input UnminimizeCommentInput { clientMutationId: String subjectId: ID! }
  type UnminimizeCommentPayload { clientMutationId: String unminimizedComment: Minimizable }
`;

/** The executable schema; its fields are resolved from the objects that the resolvers return. */
export function buildServerSchema(): GraphQLSchema {
  return buildSchema(schemaText);
}
