import type { ReadCalls } from '../calls.ts';
import type { OidcParts } from './parts.ts';
import { said, tagsOf } from './said.ts';

export async function oidcArns(calls: ReadCalls): Promise<readonly string[]> {
  const { OpenIDConnectProviderList: list } = await calls.ListOpenIDConnectProviders({});
  return (list ?? []).map(({ Arn }) => said(Arn, 'the ARN of an OpenID Connect provider'));
}

/** @throws CallFailure, CountersignError */
export async function readOidc(calls: ReadCalls, arn: string): Promise<OidcParts> {
  const found = await calls.GetOpenIDConnectProvider({ OpenIDConnectProviderArn: arn });
  return {
    arn,
    url: said(found.Url, 'the URL of an OpenID Connect provider').replace(/^https:\/\//u, ''),
    created: found.CreateDate,
    audiences: found.ClientIDList ?? [],
    thumbprints: found.ThumbprintList ?? [],
    tags: tagsOf(found.Tags),
  };
}

/** The name of a provider, its URL without `https://`, is the end of its ARN. */
export function oidcName(arn: string): string {
  return arn.slice(arn.indexOf('/') + 1);
}
