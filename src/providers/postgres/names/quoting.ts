import { CountersignError } from '../../../core/errors.ts';

/** NAMEDATALEN − 1: the server would silently cut a longer name, and so name another object. */
const MAXIMUM_IDENTIFIER_BYTES = 63;

/**
 * The one way in which a name reaches SQL text; always quoted, so that keywords and case need no list.
 * @throws CountersignError `identifier-unusable` for what no PostgreSQL name can be.
 */
export function quoteIdentifier(name: string): string {
  if (
    name === '' ||
    name.includes('\0') ||
    Buffer.byteLength(name) > MAXIMUM_IDENTIFIER_BYTES ||
    !name.isWellFormed()
  ) {
    throw new CountersignError('identifier-unusable', 'This cannot be the name of anything in PostgreSQL.', {
      evidence: name.slice(0, 100),
      mend: `Use a name of 1 to ${MAXIMUM_IDENTIFIER_BYTES} bytes of UTF-8 without NUL.`,
    });
  }
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * The one way in which a value reaches SQL text, right under either setting of standard_conforming_strings.
 * @throws CountersignError `literal-unusable` for what no PostgreSQL text can hold.
 */
export function quoteLiteral(value: string): string {
  if (value.includes('\0') || !value.isWellFormed()) {
    throw new CountersignError('literal-unusable', 'This cannot be a text value in PostgreSQL.', {
      mend: 'Remove NUL characters and unpaired surrogates.',
    });
  }
  const quoted = value.replaceAll("'", "''");
  return quoted.includes('\\') ? `E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}
