import type { PullRequest } from '../../src/github/pull-requests.ts';
import type { Landing } from '../../src/workflows/landings.ts';

/** A push without a pull request, from `before` to `landed`. */
export function landingWith(parts: Partial<Landing> = {}): Landing {
  return {
    pull: null,
    before: 'before',
    commit: 'landed',
    commits: ['landed'],
    name: 'landed',
    unattributed: null,
    ...parts,
  };
}

/** An open pull request of a branch of the same repository, by nobody who is left. */
export function pullWith(parts: Partial<PullRequest> = {}): PullRequest {
  return {
    number: 7,
    url: 'https://github.test/acme/identities/pull/7',
    state: 'open',
    createdAt: '2026-01-05T09:00:00Z',
    author: null,
    head: { sha: 'head', ref: 'change', repository: { id: 1, owner: 'acme', repo: 'identities', fork: false } },
    base: { ref: 'main', sha: 'before' },
    merged: null,
    ...parts,
  };
}
