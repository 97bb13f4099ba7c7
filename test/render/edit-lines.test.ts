import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/core/json.ts';
import { differences } from '../../src/core/leaves.ts';
import { editLines, editText } from '../../src/render/edit-lines.ts';
import { editsOf } from '../../src/render/edits.ts';
import { viewOf } from '../../src/render/view.ts';
import { plainAssessment } from '../support/assessments.ts';
import { changeWith, planOf } from '../support/plans.ts';

type Told = { readonly words?: Readonly<Record<string, string>>; readonly lines?: Readonly<Record<string, number>> };

/** The diff of a change as the comment shows it; `lines`: of the document, by attribute. */
function diff(before: JsonObject | null, after: JsonObject | null, { words = {}, lines = {} }: Told = {}) {
  const change = changeWith('x', { action: before === null ? 'create' : 'update', before, after });
  const locations = Object.fromEntries(
    Object.entries(lines).map(([pointer, line]) => [pointer, { path: 'x.yaml', line, column: 1 }]),
  );
  const assessed = { risk: { level: 'low', reasons: [] }, gains: [], loses: [], expansions: {}, notes: [] } as const;
  const { address } = change;
  const assessment = plainAssessment({ changes: [{ address, ...assessed, location: null, words, locations }] });
  const [view] = viewOf(planOf([change]), `sha256:${'0'.repeat(64)}`, assessment).changes;
  if (view === undefined) throw new Error('there is one change');
  return editLines(editsOf(view)).map(editText);
}

const list = (values: JsonObject, others: 'keep' | 'remove' = 'remove') => ({ others, values });

describe('exact edits', () => {
  test('are in the words of the document', () => {
    expect(
      diff(
        { inline: list({ read: { 'Allow on a/b': { actions: { get: true } } } }) },
        { inline: list({ read: { 'Allow on a/b': { actions: { get: true, put: true } } } }) },
        { words: { inline: 'inlinePolicies' } },
      ),
    ).toEqual(['+ inlinePolicies › read › Allow on a/b › actions › put']);
  });

  test('say once what several are about, and where it stands', () => {
    const lines = { '/rules/pods/get': 7, '/rules/pods/list': 7, '/rules/nodes/get': 9 };
    expect(
      diff({ rules: { pods: { get: true } } }, { rules: { pods: { list: true }, nodes: { get: true } } }, { lines }),
    ).toEqual(['  rules:', '+   nodes › get   # x.yaml:9', '    pods:   # x.yaml:7', '-     get', '+     list']);
  });

  test('tell a value from a member', () => {
    expect(diff({ login: false }, { login: true })).toEqual(['- login: false', '+ login: true']);
    expect(diff({ of: { a: true } }, { of: { a: null } })).toEqual(['- of › a: true', '+ of › a: (none)']);
    expect(diff({ of: { a: true } }, { of: {} })).toEqual(['- of › a']);
  });

  test('say what becomes of others where documents have to say it', () => {
    expect(diff(null, { tags: list({ a: 'x' }) })).toEqual(['+ tags › a: "x"']);
    expect(diff(null, { tags: list({}) })).toEqual(['+ tags: (empty)']);
    expect(diff({ tags: list({}) }, null)).toEqual(['- tags: (empty)']);
    expect(diff(null, { tags: list({ a: 'x' }, 'keep') })).toEqual(['  tags:', '+   (others): "keep"', '+   a: "x"']);
    expect(diff({ tags: list({ a: 'x' }) }, { tags: list({ a: 'x' }, 'keep') })).toEqual([
      '- tags › (others): "remove"',
      '+ tags › (others): "keep"',
    ]);
  });

  test.each(['a › b', 'a: b', '"a"', '(others)', '', ' a', 'a:', '- a'])('put the key %j in quotes', (key) => {
    expect(diff({ of: {} }, { of: { [key]: true } })).toEqual([`+ of › ${JSON.stringify(key)}`]);
  });

  test('say that an attribute has no value', () => {
    expect(diff({ boundary: 'a' }, { boundary: null })).toEqual(['- boundary: "a"', '+ boundary: (none)']);
  });

  test.each(['*.""', 'secrets "db"', 'a"'])('leave the key %s as it is', (key) => {
    expect(diff({ of: {} }, { of: { [key]: true } })).toEqual([`+ of › ${key}`]);
  });

  test('never look alike where they are not', () => {
    const key = fc.constantFrom(
      'a',
      'b',
      'a"',
      '"a',
      'a" › b',
      'a": "b',
      'a › b',
      'values',
      'others',
      '(others)',
      'a:',
      '"a"',
      '',
      'a: true',
    );
    const leaves = fc.dictionary(key, fc.constantFrom(true, null, 'keep', 'remove', 'a'), { noNullPrototype: true });
    const trees = fc.oneof(leaves, fc.dictionary(key, leaves, { noNullPrototype: true }));
    const others = fc.constantFrom<'keep' | 'remove'>('keep', 'remove');
    fc.assert(
      fc.property(trees, trees, others, others, fc.boolean(), (one, other, left, right, listed) => {
        const [was, is] = listed ? [list(one, left), list(other, right)] : [one, other];
        fc.pre(differences({ of: was }, { of: is }).length > 0);
        expect(diff(null, { of: was })).not.toEqual(diff(null, { of: is }));
      }),
    );
  });
});
