import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sha256 } from '../../src/core/json.ts';
import { blobPath } from '../../src/core/ledger/layout.ts';
import { fileBacked } from '../../src/providers/memory/system.ts';
import { checksOf, entriesOf, ledgerOf } from '../e2e/evidence.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

const LEDGER = 'countersign/ledger';

describe('a landing that is superseded only when the later one is refused already', () => {
  let subject: Subject;

  beforeEach(async () => {
    subject = await memorySubject('quick');
    expect(await subject.team.init()).toMatchObject({ exitCode: 0 });
  });

  afterEach(async () => {
    await subject.close();
  });

  const alpha = (limit: number, owner: string) => ({
    [subject.pathOf('alpha')]: subject
      .documentOf('alpha', { limit, purpose: 'p' })
      .replace('owner: billing', `owner: ${owner}`),
  });

  /** As long as it is busy, an apply that needs it stays unfinished. */
  function busy(resources: readonly string[]): void {
    const world = fileBacked(subject.team.secrets['ACCOUNTS_READ'] ?? '');
    world.save({ ...world.load(), busy: [...resources] });
  }

  it('acquits nobody of what the later one left', async () => {
    const { team, people } = subject;
    const beta = subject.documentOf('beta', { limit: 5, purpose: 'p' }).replace('[read]', '[read, write]');
    const half = await team.propose('half', { ...alpha(9, 'billing'), [subject.pathOf('beta')]: beta });
    await team.planAndPublish(half);
    team.server.advanceClock(2);
    await team.repository.review(half, { as: people.ben, event: 'APPROVE' });
    await team.planAndPublish(half);
    busy(['invoices']);
    await team.repository.mergePullRequest(half, { as: people.ana, method: 'squash' });
    expect((await team.apply()).log).toMatch(/unfinished/u);
    expect(await subject.live('alpha')).toMatchObject({ limit: 9 });

    const { digest = null } = (await ledgerOf(team)).find(({ body }) => body.type === 'planned') ?? {};
    const path = blobPath(digest as Sha256);
    const plan = await team.repository.readFile(LEDGER, path);
    await team.repository.push({ as: people.dora, branch: LEDGER, files: { [path]: null } });
    const taken = await team.propose('taken', alpha(9, "'@eve'"), people.dora);
    await team.planAndPublish(taken);
    await team.repository.mergePullRequest(taken, { as: people.dora, method: 'squash' });
    expect((await team.apply()).log).toMatch(/refused/u);
    await team.repository.push({ as: people.dora, branch: LEDGER, files: { [path]: plan ?? '' } });
    busy([]);
    await team.apply();
    expect((await entriesOf(team, half)).at(-1)).toMatchObject({ type: 'apply-finished', result: 'superseded' });

    const raise = await team.propose('raise', alpha(99, "'@eve'"));
    await team.planAndPublish(raise);
    team.server.advanceClock(2);
    await team.repository.review(raise, { as: people.eve, event: 'APPROVE' });
    const { publish } = await team.planAndPublish(raise);
    expect(publish.outputs['decision'], checksOf(team, raise.head.sha).approval?.summary).toBe('waiting');
  });
});
