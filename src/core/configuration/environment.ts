import type { Diagnostic } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { secretShape } from '../secret-shape.ts';
import { pointerToken } from '../yaml/place.ts';

export type PointedProblem = Pick<Diagnostic, 'code' | 'cause' | 'mend'> & { readonly pointer: string };

/** Capital letters only: nearly nothing that is secret is spelt so, and nearly every variable is. */
const NAME = /^[A-Z_][A-Z0-9_]{0,63}$/u;

/** Access key ids are spelt in capital letters, too. */
const KEY_ID = /^(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}$/u;

const SUSPECT = [/:\/\//u, /-----BEGIN/u, /[=;@:\s]/u, KEY_ID];

/**
 * Places where the name of an environment variable is wanted and something else stands.
 * The text is never repeated: it may be the secret itself.
 */
export function environmentProblems(value: Json): readonly PointedProblem[] {
  if (!isJsonObject(value)) return [];
  const sources = isJsonObject(value['sources']) ? value['sources'] : {};
  const connections = Object.entries(sources).flatMap(([name, source]) => {
    const connection = isJsonObject(source) ? source['connection'] : undefined;
    const pointer = `/sources/${pointerToken(name)}/connection`;
    if (!isJsonObject(connection)) return typeof connection === 'string' ? misplaced(connection, pointer) : [];
    return ['read', 'write'].flatMap((key) => reference(connection, key, pointer));
  });
  const ledger = isJsonObject(value['ledger']) ? value['ledger']['signing'] : undefined;
  return [...connections, ...(isJsonObject(ledger) ? reference(ledger, 'key', '/ledger/signing') : [])];
}

function reference(holder: JsonObject, key: string, pointer: string): readonly PointedProblem[] {
  const found = holder[key];
  if (typeof found === 'string') return misplaced(found, `${pointer}/${key}`);
  const name = isJsonObject(found) ? found['env'] : undefined;
  if (typeof name !== 'string' || (NAME.test(name) && !KEY_ID.test(name))) return [];
  if (looksSecret(name)) return [secretProblem(`${pointer}/${key}/env`)];
  const cause = 'The name of an environment variable has capital letters, digits and underscores, at most 64.';
  return [
    {
      code: 'environment-name',
      cause,
      mend: 'Write the name of the variable, such as ORDERS_DB_URL, never its value.',
      pointer: `${pointer}/${key}/env`,
    },
  ];
}

/** A text where `{ env: NAME }` is wanted. */
function misplaced(text: string, pointer: string): readonly PointedProblem[] {
  if (looksSecret(text)) return [secretProblem(pointer)];
  return [
    {
      code: 'environment-name',
      cause: 'The name of an environment variable is given under "env".',
      mend: 'Write { env: NAME }.',
      pointer,
    },
  ];
}

function looksSecret(text: string): boolean {
  const long = text.length >= 16 && /[a-z]/u.test(text) && /[0-9]/u.test(text);
  return long || secretShape(text) !== null || SUSPECT.some((shape) => shape.test(text));
}

function secretProblem(pointer: string): PointedProblem {
  return {
    code: 'secret-in-configuration',
    cause: 'A connection string or a secret seems to stand where the name of an environment variable belongs.',
    mend: 'Replace it by the name of a variable that holds it. If it was ever pushed, it is known: change it in the live system.',
    pointer,
  };
}
