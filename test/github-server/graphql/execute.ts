import { execute, parse, validate, type DocumentNode, type GraphQLError } from 'graphql';
import type { Fields } from '../http/body.ts';
import { GitHubRefusal } from '../http/errors.ts';
import type { AnyReply } from '../http/router.ts';
import type { Principal } from '../tokens.ts';
import type { World } from '../world.ts';
import { faultType, GraphQLFault } from './fault.ts';
import { mutations } from './mutations.ts';
import { queries } from './queries.ts';
import { buildServerSchema } from './schema.ts';

const schema = buildServerSchema();
const mostTokens = 10_000;

/** Answers `POST /graphql`. Errors come with status 200 and a `type`, as GitHub sends them. */
export async function answerGraphQL(world: World, principal: Principal, body: Fields): Promise<AnyReply> {
  if (principal.kind === 'anonymous') throw new GitHubRefusal(401, 'This endpoint requires you to be authenticated.');
  let document: DocumentNode;
  try {
    document = parse(body.text('query'), { maxTokens: mostTokens });
  } catch (error) {
    if (error instanceof GitHubRefusal) throw error;
    return refused([error instanceof Error ? error.message : String(error)]);
  }
  const problems = validate(schema, document);
  if (problems.length > 0) return refused(problems.map((problem) => problem.message));
  const operationName = body.optionalText('operationName');
  const result = await execute({
    schema,
    document,
    rootValue: { ...queries(world, principal), ...mutations(world, principal) },
    variableValues: body.optionalObject('variables')?.entries() ?? {},
    ...(operationName === undefined ? {} : { operationName }),
  });
  const errors = result.errors?.map(shape);
  return { status: 200, body: { data: result.data ?? null, ...(errors === undefined ? {} : { errors }) } };
}

/** Whether the document holds a mutation. */
export function isMutation(query: string): boolean {
  return /(^|[\s}])mutation\b/.test(query);
}

function refused(messages: readonly string[]): AnyReply {
  return { status: 200, body: { errors: messages.map((message) => ({ message })) } };
}

function shape(error: GraphQLError): Record<string, unknown> {
  const { originalError } = error;
  const type =
    originalError instanceof GraphQLFault
      ? originalError.type
      : originalError instanceof GitHubRefusal
        ? faultType(originalError.status)
        : undefined;
  return {
    ...(type === undefined ? {} : { type }),
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    message: error.message,
  };
}
