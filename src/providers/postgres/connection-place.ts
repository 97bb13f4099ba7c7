import { secretShape } from '../../core/secret-shape.ts';
import { quoted, visible } from '../../core/yaml/text.ts';

/** Where a connection string leads, for messages; each part as it may be shown. Never the password. */
export type ConnectionPlace = { readonly user: string; readonly server: string; readonly database: string };

const DEFAULT_PORT = '5432';
const MAXIMUM_SERVER = 200;

/** Null where the parts cannot be told apart for certain: then one of them could be a piece of the password. */
export function connectionPlace(secret: string): ConnectionPlace | null {
  const url = URL.parse(secret);
  // A password with a bare `/` or `?` ends up behind the host, together with the `@` that follows it.
  if (url === null || /@/u.test(`${url.pathname}${url.search}${url.hash}`)) return null;
  const said = (name: string, part: string) => url.searchParams.get(name) ?? part;
  const server = `${said('host', url.hostname)}:${said('port', url.port) || DEFAULT_PORT}`;
  const user = shown(said('user', url.username));
  const database = shown(said('dbname', url.pathname.slice(1)));
  return { user, server: secretShape(server) === null ? visible(server).slice(0, MAXIMUM_SERVER) : WITHHELD, database };
}

const WITHHELD = '(not shown)';

function shown(part: string): string {
  if (part === '') return '(the default)';
  const text = decoded(part);
  return text === null || secretShape(text) !== null ? WITHHELD : quoted(text);
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
