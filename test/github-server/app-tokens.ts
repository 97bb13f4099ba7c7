import { createPublicKey, verify } from 'node:crypto';
import type { App, Installation } from './accounts.ts';
import { GitHubRefusal, unprocessable } from './http/errors.ts';
import type { Fields } from './http/body.ts';
import { grants, permissionNames, type PermissionLevel, type PermissionName, type Permissions } from './permissions.ts';
import type { World } from './world.ts';

/** Seconds ahead of GitHub's own clock that a JWT may reach. */
const longestLife = 600;

/** Verifies an app's JWT: its signature, issuer (id or client id) and times. Throws 401 as GitHub words it. */
export function verifyAppJwt(world: World, token: string): App {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = decodeClaims(payload);
  const app = world.apps
    .values()
    .find((one) => String(one.id) === String(claims['iss']) || one.clientId === claims['iss']);
  if (app?.publicKey === undefined) throw new GitHubRefusal(401, 'A JSON web token could not be decoded');
  const signed = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    createPublicKey(app.publicKey),
    Buffer.from(signature, 'base64url'),
  );
  if (!signed) throw new GitHubRefusal(401, 'A JSON web token could not be decoded');
  const now = world.clock.seconds();
  const expires = Number(claims['exp']);
  if (expires > now + longestLife)
    throw new GitHubRefusal(401, "'Expiration time' claim ('exp') is too far in the future");
  if (!(expires > now)) {
    throw new GitHubRefusal(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  return app;
}

/** Whether a bearer token has the form of a JWT. */
export function looksLikeJwt(token: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
}

/** Permissions of a new installation token: those asked for, never more than installed. Throws 422. */
export function narrowedPermissions(installation: Installation, asked: Fields | undefined): Permissions {
  if (asked === undefined) return installation.permissions;
  const narrowed: Partial<Record<PermissionName, PermissionLevel>> = {};
  for (const [key, level] of Object.entries(asked.entries())) {
    const name = permissionNames.find((known) => known === key);
    const granted = level === 'read' || level === 'write' || level === 'admin' ? level : undefined;
    if (name === undefined || granted === undefined || !grants(installation.permissions, [name], granted)) {
      throw unprocessable('The permissions requested are not granted to this installation.');
    }
    narrowed[name] = granted;
  }
  return narrowed;
}

function decodeClaims(payload: string): Record<string, unknown> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof claims === 'object' && claims !== null) return { ...claims };
  } catch {
    // Reported below together with every other malformed token.
  }
  throw new GitHubRefusal(401, 'A JSON web token could not be decoded');
}
