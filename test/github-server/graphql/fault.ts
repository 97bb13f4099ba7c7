/** An error that GitHub's GraphQL answers with a `type` beside its message. */
export class GraphQLFault extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.name = 'GraphQLFault';
    this.type = type;
  }
}

/** Types for what REST would have refused with a status. */
export function faultType(status: number): string {
  if (status === 404) return 'NOT_FOUND';
  return status === 403 ? 'FORBIDDEN' : 'UNPROCESSABLE';
}
