import { describe, expect, it } from 'vitest';
import type { Attributes } from '../../../src/core/attributes.ts';
import { Recent } from '../../../src/providers/aws/write/recent.ts';
import { restricted, unitsOf } from '../../../src/providers/aws/write/units.ts';

const ADDRESS = 'prod/AwsIamRole/one';

function member(name: string, value: string | null): Attributes {
  return { tags: { values: { [name]: value ?? {} } } };
}

/** A writer that made `one` be `new`. */
function afterWriting() {
  const recent = new Recent();
  const units = unitsOf({ expect: member('one', 'old'), result: member('one', 'new') });
  recent.confirm(ADDRESS, units, { incarnation: 'ID1', attributes: restricted(found({ one: 'new' }), units) });
  return { recent, units };
}

function found(tags: { readonly [name: string]: string }): Attributes {
  return { description: 'x', tags: { others: 'remove', values: tags } };
}

describe('what contradicts an own write', () => {
  it.each([
    ['the state before it', 'ID1', found({ one: 'old' }), true],
    ['that it is not there', 'ID1', found({}), true],
    ['that the object is gone', null, null, true],
    ['another object', 'ID2', found({ one: 'new' }), true],
    ['nothing, when it is as written', 'ID1', found({ one: 'new', two: 'x' }), false],
  ])('is %s', (_, incarnation, attributes, contradicts) => {
    const { recent } = afterWriting();
    expect(recent.contradicts(ADDRESS, { incarnation, attributes }, null)).toBe(contradicts);
  });

  it('is nothing that was not looked at', () => {
    const { recent } = afterWriting();
    const elsewhere = unitsOf({ expect: { description: 'x' }, result: { description: 'y' } });
    const seen = { incarnation: 'ID1', attributes: { description: 'x' } };
    expect(recent.contradicts(ADDRESS, seen, elsewhere)).toBe(false);
  });

  it('is nothing about another identity', () => {
    const { recent } = afterWriting();
    expect(recent.contradicts('prod/AwsIamRole/two', { incarnation: null, attributes: null }, null)).toBe(false);
  });

  it('is nothing that is being written anew', () => {
    const { recent, units } = afterWriting();
    recent.release(ADDRESS, units, false);
    expect(recent.contradicts(ADDRESS, { incarnation: 'ID1', attributes: found({ one: 'old' }) }, null)).toBe(false);
    recent.release(ADDRESS, units, true);
    expect(recent.contradicts(ADDRESS, { incarnation: null, attributes: null }, null)).toBe(false);
  });

  it('is what was there, after it was deleted', () => {
    const { recent, units } = afterWriting();
    recent.confirm(ADDRESS, units, { incarnation: null, attributes: null });
    expect(recent.contradicts(ADDRESS, { incarnation: 'ID1', attributes: found({ one: 'new' }) }, null)).toBe(true);
    expect(recent.contradicts(ADDRESS, { incarnation: null, attributes: null }, null)).toBe(false);
  });

  it('keeps what was written to another member', () => {
    const { recent } = afterWriting();
    const units = unitsOf({ expect: member('two', null), result: member('two', 'x') });
    recent.confirm(ADDRESS, units, { incarnation: 'ID1', attributes: restricted(found({ two: 'x' }), units) });
    const late = { incarnation: 'ID1', attributes: found({ one: 'old', two: 'x' }) };
    expect(recent.contradicts(ADDRESS, late, null)).toBe(true);
  });
});
