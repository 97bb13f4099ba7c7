import { expect, it } from 'vitest';
import { CountersignError } from '../../../src/core/errors.ts';
import { openLedger } from '../../../src/core/ledger/open.ts';
import { begun, enter, makeKeys, note } from '../../support/ledger-writer.ts';
import { MemoryLedger } from '../../support/memory-ledger.ts';

it('is no shorter ledger while somebody who says whose signatures count does not answer', async () => {
  const keys = makeKeys('trusted');
  const store = new MemoryLedger();
  const writer = await begun(store, keys);
  await enter(writer, [note('one')]);
  let calls = 0;
  const verify: typeof keys.verifier.verify = async (envelope) => {
    calls += 1;
    if (calls === 1) throw new CountersignError('oidc-unreachable', 'The issuer does not answer.', { mend: 'Wait.' });
    return await keys.verifier.verify(envelope);
  };
  await expect(openLedger({ ...writer, verifier: { verify } })).rejects.toMatchObject({ code: 'oidc-unreachable' });
});
