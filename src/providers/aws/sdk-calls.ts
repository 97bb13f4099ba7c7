import type * as Sdk from '@aws-sdk/client-iam';
import { CallFailure } from './call-failure.ts';
import type { ReadCalls, WriteCalls } from './calls.ts';

/** @throws CallFailure that names the action */
export async function named<T>(action: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new CallFailure(action, error);
  }
}

export function readCallsOf(sdk: typeof Sdk, client: Sdk.IAMClient): ReadCalls {
  return {
    GetAccountAuthorizationDetails: (input) =>
      named('GetAccountAuthorizationDetails', () => client.send(new sdk.GetAccountAuthorizationDetailsCommand(input))),
    ListRoles: (input) => named('ListRoles', () => client.send(new sdk.ListRolesCommand(input))),
    GenerateCredentialReport: (input) =>
      named('GenerateCredentialReport', () => client.send(new sdk.GenerateCredentialReportCommand(input))),
    GetCredentialReport: (input) =>
      named('GetCredentialReport', () => client.send(new sdk.GetCredentialReportCommand(input))),
    GetRole: (input) => named('GetRole', () => client.send(new sdk.GetRoleCommand(input))),
    ListRolePolicies: (input) => named('ListRolePolicies', () => client.send(new sdk.ListRolePoliciesCommand(input))),
    GetRolePolicy: (input) => named('GetRolePolicy', () => client.send(new sdk.GetRolePolicyCommand(input))),
    ListAttachedRolePolicies: (input) =>
      named('ListAttachedRolePolicies', () => client.send(new sdk.ListAttachedRolePoliciesCommand(input))),
    ListInstanceProfilesForRole: (input) =>
      named('ListInstanceProfilesForRole', () => client.send(new sdk.ListInstanceProfilesForRoleCommand(input))),
    GetUser: (input) => named('GetUser', () => client.send(new sdk.GetUserCommand(input))),
    ListUserPolicies: (input) => named('ListUserPolicies', () => client.send(new sdk.ListUserPoliciesCommand(input))),
    GetUserPolicy: (input) => named('GetUserPolicy', () => client.send(new sdk.GetUserPolicyCommand(input))),
    ListAttachedUserPolicies: (input) =>
      named('ListAttachedUserPolicies', () => client.send(new sdk.ListAttachedUserPoliciesCommand(input))),
    ListGroupsForUser: (input) =>
      named('ListGroupsForUser', () => client.send(new sdk.ListGroupsForUserCommand(input))),
    ListAccessKeys: (input) => named('ListAccessKeys', () => client.send(new sdk.ListAccessKeysCommand(input))),
    GetAccessKeyLastUsed: (input) =>
      named('GetAccessKeyLastUsed', () => client.send(new sdk.GetAccessKeyLastUsedCommand(input))),
    GetLoginProfile: (input) => named('GetLoginProfile', () => client.send(new sdk.GetLoginProfileCommand(input))),
    ListMFADevices: (input) => named('ListMFADevices', () => client.send(new sdk.ListMFADevicesCommand(input))),
    ListSSHPublicKeys: (input) =>
      named('ListSSHPublicKeys', () => client.send(new sdk.ListSSHPublicKeysCommand(input))),
    ListSigningCertificates: (input) =>
      named('ListSigningCertificates', () => client.send(new sdk.ListSigningCertificatesCommand(input))),
    ListServiceSpecificCredentials: (input) =>
      named('ListServiceSpecificCredentials', () => client.send(new sdk.ListServiceSpecificCredentialsCommand(input))),
    ListPolicies: (input) => named('ListPolicies', () => client.send(new sdk.ListPoliciesCommand(input))),
    GetPolicy: (input) => named('GetPolicy', () => client.send(new sdk.GetPolicyCommand(input))),
    GetPolicyVersion: (input) => named('GetPolicyVersion', () => client.send(new sdk.GetPolicyVersionCommand(input))),
    ListPolicyVersions: (input) =>
      named('ListPolicyVersions', () => client.send(new sdk.ListPolicyVersionsCommand(input))),
    ListOpenIDConnectProviders: (input) =>
      named('ListOpenIDConnectProviders', () => client.send(new sdk.ListOpenIDConnectProvidersCommand(input))),
    GetGroup: (input) => named('GetGroup', () => client.send(new sdk.GetGroupCommand(input))),
    GetInstanceProfile: (input) =>
      named('GetInstanceProfile', () => client.send(new sdk.GetInstanceProfileCommand(input))),
    GetOpenIDConnectProvider: (input) =>
      named('GetOpenIDConnectProvider', () => client.send(new sdk.GetOpenIDConnectProviderCommand(input))),
  };
}

