import { describe, expect, it } from 'vitest';
import { ownedBy } from '../../../src/providers/postgres/facts.ts';
import { estate } from './steps/estate.ts';

describe('ownedBy', () => {
  it.each(['constructor', 'toString', '__proto__'])('takes %s for a name like any other', (role) => {
    expect(ownedBy(estate(), role)).toEqual([]);
    expect(ownedBy(estate({ sharedOwned: Object.fromEntries([[role, ['database orders']]]) }), role)).toEqual([
      { database: null, objects: ['database orders'] },
    ]);
  });
});
