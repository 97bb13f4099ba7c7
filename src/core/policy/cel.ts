import {
  celEnv,
  celFunc,
  celList,
  celMap,
  CelScalar,
  isCelError,
  isCelList,
  isCelMap,
  listType,
  parse,
  plan,
  type CelInput,
  type CelList,
  type CelValue,
} from '@bufbuild/cel';
import { isJsonObject, type Json } from '../json.ts';
import { matchingUnits, searchingUnits } from './cost.ts';
import { POLICY_LIMITS } from './limits.ts';
import { Meter } from './meter.ts';
import type { Shape } from './shape.ts';

/** The tree of an expression, as the library parses it. */
export type Tree = ReturnType<typeof parse>['expr'];

/** `offset`: in UTF-16 code units from the start of the expression; null: of all of it. */
export type Fault = { readonly cause: string; readonly offset: number | null };

export type Parsed =
  | { readonly kind: 'tree'; readonly tree: Tree; readonly offsetOf: (id: bigint) => number | null }
  | ({ readonly kind: 'refused' } & Fault);

/** A fact in the values of the language. Made once, and read by every expression. */
export type Value = CelInput;

export type Outcome =
  | { readonly kind: 'value'; readonly value: CelValue }
  | { readonly kind: 'too-costly' }
  | ({ readonly kind: 'failed' } & Fault);

/** Evaluates with these variables for at most so many units; `units` are those that it took. */
export type Program = (
  variables: { readonly [name: string]: Value },
  limit: number,
) => { readonly outcome: Outcome; readonly units: number };

/** What an expression may call, besides the macros has, all, exists, exists_one, filter and map. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  [
    ['_&&_', '_||_', '!_', '_?_:_', '_[_]', '@in', '@not_strictly_false'],
    ['_==_', '_!=_', '_<_', '_<=_', '_>_', '_>=_', '_+_', '_-_', '_*_', '_/_', '_%_', '-_'],
    ['size', 'contains', 'startsWith', 'endsWith', 'matches', 'int', 'double', 'string', 'timestamp', 'duration'],
  ].flat(),
);

/** Called at every turn of a loop, and with what it goes over; no expression can write such a name. */
const TURN = '@turn';
/** Called with every list and map that an expression writes out. */
const MADE = '@made';

/**
 * CEL as policies may use it (https://cel.dev): the library evaluates, and every call and every turn of a loop is counted, as the
 * library itself has no bound. Numbers of JSON are `int` where they are whole and exact, and `double` elsewhere.
 */
export class Cel {
  readonly #meter = new Meter();
  readonly #env = celEnv({
    funcs: [
      celFunc(TURN, [CelScalar.DYN], CelScalar.DYN, (value) => value),
      celFunc(MADE, [CelScalar.DYN], CelScalar.DYN, (value) => value),
      // The library's own list of two lists makes a loop over what a loop has built take the square of its turns.
      celFunc('_+_', [LIST, LIST], LIST, (left, right) => this.#joined(left, right)),
    ],
  });
  readonly #toInstant: Program;
  readonly #lists = new WeakMap<readonly Json[], CelList>();
  readonly #items = new WeakMap<CelList, readonly CelValue[]>();

  constructor() {
    for (const name of [...FUNCTIONS, TURN, MADE]) {
      const group = this.#env.funcs.find(name);
      if (group === undefined) continue;
      const call = group.call.bind(group);
      const counted: typeof call = (id, target, args) => {
        charge(this.#meter, name, target === undefined ? args : [target, ...args]);
        return call(id, target, args);
      };
      Object.defineProperty(group, 'call', { value: counted });
    }
    const parsed = this.parse('timestamp(text)');
    if (parsed.kind === 'refused') throw new TypeError(parsed.cause);
    this.#toInstant = this.program(parsed);
  }

  /** Never throws. */
  parse(source: string): Parsed {
    try {
      const { expr, sourceInfo } = parse(source);
      return { kind: 'tree', tree: expr, offsetOf: (id) => sourceInfo?.positions[`${id}`] ?? null };
    } catch (error) {
      if (error instanceof RangeError)
        return { kind: 'refused', cause: 'It is nested too deep to be read.', offset: null };
      return { kind: 'refused', cause: syntaxCause(error), offset: syntaxOffset(error) };
    }
  }

  /** @param parsed whose tree `problemsOf` has found sound. */
  program({ tree, offsetOf }: Extract<Parsed, { kind: 'tree' }>): Program {
    const run = plan(this.#env, paced(tree));
    return (variables, limit) => {
      this.#meter.begin(limit);
      const result = run({ ...variables });
      const units = POLICY_LIMITS.beginning + this.#meter.spent;
      if (this.#meter.isEmpty) return { outcome: { kind: 'too-costly' }, units };
      if (!isCelError(result)) return { outcome: { kind: 'value', value: result }, units };
      const offset = result.exprId === undefined ? null : offsetOf(result.exprId);
      return { outcome: { kind: 'failed', cause: result.message.slice(0, 300), offset }, units };
    };
  }

  /** A fact that fits the shape, as the language has it. @throws RangeError where a text is no instant. */
  value(fact: Json, shape: Shape): Value {
    if (fact === null) return null;
    if (shape.kind === 'instant') return this.#instant(fact);
    if (shape.kind === 'list' && Array.isArray(fact)) return this.#list(fact as readonly Json[], shape.of);
    if (shape.kind === 'record' && isJsonObject(fact)) {
      const there = Object.entries(shape.fields).filter(
        ([name, field]) => fact[name] !== undefined || field.kind !== 'list' || field.missing === undefined,
      );
      return celMap(new Map(there.map(([name, field]) => [name, this.value(fact[name] ?? null, field)])));
    }
    return openValue(fact);
  }

  /** Facts about the whole plan are the same list for every change. */
  #list(fact: readonly Json[], of: Shape): Value {
    const known = this.#lists.get(fact);
    if (known !== undefined) return known;
    const made = celList(fact.map((item) => this.value(item, of)));
    this.#lists.set(fact, made);
    return made;
  }

  #joined(left: CelList, right: CelList): CelList {
    const items = this.#itemsOf(left).concat(this.#itemsOf(right));
    const list = celList(items);
    this.#items.set(list, items);
    return list;
  }

  #itemsOf(list: CelList): readonly CelValue[] {
    return this.#items.get(list) ?? [...list];
  }

  #instant(fact: Json): Value {
    const { outcome } = this.#toInstant({ text: typeof fact === 'string' ? fact : '' }, POLICY_LIMITS.evaluation);
    if (outcome.kind === 'value') return outcome.value;
    throw new RangeError('A fact that has to be an instant is none.');
  }
}

