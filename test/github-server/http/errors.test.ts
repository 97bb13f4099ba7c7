import { describe, expect, it } from 'vitest';
import { forbidden, GitHubRefusal, invalidField, notFound, unprocessable } from './errors.ts';

describe('a refusal', () => {
  it("carries GitHub's sentence, where to read on, and the status once more as text", () => {
    expect(notFound().body()).toEqual({
      message: 'Not Found',
      documentation_url: expect.stringMatching(/^https:\/\/docs\.github\.com\//),
      status: '404',
    });
    expect(forbidden('Resource not accessible by integration').body()).toMatchObject({
      message: 'Resource not accessible by integration',
      status: '403',
    });
  });

  it('lists errors only where there are some: sentences, or fields with a code', () => {
    expect(unprocessable('Reference does not exist').body()).not.toHaveProperty('errors');
    expect(unprocessable('Unprocessable Entity', ['Can not approve your own pull request']).body()).toMatchObject({
      status: '422',
      errors: ['Can not approve your own pull request'],
    });
    expect(invalidField('PullRequest', 'head').body()).toMatchObject({
      message: 'Validation Failed',
      errors: [{ resource: 'PullRequest', field: 'head', code: 'invalid' }],
    });
    expect(invalidField('PullRequest', 'base', 'custom', 'is closed').errors).toEqual([
      { resource: 'PullRequest', field: 'base', code: 'custom', message: 'is closed' },
    ]);
  });

  it('has no headers of its own unless given some', () => {
    expect(notFound().headers).toEqual({});
    expect(new GitHubRefusal(429, 'wait', { headers: { 'retry-after': '1' } }).headers).toEqual({ 'retry-after': '1' });
  });
});
