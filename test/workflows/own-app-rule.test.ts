import { describe, expect, it } from 'vitest';
import type { Principal } from '../../src/core/own-app.ts';
import { requireOwnApp } from '../../src/workflows/own-app.ts';

const OURS: Principal = { kind: 'app', id: 12, slug: 'countersign-acme' };
const EVERYBODYS: Principal = { kind: 'app', id: 15368, slug: 'github-actions' };
const PERSON: Principal = { kind: 'person', login: 'cleo' };

const required = async (acting: Principal, app: number | null): Promise<void> =>
  await requireOwnApp({ principal: () => Promise.resolve(acting) }, { app });

describe('whoever may write', () => {
  it('is the App that the rules name', async () => {
    await expect(required(OURS, 12)).resolves.toBeUndefined();
  });

  it.each([OURS, EVERYBODYS, PERSON])('is anybody where they name none: $kind $slug', async (acting) => {
    await expect(required(acting, null)).resolves.toBeUndefined();
  });

  it('need not be asked for then', async () => {
    const principal = () => Promise.reject(new Error('was asked'));
    await expect(requireOwnApp({ principal }, { app: null })).resolves.toBeUndefined();
  });

  it.each([
    ['another App', EVERYBODYS, 'configured 12, and the token is that of github-actions (15368)'],
    ['a person', PERSON, 'configured 12, and the token is that of cleo'],
  ] as const)('is not %s', async (_, acting, evidence) => {
    await expect(required(acting, 12)).rejects.toMatchObject({ code: 'app-differs', evidence });
  });

  it('is not the App as which every workflow acts, though they name it', async () => {
    await expect(required(EVERYBODYS, 15368)).rejects.toMatchObject({
      code: 'app-shared',
      evidence: 'configured 15368, and the token is that of github-actions (15368)',
    });
  });
});
