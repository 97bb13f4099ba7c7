import type { Diagnostic } from '../errors.ts';
import { didYouMean } from '../schema/suggest.ts';
import { quoted } from '../yaml/text.ts';
import { COMPARING, FUNCTIONS, type Tree } from './cel.ts';
import { POLICY_LIMITS } from './limits.ts';
import { OPEN, VARIABLES, type Shape } from './shape.ts';

/** Something wrong with an expression; `offset` as of a `Fault`. */
export type ExpressionProblem = Pick<Diagnostic, 'code' | 'cause' | 'mend'> & { readonly offset: number | null };

type Scope = ReadonlyMap<string, Shape>;

const GLOBAL: Scope = new Map<string, Shape>(Object.entries(VARIABLES));

/** What the tree of an expression says that it may not say, told without evaluating it. */
export function problemsOf(
  tree: Tree,
  offsetOf: (id: bigint) => number | null,
  isPattern: (pattern: string) => boolean,
): readonly ExpressionProblem[] {
  const walk = new Walk(isPattern);
  walk.shapeOf(tree, GLOBAL, { depth: 1, loops: 0 });
  return walk.problems.map(({ id, ...problem }) => ({ ...problem, offset: offsetOf(id) }));
}

type Depth = { readonly depth: number; readonly loops: number };

type Found = Omit<ExpressionProblem, 'offset'> & { readonly id: bigint };

class Walk {
  readonly problems: Found[] = [];
  readonly #isPattern: (pattern: string) => boolean;
  #nodes = 0;

  constructor(isPattern: (pattern: string) => boolean) {
    this.#isPattern = isPattern;
  }

  shapeOf(tree: Tree, scope: Scope, at: Depth): Shape {
    this.#nodes += 1;
    if (this.#nodes === POLICY_LIMITS.nodes + 1) this.#tooLarge(tree.id, `has more than ${POLICY_LIMITS.nodes} parts`);
    if (this.#nodes > POLICY_LIMITS.nodes) return OPEN;
    if (at.depth > POLICY_LIMITS.depth) {
      this.#tooLarge(tree.id, `is nested deeper than ${POLICY_LIMITS.depth} levels`);
      return OPEN;
    }
    const { exprKind } = tree;
    const below = { ...at, depth: at.depth + 1 };
    switch (exprKind.case) {
      case 'identExpr':
        return this.#variable(tree.id, exprKind.value.name, scope);
      case 'selectExpr':
        return this.#field(tree.id, exprKind.value, scope, below);
      case 'callExpr':
        return this.#call(tree.id, exprKind.value, scope, below);
      case 'listExpr':
        for (const element of exprKind.value.elements) this.shapeOf(element, scope, below);
        return OPEN;
      case 'structExpr':
        return this.#struct(tree.id, exprKind.value, scope, below);
      case 'comprehensionExpr':
        return this.#loop(tree.id, exprKind.value, scope, below);
      default:
        return OPEN;
    }
  }

  #variable(id: bigint, name: string, scope: Scope): Shape {
    const shape = scope.get(name);
    if (shape !== undefined) return shape;
    const known = [...scope.keys()].filter((candidate) => !candidate.startsWith('@'));
    this.#report(
      id,
      'unknown-variable',
      `No variable is called ${quoted(name)}.`,
      `${didYouMean(name, known)}Known are ${known.join(', ')}.`,
    );
    return OPEN;
  }

