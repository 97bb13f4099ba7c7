import type { Json } from '../json.ts';
import type { Cel, Value } from './cel.ts';
import type { Facts } from './facts.ts';
import { VARIABLES, type Shape } from './shape.ts';

/** The facts as the variables of an expression. @throws RangeError where a text is no instant. */
export function variablesOf(cel: Cel, facts: Facts): { readonly [name: string]: Value } {
  const shapes: { readonly [name: string]: Shape } = VARIABLES;
  const values: { readonly [name: string]: Json } = facts;
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, cel.value(values[name] ?? null, shape)]),
  );
}
