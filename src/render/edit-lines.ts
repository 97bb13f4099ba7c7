import type { Edit } from './edits.ts';
import { pathText, type Path } from './path.ts';
import { shown } from './text.ts';
import { count } from './words.ts';

const VALUE_LIMIT = 1000;
const PATH_LIMIT = 500;

/** A line of a diff, in visible text: what it does, how deep it stands, and what it says. */
export type EditLine = { readonly sign: '+' | '-' | ' '; readonly depth: number; readonly text: string };

export function editText({ sign, depth, text }: EditLine): string {
  return `${sign} ${'  '.repeat(depth)}${text}`;
}

type Node = { readonly path: Path; readonly children: Map<string, Node>; readonly edits: Edit[] };

/** The edits in their order, as a tree: what several are about is said once, above them. */
export function editLines(edits: readonly Edit[]): readonly EditLine[] {
  const root: Node = { path: [], children: new Map(), edits: [] };
  for (const edit of edits) {
    let node = root;
    for (const key of edit.path) {
      const next = node.children.get(key) ?? { path: [...node.path, key], children: new Map(), edits: [] };
      node.children.set(key, next);
      node = next;
    }
    node.edits.push(edit);
  }
  return [...root.children.values()].flatMap((node) => nodeLines(node, 0, 0, null));
}

/** @param from where in its path a node's own part begins @param place that is said above */
function nodeLines(node: Node, from: number, depth: number, place: string | null): readonly EditLine[] {
  const [only, ...others] = node.children.values();
  if (only !== undefined && others.length === 0 && node.edits.length === 0) return nodeLines(only, from, depth, place);
  const title = shown(pathText(node.path.slice(from)), PATH_LIMIT);
  if (only === undefined) return node.edits.flatMap((edit) => leafLines(edit, title, depth, place));
  const shared = place ?? sharedPlace(node);
  const heading: EditLine = { sign: ' ', depth, text: `${title}:${place === null ? placeText(shared ?? '') : ''}` };
  const own = node.edits.flatMap((edit) => leafLines(edit, '(itself)', depth + 1, shared));
  const below = [...node.children.values()].flatMap((child) => nodeLines(child, node.path.length, depth + 1, shared));
  return [heading, ...own, ...below];
}

/** Where everything below stands; null: in different places. */
function sharedPlace(node: Node): string | null {
  const places = new Set(editsBelow(node).map((edit) => edit.place));
  const [place = ''] = places;
  return places.size === 1 ? place : null;
}

function editsBelow({ edits, children }: Node): readonly Edit[] {
  return [...edits, ...[...children.values()].flatMap(editsBelow)];
}

function placeText(place: string): string {
  return place === '' ? '' : `   # ${shown(place, PATH_LIMIT)}`;
}

function leafLines(edit: Edit, title: string, depth: number, above: string | null): readonly EditLine[] {
  const place = above === null ? placeText(edit.place) : '';
  const [before, after] = shownPair(edit.before, edit.after);
  const line = (sign: '+' | '-', value: string, end: string): EditLine => ({
    sign,
    depth,
    text: `${title}${edit.kind === 'member' ? '' : `: ${value}`}${end}`,
  });
  return [
    ...(before === null ? [] : [line('-', before, after === null ? place : '')]),
    ...(after === null ? [] : [line('+', after, place)]),
  ];
}

/** Long values are cut where they begin to differ, so that two never look alike. */
function shownPair(before: string | null, after: string | null): readonly [string | null, string | null] {
  const longest = Math.max(before?.length ?? 0, after?.length ?? 0);
  if (before === null || after === null || longest <= VALUE_LIMIT) {
    return [before === null ? null : shown(before, VALUE_LIMIT), after === null ? null : shown(after, VALUE_LIMIT)];
  }
  let same = 0;
  while (before[same] === after[same]) same += 1;
  const from = Math.max(0, same - VALUE_LIMIT / 10);
  const skipped = from === 0 ? '' : `(${count(from, 'equal character')}) …`;
  return [`${skipped}${shown(before.slice(from), VALUE_LIMIT)}`, `${skipped}${shown(after.slice(from), VALUE_LIMIT)}`];
}
