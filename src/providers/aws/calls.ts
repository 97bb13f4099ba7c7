import type * as Iam from '@aws-sdk/client-iam';

/** What reads a whole account. */
export const ACCOUNT_ACTIONS = [
  'GetAccountAuthorizationDetails',
  'ListRoles',
  'GenerateCredentialReport',
  'GetCredentialReport',
] as const;

/** What reads single identities, for a plan about them and right before and after a write. */
export const ENTITY_ACTIONS = [
  'GetRole',
  'ListRolePolicies',
  'GetRolePolicy',
  'ListAttachedRolePolicies',
  'ListInstanceProfilesForRole',
  'GetUser',
  'ListUserPolicies',
  'GetUserPolicy',
  'ListAttachedUserPolicies',
  'ListGroupsForUser',
  'ListAccessKeys',
  'GetAccessKeyLastUsed',
  'GetLoginProfile',
  'ListMFADevices',
  'ListSSHPublicKeys',
  'ListSigningCertificates',
  'ListServiceSpecificCredentials',
  'ListPolicies',
  'GetPolicy',
  'GetPolicyVersion',
  'ListPolicyVersions',
  'ListOpenIDConnectProviders',
  'GetOpenIDConnectProvider',
] as const;

/** What is looked up besides, because documents name it and none declares it. */
export const NAMED_ACTIONS = ['GetGroup', 'GetInstanceProfile'] as const;

export const WRITE_ACTIONS = [
  'CreateRole',
  'UpdateRole',
  'UpdateAssumeRolePolicy',
  'PutRolePolicy',
  'DeleteRolePolicy',
  'AttachRolePolicy',
  'DetachRolePolicy',
  'PutRolePermissionsBoundary',
  'DeleteRolePermissionsBoundary',
  'TagRole',
  'UntagRole',
  'AddRoleToInstanceProfile',
  'RemoveRoleFromInstanceProfile',
  'DeleteRole',
  'CreateUser',
  'UpdateUser',
  'PutUserPolicy',
  'DeleteUserPolicy',
  'AttachUserPolicy',
  'DetachUserPolicy',
  'PutUserPermissionsBoundary',
  'DeleteUserPermissionsBoundary',
  'TagUser',
  'UntagUser',
  'AddUserToGroup',
  'RemoveUserFromGroup',
  'UpdateAccessKey',
  'DeleteAccessKey',
  'DeleteLoginProfile',
  'DeleteUser',
  'CreatePolicy',
  'CreatePolicyVersion',
  'DeletePolicyVersion',
  'TagPolicy',
  'UntagPolicy',
  'DeletePolicy',
  'CreateOpenIDConnectProvider',
  'AddClientIDToOpenIDConnectProvider',
  'RemoveClientIDFromOpenIDConnectProvider',
  'UpdateOpenIDConnectProviderThumbprint',
  'TagOpenIDConnectProvider',
  'UntagOpenIDConnectProvider',
  'DeleteOpenIDConnectProvider',
] as const;

export type ReadAction = (typeof ACCOUNT_ACTIONS | typeof ENTITY_ACTIONS | typeof NAMED_ACTIONS)[number];
export type WriteAction = (typeof WRITE_ACTIONS)[number];

type CommandOf<Action extends ReadAction | WriteAction> = InstanceType<(typeof Iam)[`${Action}Command`]>;

type OutputOf<Command> = Command extends {
  resolveMiddleware(...args: never[]): (args: never) => Promise<{ output: infer Output }>;
}
  ? Output
  : never;

type CallsOf<Actions extends ReadAction | WriteAction> = {
  readonly [Action in Actions]: (
    input: CommandOf<Action>['input'],
  ) => Promise<Omit<OutputOf<CommandOf<Action>>, '$metadata'>>;
};

/**
 * The only door to IAM: each method is one call of the action with its name, so the lists above are what a login needs.
 * Every method throws CallFailure.
 */
export type ReadCalls = CallsOf<ReadAction>;
/** Never repeated by themselves: whoever writes knows what may be repeated. */
export type WriteCalls = CallsOf<WriteAction>;

/** Who is talked to, as STS says it: `account` has 12 digits, `arn` is that of the login. */
export type Caller = { readonly account: string; readonly arn: string };
