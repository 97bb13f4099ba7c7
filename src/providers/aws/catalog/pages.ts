import { CountersignError } from '../../../core/errors.ts';

/** As every list of IAM answers. */
export type Page = { readonly IsTruncated?: boolean | undefined; readonly Marker?: string | undefined };

/** What one call may ask for at most (IAM API Reference, MaxItems). */
const PAGE = 1000;

/** IAM may give pages with less than was asked for; an account has at most some ten thousand identities. */
const MAXIMUM_PAGES = 1000;

/**
 * Every page of a list, in order.
 * @param ask one call; `Marker` is left out for the first page
 * @throws CountersignError `aws-answer-malformed` when the pages have no end, CallFailure
 */
export async function pages<P extends Page>(
  action: string,
  ask: (at: { MaxItems: number; Marker?: string }) => Promise<P>,
): Promise<readonly P[]> {
  const all: P[] = [];
  const seen = new Set<string>();
  let marker: string | undefined;
  do {
    const page = await ask({ MaxItems: PAGE, ...(marker === undefined ? {} : { Marker: marker }) });
    all.push(page);
    marker = markerOf(action, page);
    if (marker === undefined) return all;
    if (seen.has(marker)) throw endless(action, 'gave the same marker twice');
    seen.add(marker);
  } while (all.length < MAXIMUM_PAGES);
  throw endless(action, `has more than ${MAXIMUM_PAGES} pages`);
}

function markerOf(action: string, { IsTruncated, Marker }: Page): string | undefined {
  if (IsTruncated !== true) return undefined;
  if (Marker === undefined || Marker === '') throw endless(action, 'says that there is more, and not where');
  return Marker;
}

function endless(action: string, what: string): CountersignError {
  return new CountersignError('aws-answer-malformed', `iam:${action} ${what}, so the list is not known to be whole.`, {
    mend: 'Run again; check the endpoint among the options of the source if it stays.',
  });
}
