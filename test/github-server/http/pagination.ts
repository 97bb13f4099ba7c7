/** Which part of a list is asked for. */
export interface PageRequest {
  readonly page: number;
  readonly perPage: number;
}

/** One page of a list, and the Link header that leads to the others. */
export interface Page<T> {
  readonly items: T[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads `page` and `per_page`: 30 by default and 100 at most; nonsense counts as absent. */
export function pageRequest(query: URLSearchParams, defaultSize = 30): PageRequest {
  const size = positive(query.get('per_page')) ?? defaultSize;
  return { page: positive(query.get('page')) ?? 1, perPage: Math.min(size, Math.max(100, defaultSize)) };
}

/** Cuts a page out of a list. The Link header names prev, next, last and first where GitHub does. */
export function paginate<T>(
  items: readonly T[],
  call: { query: URLSearchParams; address: string },
  defaultSize = 30,
): Page<T> {
  const { page, perPage } = pageRequest(call.query, defaultSize);
  const slice = items.slice((page - 1) * perPage, page * perPage);
  return { items: slice, headers: pageLinks(call, { page, perPage }, items.length) };
}

/** The Link header of a page among `total` items; none when everything fits on one page. */
export function pageLinks(
  call: { query: URLSearchParams; address: string },
  { page, perPage }: PageRequest,
  total: number,
): Readonly<Record<string, string>> {
  const last = Math.max(1, Math.ceil(total / perPage));
  const links: string[] = [];
  const add = (rel: string, target: number): void => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(target));
    links.push(`<${call.address}?${query.toString()}>; rel="${rel}"`);
  };
  if (page > 1) add('prev', Math.min(page - 1, last));
  if (page < last) add('next', page + 1);
  if (page < last) add('last', last);
  if (page > 1) add('first', 1);
  return links.length === 0 ? {} : { link: links.join(', ') };
}

/** Cursor pages, for lists that move while they are read: `after` and `before` are opaque, here the id of the item at the edge. */
export function paginateByCursor<T extends { readonly id: number }>(
  items: readonly T[],
  call: { query: URLSearchParams; address: string },
): Page<T> {
  const { perPage } = pageRequest(call.query);
  const after = position(items, call.query.get('after'));
  const before = position(items, call.query.get('before'));
  const start = after !== undefined ? after + 1 : before !== undefined ? Math.max(0, before - perPage) : 0;
  const end = before !== undefined && after === undefined ? before : start + perPage;
  const slice = items.slice(start, end);
  const links: string[] = [];
  const add = (rel: string, key: 'after' | 'before', item: T | undefined): void => {
    if (item === undefined) return;
    const query = new URLSearchParams(call.query);
    query.delete('after');
    query.delete('before');
    query.set(key, cursor(item));
    links.push(`<${call.address}?${query.toString()}>; rel="${rel}"`);
  };
  if (end < items.length) add('next', 'after', slice.at(-1));
  if (start > 0) add('prev', 'before', slice[0]);
  return { items: slice, headers: links.length === 0 ? {} : { link: links.join(', ') } };
}

function cursor(item: { readonly id: number }): string {
  return Buffer.from(`cursor:${item.id}`).toString('base64url');
}

function position(items: readonly { readonly id: number }[], text: string | null): number | undefined {
  if (text === null) return undefined;
  const index = items.findIndex((item) => cursor(item) === text);
  return index === -1 ? undefined : index;
}

function positive(text: string | null): number | undefined {
  const value = Number(text);
  return text !== null && Number.isInteger(value) && value > 0 ? value : undefined;
}
