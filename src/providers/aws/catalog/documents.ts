import { CountersignError } from '../../../core/errors.ts';
import type { Json } from '../../../core/json.ts';
import { parseJson } from '../../../core/parse-json.ts';

/** Customers' policies have some ten thousand characters, AWS's own some hundred thousand. */
const MAXIMUM_CHARACTERS = 2_000_000;

/**
 * A policy document as IAM gives it, URL-encoded by RFC 3986. JSON does not begin with a percent sign, and encoded JSON
 * begins with nothing else, so what some servers give without encoding is told apart for certain.
 * @throws CountersignError `aws-document-unreadable`
 */
export function documentOf(text: string | undefined): Json {
  if (text === undefined || text === '') throw unreadable('AWS gives no text for it');
  if (text.length > MAXIMUM_CHARACTERS) throw unreadable('its text is longer than any policy can be');
  return parsed(text.startsWith('%') ? decoded(text) : text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw unreadable('its URL-encoding is broken', cause);
  }
}

function parsed(text: string): Json {
  try {
    return parseJson(text);
  } catch (cause) {
    throw unreadable('it is no JSON', cause);
  }
}

function unreadable(why: string, cause?: unknown): CountersignError {
  return new CountersignError('aws-document-unreadable', `A policy document cannot be read: ${why}.`, {
    mend: 'Look at the document in AWS, and write it again there.',
    cause,
  });
}
