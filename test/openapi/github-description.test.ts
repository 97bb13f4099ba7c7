import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, parse, validate, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fixture } from '../github-server/fixture.ts';
import { buildServerSchema } from '../github-server/graphql/schema.ts';
import { installDescriptions, RestDescription } from './description.ts';
import { playEverything } from './scenario.ts';
import { differences } from './subset.ts';

let world: Fixture;
let rest: RestDescription;
let github: GraphQLSchema;

beforeAll(async () => {
  const modules = await installDescriptions();
  rest = await RestDescription.load(modules);
  const schemaText = await readFile(join(modules, '@octokit', 'graphql-schema', 'schema.graphql'), 'utf8');
  // The published text defines two fields twice, which is none of this suite's business.
  github = buildSchema(schemaText, { assumeValid: true, assumeValidSDL: true });
  world = await playEverything();
}, 600_000);
afterAll(() => world?.server.close());

describe('every operation of the server', () => {
  it('is described by GitHub under the same path', () => {
    const unknown = world.server.operations.filter(({ method, template }) => !rest.describes(method, template));
    expect(unknown).toEqual([]);
  });

  it('is exercised by the scenario', () => {
    const seen = new Set(world.server.recordings.map((one) => `${one.method.toLowerCase()} ${one.template}`));
    const unseen = world.server.operations
      .map(({ method, template }) => `${method} ${template}`)
      .filter((key) => !seen.has(key));
    expect(unseen).toEqual([]);
  });

  it('answers the scenario without refusing anything', () => {
    const refused = world.server.recordings
      .filter((one) => one.status >= 400)
      .map((one) => `${one.status} ${one.method} ${one.path}`);
    expect(refused).toEqual([]);
  });
});

describe('every recorded exchange', () => {
  it('is asked as GitHub describes it', () => {
    const deviations = world.server.recordings.flatMap((one) =>
      one.template === undefined ? [] : rest.checkRequest(one.method, one.template, one.requestBody),
    );
    expect(deviations).toEqual([]);
  });

  it('is answered as GitHub describes it', () => {
    const deviations = world.server.recordings.flatMap((one) =>
      one.template === undefined ? [] : rest.checkAnswer(one.method, one.template, one.status, one.responseBody),
    );
    expect(deviations).toEqual([]);
  });
});

describe('the GraphQL schema', () => {
  it("is a part of GitHub's", () => {
    expect(differences(buildServerSchema(), github)).toEqual([]);
  });

  it('answers queries that GitHub would accept', () => {
    const queries = world.server.recordings.flatMap((one) =>
      one.path === '/graphql' &&
      typeof one.requestBody === 'object' &&
      one.requestBody !== null &&
      'query' in one.requestBody
        ? [String(one.requestBody.query)]
        : [],
    );
    expect(queries.length).toBeGreaterThan(2);
    expect(queries.flatMap((query) => validate(github, parse(query)).map((error) => error.message))).toEqual([]);
  });
});

describe('the validation itself', () => {
  it('knows the shape of every answer that has a body', () => {
    const unknown = world.server.recordings.filter(
      (one) =>
        one.template !== undefined &&
        one.responseBody !== undefined &&
        rest.checkAnswer(one.method, one.template, one.status, 17).length === 0,
    );
    expect(unknown.map((one) => `${one.status} ${one.method} ${one.template}`)).toEqual([]);
  });

  it('notices an answer of another shape', () => {
    const deviations = rest.checkAnswer('GET', '/repos/{owner}/{repo}', 200, { id: 'seven' });
    expect(deviations[0]?.errors).toContain("/ must have required property 'node_id'");
  });
});
