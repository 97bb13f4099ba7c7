import { GraphQLFault } from './fault.ts';

/** Arguments that every connection takes. */
export interface ConnectionArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** A page of a connection as GraphQL returns it. */
export interface Connection<T> {
  readonly nodes: T[];
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Cuts a page out of `items`. Like GitHub it insists on `first` or `last`, between 1 and 100. */
export function connect<T, N>(
  name: string,
  items: readonly T[],
  request: ConnectionArguments,
  node: (item: T) => N,
): Connection<N> {
  const first = request.first ?? undefined;
  const last = request.last ?? undefined;
  const size = first ?? last;
  if (size === undefined) {
    throw new GraphQLFault(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  }
  if (size < 0 || size > 100) {
    const bound = first === undefined ? 'last' : 'first';
    throw new GraphQLFault(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${name}\` connection exceeds the \`${bound}\` limit of 100 records.`,
    );
  }
  const lower = absent(request.after) ? 0 : offset(request.after) + 1;
  const upper = absent(request.before) ? items.length : offset(request.before);
  const start = first === undefined ? Math.max(lower, upper - size) : lower;
  const end = first === undefined ? upper : Math.min(upper, lower + size);
  const page = items.slice(start, end);
  return {
    nodes: page.map(node),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: page.length === 0 ? null : cursor(start),
      endCursor: page.length === 0 ? null : cursor(end - 1),
    },
  };
}

/** GraphQL's two ways of leaving an argument out. */
export function absent<T>(value: T | null | undefined): value is null | undefined {
  return value === null || value === undefined;
}

function cursor(index: number): string {
  return Buffer.from(`cursor:v1:${index}`).toString('base64');
}

function offset(text: string): number {
  const match = /^cursor:v1:(\d+)$/.exec(Buffer.from(text, 'base64').toString('utf8'));
  if (match === null)
    throw new GraphQLFault('INVALID_CURSOR_ARGUMENTS', `\`${text}\` does not appear to be a valid cursor.`);
  return Number(match[1]);
}
