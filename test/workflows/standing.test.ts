import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONFIGURATION_PATH } from '../../src/core/configuration.ts';
import type { Landing } from '../../src/workflows/landings.ts';
import { standingsOf } from '../../src/workflows/standing.ts';
import { landingWith } from '../support/landed.ts';
import { account, LandingWorld, rules, type Files } from '../support/landing-world.ts';

const WORKFLOW = '.github/workflows/tests.yml';
const OURS: Files = { CODEOWNERS: '* @olga' };
const THEIRS: Files = { CODEOWNERS: '* @ben' };
const WHY = { code: 'landing-unattributed', message: 'Not yet.' };

let here: LandingWorld;
let start: string;
beforeEach(async () => {
  here = await LandingWorld.begin({ CODEOWNERS: '* @acme' });
  start = await here.world.repository.head();
});
afterEach(() => here.close());

/** The kind of each landing's standing, and of what stands at the tip. */
async function stand(...landings: readonly Landing[]) {
  const found = await standingsOf(
    here.surface,
    { kind: 'line', landings, commits: landings.flatMap(({ commits }) => commits) },
    await here.world.repository.head(),
  );
  return {
    kinds: landings.map((landing) => found.of(landing).kind),
    ratifying: [...found.ratifying.keys()],
    tip: found.tip?.code ?? null,
    bypassed: found.bypassed?.contributors.map(({ login }) => login).toSorted() ?? null,
    found,
  };
}

/** A pull request that an administrator approved. */
const ratified = async (branch: string, files: Files, by = here.world.olga): Promise<Landing> =>
  (await here.landed(branch, files, by)).landing;

const changed = async (branch: string): Promise<Landing> =>
  (await here.landed(branch, account(branch, 'new'), here.world.ben)).landing;

const CLEAN = { tip: null, bypassed: null };
const UNAPPROVED = { tip: 'governance-unapproved' };

describe('landings that touch no rules', () => {
  it('stand on the approved ones, as does a landing that nobody looked at', async () => {
    const landing = await changed('alpha');
    const { kinds, found, ...rest } = await stand(landing);
    expect({ kinds, ...rest }).toMatchObject({ kinds: ['approved'], ratifying: [], ...CLEAN });
    expect(found.of(landingWith())).toEqual({ kind: 'approved' });
    expect(found.rules).toEqual(await here.rulesAt(start));
  });
});

describe('rules that landed by an approved pull request', () => {
  it('are approved from there on, by the ones before', async () => {
    const wider = { [CONFIGURATION_PATH]: rules('applyWithinDays: 3\n') };
    const [landing, next] = [await ratified('rules', wider), await changed('alpha')];
    const { kinds, ratifying, found, ...rest } = await stand(landing, next);
    expect({ kinds, ratifying, ...rest }).toMatchObject({
      kinds: ['approved', 'approved'],
      ratifying: [landing.commit],
      ...CLEAN,
    });
    expect(found.ratifying.get(landing.commit)).toEqual(await here.rulesAt(start));
    expect(found.rules).toMatchObject({ applyWithinDays: 3 });
  });

  it('are not while nobody can read them, though they were', async () => {
    const landing = await ratified('rules', { [CONFIGURATION_PATH]: 'kind: [' });
    expect(await stand(landing, await changedBeside())).toMatchObject({
      kinds: ['approved', 'unapproved'],
      ratifying: [],
      ...UNAPPROVED,
    });
  });

  /** Whatever lands next. */
  const changedBeside = async (): Promise<Landing> => await here.pushed(account('alpha', 'new'));
});