  #field(id: bigint, select: CaseOf<'selectExpr'>, scope: Scope, below: Depth): Shape {
    const operand = select.operand === undefined ? OPEN : this.shapeOf(select.operand, scope, below);
    switch (operand.kind) {
      case 'open':
        return OPEN;
      case 'record': {
        const field = operand.fields[select.field];
        if (field !== undefined && Object.hasOwn(operand.fields, select.field)) return field;
        const known = Object.keys(operand.fields);
        const mend = `${didYouMean(select.field, known)}Known are ${known.join(', ')}.`;
        this.#report(id, 'unknown-field', `There is no field ${quoted(select.field)} here.`, mend);
        return OPEN;
      }
      case 'text':
      case 'whole':
      case 'flag':
      case 'instant':
      case 'list': {
        const mend = 'Ask for a field of a value that has fields.';
        this.#report(
          id,
          'unknown-field',
          `A value of the sort ${operand.kind} has no field ${quoted(select.field)}.`,
          mend,
        );
        return OPEN;
      }
    }
  }

  #call(id: bigint, call: CaseOf<'callExpr'>, scope: Scope, below: Depth): Shape {
    const { function: name, target, args } = call;
    const shapes = [...(target === undefined ? [] : [target]), ...args].map((arg) => this.shapeOf(arg, scope, below));
    if (!FUNCTIONS.has(name)) {
      const known = [...FUNCTIONS].filter((candidate) => /^[a-z]/iu.test(candidate));
      const mend = `${didYouMean(name, known)}Known are ${known.join(', ')}, and the macros has, all, exists, exists_one, filter, map.`;
      this.#report(id, 'unknown-function', `No function is called ${quoted(name)} here.`, mend);
    }
    if (name === 'matches') this.#pattern(id, args.at(-1));
    if (COMPARING.has(name)) this.#words(args, shapes);
    const [first] = shapes;
    return name === '_[_]' && first?.kind === 'list' ? first.of : OPEN;
  }

  #struct(id: bigint, struct: CaseOf<'structExpr'>, scope: Scope, below: Depth): Shape {
    if (struct.messageName !== '')
      this.#report(
        id,
        'unknown-function',
        `There is no type ${quoted(struct.messageName)} here.`,
        'Write a map or a list.',
      );
    for (const { keyKind, value } of struct.entries) {
      if (keyKind.case === 'mapKey') this.shapeOf(keyKind.value, scope, below);
      if (value !== undefined) this.shapeOf(value, scope, below);
    }
    return OPEN;
  }

  #loop(id: bigint, loop: CaseOf<'comprehensionExpr'>, scope: Scope, below: Depth): Shape {
    const range = loop.iterRange === undefined ? OPEN : this.shapeOf(loop.iterRange, scope, below);
    const inner = { ...below, loops: below.loops + 1 };
    if (inner.loops > POLICY_LIMITS.loops)
      this.#tooLarge(id, `has more than ${POLICY_LIMITS.loops} loops inside of each other`);
    const names = new Map([...scope, [loop.iterVar, range.kind === 'list' ? range.of : OPEN], [loop.accuVar, OPEN]]);
    for (const part of [loop.accuInit, loop.loopCondition, loop.loopStep, loop.result]) {
      if (part !== undefined) this.shapeOf(part, names, inner);
    }
    return OPEN;
  }

  /** A text that the value beside it never is would make a rule that never holds. */
  #words(args: readonly Tree[], shapes: readonly Shape[]): void {
    const words = shapes.map(wordsOf).find((found) => found !== null) ?? null;
    if (words === null) return;
    for (const { id, text } of args.flatMap(textsIn)) {
      if (words.includes(text)) continue;
      const mend = `${didYouMean(text, words)}Known are ${words.join(', ')}.`;
      this.#report(id, 'unknown-word', `The value that is compared is never ${quoted(text)}.`, mend);
    }
  }

  /** What stands in the expression alone can be judged before it is used. */
  #pattern(id: bigint, argument: Tree | undefined): void {
    const constant = argument?.exprKind.case === 'constExpr' ? argument.exprKind.value.constantKind : undefined;
    if (constant?.case !== 'stringValue') {
      const cause = 'The pattern of matches is no text in quotes.';
      return this.#report(id, 'bad-pattern', cause, 'Write the pattern itself; for other texts take contains.');
    }
    if (constant.value.length <= POLICY_LIMITS.pattern && this.#isPattern(constant.value)) return;
    const mend = `Write a regular expression as RE2 knows them, of at most ${POLICY_LIMITS.pattern} characters.`;
    this.#report(id, 'bad-pattern', 'The pattern of matches cannot be used.', mend);
  }

  #tooLarge(id: bigint, what: string): void {
    this.#report(id, 'expression-too-large', `The expression ${what}.`, 'Make several rules of it.');
  }

  #report(id: bigint, code: string, cause: string, mend: string): void {
    this.problems.push({ id, code, cause, mend });
  }
}

function wordsOf(shape: Shape): readonly string[] | null {
  if (shape.kind === 'list') return wordsOf(shape.of);
  return shape.kind === 'text' ? (shape.words ?? null) : null;
}

/** The texts that stand in an expression themselves, alone or as members of a list. */
function textsIn({ id, exprKind }: Tree): readonly { readonly id: bigint; readonly text: string }[] {
  if (exprKind.case === 'listExpr') return exprKind.value.elements.flatMap(textsIn);
  const constant = exprKind.case === 'constExpr' ? exprKind.value.constantKind : undefined;
  return constant?.case === 'stringValue' ? [{ id, text: constant.value }] : [];
}

type CaseOf<K extends string> = Extract<Tree['exprKind'], { readonly case: K }>['value'];
