import { describe, expect, it } from 'vitest';
import { secretProblems } from '../../src/core/misplaced-secrets.ts';
import { parseYaml } from '../../src/core/yaml.ts';

const ID = 'AKIAIOSFODNN7EXAMPLE';

function problems(text: string): readonly string[] {
  const { documents } = parseYaml({ path: 'a.yaml', bytes: Buffer.from(text) });
  return documents.flatMap((document) =>
    secretProblems(document).map(({ location }) => `${location?.line}:${location?.column}`),
  );
}

describe("the id of an AWS access key, which AWS keeps no secret and the key's own secret is told from", () => {
  it('is what a user lists its keys by', () => {
    expect(problems(`spec:\n  accessKeys:\n    ${ID}: Active\n    others: keep\n`)).toEqual([]);
  });

  it.each([
    ['as a value', `spec:\n  accessKeys:\n    key: ${ID}\n`],
    ['in a list', `spec:\n  accessKeys:\n    - ${ID}\n`],
    ['with more beside it', `spec:\n  accessKeys:\n    "${ID} and its secret": Active\n`],
    ['under a list within', `spec:\n  accessKeys:\n    more:\n      ${ID}: Active\n`],
    ['elsewhere', `spec:\n  tags:\n    ${ID}: Active\n`],
    ['as a description', `spec:\n  description: logs in with ${ID}\n`],
  ])('looks like one that was pasted with its secret %s', (_where, text) => {
    expect(problems(text)).toHaveLength(1);
  });

  it('excuses no secret beside it', () => {
    expect(problems(`spec:\n  accessKeys:\n    ${ID}: ghp_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5\n`)).toEqual(['3:27']);
  });
});
