import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalize, hashJson, planDigest, sha256 } from '../../src/core/digest.ts';
import type { Json, JsonObject } from '../../src/core/json.ts';
import type { EntryPredicate, Envelope, Statement } from '../../src/core/ledger/entry.ts';
import { entryPath, HEAD_PATH, STATE_PATH } from '../../src/core/ledger/layout.ts';
import { sealEntry } from '../../src/core/ledger/seal.ts';
import { ed25519Signer } from '../../src/core/ledger/signing.ts';
import { decodeBundle, encodeBundle } from '../../src/workflows/bundle.ts';
import { declares, Estate } from './estate.ts';
import { LEDGER } from './evidence.ts';
import type { Pull } from './repository.ts';

describe('a run on an outdated version of the engine', () => {
  let estate: Estate;

  beforeEach(async () => {
    estate = await Estate.begin();
  });

  afterEach(async () => {
    await estate.close();
  });

  const tip = async (): Promise<string> => await estate.team.repository.head(LEDGER);

  /** What a newer version appends with the key that the base trusts. */
  async function append(body: JsonObject, files: Readonly<Record<string, string>> = {}, state?: Json): Promise<void> {
    const { repository, cleo, secrets } = estate.team;
    const head = JSON.parse((await repository.readFile(LEDGER, HEAD_PATH)) ?? '') as JsonObject & { index: number };
    const text = (await repository.readFile(LEDGER, entryPath(head.index))) ?? '';
    const { payload } = JSON.parse(text) as Envelope;
    const { predicate } = JSON.parse(Buffer.from(payload, 'base64').toString('utf8')) as Statement;
    const index = head.index + 1;
    const named = state === undefined ? predicate.state : hashJson(state);
    const next = { ...predicate, index, previous: sha256(text), state: named, body: body as EntryPredicate['body'] };
    const { bytes, hash } = await sealEntry(next, null, ed25519Signer('trusted', secrets['LEDGER_KEY'] ?? ''));
    await repository.push({
      as: cleo,
      branch: LEDGER,
      files: {
        ...files,
        [entryPath(index)]: Buffer.from(bytes).toString('utf8'),
        [HEAD_PATH]: canonicalize({ ...head, index, hash }),
      },
    });
  }

  async function expectStopped(pull: Pull, evidence: RegExp): Promise<void> {
    const before = await tip();
    const run = await estate.team.apply();
    expect(run).toMatchObject({ exitCode: 1 });
    expect(run.log).toMatch(/engine-outdated/u);
    expect(run.log).toMatch(evidence);
    expect(await tip()).toBe(before);
    expect(await estate.role(`app-${pull.number}`)).toBeNull();
  }

  async function landed(): Promise<Pull> {
    const pull = await estate.approved('newer', declares('app-1'));
    expect(pull.number).toBe(1);
    await estate.merge(pull);
    return pull;
  }

  it('stops at an entry of a type that it does not know, and overwrites nothing', async () => {
    const pull = await landed();
    await append({ type: 'from-the-future', content: {} });
    await expectStopped(pull, /entries\/.*a known type of entry/u);
    const before = await tip();
    const other = await estate.team.propose('other', declares('other'));
    expect((await estate.team.planAndPublish(other)).publish.log).toMatch(/engine-outdated/u);
    expect(await tip()).toBe(before);
  });

  it('stops at a state of a version that it does not know', async () => {
    const pull = await landed();
    const state = { formatVersion: '2' };
    await append({ type: 'drift', content: {} }, { [STATE_PATH]: canonicalize(state) }, state);
    await expectStopped(pull, /state\.json has the format "2"/u);
  });

  it('stops at a plan of a format that it does not know', async () => {
    const { team } = estate;
    const pull = await team.propose('newer', declares('app-1'));
    const [planned] = decodeBundle((await team.plan(pull)).outputs['bundle'] ?? '').planned;
    if (planned?.kind !== 'planned') throw new Error('nothing was planned');
    const plan = { ...planned.plan, formatVersion: '2' as '1' };
    const newer = { ...planned, plan, digest: planDigest(plan) };
    await team.publish(encodeBundle({ formatVersion: '1', planned: [newer] }));
    await estate.approve(pull);
    await estate.merge(pull);
    await expectStopped(pull, /the plan of sha256:[0-9a-f]+ has the format 2/u);
  });
});
