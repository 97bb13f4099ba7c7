import { parseAst } from 'rolldown/parseAst';

/** Where a code stands in a source. `template`: with a star for what is put in, as `input-*` for `input-${kind}`. */
export type SaidCode = { readonly code: string; readonly form: 'whole' | 'template'; readonly path: string };

type Node = { readonly type: string; readonly [key: string]: unknown };
type Source = { readonly path: string; readonly program: Node };

const CODE = /^(?:[a-z]+(?:-[a-z0-9]+)*|[a-z][a-z0-9-]*-\*(?:-[a-z0-9-]+)?|\*-[a-z][a-z0-9-]*)$/u;

/** Whether what a source says can be this code. */
export function says({ code, form }: SaidCode, wanted: string): boolean {
  if (form === 'whole') return code === wanted;
  const [head = '', tail = ''] = code.split('*');
  return wanted.startsWith(head) && wanted.endsWith(tail) && wanted.length > head.length + tail.length;
}

/**
 * Every code that the sources can say, told by syntax: the first argument of an error, the property `code`,
 * the argument for a parameter that is called `code`, and what a function gives whose name begins or ends with it.
 * `sources`: text by path. @throws Error where a source cannot be parsed.
 */
export function saidCodes(sources: ReadonlyMap<string, string>): readonly SaidCode[] {
  const parsed = [...sources].map(([path, text]) => ({ path, program: node(parseAst(text, { lang: 'ts' })) ?? EMPTY }));
  const everywhere = new Map(parsed.flatMap(({ program }) => [...positions(program)]));
  return parsed.flatMap((source) => saidIn(source, new Map([...everywhere, ...positions(source.program)])));
}

const EMPTY: Node = { type: 'Program' };

function saidIn({ path, program }: Source, positionsOf: ReadonlyMap<string, number>): readonly SaidCode[] {
  return [...nodesOf(program)].flatMap((one) =>
    saying(one, positionsOf)
      .flatMap(texts)
      .filter(({ code }) => CODE.test(code))
      .map((said) => ({ ...said, path })),
  );
}

/** The expressions in one node that become a code. */
function saying(one: Node, positionsOf: ReadonlyMap<string, number>): readonly (Node | null)[] {
  switch (one.type) {
    case 'NewExpression':
      return nameOf(one['callee']).endsWith('Error') ? [list(one['arguments'])[0] ?? null] : [];
    case 'Property':
      return nameOf(one['key']) === 'code' ? [node(one['value'])] : [];
    case 'CallExpression': {
      const at = positionsOf.get(nameOf(one['callee']));
      return at === undefined ? added(one) : [list(one['arguments'])[at] ?? null];
    }
    case 'FunctionDeclaration':
      return /^codeFor$|Code$/u.test(nameOf(one['id'])) || givesCodes(one['returnType'])
        ? [...nodesOf(one)].filter(({ type }) => type === 'ReturnStatement').map((given) => node(given['argument']))
        : [];
    case 'VariableDeclarator':
      return nameOf(one['id']) === 'code' || givesCodes(node(one['id'])?.['typeAnnotation']) ? [node(one['init'])] : [];
    case 'Literal':
    case 'TemplateLiteral':
      return [spelt(one)];
    default:
      return [];
  }
}

/** What `codes.push(…)` adds. */
function added(call: Node): readonly Node[] {
  const callee = node(call['callee']);
  return callee?.type === 'MemberExpression' && nameOf(callee['object']) === 'codes' ? list(call['arguments']) : [];
}

/** A type such as `VerifyCode` or `TokenRefusal`, alone or in a list. */
function givesCodes(annotation: unknown): boolean {
  return [...nodesOf(annotation)].some(
    ({ type, typeName }) => type === 'TSTypeReference' && /(?:Code|Refusal)$/u.test(nameOf(typeName)),
  );
}

/** One word is no code but before a whole sentence: `warning: ` is none. */
const SPELT = /^([a-z]+(?=: [A-Z])|[a-z]+(?:-[a-z]+)+(?=: [a-zA-Z]))/u;

/** The code with which a printed sentence begins: `node-too-old: This is …`. */
function spelt(one: Node): Node | null {
  const text = one.type === 'Literal' ? one['value'] : cookedOf(list(one['quasis'])[0]);
  const [, value] = typeof text === 'string' ? (SPELT.exec(text) ?? []) : [];
  return value === undefined ? null : { type: 'Literal', value };
}

function cookedOf(quasi: Node | undefined): string {
  const cooked = node(quasi?.['value'], 'any')?.['cooked'];
  return typeof cooked === 'string' ? cooked : '';
}

/** Functions that take a code, and at which place. */
function positions(program: Node): ReadonlyMap<string, number> {
  return new Map(
    [...nodesOf(program)].flatMap((one) => {
      const [name, made] =
        one.type === 'VariableDeclarator'
          ? [one['id'], node(one['init'])]
          : one.type === 'MethodDefinition'
            ? [one['key'], node(one['value'])]
            : [one['id'], one];
      const at = list(made?.['params']).findIndex((parameter) => nameOf(parameter) === 'code');
      return at === -1 || nameOf(name) === '' ? [] : [[nameOf(name), at] as const];
    }),
  );
}

/** The texts that an expression can be. */
function texts(expression: Node | null): readonly Pick<SaidCode, 'code' | 'form'>[] {
  switch (expression?.type) {
    case 'Literal':
      return typeof expression['value'] === 'string' ? [{ code: expression['value'], form: 'whole' }] : [];
    case 'ConditionalExpression':
      return [node(expression['consequent']), node(expression['alternate'])].flatMap(texts);
    case 'LogicalExpression':
      return [node(expression['left']), node(expression['right'])].flatMap(texts);
    case 'ArrayExpression':
      return list(expression['elements']).flatMap(texts);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return texts(node(expression['expression']));
    case 'TemplateLiteral': {
      const quasis = list(expression['quasis']);
      const [head, tail] = [cookedOf(quasis[0]), cookedOf(quasis.at(-1))];
      return quasis.length === 1 ? [{ code: head, form: 'whole' }] : [{ code: `${head}*${tail}`, form: 'template' }];
    }
    default:
      return [];
  }
}

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  const found = node(value);
  if (found === null) return;
  yield found;
  for (const part of Object.values(found)) if (typeof part === 'object') yield* nodesOf(part);
}

function list(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.flatMap((one) => node(one) ?? []) : [];
}

function node(value: unknown, what: 'node' | 'any' = 'node'): Node | null {
  return typeof value === 'object' && value !== null && (what === 'any' || 'type' in value) ? (value as Node) : null;
}

/** Of an identifier, or of the member that an expression leads to: `report` for `this.#report`. */
function nameOf(value: unknown): string {
  const named = node(value);
  const name = named?.type === 'MemberExpression' ? node(named['property'])?.['name'] : named?.['name'];
  return typeof name === 'string' ? name : '';
}
