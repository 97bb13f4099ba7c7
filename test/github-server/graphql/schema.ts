import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** The part of GitHub's GraphQL schema that this server answers; names and types are GitHub's, and a live suite compares them. */
export function buildServerSchema(): GraphQLSchema {
  return buildSchema(readFileSync(join(import.meta.dirname, 'schema.graphql'), 'utf8'));
}
