import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checksOf } from '../e2e/evidence.ts';
import { CONFIGURATION_PATH } from '../e2e/estate.ts';
import { memorySubject, type Subject } from '../histories/subject.ts';

const DESIRED = "desired: ['identities/**/*.yaml']";
const WORKFLOW = '.github/workflows/more.yml';

type Files = Readonly<Record<string, string | null>>;

describe('rules that nobody approved, and that look elsewhere', () => {
  let subject: Subject;
  let rules: string;

  beforeEach(async () => {
    subject = await memorySubject('quick');
    rules = (await subject.team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
    expect(rules).toContain(DESIRED);
    expect(await subject.team.init()).toMatchObject({ exitCode: 0 });
  });

  afterEach(async () => {
    await subject.close();
  });

  /** The identity's document, made eve's own. */
  const ofEve = (limit: number): Files => ({
    [subject.pathOf('alpha')]: subject
      .documentOf('alpha', { limit, purpose: 'p' })
      .replace('owner: billing', "owner: '@eve'"),
  });

  const elsewhere = (): Files => ({
    [CONFIGURATION_PATH]: rules.replace(DESIRED, "desired: ['identities/b*.yaml']"),
  });

  async function pushed(files: Files): Promise<void> {
    await subject.team.pushPast(subject.people.cleo, files);
    await subject.team.apply();
  }

  /** What eve's word is worth for alpha once the approved rules stand again. */
  async function wordOfEve(): Promise<string> {
    const { team, people } = subject;
    await pushed({ [CONFIGURATION_PATH]: rules, [WORKFLOW]: null });
    expect(await team.apply()).toMatchObject({ exitCode: 0 });
    const pull = await team.propose('raise', ofEve(99));
    await team.planAndPublish(pull);
    team.server.advanceClock(2);
    await team.repository.review(pull, { as: people.eve, event: 'APPROVE' });
    const { publish } = await team.planAndPublish(pull);
    return `${publish.outputs['decision']}: ${checksOf(team, pull.head.sha).approval?.summary ?? ''}`;
  }

  it('hide no document that came with them', async () => {
    await pushed({ ...elsewhere(), ...ofEve(5) });
    expect(await wordOfEve()).toMatch(/^waiting: [^]*unapplied-base/u);
  });

  it('nor one that came after them', async () => {
    await pushed(elsewhere());
    await pushed(ofEve(5));
    await pushed({ [WORKFLOW]: 'on: push\n' });
    expect(await wordOfEve()).toMatch(/^waiting: [^]*unapplied-base/u);
  });
});
