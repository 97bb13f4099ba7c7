import { Cel, type Program } from './cel.ts';
import { problemsOf, type ExpressionProblem } from './check.ts';
import { foundBy, type Found } from './found.ts';
import { POLICY_LIMITS } from './limits.ts';
import { readsOf, type Reads } from './reads.ts';

export type Compiled =
  | { readonly kind: 'program'; readonly program: Program; readonly reads: Reads; readonly found: Found }
  | { readonly kind: 'refused'; readonly problems: readonly ExpressionProblem[] };

/** An expression ready to be evaluated, or everything that is wrong with it. Takes bounded time for any text. */
export function compileExpression(cel: Cel, source: string): Compiled {
  if (source.length > POLICY_LIMITS.expression) {
    const cause = `The expression is longer than ${POLICY_LIMITS.expression} characters.`;
    const mend = 'Make several rules of it.';
    return { kind: 'refused', problems: [{ code: 'expression-too-large', cause, mend, offset: null }] };
  }
  const parsed = cel.parse(source);
  if (parsed.kind === 'refused') {
    const cause = `The expression cannot be read: ${parsed.cause}.`.replace(/\.\.$/u, '.');
    const mend = 'Write an expression of CEL (https://cel.dev).';
    return { kind: 'refused', problems: [{ code: 'bad-expression', cause, mend, offset: parsed.offset }] };
  }
  const problems = problemsOf(parsed.tree, parsed.offsetOf, (pattern) => isPattern(cel, pattern));
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'program', program: cel.program(parsed), reads: readsOf(parsed.tree), found: foundBy(cel, parsed) };
}

function isPattern(cel: Cel, pattern: string): boolean {
  const parsed = cel.parse('"".matches(pattern)');
  if (parsed.kind === 'refused') return false;
  return cel.program(parsed)({ pattern }, POLICY_LIMITS.evaluation).outcome.kind === 'value';
}