describe('rules that were pushed', () => {
  it('are approved by nobody, so that nothing after them stands', async () => {
    const [push, next] = [await here.pushed(THEIRS, here.world.ben), await changed('alpha')];
    const { found, ...rest } = await stand(push, next);
    expect(rest).toEqual({ kinds: ['approved', 'unapproved'], ratifying: [], ...UNAPPROVED, bypassed: ['ben'] });
    expect(found.of(next)).toMatchObject({ reason: { message: expect.stringContaining('CODEOWNERS') } });
    expect(found.tip?.message).toContain('CODEOWNERS');
    expect(found.rules).toEqual(await here.rulesAt(start));
  });

  it('are approved again by a pull request that shows each of them', async () => {
    const push = await here.pushed(THEIRS, here.world.ben);
    const mends = await ratified('ratify', OURS);
    const { found, ...rest } = await stand(push, mends, await changed('alpha'));
    expect(rest).toEqual({
      kinds: ['approved', 'mending', 'approved'],
      ratifying: [mends.commit],
      ...CLEAN,
    });
    expect(found.of(mends)).toEqual({ kind: 'mending', configuration: await here.rulesAt(start) });
  });

  it('are not by one that restores only some of them, which may land', async () => {
    const push = await here.pushed({ ...THEIRS, [WORKFLOW]: 'on: push' }, here.world.ben);
    const restores = await ratified('restore', { [WORKFLOW]: null });
    expect(await stand(push, restores)).toMatchObject({
      kinds: ['approved', 'mending'],
      ratifying: [],
      ...UNAPPROVED,
      bypassed: ['ben'],
    });
  });

  it('are not by one that changes only some of them, or that nobody approved, whose people count, too', async () => {
    const push = await here.pushed({ ...THEIRS, [WORKFLOW]: 'on: push' }, here.world.ben);
    const some = await ratified('some', { [WORKFLOW]: 'on: [push]' });
    const unread = (await here.landed('none', OURS)).landing;
    expect(await stand(push, some, unread)).toMatchObject({
      kinds: ['approved', 'unapproved', 'unapproved'],
      ratifying: [],
      ...UNAPPROVED,
      bypassed: ['ana', 'ben'],
    });
  });

  it('are not on the word of whoever pushed them, who may restore them', async () => {
    const push = await here.pushed(THEIRS, here.world.olga);
    const tidy = await ratified('tidy', OURS);
    expect(await stand(push, tidy)).toMatchObject({ kinds: ['approved', 'unapproved'], ratifying: [], ...UNAPPROVED });
    const restores = await ratified('restore', { CODEOWNERS: '* @acme' });
    expect(await stand(push, tidy, restores)).toMatchObject({
      kinds: ['approved', 'unapproved', 'mending'],
      ratifying: [restores.commit],
      ...CLEAN,
    });
  });

  it('are approved again where a push puts the approved bytes back, and nobody has contributed to what comes then', async () => {
    const push = await here.pushed(THEIRS, here.world.olga);
    const back = await here.pushed({ CODEOWNERS: '* @acme' }, here.world.olga);
    expect(await stand(push, back)).toMatchObject({ kinds: ['approved', 'unapproved'], ratifying: [], ...CLEAN });
    const again = await here.pushed({ [WORKFLOW]: 'on: push' }, here.world.ben);
    const ratifies = await ratified('ratify', { [WORKFLOW]: 'on: [push]' });
    expect(await stand(push, back, again)).toMatchObject({
      kinds: ['approved', 'unapproved', 'approved'],
    });
    expect(await stand(push, back, again, ratifies)).toMatchObject({ ratifying: [ratifies.commit], ...CLEAN });
  });
});

describe('rules of which nobody can tell now whether they were approved', () => {
  it('as GitHub names no pull request yet: what comes next waits, even after others that nobody approved', async () => {
    const push = { ...(await here.pushed(THEIRS)), unattributed: WHY };
    const more = await here.pushed({ [WORKFLOW]: 'on: push' });
    const { kinds, found, ...rest } = await stand(push, more, await changed('alpha'));
    expect({ kinds, ...rest }).toMatchObject({ kinds: ['approved', 'unread', 'unread'], ...UNAPPROVED });
    expect(found.of(more)).toEqual({ kind: 'unread', reasons: [WHY] });
  });

  it('as the ledger lacks their plan', async () => {
    const opened = await here.propose('rules', OURS);
    await here.publish(opened, { keeps: false });
    const landing = await here.land(opened);
    const next = await changed('alpha');
    const { found, ...rest } = await stand(landing, next);
    expect(rest).toMatchObject({ kinds: ['approved', 'unread'], ratifying: [], ...UNAPPROVED, bypassed: ['ana'] });
    expect(found.of(next)).toMatchObject({ reasons: [{ code: 'ledger-content-missing' }] });
  });

  it('is not asked of what touches no rules', async () => {
    const push = { ...(await here.pushed(account('beta', 'new'))), unattributed: WHY };
    expect(await stand(push, await changed('alpha'))).toMatchObject({ kinds: ['approved', 'approved'], ...CLEAN });
  });
});

describe('what the ledger says already', () => {
  it('is where the rules were approved: what landed up to there is not judged again', async () => {
    const [push, next] = [await here.pushed(THEIRS), await changed('alpha')];
    const body = { type: 'rules', commit: push.commit, governance: {}, takenIn: [] } as const;
    await here.enter(null, null, body);
    const found = await stand(push, next);
    expect(found).toMatchObject({ kinds: ['approved', 'approved'], ratifying: [], ...CLEAN });
  });

  it('is who contributed to what stands unapproved, and who comes besides', async () => {
    const push = await here.pushed(THEIRS, here.world.olga);
    const bypassed = { contributors: [{ id: here.world.rita.id, login: 'rita' }], incomplete: null };
    const applyId = here.applyIdOf(push, null);
    await here.enter(null, null, { type: 'refused', applyId, landing: push.commit, reasons: [], bypassed });
    const more = await here.pushed({ [WORKFLOW]: 'on: push' }, here.world.ben);
    expect((await stand(more)).bypassed).toEqual(['ben', 'rita']);
  });
});
