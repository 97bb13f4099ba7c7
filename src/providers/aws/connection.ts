import type { FromSchema } from 'json-schema-to-ts';
import { CountersignError } from '../../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { parseJson } from '../../core/parse-json.ts';
import type { Connection } from '../../core/ports.ts';
import type { optionsSchema } from './reach.ts';

/** What a login begins with; a role of the options may be assumed from there. */
export type Login =
  | { readonly kind: 'chain' }
  | { readonly kind: 'profile'; readonly profile: string }
  | {
      readonly kind: 'keys';
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken: string | null;
    }
  /** A token of OpenID Connect in a file, read again whenever the session is renewed. */
  | { readonly kind: 'token-file'; readonly role: string; readonly file: string };

export type Options = FromSchema<typeof optionsSchema>;

/** Reading and writing may have roles of their own. */
export type Use = 'read' | 'write';

export function optionsOf(connection: Pick<Connection, 'options'>): Options {
  return connection.options;
}

/** The role to assume, null: none. */
export function roleFor(use: Use, { readRole, writeRole }: Options): string | null {
  return (use === 'read' ? readRole : writeRole) ?? null;
}

/** IAM is one for a whole partition; the region says which, and where STS is asked. */
export function regionOf({ region = 'us-east-1' }: Options): string {
  return region;
}

/**
 * @param secret `default`, or JSON: `{"accessKeyId", "secretAccessKey", "sessionToken"?}`, `{"profile"}`,
 *   `{"webIdentity": {"roleArn", "tokenFile"}}`
 * @throws CountersignError `aws-connection-malformed`, which repeats nothing of the secret
 */
export function loginOf(secret: string): Login {
  const text = secret.trim();
  if (text === 'default') return { kind: 'chain' };
  const value = parsed(text);
  const login = loginIn(value);
  if (login === null) throw malformed(whyNone(value));
  return login;
}

const ACCESS_KEY = ['accessKeyId', 'secretAccessKey'];
const KEYS = [...ACCESS_KEY, 'sessionToken', 'profile', 'webIdentity'];

/** Names none but the keys that are known: whatever else stands there may be a secret. */
function whyNone(value: Json): string {
  if (!isJsonObject(value)) return 'it is JSON, and no object';
  const has = (key: string) => Object.hasOwn(value, key);
  const unknown = Object.keys(value).filter((key) => !KEYS.includes(key)).length;
  const missing = ACCESS_KEY.some(has) ? ACCESS_KEY.filter((key) => !has(key)) : [];
  const problems = [
    ...(missing.length > 0 ? [`lacks ${missing.join(' and ')}`] : []),
    ...(unknown > 0 ? [`has ${unknown} ${unknown === 1 ? 'key that is' : 'keys that are'} not known`] : []),
  ];
  return problems.length > 0 ? `it ${problems.join(' and ')}` : 'its keys or their values do not go together';
}

function parsed(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    throw malformed('it is neither the word default nor JSON');
  }
}

function loginIn(value: Json): Login | null {
  if (!isJsonObject(value)) return null;
  const keys = Object.keys(value).sort().join(' ');
  switch (keys) {
    case 'profile': {
      const profile = textAt(value, 'profile');
      return profile === null ? null : { kind: 'profile', profile };
    }
    case 'webIdentity':
      return isJsonObject(value['webIdentity']) ? tokenFile(value['webIdentity']) : null;
    case 'accessKeyId secretAccessKey':
    case 'accessKeyId secretAccessKey sessionToken':
      return accessKey(value);
    default:
      return null;
  }
}

function tokenFile(value: JsonObject): Login | null {
  const [role, file] = [textAt(value, 'roleArn'), textAt(value, 'tokenFile')];
  return role === null || file === null || Object.keys(value).length > 2 ? null : { kind: 'token-file', role, file };
}

function accessKey(value: JsonObject): Login | null {
  const [accessKeyId, secretAccessKey] = [textAt(value, 'accessKeyId'), textAt(value, 'secretAccessKey')];
  const sessionToken = textAt(value, 'sessionToken');
  if (accessKeyId === null || secretAccessKey === null) return null;
  if (sessionToken === null && Object.hasOwn(value, 'sessionToken')) return null;
  return { kind: 'keys', accessKeyId, secretAccessKey, sessionToken };
}

function textAt(value: JsonObject, name: string): string | null {
  const text = Object.hasOwn(value, name) ? value[name] : null;
  return typeof text === 'string' && text !== '' ? text : null;
}

function malformed(why: string): CountersignError {
  return new CountersignError('aws-connection-malformed', `The connection says no way to log in to AWS: ${why}.`, {
    mend: 'Put into the environment variable that the source names: default, for the standard credential chain; or JSON with accessKeyId, secretAccessKey and sessionToken; with profile; or with webIdentity of roleArn and tokenFile.',
  });
}
