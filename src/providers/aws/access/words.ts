import { parseJson } from '../../../core/parse-json.ts';
import type { Condition, Matched, Statement } from '../policy/model.ts';
import { partedPrincipal } from '../policy/principals.ts';

/**
 * How permissions and conditions of policies are spelt for people, and taken apart again by `risk/`. Whatever has other characters
 * than names have stands in quotes as JSON, so that no value can look like the words around it.
 */

const PLAIN = /^[^\s",]+$/u;
const QUOTED = /"(?:[^"\\]|\\.)*"/gu;
const TERM =
  /(?:^| and )([\w:]+) ("(?:[^"\\]|\\.)*"|[^\s"]+): ((?:"(?:[^"\\]|\\.)*"|[^\s",]+)(?:, (?:"(?:[^"\\]|\\.)*"|[^\s",]+))*)/gu;
const VALUE = /"(?:[^"\\]|\\.)*"|[^\s",]+/gu;

const WHEN = ' when ';
const BUT = ' but not ';

function spelt(value: string): string {
  return PLAIN.test(value) ? value : JSON.stringify(value);
}

function listText(values: readonly string[]): string {
  return values.map(spelt).join(', ');
}

/** `StringEquals aws:SourceVpc: a, b and Bool aws:SecureTransport: true`; empty: no condition. */
export function conditionText(conditions: readonly Condition[]): string {
  return conditions.map(({ operator, key, values }) => `${operator} ${spelt(key)}: ${listText(values)}`).join(' and ');
}

/** `a, b`, or `all but a, b`. */
export function matchedText({ kind, values }: Matched): string {
  return `${kind === 'not' ? 'all but ' : ''}${listText(values)}`;
}

/** A single value as `spelt` had it. */
export function unspelt(text: string): string {
  const [quoted] = text.match(QUOTED) ?? [];
  const value = quoted === text ? parseJson(text) : text;
  return typeof value === 'string' ? value : text;
}

/** Each of some principals, `AWS arn:…`; whom a list leaves out as one. */
export function principalTexts({ kind, values }: Matched): readonly string[] {
  const texts = values.map(partedPrincipal).map(({ type, name }) => `${type} ${spelt(name)}`);
  return kind === 'in' ? texts : [`all but ${texts.join(', ')}`];
}

/** What one permission is on: a resource, with its condition and what is refused of it. */
export function placeText(target: string, conditions: readonly Condition[], refused: readonly string[]): string {
  const when = conditionText(conditions);
  return `${target}${when === '' ? '' : `${WHEN}${when}`}${refused.map((one) => `${BUT}${one}`).join('')}`;
}

/** `s3:DeleteObject on arn:… when …`. @param whole of what the permission is about, is all of it refused */
export function refusalText(
  { actions, resources, conditions }: Statement,
  whole: { readonly actions: boolean; readonly resources: boolean },
): string {
  const what = whole.actions ? 'anything' : matchedText(actions);
  const where = whole.resources || resources === null ? '' : ` on ${matchedText(resources)}`;
  const when = conditionText(conditions);
  return `${what}${where}${when === '' ? '' : `${WHEN}${when}`}`;
}

/** The parts of `placeText`. */
export function placeIn(text: string): { readonly target: string; readonly when: string } {
  const bare = text.replace(QUOTED, (quoted) => '"'.repeat(quoted.length));
  const end = bare.indexOf(BUT);
  const place = end === -1 ? bare : bare.slice(0, end);
  const at = place.indexOf(WHEN);
  if (at === -1) return { target: text.slice(0, place.length), when: '' };
  return { target: text.slice(0, at), when: text.slice(at + WHEN.length, place.length) };
}

/** The parts of `placeText` as effective access has them. */
export function effectiveIn(text: string): { readonly resource: string; readonly condition: string | null } {
  const { target, when } = placeIn(text);
  const end = target.length + (when === '' ? 0 : WHEN.length + when.length);
  const bare = text.replace(QUOTED, (quoted) => '"'.repeat(quoted.length));
  const refused: string[] = [];
  for (let at = end; at !== -1 && at < text.length;) {
    const next = bare.indexOf(BUT, at + BUT.length);
    refused.push(text.slice(at + BUT.length, next === -1 ? undefined : next));
    at = next;
  }
  const parts = [...(when === '' ? [] : [`when ${when}`]), ...refused.map((one) => `unless ${one} is refused`)];
  return { resource: unspelt(target), condition: parts.length === 0 ? null : parts.join(', ') };
}

/** The conditions that `conditionText` spelt; keys and values as they stand there, quotes and all. */
export function conditionsInText(when: string): readonly Condition[] {
  return [...when.matchAll(TERM)].map(([, operator = '', key = '', values = '']) => ({
    operator,
    key,
    values: values.match(VALUE) ?? [],
  }));
}

/** The pattern of actions that an action of a permission begins with: `s3:*` of `s3:* (41 write actions)`. */
export function patternIn(action: string): string {
  const at = action.indexOf(' (');
  return at === -1 ? action : action.slice(0, at);
}

/** Actions that `all but a, b` leaves out; null: it is no such text. */
export function leftOutIn(action: string): readonly string[] | null {
  const [, rest] = /^all but (.*)$/u.exec(patternIn(action)) ?? [];
  return rest === undefined ? null : rest.split(', ');
}
