import { describe, expect, it } from 'vitest';
import { steps } from '../../../../src/providers/aws/steps/steps.ts';
import { allow, calls, codesOf, draft, liveObject, LIVE } from '../drafts.ts';

const TEAM = 'arn:aws:iam::123456789012:policy/team';

const planned = (...parameters: Parameters<typeof draft>) => steps(draft(...parameters), LIVE);

describe('a managed policy', () => {
  const spec = { path: '/', description: null, tags: {}, document: allow('s3:GetObject') };
  const versions = (count: number) => ({
    arn: TEAM,
    defaultVersion: `v${count + 1}`,
    versions: Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index + 2}`, ''])),
    attachments: 0,
    boundaries: 0,
  });
  const policy = (count: number, more = {}) =>
    liveObject('AwsIamPolicy', 'team', spec, { ...versions(count), ...more });
  const edited = { ...spec, document: allow(['s3:GetObject', 's3:PutObject']) };

  it('is made in one call', () => {
    expect(calls(planned(null, 'AwsIamPolicy', spec).steps)).toEqual(['CreatePolicy one']);
    expect(codesOf(planned(null, 'AwsIamPolicy', { path: '/' }).blocked)).toEqual(['policy-document-missing']);
  });

  it('gets a new version as its default', () => {
    const { steps: made } = planned(policy(4), 'AwsIamPolicy', edited);
    expect(calls(made)).toEqual([`CreatePolicyVersion ${TEAM}`]);
    expect(made[0]?.effect).toMatchObject({ parameters: { SetAsDefault: true } });
  });

  it('says that the oldest of five versions makes room', () => {
    const { steps: made, irreversible } = planned(policy(5), 'AwsIamPolicy', edited);
    expect(calls(made)).toEqual([`DeletePolicyVersion ${TEAM} v2`, `CreatePolicyVersion ${TEAM}`]);
    expect(irreversible).toEqual([{ code: 'policy-version-deleted', message: 'Version v2 of the policy is deleted.' }]);
  });

  it('never deletes the default version, however old it is', () => {
    const rolledBack = policy(5, { defaultVersion: 'v2' });
    expect(calls(planned(rolledBack, 'AwsIamPolicy', edited).steps)[0]).toBe(`DeletePolicyVersion ${TEAM} v3`);
  });

  it('counts versions by number and not by letter', () => {
    const late = policy(5, { defaultVersion: 'v12', versions: { v12: '', v9: '', v10: '', v11: '', v8: '' } });
    expect(calls(planned(late, 'AwsIamPolicy', edited).steps)[0]).toBe(`DeletePolicyVersion ${TEAM} v8`);
  });

  it('is deleted after all other versions, and only with the default one left', () => {
    const { steps: made } = planned(policy(2), 'AwsIamPolicy', null);
    expect(calls(made)).toEqual([`DeletePolicyVersion ${TEAM} v2`, `DeletePolicy ${TEAM}`]);
    expect(made.at(-1)?.expect).toMatchObject({ versions: { values: { v3: true } } });
  });

  it('is not deleted while somebody has it, unless they let go of it earlier in the plan', () => {
    const used = policy(1, { attachments: 2, boundaries: 1 });
    expect(codesOf(planned(used, 'AwsIamPolicy', null).blocked)).toEqual(['policy-in-use']);
    const released = new Set(['prod/AwsIamRole/a', 'prod/AwsIamRole/b', 'prod/AwsIamUser/c']);
    expect(planned(used, 'AwsIamPolicy', null, { released }).blocked).toEqual([]);
  });
});
