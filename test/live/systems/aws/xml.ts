/** An element of what AWS answers: elements, or text. Attributes are kept as they were written. */
export type Element = {
  readonly name: string;
  /** With the blank before it: ` xmlns="…"`. */
  readonly attributes: string;
  readonly content: string | readonly Element[];
};

const TOKEN = /<(?<close>\/?)(?<name>[\w:.-]+)(?<attributes>[^>]*?)(?<empty>\/?)>|(?<text>[^<]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

type Open = { name: string; attributes: string; children: Element[]; text: string };

/** @throws Error where it is no XML of this kind, or has no single root. */
export function parseXml(source: string): Element {
  const text = source.replace(/^\s*<\?xml[^>]*\?>\s*/u, '');
  const stack: Open[] = [{ name: '', attributes: '', children: [], text: '' }];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(text)?.groups;
    const top = stack.at(-1);
    if (groups === undefined || top === undefined) throw new Error(`no XML at ${at}: ${text.slice(at, at + 80)}`);
    const { name = '', attributes = '' } = groups;
    if (groups['text'] !== undefined) top.text += unescape(groups['text']);
    else if (groups['close'] === '/') close(stack, name);
    else if (groups['empty'] === '/') top.children.push({ name, attributes, content: '' });
    else stack.push({ name, attributes, children: [], text: '' });
  }
  const [root] = stack[0]?.children ?? [];
  if (stack.length !== 1 || root === undefined) throw new Error('no single root element');
  return root;
}

export function writeXml(element: Element): string {
  const { name, attributes, content } = element;
  if (content.length === 0) return `<${name}${attributes}/>`;
  const inner = typeof content === 'string' ? escape(content) : content.map((child) => writeXml(child)).join('');
  return `<${name}${attributes}>${inner}</${name}>`;
}

export function leaf(name: string, text: string): Element {
  return { name, attributes: '', content: text };
}

export function childrenOf(element: Element | undefined): readonly Element[] {
  return element === undefined || typeof element.content === 'string' ? [] : element.content;
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return childrenOf(element).find((child) => child.name === name);
}

/** Null: there is no such child with text. */
export function textOf(element: Element | undefined, name: string): string | null {
  const content = childOf(element, name)?.content;
  return typeof content === 'string' && content !== '' ? content : null;
}

function close(stack: Open[], name: string): void {
  const open = stack.pop();
  const parent = stack.at(-1);
  if (open?.name !== name || parent === undefined) throw new Error(`</${name}> closes <${open?.name ?? ''}>`);
  const content = open.children.length > 0 ? open.children : open.text;
  parent.children.push({ name, attributes: open.attributes, content });
}

function unescape(text: string): string {
  return text.replaceAll(/&(?:#x(?<hex>[\da-f]+)|#(?<decimal>\d+)|(?<named>\w+));/giu, (entity: string, ...rest) => {
    const groups: unknown = rest.at(-1);
    const { hex, decimal, named } = groups as Readonly<Record<string, string | undefined>>;
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[named ?? ''] ?? entity;
  });
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}
