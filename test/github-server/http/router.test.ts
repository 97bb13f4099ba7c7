import { beforeAll, describe, expect, it } from 'vitest';
import { ServerClock, stillClock } from '../clock.ts';
import { declareRoutes } from '../routes/index.ts';
import { RateLimits } from './limits.ts';
import { Router } from './router.ts';

let router: Router;
beforeAll(() => {
  router = declareRoutes(new Router(), new RateLimits(new ServerClock(stillClock('2026-01-05T09:00:00Z'))));
});

const repo = '/repos/acme/identities';

function meant(method: string, path: string): string | undefined {
  return router.match(method, path)?.template.replace('/repos/{owner}/{repo}', '');
}

describe('a request', () => {
  it('means an operation by its method and whole path', () => {
    expect(meant('GET', `${repo}/pulls`)).toBe('/pulls');
    expect(meant('PATCH', `${repo}/pulls/7`)).toBe('/pulls/{pull_number}');
    expect(meant('GET', `${repo}/pulls/7/reviews`)).toBe('/pulls/{pull_number}/reviews');
    expect(meant('DELETE', `${repo}/pulls/7`)).toBeUndefined();
    expect(meant('GET', `/v3${repo}/pulls`)).toBeUndefined();
    expect(meant('GET', `${repo}/pulls/7/reviews/8/none`)).toBeUndefined();
  });

  it('may end in a slash', () => {
    expect(meant('GET', `${repo}/pulls/`)).toBe('/pulls');
  });

  it('about a ref, branch or path may have slashes in it', () => {
    expect(meant('GET', `${repo}/git/ref/heads/countersign/ledger`)).toBe('/git/ref/{ref}');
    expect(meant('GET', `${repo}/branches/a/b/c`)).toBe('/branches/{branch}');
    expect(meant('GET', `${repo}/contents/a/b.yaml`)).toBe('/contents/{path}');
    expect(meant('GET', `${repo}/compare/a/b...c/d`)).toBe('/compare/{basehead}');
  });

  it('for the contents of the root needs no path', () => {
    expect(meant('GET', `${repo}/contents`)).toBe('/contents/{path}');
    expect(meant('GET', `${repo}/contents/`)).toBe('/contents/{path}');
    expect(meant('GET', `${repo}/contentsx`)).toBeUndefined();
  });

  it('means the longer operation where a ref could swallow its end', () => {
    expect(meant('GET', `${repo}/commits/main`)).toBe('/commits/{ref}');
    expect(meant('GET', `${repo}/commits/a/b/check-runs`)).toBe('/commits/{ref}/check-runs');
    expect(meant('GET', `${repo}/commits/main/pulls`)).toBe('/commits/{commit_sha}/pulls');
  });

  it('with a part that cannot be decoded means nothing: 404', () => {
    expect(() => router.match('GET', `${repo}/branches/%E0%A4%A`)).toThrow('Not Found');
  });
});

describe('the table of operations', () => {
  it('names each operation once', () => {
    const named = router.operations().map(({ method, template }) => `${method} ${template}`);
    expect(named.length).toBeGreaterThan(60);
    expect(new Set(named).size).toBe(named.length);
  });
});
