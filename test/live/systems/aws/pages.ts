import { childOf, childrenOf, leaf, textOf, type Element } from './xml.ts';
import { errorAnswer, type Answer } from './answers.ts';
import type { AwsRequest } from './calls.ts';

/*
 * AWS's pages: every list action takes MaxItems (1 to 1000, 100 when left out) and an opaque Marker, and may send fewer items
 * than asked for although there are more. Where an answer has several lists, MaxItems counts over all of them together.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
const DEFAULT_ITEMS = 100;
const MOST_ITEMS = 1000;
/** What is given out whole. */
const UNPAGED = new Set(['ListOpenIDConnectProviders', 'ListSAMLProviders']);
const KEPT = 20;

export function isPaged(action: string): boolean {
  const lists = action.startsWith('List') || action === 'GetAccountAuthorizationDetails' || action === 'GetGroup';
  return lists && !UNPAGED.has(action);
}

/** Cuts whole answers into pages, which stay as they were when the first was asked for. */
export class Pages {
  #wholes = new Map<string, Element>();
  #next = 1;

  /**
   * The page that `request` asks for.
   * @param whole fetches the answer with all its items; only called for a first page.
   * @param most fewer items a page than were asked for; null: as asked.
   */
  async page(
    request: AwsRequest,
    whole: () => Promise<Element | Answer>,
    most: number | null,
  ): Promise<Element | Answer> {
    const { MaxItems: asked, Marker: marker } = request.parameters;
    const size = asked === undefined ? DEFAULT_ITEMS : Number(asked);
    if (!Number.isInteger(size) || size < 1 || size > MOST_ITEMS) {
      const message = `1 validation error detected: Value '${asked}' at 'maxItems' failed to satisfy constraint: Member must have value between 1 and ${MOST_ITEMS}`;
      return errorAnswer(request.service, 400, 'ValidationError', message);
    }
    const at = marker === undefined ? null : readMarker(marker);
    const known = at === null ? undefined : this.#wholes.get(at.id);
    if (marker !== undefined && (at === null || known === undefined)) {
      return errorAnswer(request.service, 400, 'ValidationError', `Invalid Marker: ${marker}`);
    }
    const answer = known ?? (await whole());
    if ('status' in answer) return answer;
    const id = at?.id ?? this.#keep(answer);
    return cut(answer, at?.from ?? 0, Math.min(size, most ?? size), id);
  }

  #keep(whole: Element): string {
    const id = String(this.#next);
    this.#next += 1;
    this.#wholes.set(id, whole);
    const oldest = String(this.#next - 1 - KEPT);
    this.#wholes.delete(oldest);
    return id;
  }
}

/** Two pages of moto's as one. */
export function joined(first: Element, second: Element): Element {
  const other = resultOf(second);
  return inResult(first, (child) => {
    if (!isList(child)) return child;
    const more = childrenOf(childOf(other, child.name));
    return { ...child, content: [...childrenOf(child), ...more] };
  });
}

/** Moto's marker for the page after this one. */
export function nextMarker(answer: Element): string | null {
  const result = resultOf(answer);
  return textOf(result, 'IsTruncated') === 'true' ? textOf(result, 'Marker') : null;
}

/** The answer without the members of its lists that `hidden` names. */
export function without(answer: Element, hidden: (member: Element) => boolean): Element {
  return inResult(answer, (child) =>
    isList(child) ? { ...child, content: childrenOf(child).filter((member) => !hidden(member)) } : child,
  );
}

function cut(answer: Element, from: number, size: number, id: string): Element {
  let position = 0;
  const page = inResult(answer, (child) => {
    if (!isList(child)) return child;
    const members = childrenOf(child).filter(() => {
      position += 1;
      return position > from && position <= from + size;
    });
    return { ...child, content: members };
  });
  const truncated = position > from + size;
  const ends = [
    leaf('IsTruncated', String(truncated)),
    ...(truncated ? [leaf('Marker', writeMarker(id, from + size))] : []),
  ];
  return replaceResult(page, [...childrenOf(resultOf(page)).filter(({ name }) => !isEnd(name)), ...ends]);
}

function isEnd(name: string): boolean {
  return name === 'IsTruncated' || name === 'Marker';
}

function isList(element: Element): boolean {
  const members = childrenOf(element);
  return members.length > 0 && members.every(({ name }) => name === 'member');
}

function resultOf(answer: Element): Element | undefined {
  return childrenOf(answer).find(({ name }) => name.endsWith('Result'));
}

function inResult(answer: Element, change: (child: Element) => Element): Element {
  return replaceResult(
    answer,
    childrenOf(resultOf(answer)).map((child) => change(child)),
  );
}

function replaceResult(answer: Element, content: readonly Element[]): Element {
  const result = resultOf(answer);
  return {
    ...answer,
    content: childrenOf(answer).map((child) => (child === result ? { ...child, content } : child)),
  };
}

function writeMarker(id: string, from: number): string {
  return Buffer.from(`page/${id}/${from}`).toString('base64');
}

function readMarker(marker: string): { id: string; from: number } | null {
  const found = /^page\/(?<id>\d+)\/(?<from>\d+)$/u.exec(Buffer.from(marker, 'base64').toString('utf8'))?.groups;
  return found === undefined ? null : { id: found['id'] ?? '', from: Number(found['from']) };
}
