import { canonicalize } from '../digest.ts';
import { isJsonObject, type Json } from '../json.ts';
import { didYouMean } from '../schema/suggest.ts';
import { quoted } from '../yaml/text.ts';
import { valueAt, type Facts } from './facts.ts';
import type { Found } from './found.ts';
import { POLICY_LIMITS } from './limits.ts';
import { PERMISSION, VARIABLES, type Shape } from './shape.ts';

/** A message with values: texts, and paths to facts such as `change.name`. */
export type Template = readonly (string | { readonly path: readonly string[] })[];

export type ParsedTemplate =
  | { readonly kind: 'template'; readonly template: Template }
  | { readonly kind: 'refused'; readonly problems: readonly { readonly cause: string; readonly mend: string }[] };

/** What the rule's own expression has found; no variable of it. */
const FOUND = 'found';
const SHOWN: { readonly [name: string]: Shape } = { ...VARIABLES, [FOUND]: { kind: 'list', of: PERMISSION } };

const PATH = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*$/u;

/** Braces hold a path and nothing else: a message shows values, and computes none. */
export function parseTemplate(text: string): ParsedTemplate {
  const pieces = text.split(/(\{[^{}]*\})/u).filter((piece) => piece !== '');
  const template: (string | { readonly path: readonly string[] })[] = [];
  const problems: { readonly cause: string; readonly mend: string }[] = [];
  for (const piece of pieces) {
    if (!/[{}]/u.test(piece)) {
      template.push(piece);
      continue;
    }
    const inside = piece.slice(1, -1);
    const path = inside.split('.');
    const problem = PATH.test(inside) ? pathProblem(path) : notAPath(piece);
    if (problem === null) template.push({ path });
    else problems.push(problem);
  }
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'template', template };
}

function notAPath(piece: string) {
  const cause = `In the message, ${quoted(piece.slice(0, 60))} is no path in braces.`;
  return { cause, mend: 'Write a path to a value, such as {change.name}, and no other braces.' };
}

function pathProblem(path: readonly string[]) {
  let shape: Shape = { kind: 'record', fields: SHOWN };
  for (const name of path) {
    if (shape.kind === 'open') return null;
    const fields: { readonly [name: string]: Shape } = shape.kind === 'record' ? shape.fields : {};
    const next: Shape | undefined = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (next === undefined) {
      const known = Object.keys(fields);
      const cause = `In the message, {${path.join('.')}} leads nowhere: ${quoted(name)} is unknown.`;
      const mend = known.length === 0 ? 'Leave it out.' : `${didYouMean(name, known)}Known are ${known.join(', ')}.`;
      return { cause, mend };
    }
    shape = next;
  }
  return null;
}

/** With the values of these facts, each bounded, and all together. What shows the text renders it inert. */
export function fillTemplate(template: Template, facts: Facts, found: Found): string {
  const valueOf = (path: readonly string[]) => (path[0] === FOUND ? found(facts) : valueAt(facts, path));
  let text = '';
  for (const piece of template) {
    if (text.length > POLICY_LIMITS.message) break;
    text += typeof piece === 'string' ? piece : shortened(textOf(valueOf(piece.path)), POLICY_LIMITS.value);
  }
  return shortened(text, POLICY_LIMITS.message);
}

const ITEMS = 5;

function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  // Not in the middle of a character.
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'string') return value.replace(/T00:00:00Z$/u, '');
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isJsonObject(value)) return listText(value);
  const { action, resource } = value;
  return typeof action === 'string' && typeof resource === 'string' ? `${action} on ${resource}` : canonicalize(value);
}

function listText(items: readonly Json[]): string {
  if (items.length === 0) return 'none';
  const more = items.length > ITEMS ? ` and ${items.length - ITEMS} more` : '';
  return `${items.slice(0, ITEMS).map(textOf).join(', ')}${more}`;
}
