import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connect, type ConnectionArguments } from './connection.ts';
import { faultType, GraphQLFault } from './fault.ts';

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const page = (request: ConnectionArguments) => connect('reviews', letters, request, (letter) => letter);

function refused(request: ConnectionArguments): GraphQLFault {
  try {
    page(request);
  } catch (error) {
    if (error instanceof GraphQLFault) return error;
  }
  throw new Error('the page was given');
}

describe('a connection', () => {
  it('insists on `first` or `last`', () => {
    expect(refused({})).toMatchObject({
      type: 'MISSING_PAGINATION_BOUNDARIES',
      message: 'You must provide a `first` or `last` value to properly paginate the `reviews` connection.',
    });
    expect(refused({ first: null, last: null, after: null }).type).toBe('MISSING_PAGINATION_BOUNDARIES');
  });

  it('gives 100 records at most', () => {
    expect(refused({ first: 101 })).toMatchObject({
      type: 'EXCESSIVE_PAGINATION',
      message: 'Requesting 101 records on the `reviews` connection exceeds the `first` limit of 100 records.',
    });
    expect(refused({ last: 101 })).toMatchObject({
      type: 'EXCESSIVE_PAGINATION',
      message: 'Requesting 101 records on the `reviews` connection exceeds the `last` limit of 100 records.',
    });
    expect(page({ first: 100 }).nodes).toEqual(letters);
  });

  it('takes no cursor that it never gave', () => {
    for (const after of ['', 'x', 'Y3Vyc29yOnYxOng='])
      expect(refused({ first: 1, after })).toMatchObject({
        type: 'INVALID_CURSOR_ARGUMENTS',
        message: `\`${after}\` does not appear to be a valid cursor.`,
      });
  });

  it('counts everything, whatever the page', () => {
    expect([page({ first: 2 }).totalCount, page({ last: 1 }).totalCount]).toEqual([7, 7]);
    expect(connect('reviews', [], { first: 5 }, (one) => one)).toEqual({
      nodes: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  it('is walked forwards by the end cursor and backwards by the start cursor, each node once and in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (size) => {
        const forwards: string[] = [];
        for (let after: string | null = null, more = true; more;) {
          const { nodes, pageInfo } = page({ first: size, after });
          forwards.push(...nodes);
          [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
        }
        const backwards: string[] = [];
        for (let before: string | null = null, more = true; more;) {
          const { nodes, pageInfo } = page({ last: size, before });
          backwards.unshift(...nodes);
          [before, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
        }
        expect([forwards, backwards]).toEqual([letters, letters]);
      }),
    );
  });

  it('between two cursors gives neither of them', () => {
    const { startCursor: after, endCursor: before } = page({ first: 5 }).pageInfo;
    expect(page({ first: 10, after, before }).nodes).toEqual(['b', 'c', 'd']);
    expect(page({ last: 2, after, before }).nodes).toEqual(['c', 'd']);
  });
});

describe('what REST would have refused', () => {
  it('has a type here', () => {
    expect([404, 403, 422].map(faultType)).toEqual(['NOT_FOUND', 'FORBIDDEN', 'UNPROCESSABLE']);
  });
});