const LIST = listType(CelScalar.DYN);

function openValue(fact: Json): Value {
  if (typeof fact === 'number') return Number.isSafeInteger(fact) ? BigInt(fact) : fact;
  if (fact === null || typeof fact !== 'object') return fact;
  return isJsonObject(fact)
    ? celMap(new Map(Object.entries(fact).map(([name, member]) => [name, openValue(member)])))
    : celList(fact.map(openValue));
}

/** With every loop counted: what it goes over, and each of its turns; and everything that it writes out. */
function paced(tree: Tree): Tree {
  const { exprKind } = tree;
  switch (exprKind.case) {
    case 'selectExpr':
      return shaped(tree, {
        ...exprKind,
        value: { ...exprKind.value, ...optional('operand', exprKind.value.operand) },
      });
    case 'callExpr': {
      const { args, target } = exprKind.value;
      return shaped(tree, {
        ...exprKind,
        value: { ...exprKind.value, args: args.map(paced), ...optional('target', target) },
      });
    }
    case 'listExpr':
      return called(
        MADE,
        shaped(tree, { ...exprKind, value: { ...exprKind.value, elements: exprKind.value.elements.map(paced) } }),
      );
    case 'structExpr': {
      const entries = exprKind.value.entries.map((entry) => ({ ...entry, ...optional('value', entry.value) }));
      return called(MADE, shaped(tree, { ...exprKind, value: { ...exprKind.value, entries } }));
    }
    case 'comprehensionExpr': {
      const { iterRange, loopCondition, loopStep } = exprKind.value;
      const loop = {
        ...exprKind.value,
        ...(iterRange === undefined ? {} : { iterRange: called(TURN, paced(iterRange)) }),
        ...(loopCondition === undefined ? {} : { loopCondition: called(TURN, loopCondition) }),
        ...optional('loopStep', loopStep),
      };
      return shaped(tree, { ...exprKind, value: loop });
    }
    default:
      return tree;
  }
}

function optional<K extends string>(key: K, tree: Tree | undefined): { readonly [key in K]?: Tree } {
  return tree === undefined ? {} : ({ [key]: paced(tree) } as { readonly [key in K]: Tree });
}

function shaped(tree: Tree, exprKind: Tree['exprKind']): Tree {
  return { ...tree, exprKind };
}

function called(name: string, tree: Tree): Tree {
  const value = { $typeName: 'cel.expr.Expr.Call' as const, function: name, args: [tree] };
  return shaped(tree, { case: 'callExpr', value });
}

/** Functions that compare a value with others. */
export const COMPARING: ReadonlySet<string> = new Set(['_==_', '_!=_', '@in']);

/** What a call takes, before it is made. @throws Exhausted */
function charge(meter: Meter, name: string, values: readonly CelValue[]): void {
  meter.take(1);
  const [text = '', part = ''] = values.map((value) => (typeof value === 'string' ? value : ''));
  if (name === 'matches') meter.take(matchingUnits(text, part));
  if (name === 'contains') meter.take(searchingUnits(text, part));
  if (name === MADE) for (const value of values) if (isCelList(value) || isCelMap(value)) meter.take(value.size);
  for (const value of values) weigh(meter, value, COMPARING.has(name));
}

/** @param whole with all that it holds, as a comparison looks at it */
function weigh(meter: Meter, value: CelValue, whole: boolean): void {
  if (typeof value === 'string') meter.take(value.length >> 5);
  if (!isCelList(value) && !isCelMap(value)) return;
  if (!whole) return meter.take(value.size >> 6);
  for (const member of value.values()) {
    meter.take(1);
    weigh(meter, member, whole);
  }
}

function syntaxCause(error: unknown): string {
  const message = error instanceof Error ? error.message : 'It cannot be read.';
  return message.replace(/^<input>:\d+:\d+: /u, '').slice(0, 300);
}

function syntaxOffset(error: unknown): number | null {
  if (!(error instanceof Error) || !('location' in error)) return null;
  const { location } = error as { readonly location?: { readonly start?: { readonly offset?: unknown } } };
  const offset = location?.start?.offset;
  return typeof offset === 'number' ? offset : null;
}
