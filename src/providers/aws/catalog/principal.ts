import type { AttachedPolicy, PolicyDetail } from '@aws-sdk/client-iam';
import { pages, type Page } from './pages.ts';
import { read, type InlineParts, type Text } from './parts.ts';
import { said } from './said.ts';
import { part, together } from './together.ts';

/** Inline policies as one answer gives them all. */
export function inlineOf(details: readonly PolicyDetail[] | undefined): InlineParts {
  return read(
    new Map(
      (details ?? []).map(({ PolicyName, PolicyDocument }) => [
        said(PolicyName, 'the name of an inline policy'),
        read(PolicyDocument),
      ]),
    ),
  );
}

export function arnsOf(policies: readonly AttachedPolicy[] | undefined): readonly string[] {
  return (policies ?? []).map(({ PolicyArn }) => said(PolicyArn, 'the ARN of an attached policy'));
}

/** Inline policies that have to be asked for one by one: nothing gives those of a single role or user at once. */
export async function readInline<P extends Page & { readonly PolicyNames: string[] | undefined }>(
  action: string,
  list: (at: { MaxItems: number; Marker?: string }) => Promise<P>,
  get: (name: string) => Promise<Text>,
): Promise<InlineParts> {
  return await part(async () => {
    const names = (await pages(action, list)).flatMap((page) => page.PolicyNames ?? []);
    return new Map(await together(names, async (name) => [name, await part(() => get(name))] as const));
  });
}
