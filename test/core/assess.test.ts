import { describe, expect, it } from 'vitest';
import { account, addressOf, declared, memoryLab } from '../support/memory.ts';
import { reconciliation } from '../support/planning.ts';

const lab = memoryLab({ accounts: { exporter: account(), stranger: account({ incarnation: '2' }) } });

async function notesOf(name: string) {
  const documents = [declared('exporter')];
  const { assessment } = await lab.plan({
    base: documents,
    head: documents,
    requests: [reconciliation('remove', [addressOf(name)])],
  });
  return assessment.changes.flatMap(({ notes }) => notes);
}

describe('a Reconciliation that asks to remove', () => {
  it('what is neither live nor declared says that nothing is removed, and which name is near', async () => {
    expect(await notesOf('exportr')).toEqual([
      {
        code: 'nothing-removed',
        message:
          'Nothing of this name is live, and no document declares it, so nothing is removed. Did you mean "exporter"?',
      },
    ]);
  });

  it('what is live and undeclared needs no such note', async () => {
    expect(await notesOf('stranger')).toEqual([]);
  });
});

describe('a document that goes', () => {
  it('of what is not live any more needs no such note', async () => {
    const { assessment } = await lab.plan({ base: [declared('gone')], head: [] });
    expect(assessment.changes).toMatchObject([{ notes: [] }]);
  });
});
