import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, parse, validate, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Estate } from '../e2e/estate.ts';
import type { Fixture } from '../github-server/fixture.ts';
import { buildServerSchema } from '../github-server/graphql/schema.ts';
import type { Exchange } from '../github-server/http/log.ts';
import { installDescriptions, RestDescription } from './description.ts';
import { playEverything } from './scenario.ts';
import { playCountersign } from './story.ts';
import { differences } from './subset.ts';

let world: Fixture;
let countersign: Estate;
let rest: RestDescription;
let github: GraphQLSchema;

beforeAll(async () => {
  const modules = await installDescriptions();
  rest = await RestDescription.load(modules);
  const schemaText = await readFile(join(modules, '@octokit', 'graphql-schema', 'schema.graphql'), 'utf8');
  // The published text defines two fields twice, which is none of this suite's business.
  github = buildSchema(schemaText, { assumeValid: true, assumeValidSDL: true });
  world = await playEverything();
  countersign = await playCountersign();
}, 600_000);
afterAll(async () => {
  await world?.server.close();
  await countersign?.close();
});

/** All that crossed the wire: every operation once, and Countersign at work. */
function exchanges(): readonly Exchange[] {
  return [...world.server.recordings, ...countersign.team.server.recordings];
}

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
    const deviations = exchanges().flatMap((one) =>
      one.template === undefined ? [] : rest.checkRequest(one.method, one.template, one.requestBody),
    );
    expect(deviations).toEqual([]);
  });

  it('is answered as GitHub describes it', () => {
    const deviations = exchanges().flatMap((one) =>
      one.template === undefined ? [] : rest.checkAnswer(one.method, one.template, one.status, one.responseBody),
    );
    expect(deviations).toEqual([]);
  });
});

describe('the recorded exchanges', () => {
  it('hold refusals of every status that a client meets', () => {
    const refused = exchanges().filter(({ status }) => status >= 400);
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([401, 403, 404, 405, 422]));
    for (const { responseBody } of refused) {
      expect(responseBody).toMatchObject({ message: expect.any(String), documentation_url: expect.any(String) });
    }
  });
});

describe('the GraphQL schema', () => {
  it("is a part of GitHub's", () => {
    expect(differences(buildServerSchema(), github)).toEqual([]);
  });

  it('answers queries that GitHub would accept', () => {
    const queries = exchanges().flatMap((one) =>
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
    const unknown = exchanges().filter(
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
