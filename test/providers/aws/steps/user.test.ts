import { describe, expect, it } from 'vitest';
import { steps } from '../../../../src/providers/aws/steps/steps.ts';
import { calls, codesOf, draft, liveObject, LIVE } from '../drafts.ts';

const READ = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

const planned = (...parameters: Parameters<typeof draft>) => steps(draft(...parameters), LIVE);

describe('a user', () => {
  const user = liveObject('AwsIamUser', 'one', {
    path: '/',
    tags: {},
    groups: ['devs'],
    policies: [READ],
    inlinePolicies: {},
    accessKeys: { AKIAOLD: 'Active', AKIANEW: 'Active' },
    consolePassword: true,
    boundary: null,
  });

  it('has a key that leaves the list made inactive, then destroyed', () => {
    const { steps: made, irreversible } = planned(user, 'AwsIamUser', { accessKeys: { AKIANEW: 'Active' } });
    expect(calls(made)).toEqual(['UpdateAccessKey AKIAOLD Inactive', 'DeleteAccessKey AKIAOLD']);
    expect(codesOf(irreversible)).toEqual(['access-key-destroyed']);
  });

  it('has a key made inactive and active again without anything lost', () => {
    const keys = { accessKeys: { AKIANEW: 'Active', AKIAOLD: 'Inactive' } };
    expect(calls(planned(user, 'AwsIamUser', keys).steps)).toEqual(['UpdateAccessKey AKIAOLD Inactive']);
    expect(planned(user, 'AwsIamUser', keys).irreversible).toEqual([]);
  });

  it('is never issued a key or a password', () => {
    const { blocked } = planned(null, 'AwsIamUser', { accessKeys: { AKIAX: 'Active' }, consolePassword: true });
    expect(codesOf(blocked)).toEqual(['access-key-absent', 'console-password-absent']);
  });

  it('loses its password for good', () => {
    const { steps: made, irreversible } = planned(user, 'AwsIamUser', { consolePassword: false });
    expect(calls(made)).toEqual(['DeleteLoginProfile']);
    expect(codesOf(irreversible)).toEqual(['console-password-deleted']);
  });

  it('is bounded and unbounded as a role is', () => {
    const bounded = liveObject('AwsIamUser', 'one', { boundary: READ });
    expect(calls(planned(user, 'AwsIamUser', { boundary: 'limits' }).steps)).toEqual(['PutUserPermissionsBoundary']);
    expect(calls(planned(bounded, 'AwsIamUser', { boundary: null }).steps)).toEqual(['DeleteUserPermissionsBoundary']);
  });

  it('is bounded and refused something before a group gives it more, and no longer after groups gave it less', () => {
    const never = { Statement: [{ Effect: 'Deny', Action: 'iam:*', Resource: '*' }] };
    const bare = { boundary: null, groups: [], inlinePolicies: {} };
    const given = { boundary: 'limits', groups: ['devs'], inlinePolicies: { never } };
    expect(calls(planned(liveObject('AwsIamUser', 'one', bare), 'AwsIamUser', given).steps)).toEqual([
      'PutUserPermissionsBoundary',
      'PutUserPolicy never',
      'AddUserToGroup devs',
    ]);
    expect(calls(planned(liveObject('AwsIamUser', 'one', given), 'AwsIamUser', bare).steps)).toEqual([
      'RemoveUserFromGroup devs',
      'DeleteUserPolicy never',
      'DeleteUserPermissionsBoundary',
    ]);
  });

  it('has a key ended before it is given more, and one that it has back only after it was given less', () => {
    const next = { policies: [], accessKeys: { AKIAOLD: 'Inactive', AKIANEW: 'Active' }, consolePassword: false };
    const before = liveObject('AwsIamUser', 'one', {
      policies: [READ],
      accessKeys: { AKIAOLD: 'Active', AKIANEW: 'Inactive' },
      consolePassword: true,
    });
    expect(calls(planned(before, 'AwsIamUser', next).steps)).toEqual([
      'UpdateAccessKey AKIAOLD Inactive',
      'DeleteLoginProfile',
      `DetachUserPolicy ${READ}`,
      'UpdateAccessKey AKIANEW Active',
    ]);
  });

  it('moves to another path as the same user', () => {
    expect(calls(planned(user, 'AwsIamUser', { path: '/apps/' }).steps)).toEqual(['UpdateUser']);
  });

  it('is deleted after its credentials', () => {
    expect(calls(planned(user, 'AwsIamUser', null).steps)).toEqual([
      'UpdateAccessKey AKIANEW Inactive',
      'DeleteAccessKey AKIANEW',
      'UpdateAccessKey AKIAOLD Inactive',
      'DeleteAccessKey AKIAOLD',
      'DeleteLoginProfile',
      'RemoveUserFromGroup devs',
      `DetachUserPolicy ${READ}`,
      'DeleteUser',
    ]);
  });

  it('is not deleted while it has credentials that are not managed', () => {
    const armed = { ...user, facts: { credentials: { mfaDevices: 1, sshKeys: 0 } } };
    const { blocked } = planned(armed, 'AwsIamUser', null);
    expect(codesOf(blocked)).toEqual(['user-has-other-credentials']);
    expect(blocked[0]?.message).toContain('MFA devices');
  });
});
