import { describe, expect, it } from 'vitest';
import { steps } from '../../../../src/providers/aws/steps/steps.ts';
import { calls, draft, liveObject, LIVE } from '../drafts.ts';

const planned = (...parameters: Parameters<typeof draft>) => steps(draft(...parameters), LIVE);

describe('an identity provider', () => {
  const NAME = 'token.actions.githubusercontent.com';
  const ARN = `arn:aws:iam::123456789012:oidc-provider/${NAME}`;
  const [A, B] = ['a'.repeat(40), 'b'.repeat(40)];
  const provider = liveObject('AwsOidcProvider', NAME, {
    audiences: ['sts.amazonaws.com'],
    thumbprints: [A],
    tags: {},
  });

  it('gets audiences one by one, new ones first', () => {
    const { steps: made } = planned(provider, 'AwsOidcProvider', { audiences: ['other'] });
    expect(calls(made)).toEqual([
      'AddClientIDToOpenIDConnectProvider other',
      'RemoveClientIDFromOpenIDConnectProvider sts.amazonaws.com',
    ]);
  });

  it('has all its thumbprints set at once, with those that a list keeps', () => {
    const { steps: made } = planned(provider, 'AwsOidcProvider', {
      thumbprints: [B.toUpperCase(), { others: 'keep' }],
    });
    expect(made).toMatchObject([
      {
        effect: { parameters: { OpenIDConnectProviderArn: ARN, ThumbprintList: [A, B] } },
        expect: { thumbprints: { values: { [A]: true, [B]: {} } } },
        result: { thumbprints: { values: { [A]: true, [B]: true } } },
      },
    ]);
  });
});
