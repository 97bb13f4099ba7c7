import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { ServerClock, stillClock } from './clock.ts';
import { OidcIssuer } from './oidc.ts';

const base = 'http://127.0.0.1:1';
const now = Date.parse('2026-01-05T09:00:00Z') / 1000;
const claims = { sub: 'repo:acme/identities:ref:refs/heads/main', repository_owner: 'acme' };
let issuer: OidcIssuer;
let requestToken: string;
beforeAll(() => {
  issuer = new OidcIssuer(new ServerClock(stillClock('2026-01-05T09:00:00Z')));
  requestToken = issuer.admit(claims);
});

/** The body of an answer; the shape is checked by what the tests read from it. */
function ask(path: string, query = '', token?: string): Record<string, unknown> {
  const reply = issuer.answer(`/_oidc/${path}`, new URLSearchParams(query), token, base);
  if (typeof reply?.body !== 'object' || reply.body === null) throw new Error(`nothing at ${path}`);
  return { ...reply.body };
}

function identity(query = ''): { head: Record<string, unknown>; payload: Record<string, unknown>; token: string } {
  const token = String(ask('token', query, requestToken)['value']);
  const [head, payload] = token
    .split('.')
    .slice(0, 2)
    .map((part): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
  return { head: head ?? {}, payload: payload ?? {}, token };
}

describe('an identity token', () => {
  it('lives five minutes, and holds from ten minutes before it was made', () => {
    expect(identity('audience=x').payload).toMatchObject({ iat: now, exp: now + 300, nbf: now - 600 });
  });

  it("is for the audience asked for, and for the repository's owner without one", () => {
    expect(identity('audience=sha256:abc').payload).toMatchObject({
      aud: 'sha256:abc',
      ...claims,
      iss: `${base}/_oidc`,
    });
    expect(identity().payload['aud']).toBe('https://github.com/acme');
  });

  it('cannot be told from another by its claims, so each has an id of its own', () => {
    expect(identity().payload['jti']).not.toBe(identity().payload['jti']);
  });

  it('is signed with RS256 by the key that is published under its id', () => {
    const { head, token } = identity();
    const { keys } = ask('.well-known/jwks');
    expect(keys).toEqual([
      { kty: 'RSA', alg: 'RS256', use: 'sig', kid: head['kid'], n: expect.any(String), e: 'AQAB' },
    ]);
    const [jwk] = Array.isArray(keys) ? keys : [];
    const [first = '', second = '', signature = ''] = token.split('.');
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const isSigned = verify('sha256', Buffer.from(`${first}.${second}`), key, Buffer.from(signature, 'base64url'));
    expect([isSigned, head['alg']]).toEqual([true, 'RS256']);
  });

  it('is made only for the request token of a job that was admitted', () => {
    const refused = expect.objectContaining({ status: 401 });
    expect(() => ask('token', '', undefined)).toThrow(refused);
    expect(() => ask('token', '', 'oidc_other')).toThrow(refused);
  });
});

describe('the issuer', () => {
  it('says where its keys are', () => {
    expect(ask('.well-known/openid-configuration')).toMatchObject({
      issuer: `${base}/_oidc`,
      jwks_uri: `${base}/_oidc/.well-known/jwks`,
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });

  it('publishes another key after a rotation, and no longer the former one', () => {
    const { head } = identity();
    issuer.rotate();
    expect(identity().head['kid']).not.toBe(head['kid']);
    expect(ask('.well-known/jwks')['keys']).toMatchObject([{ kid: identity().head['kid'] }]);
  });

  it('answers nothing else', () => {
    expect(issuer.answer('/_oidc/other', new URLSearchParams(), requestToken, base)).toBeUndefined();
  });
});
