import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memorySubject, type Subject } from '../histories/subject.ts';

/** What a publish job asks about the ledger in a sweep over every open pull request, in order. */
async function asked({ team }: Subject): Promise<readonly string[]> {
  const { outputs } = await team.run('plan', { command: 'plan', 'pull-request': 'all' });
  const start = team.server.recordings.length;
  const run = await team.publish(outputs['bundle']);
  expect(run.exitCode, run.log).toBe(0);
  const ref = (await team.repository.head('countersign/ledger')).slice(0, 40);
  return team.server.recordings
    .slice(start)
    .map(({ method, path }) => `${method} ${path.replace(/^\/repos\/[^/]+\/[^/]+\//u, '').replace(ref, 'LEDGER')}`)
    .filter((request) => /LEDGER|countersign(%2F|\/)ledger/u.test(request));
}

function without(more: readonly string[], fewer: readonly string[]): readonly string[] {
  const left = [...more];
  for (const one of fewer) {
    const place = left.indexOf(one);
    if (place !== -1) left.splice(place, 1);
  }
  return left;
}

describe('a sweep over pull requests that touch nothing', () => {
  let subject: Subject;

  beforeAll(async () => {
    subject = await memorySubject('quick');
    const { team } = subject;
    await team.init();
    const pull = await team.propose('published', {
      [subject.pathOf('alpha')]: subject.documentOf('alpha', { limit: 9, purpose: 'p' }),
    });
    await team.planAndPublish(pull);
    await team.repository.editPullRequest(pull, { as: team.ana, state: 'closed' });
    await team.propose('first', { 'notes/first.md': 'A remark.\n' });
  });

  afterAll(() => subject.close());

  it('reads the ledger once: one more costs a look at its tip, and what is about itself', async () => {
    const { team } = subject;
    const one = await asked(subject);
    for (const name of ['second', 'third', 'fourth']) await team.propose(name, { [`notes/${name}.md`]: 'A remark.\n' });
    const more = without(await asked(subject), one);
    const tip = more.filter((request) => request.includes('matching-refs'));
    expect(tip).toHaveLength(3);
    const own = more.filter((request) => !request.includes('matching-refs'));
    expect(own).toHaveLength(new Set(own).size);
    expect(
      own.every((request) => request.includes('contents/index')),
      own.join('\n'),
    ).toBe(true);
    expect(own.length).toBeLessThanOrEqual(3);
  });
});
