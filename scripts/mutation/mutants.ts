import { parseSync, Visitor } from 'rolldown/utils';

/** One small change of a file: the characters from `start` to `end` replaced. `name` survives shifts of lines. */
export type Mutant = {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly name: string;
};

type Span = { readonly start: number; readonly end: number };
type Edit = Span & { readonly replacement: string };

const OPERATORS: { readonly [operator: string]: string } = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '&&': '||',
  '||': '&&',
};

const DROPPED = new Set(['filter', 'toSorted', 'toReversed', 'slice', 'toLowerCase', 'trim']);

const SWAPPED: { readonly [method: string]: string } = {
  some: 'every',
  every: 'some',
  max: 'min',
  min: 'max',
  find: 'findLast',
  findLast: 'find',
};

/** Every mutant of a source, in the order of the text. Types, imports and sentences are left alone. */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const used = new Map<string, number>();
  return editsOf(file, source)
    .toSorted((left, right) => left.start - right.start || left.end - right.end)
    .map((edit) => {
      const plain = nameOf(source, edit);
      const before = used.get(plain) ?? 0;
      used.set(plain, before + 1);
      const name = before === 0 ? plain : `${plain} (${before + 1})`;
      return { ...edit, file, line: source.slice(0, edit.start).split('\n').length, name };
    });
}

export function mutated(source: string, { start, end, replacement }: Edit): string {
  return source.slice(0, start) + replacement + source.slice(end);
}

/** The line, or lines, as the mutant has them. */
function nameOf(source: string, edit: Edit): string {
  const from = source.lastIndexOf('\n', edit.start) + 1;
  const until = source.indexOf('\n', edit.end);
  const text =
    source.slice(from, edit.start) + edit.replacement + source.slice(edit.end, until < 0 ? undefined : until);
  return text.replace(/\s+/gu, ' ').trim();
}

function editsOf(file: string, source: string): readonly Edit[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message ?? ''}`);
  const edits: Edit[] = [];
  const skipped: Span[] = [];
  const skip = (span: Span): void => void skipped.push(span);
  const text = ({ start, end }: Span): string => source.slice(start, end);
  const replace = ({ start, end }: Span, ...replacements: readonly string[]): void => {
    for (const replacement of replacements) edits.push({ start, end, replacement });
  };
  const swapOperator = (operator: string, left: Span, right: Span): void => {
    const other = OPERATORS[operator];
    if (other === undefined) return;
    const between = { start: left.end, end: right.start };
    replace(between, text(between).replace(operator, other));
  };

  new Visitor({
    ImportDeclaration: skip,
    TSTypeAnnotation: skip,
    TSTypeAliasDeclaration: skip,
    TSTypeParameterInstantiation: skip,
    TSAsExpression: ({ typeAnnotation }) => skip(typeAnnotation),
    TSSatisfiesExpression: ({ typeAnnotation }) => skip(typeAnnotation),
    Property: ({ key, computed }) => {
      if (!computed && key.type === 'Literal') skip(key);
    },
    BinaryExpression: ({ operator, left, right }) => swapOperator(operator, left, right),
    LogicalExpression: (node) => {
      if (node.operator !== '??') swapOperator(node.operator, node.left, node.right);
      else if (!isIndexing(text(node.left))) replace(node, text(node.left));
    },
    ConditionalExpression: ({ test }) => replace(test, 'true', 'false'),
    IfStatement: ({ test }) => replace(test, 'true', 'false'),
    UnaryExpression: (node) => {
      if (node.operator === '!' || node.operator === '-') replace(node, text(node.argument));
    },
    Literal: (node) => {
      const { value } = node;
      if (typeof value === 'boolean') replace(node, String(!value));
      else if (typeof value === 'number') replace(node, String(value + 1));
      else if (typeof value === 'string' && !/\s\S/u.test(value)) replace(node, value === '' ? "'mutant'" : "''");
    },
    ArrayExpression: (node) => {
      if (node.elements.length > 0) replace(node, '[]');
      for (const [index, element] of node.elements.entries()) {
        if (element?.type !== 'SpreadElement' || node.elements.length < 2) continue;
        const rest = node.elements.filter((_, other) => other !== index);
        replace(node, `[${rest.map((one) => (one === null ? '' : text(one))).join(', ')}]`);
      }
    },
    CallExpression: (node) => {
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const { name } = callee.property;
      if (DROPPED.has(name)) replace(node, text(callee.object));
      if (Object.hasOwn(SWAPPED, name)) replace(callee.property, SWAPPED[name] ?? name);
    },
    ExpressionStatement: (node) => replace(node, ';'),
    ContinueStatement: (node) => replace(node, ';'),
    BreakStatement: (node) => replace(node, ';'),
  }).visit(program);
  return edits.filter(({ start, end }) => !skipped.some((span) => span.start <= start && end <= span.end));
}

/** Under `noUncheckedIndexedAccess` an element needs a default even where it is always there. */
function isIndexing(text: string): boolean {
  return /\]$|\bat\([^)]*\)$|\]\?\.\w+(?:\.\w+)*(?:\([^()]*\))?$/u.test(text);
}
