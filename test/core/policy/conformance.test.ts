import { describe, expect, it } from 'vitest';
import { conformanceCases, resultOf } from './conformance.ts';

const results = conformanceCases().map((one) => ({ ...one, result: resultOf(one) }));

/** How many cases of each section pass, and how many our subset refuses before anything is evaluated. */
const SECTIONS: { readonly [section: string]: readonly [passed: number, refused: number] } = {
  basic: [39, 4],
  comparisons: [334, 72],
  conversions: [50, 59],
  fields: [48, 11],
  fp_math: [30, 0],
  integer_math: [64, 0],
  lists: [39, 0],
  logic: [30, 0],
  macros: [44, 0],
  parse: [175, 44],
  plumbing: [5, 0],
  string: [51, 0],
  timestamps: [46, 30],
  // Functions beyond the core, messages of protobuf, and what only a type checker tells: policies have none of it.
  bindings_ext: [0, 5],
  block_ext: [0, 37],
  dynamic: [0, 226],
  encoders_ext: [0, 4],
  enums: [0, 85],
  macros2: [0, 46],
  math_ext: [0, 199],
  namespace: [0, 3],
  optionals: [0, 70],
  proto2: [0, 108],
  proto2_ext: [0, 18],
  proto3: [0, 75],
  string_ext: [0, 209],
  type_deductions: [0, 47],
  wrappers: [0, 36],
};

/** What does otherwise than the language says, and why that does no harm. */
const KNOWN: { readonly [name: string]: string } = {
  'fields/qualified_identifier_resolution/map_value_repeat_key_heterogeneous':
    'a map that is written out with one key as int and as uint is no error; no fact is a uint',
};

describe("the language's own conformance cases", () => {
  it('pass where our subset evaluates them, and are refused elsewhere, section by section', () => {
    const counts = [...Map.groupBy(results, ({ section }) => section)].map(([section, members]) => {
      const having = (kind: string): number => members.filter(({ result }) => result.kind === kind).length;
      return [section, [having('passed'), having('refused')]] as const;
    });
    expect(Object.fromEntries(counts)).toEqual(SECTIONS);
  });

  it('fail nowhere but where it is known', () => {
    const failed = results.filter(({ result }) => result.kind === 'failed');
    expect(failed.map(({ section, name }) => `${section}/${name}`)).toEqual(Object.keys(KNOWN));
  });

  it('are refused for what policies have not, never for what they have', () => {
    const reasons = results.flatMap(({ result }) => (result.kind === 'refused' ? [result.why] : []));
    expect(
      Object.fromEntries([...Map.groupBy(reasons, (why) => why)].map(([why, same]) => [why, same.length])),
    ).toEqual({
      'unknown-function': 797,
      'unknown-variable': 399,
      'a message of protobuf': 79,
      'bad-expression': 58,
      'a type checker': 47,
      'a namespace': 8,
    });
  });
});
