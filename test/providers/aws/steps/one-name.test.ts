import { describe, expect, it } from 'vitest';
import { aws } from '../../../../src/providers/aws/index.ts';
import { OIDC_KIND, ROLE_KIND } from '../../../../src/providers/aws/normal-form/model.ts';
import { draft, LIVE, liveObject, TRUST } from '../drafts.ts';

const SPEC = { trust: TRUST };
const created = { ...draft(null, ROLE_KIND, SPEC), address: `prod/${ROLE_KIND}/Orders-API` };
const other = `prod/${ROLE_KIND}/orders-api`;
const blocked = (one: Parameters<typeof aws.steps>[0], live = LIVE) => aws.steps(one, live).blocked;

describe('a name that differs in capital letters only', () => {
  it('is the name of what is there', () => {
    const objects = [liveObject(ROLE_KIND, 'orders-api', SPEC)];
    expect(blocked(created, { ...LIVE, objects })).toEqual([
      {
        code: 'aws-name-spelt-otherwise',
        message:
          'IAM takes Orders-API and orders-api for one name, as only capital letters differ, and the other is there. Write the name as it is there, or take another.',
      },
    ]);
  });

  it('is the name of what is declared', () => {
    const declared = new Map([
      [created.address, 'a.yaml'],
      [other, 'b.yaml'],
    ]);
    expect(blocked({ ...created, declared })).toMatchObject([
      { code: 'aws-name-spelt-otherwise', message: expect.stringContaining('is declared in b.yaml') as unknown },
    ]);
  });

  it('is another of another kind, and the same of the same', () => {
    const declared = new Map([
      ['prod/AwsIamUser/orders-api', 'a.yaml'],
      [created.address, 'b.yaml'],
    ]);
    expect(blocked({ ...created, declared })).toEqual([]);
  });

  it('is no matter for issuers', () => {
    const issuer = { ...draft(null, OIDC_KIND, { audiences: ['a'] }), address: `prod/${OIDC_KIND}/host%2FA` };
    expect(blocked({ ...issuer, declared: new Map([[`prod/${OIDC_KIND}/host%2Fa`, 'a.yaml']]) })).toEqual([]);
  });
});
