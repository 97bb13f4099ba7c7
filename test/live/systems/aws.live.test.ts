import {
  AddRoleToInstanceProfileCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetAccountAuthorizationDetailsCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListInstanceProfilesForRoleCommand,
  ListPolicyVersionsCommand,
  ListRolesCommand,
  PutRolePolicyCommand,
  paginateGetAccountAuthorizationDetails,
  paginateListPolicies,
  paginateListRoles,
  IAMClient,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { crowd, startAws, type LiveAws } from './aws.ts';
import { clientOptions, createRole, otherPerson, POLICY, TRUST } from './aws/clients.ts';

let aws: LiveAws;
beforeAll(async () => {
  aws = await startAws();
});
afterAll(async () => await aws.close());
beforeEach(async () => await aws.reset());

function iam(accessKeyId?: string, maxAttempts = 3): IAMClient {
  return new IAMClient({ ...clientOptions(aws, accessKeyId), maxAttempts });
}
function actions(): string[] {
  return aws.calls().map(({ action, outcome }) => `${action} ${outcome}`);
}

describe('documents', () => {
  test('arrive URL-encoded, to the letter, from every action that returns some', async () => {
    const client = iam();
    const created = await client.send(new CreateRoleCommand({ RoleName: 'r', AssumeRolePolicyDocument: TRUST }));
    await client.send(new PutRolePolicyCommand({ RoleName: 'r', PolicyName: 'inline', PolicyDocument: POLICY }));
    await client.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'p' }));
    await client.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'p', RoleName: 'r' }));
    const policy = await client.send(new CreatePolicyCommand({ PolicyName: 'managed', PolicyDocument: POLICY }));
    const arn = policy.Policy?.Arn ?? '';
    const details = await client.send(
      new GetAccountAuthorizationDetailsCommand({ Filter: ['Role', 'LocalManagedPolicy'] }),
    );
    const got = await client.send(new GetRoleCommand({ RoleName: 'r' }));
    const listed = await client.send(new ListRolesCommand({}));
    const profiles = await client.send(new ListInstanceProfilesForRoleCommand({ RoleName: 'r' }));
    const inline = await client.send(new GetRolePolicyCommand({ RoleName: 'r', PolicyName: 'inline' }));
    const version = await client.send(new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: 'v1' }));
    const trusts = [
      created.Role?.AssumeRolePolicyDocument,
      got.Role?.AssumeRolePolicyDocument,
      listed.Roles?.[0]?.AssumeRolePolicyDocument,
      profiles.InstanceProfiles?.[0]?.Roles?.[0]?.AssumeRolePolicyDocument,
      details.RoleDetailList?.[0]?.AssumeRolePolicyDocument,
      details.RoleDetailList?.[0]?.InstanceProfileList?.[0]?.Roles?.[0]?.AssumeRolePolicyDocument,
    ];
    const policies = [
      inline.PolicyDocument,
      version.PolicyVersion?.Document,
      details.RoleDetailList?.[0]?.RolePolicyList?.[0]?.PolicyDocument,
      details.Policies?.[0]?.PolicyVersionList?.[0]?.Document,
    ];
    for (const document of [...trusts, ...policies]) expect(document).toMatch(/^%7B[\w.~%-]+%7D$/u);
    expect(new Set(trusts.map((document) => decodeURIComponent(document ?? '')))).toEqual(new Set([TRUST]));
    expect(new Set(policies.map((document) => decodeURIComponent(document ?? '')))).toEqual(new Set([POLICY]));
  });

  test('are not in lists of versions', async () => {
    const client = iam();
    const policy = await client.send(new CreatePolicyCommand({ PolicyName: 'managed', PolicyDocument: POLICY }));
    const arn = policy.Policy?.Arn ?? '';
    const made = await client.send(
      new CreatePolicyVersionCommand({ PolicyArn: arn, PolicyDocument: POLICY, SetAsDefault: true }),
    );
    const versions = await client.send(new ListPolicyVersionsCommand({ PolicyArn: arn }));
    expect(versions.Versions?.map(({ VersionId: id }) => id).toSorted()).toEqual(['v1', 'v2']);
    for (const version of [made.PolicyVersion, ...(versions.Versions ?? [])]) expect(version?.Document).toBeUndefined();
  });
});

describe('pages', () => {
  test('hold 100 items, or as many as were asked for, and name the next one', async () => {
    await crowd(aws.direct, 230);
    const first = await iam().send(new ListRolesCommand({}));
    expect([first.Roles?.length, first.IsTruncated]).toEqual([100, true]);
    const names: string[] = [];
    const sizes: number[] = [];
    for await (const page of paginateListRoles({ client: iam(), pageSize: 90 }, {})) {
      names.push(...(page.Roles ?? []).map(({ RoleName: name }) => name ?? ''));
      sizes.push(page.Roles?.length ?? 0);
    }
    expect(sizes).toEqual([90, 90, 50]);
    expect(new Set(names).size).toBe(230);
  });

  test('count over all lists of the account', async () => {
    const client = otherPerson(aws);
    await crowd(aws.direct, 5);
    for (const name of ['u1', 'u2', 'u3']) await client.send(new CreateUserCommand({ UserName: name }));
    for (const name of ['g1', 'g2']) await client.send(new CreateGroupCommand({ GroupName: name }));
    await client.send(new CreatePolicyCommand({ PolicyName: 'managed', PolicyDocument: POLICY }));
    const pages: number[][] = [];
    const filter = { Filter: ['User', 'Group', 'Role', 'LocalManagedPolicy'] as const };
    for await (const page of paginateGetAccountAuthorizationDetails(
      { client: iam(), pageSize: 4 },
      { Filter: [...filter.Filter] },
    )) {
      const lists = [page.UserDetailList, page.GroupDetailList, page.RoleDetailList, page.Policies];
      pages.push(lists.map((list) => list?.length ?? 0));
    }
    expect(pages).toEqual([
      [3, 1, 0, 0],
      [0, 1, 3, 0],
      [0, 0, 2, 1],
    ]);
  });

  test('may be shorter than what was asked for', async () => {
    await crowd(aws.direct, 5);
    aws.faults.shortPages(2);
    const sizes: number[] = [];
    for await (const page of paginateListRoles({ client: iam(), pageSize: 1000 }, {}))
      sizes.push(page.Roles?.length ?? 0);
    expect(sizes).toEqual([2, 2, 1]);
  });

  test('stay as they were when the first was asked for', async () => {
    await crowd(aws.direct, 3);
    const first = await iam().send(new ListRolesCommand({ MaxItems: 2 }));
    await createRole(otherPerson(aws), 'later');
    const second = await iam().send(new ListRolesCommand({ MaxItems: 2, Marker: first.Marker }));
    expect([second.Roles?.length, second.IsTruncated]).toEqual([1, false]);
  });

  test.each([{ MaxItems: 0 }, { MaxItems: 1001 }, { Marker: 'never given' }])('are refused for %o', async (input) => {
    await expect(iam().send(new ListRolesCommand(input))).rejects.toMatchObject({ name: 'ValidationError' });
  });

  test("hold AWS's own managed policies, too", async () => {
    let policies = 0;
    for await (const page of paginateListPolicies({ client: iam(), pageSize: 1000 }, { Scope: 'AWS' })) {
      policies += page.Policies?.length ?? 0;
    }
    expect(policies).toBeGreaterThan(1000);
    expect(actions()).toEqual(['ListPolicies 200', 'ListPolicies 200']);
  });
});
