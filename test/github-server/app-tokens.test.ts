import { createSign } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { looksLikeJwt, narrowedPermissions, verifyAppJwt } from './app-tokens.ts';
import { Fields } from './http/body.ts';
import { createApp, installApp, type CreatedApp } from './people.ts';
import { quietWorld, type QuietWorld } from './quiet-world.ts';

let quiet: QuietWorld;
let mine: CreatedApp;
let other: CreatedApp;
beforeAll(() => {
  quiet = quietWorld();
  mine = createApp(quiet.world, {
    slug: 'mine',
    owner: quiet.acme,
    permissions: { contents: 'write', members: 'read' },
  });
  other = createApp(quiet.world, { slug: 'other', owner: quiet.acme, permissions: {} });
});

/** A JWT of the app for nine minutes, unless `claims` say otherwise; times are seconds from now. */
function jwt(claims: { iss?: unknown; exp?: number | string } = {}, key = mine.privateKey): string {
  const now = quiet.world.clock.seconds();
  const { exp = 540, ...rest } = claims;
  const payload = { iss: mine.app.id, iat: now - 60, exp: typeof exp === 'number' ? now + exp : exp, ...rest };
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(payload)}`;
  return `${head}.${createSign('sha256').update(head).sign(key).toString('base64url')}`;
}

const verify = (token: string) => verifyAppJwt(quiet.world, token);
const undecodable = expect.objectContaining({ status: 401, message: 'A JSON web token could not be decoded' });

describe("an app's JWT", () => {
  it('names its app by id, as a number or text, or by client id', () => {
    for (const iss of [mine.app.id, String(mine.app.id), mine.app.clientId])
      expect(verify(jwt({ iss }))).toBe(mine.app);
  });

  it('with the signature of another key, or with changed claims, is refused', () => {
    expect(() => verify(jwt({}, other.privateKey))).toThrow(undecodable);
    const [header, , signature] = jwt().split('.');
    const [, payload] = jwt({ exp: 500 }).split('.');
    expect(() => verify(`${header}.${payload}.${signature}`)).toThrow(undecodable);
  });

  it('of no app, of an app without a key, or that is no JWT is refused', () => {
    expect(() => verify(jwt({ iss: 7 }))).toThrow(undecodable);
    expect(() => verify(jwt({ iss: 15368 }))).toThrow(undecodable);
    for (const token of ['a.b.c', 'x', `${Buffer.from('{}').toString('base64url')}.bnVsbA.x`])
      expect(() => verify(token)).toThrow(undecodable);
  });

  it('is over at the second it names, or when it names none', () => {
    const expired = expect.objectContaining({
      status: 401,
      message: expect.stringContaining("'Expiration time' claim ('exp') must be a numeric value"),
    });
    expect(verify(jwt({ exp: 1 }))).toBe(mine.app);
    for (const exp of [0, -1, 'soon']) expect(() => verify(jwt({ exp }))).toThrow(expired);
  });

  it('reaches ten minutes into the future at most', () => {
    expect(verify(jwt({ exp: 600 }))).toBe(mine.app);
    expect(() => verify(jwt({ exp: 601 }))).toThrow(
      expect.objectContaining({ status: 401, message: "'Expiration time' claim ('exp') is too far in the future" }),
    );
  });
});

describe('a bearer token', () => {
  it('is taken for a JWT by its three parts', () => {
    expect([looksLikeJwt(jwt()), looksLikeJwt('ghs_abc'), looksLikeJwt('a.b'), looksLikeJwt('a.b.c d')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('a new installation token', () => {
  const narrowed = (asked?: Record<string, unknown>) =>
    narrowedPermissions(
      installApp(quiet.world, mine.app, { account: quiet.acme }),
      asked === undefined ? undefined : new Fields(asked),
    );

  it('has what the installation has, or exactly what was asked for of it', () => {
    expect(narrowed()).toEqual({ contents: 'write', members: 'read' });
    expect(narrowed({ contents: 'read' })).toEqual({ contents: 'read' });
    expect(narrowed({})).toEqual({});
  });

  it('is refused when more is asked for than was installed', () => {
    const more = [
      { contents: 'admin' },
      { members: 'write' },
      { checks: 'read' },
      { nothing: 'read' },
      { contents: 7 },
    ];
    for (const asked of more) {
      expect(() => narrowed(asked)).toThrow(
        expect.objectContaining({
          status: 422,
          message: 'The permissions requested are not granted to this installation.',
        }),
      );
    }
  });
});