export function writeCallsOf(sdk: typeof Sdk, client: Sdk.IAMClient): WriteCalls {
  return {
    CreateRole: (input) => named('CreateRole', () => client.send(new sdk.CreateRoleCommand(input))),
    UpdateRole: (input) => named('UpdateRole', () => client.send(new sdk.UpdateRoleCommand(input))),
    UpdateAssumeRolePolicy: (input) =>
      named('UpdateAssumeRolePolicy', () => client.send(new sdk.UpdateAssumeRolePolicyCommand(input))),
    PutRolePolicy: (input) => named('PutRolePolicy', () => client.send(new sdk.PutRolePolicyCommand(input))),
    DeleteRolePolicy: (input) => named('DeleteRolePolicy', () => client.send(new sdk.DeleteRolePolicyCommand(input))),
    AttachRolePolicy: (input) => named('AttachRolePolicy', () => client.send(new sdk.AttachRolePolicyCommand(input))),
    DetachRolePolicy: (input) => named('DetachRolePolicy', () => client.send(new sdk.DetachRolePolicyCommand(input))),
    PutRolePermissionsBoundary: (input) =>
      named('PutRolePermissionsBoundary', () => client.send(new sdk.PutRolePermissionsBoundaryCommand(input))),
    DeleteRolePermissionsBoundary: (input) =>
      named('DeleteRolePermissionsBoundary', () => client.send(new sdk.DeleteRolePermissionsBoundaryCommand(input))),
    TagRole: (input) => named('TagRole', () => client.send(new sdk.TagRoleCommand(input))),
    UntagRole: (input) => named('UntagRole', () => client.send(new sdk.UntagRoleCommand(input))),
    AddRoleToInstanceProfile: (input) =>
      named('AddRoleToInstanceProfile', () => client.send(new sdk.AddRoleToInstanceProfileCommand(input))),
    RemoveRoleFromInstanceProfile: (input) =>
      named('RemoveRoleFromInstanceProfile', () => client.send(new sdk.RemoveRoleFromInstanceProfileCommand(input))),
    DeleteRole: (input) => named('DeleteRole', () => client.send(new sdk.DeleteRoleCommand(input))),
    CreateUser: (input) => named('CreateUser', () => client.send(new sdk.CreateUserCommand(input))),
    UpdateUser: (input) => named('UpdateUser', () => client.send(new sdk.UpdateUserCommand(input))),
    PutUserPolicy: (input) => named('PutUserPolicy', () => client.send(new sdk.PutUserPolicyCommand(input))),
    DeleteUserPolicy: (input) => named('DeleteUserPolicy', () => client.send(new sdk.DeleteUserPolicyCommand(input))),
    AttachUserPolicy: (input) => named('AttachUserPolicy', () => client.send(new sdk.AttachUserPolicyCommand(input))),
    DetachUserPolicy: (input) => named('DetachUserPolicy', () => client.send(new sdk.DetachUserPolicyCommand(input))),
    PutUserPermissionsBoundary: (input) =>
      named('PutUserPermissionsBoundary', () => client.send(new sdk.PutUserPermissionsBoundaryCommand(input))),
    DeleteUserPermissionsBoundary: (input) =>
      named('DeleteUserPermissionsBoundary', () => client.send(new sdk.DeleteUserPermissionsBoundaryCommand(input))),
    TagUser: (input) => named('TagUser', () => client.send(new sdk.TagUserCommand(input))),
    UntagUser: (input) => named('UntagUser', () => client.send(new sdk.UntagUserCommand(input))),
    AddUserToGroup: (input) => named('AddUserToGroup', () => client.send(new sdk.AddUserToGroupCommand(input))),
    RemoveUserFromGroup: (input) =>
      named('RemoveUserFromGroup', () => client.send(new sdk.RemoveUserFromGroupCommand(input))),
    UpdateAccessKey: (input) => named('UpdateAccessKey', () => client.send(new sdk.UpdateAccessKeyCommand(input))),
    DeleteAccessKey: (input) => named('DeleteAccessKey', () => client.send(new sdk.DeleteAccessKeyCommand(input))),
    DeleteLoginProfile: (input) =>
      named('DeleteLoginProfile', () => client.send(new sdk.DeleteLoginProfileCommand(input))),
    DeleteUser: (input) => named('DeleteUser', () => client.send(new sdk.DeleteUserCommand(input))),
    CreatePolicy: (input) => named('CreatePolicy', () => client.send(new sdk.CreatePolicyCommand(input))),
    CreatePolicyVersion: (input) =>
      named('CreatePolicyVersion', () => client.send(new sdk.CreatePolicyVersionCommand(input))),
    DeletePolicyVersion: (input) =>
      named('DeletePolicyVersion', () => client.send(new sdk.DeletePolicyVersionCommand(input))),
    TagPolicy: (input) => named('TagPolicy', () => client.send(new sdk.TagPolicyCommand(input))),
    UntagPolicy: (input) => named('UntagPolicy', () => client.send(new sdk.UntagPolicyCommand(input))),
    DeletePolicy: (input) => named('DeletePolicy', () => client.send(new sdk.DeletePolicyCommand(input))),
    CreateOpenIDConnectProvider: (input) =>
      named('CreateOpenIDConnectProvider', () => client.send(new sdk.CreateOpenIDConnectProviderCommand(input))),
    AddClientIDToOpenIDConnectProvider: (input) =>
      named('AddClientIDToOpenIDConnectProvider', () =>
        client.send(new sdk.AddClientIDToOpenIDConnectProviderCommand(input)),
      ),
    RemoveClientIDFromOpenIDConnectProvider: (input) =>
      named('RemoveClientIDFromOpenIDConnectProvider', () =>
        client.send(new sdk.RemoveClientIDFromOpenIDConnectProviderCommand(input)),
      ),
    UpdateOpenIDConnectProviderThumbprint: (input) =>
      named('UpdateOpenIDConnectProviderThumbprint', () =>
        client.send(new sdk.UpdateOpenIDConnectProviderThumbprintCommand(input)),
      ),
    TagOpenIDConnectProvider: (input) =>
      named('TagOpenIDConnectProvider', () => client.send(new sdk.TagOpenIDConnectProviderCommand(input))),
    UntagOpenIDConnectProvider: (input) =>
      named('UntagOpenIDConnectProvider', () => client.send(new sdk.UntagOpenIDConnectProviderCommand(input))),
    DeleteOpenIDConnectProvider: (input) =>
      named('DeleteOpenIDConnectProvider', () => client.send(new sdk.DeleteOpenIDConnectProviderCommand(input))),
  };
}
