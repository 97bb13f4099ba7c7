import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountersignError } from '../../src/core/errors.ts';
import {
  decodeHandedState,
  encodeHandedState,
  handedAnswer,
  handedStates,
  reachOf,
  type HandedState,
} from '../../src/core/handed-state.ts';
import type { Json } from '../../src/core/json.ts';
import { isLiveState } from '../../src/core/live-shape.ts';
import { account, addressOf, memoryLab } from '../support/memory.ts';

const AT = '2026-06-01T12:00:00Z';

async function world() {
  const lab = memoryLab({ accounts: { a: account(), b: account({ incarnation: '2' }) } });
  const live = await lab.reader.read({ kind: 'boundary' });
  const state: HandedState = { formatVersion: '1', at: AT, reach: reachOf(lab.source), live, estate: null };
  return { lab, state };
}

function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof CountersignError ? error.code : 'thrown';
  }
}

describe('a state that is handed on', () => {
  it('answers for addresses as a reader that was asked for them', async () => {
    const { lab, state } = await world();
    for (const addresses of [[addressOf('a')], [addressOf('a'), addressOf('z')], []]) {
      const query = { kind: 'addresses', addresses } as const;
      const answer = handedAnswer(handedStates([state], AT), lab.source, lab.provider, query);
      expect(answer).toEqual(await lab.reader.read(query));
    }
  });

  it('does not know what stands outside of the boundary, which is no absence', async () => {
    const { lab, state } = await world();
    const reason = { code: 'outside-boundary', message: 'outside' };
    const provider = { ...lab.provider, outside: () => reason };
    const query = { kind: 'addresses', addresses: [addressOf('a'), addressOf('z')] } as const;
    expect(handedAnswer(handedStates([state], AT), lab.source, provider, query)?.unreadable).toEqual([
      { address: addressOf('z'), pointer: null, reason },
    ]);
  });

  it('answers nothing for other sources, nor for effective access that was not read', async () => {
    const { lab, state } = await world();
    const handed = handedStates([state], AT);
    const elsewhere = { ...lab.source, name: 'other' };
    expect(handedAnswer(handed, elsewhere, lab.provider, { kind: 'boundary' })).toBeNull();
    expect(handedAnswer(undefined, lab.source, lab.provider, { kind: 'boundary' })).toBeNull();
    const estate = handedAnswer(handed, lab.source, lab.provider, { kind: 'estate' });
    expect([estate?.objects, estate?.unreadable[0]?.reason.code]).toEqual([[], 'live-state-partial']);
  });

  it.each([
    ['2026-06-01T14:00:00Z', undefined],
    ['2026-06-01T10:00:00Z', undefined],
    ['2026-06-01T14:00:00.001Z', 'live-state-outdated'],
    ['2026-06-01T09:59:59.999Z', 'live-state-outdated'],
    ['nonsense', 'live-state-outdated'],
  ])('read at noon and looked at at %s: %s', async (now, code) => {
    const { lab, state } = await world();
    const answer = handedAnswer(handedStates([state], now), lab.source, lab.provider, { kind: 'boundary' });
    expect(answer?.unreadable[0]?.reason.code).toBe(code);
  });

  it('answers only for the boundary and the options that it was read by', async () => {
    const { lab, state } = await world();
    const others = [{ boundary: { include: ['a*'] } }, { options: { databases: ['b'] } }, { provider: 'postgres' }];
    for (const other of others) {
      const source = { ...lab.source, ...other };
      const answer = handedAnswer(handedStates([state], AT), source, lab.provider, { kind: 'boundary' });
      expect(answer?.unreadable.map(({ reason }) => reason.code)).toEqual(['live-state-elsewhere']);
      expect([answer?.objects, answer?.target]).toEqual([[], {}]);
    }
  });

  it('answers nothing where its source is of another provider than it says to have been read by', async () => {
    const { lab, state } = await world();
    const forged = { ...state, live: { ...state.live, provider: 'postgres' } };
    const answer = handedAnswer(handedStates([forged], AT), lab.source, lab.provider, { kind: 'boundary' });
    expect(answer).toMatchObject({ objects: [], unreadable: [{ reason: { code: 'live-state-elsewhere' } }] });
  });

  it('answers with effective access where that was read', async () => {
    const { lab, state } = await world();
    const estate = { ...state.live, objects: state.live.objects.slice(1) };
    const handed = handedStates([{ ...state, estate }], AT);
    expect(handedAnswer(handed, lab.source, lab.provider, { kind: 'estate' })).toEqual(estate);
    expect(handedAnswer(handed, lab.source, lab.provider, { kind: 'boundary' })).toEqual(state.live);
  });

  it('tells of addresses only what is about them or about the whole source', async () => {
    const { lab, state } = await world();
    const reason = { code: 'denied', message: 'may not be read' };
    const about = [null, addressOf('a'), addressOf('b'), addressOf('y')];
    const unreadable = about.map((address) => ({ address, pointer: null, reason }));
    const notModelled = about.map((address) => ({ address, what: 'a thing', detail: 'x' }));
    const partial = { ...state, live: { ...state.live, unreadable, notModelled } };
    const outside = () => ({ code: 'outside-boundary', message: 'outside' });
    const provider = { ...lab.provider, outside };
    const query = { kind: 'addresses', addresses: [addressOf('a'), addressOf('y')] } as const;
    const answer = handedAnswer(handedStates([partial], AT), lab.source, provider, query);
    expect(answer?.objects.map(({ address }) => address)).toEqual([addressOf('a')]);
    expect(answer?.unreadable).toEqual([unreadable[0], unreadable[1], unreadable[3]]);
    expect(answer?.notModelled).toEqual([notModelled[0], notModelled[1], notModelled[3]]);
  });

  it('is one of each source', async () => {
    const { state } = await world();
    const other = { ...state, live: { ...state.live, source: 'other' } };
    expect([...handedStates([state, other], AT).states.keys()]).toEqual([state.live.source, 'other']);
  });

  it('survives being written and read', async () => {
    const { state } = await world();
    const precise = `2026-06-01T12:00:00.${'0'.repeat(78)}Z`;
    for (const one of [state, { ...state, estate: state.live }, { ...state, at: precise }])
      expect(decodeHandedState(Buffer.from(encodeHandedState(one)), 'a.json')).toEqual(one);
  });

  it('is refused where any part is not what it should be', async () => {
    const { state } = await world();
    const [object] = state.live.objects;
    const live = (parts: object) => ({ ...state, live: { ...state.live, ...parts } });
    const wrong: readonly unknown[] = [
      null,
      [],
      {},
      { ...state, formatVersion: '2' },
      { ...state, at: 'then' },
      { ...state, at: 1 },
      { ...state, at: `2026-06-01T12:00:00.${'0'.repeat(79)}Z` },
      { ...state, estate: { ...state.live, provider: 'other' } },
      { ...state, estate: {} },
      { ...state, reach: 1 },
      { ...state, estate: undefined },
      { ...state, estate: { ...state.live, source: 'other' } },
      live({ source: 1 }),
      live({ source: 'other' }),
      live({ target: { id: 1 } }),
      live({ facts: [] }),
      live({ objects: {} }),
      live({ objects: [{ ...object, address: 'other/MemoryAccount/a' }] }),
      live({ objects: [{ ...object, address: 'a' }] }),
      live({ objects: [{ ...object, incarnation: 1 }] }),
      live({ objects: [{ ...object, attributes: null }] }),
      live({ objects: [{ ...object, credentials: [{ id: 'a' }] }] }),
      live({ objects: [{ ...object, managedBy: 'Terraform' }] }),
      live({ unreadable: [{ address: null, pointer: 1, reason: { code: 'a', message: 'b' } }] }),
      live({ unreadable: [{ address: null, pointer: null, reason: 'a' }] }),
      live({ notModelled: [{ address: null, what: 'a' }] }),
    ];
    for (const one of wrong)
      expect(
        codeOf(() => decodeHandedState(Buffer.from(JSON.stringify(one)), 'a.json')),
        JSON.stringify(one),
      ).toBe('live-state-unusable');
    expect(codeOf(() => decodeHandedState(Buffer.from('{'), 'a.json'))).toBe('live-state-unusable');
    expect(codeOf(() => decodeHandedState(Buffer.from([0xff]), 'a.json'))).toBe('live-state-unusable');
    expect(codeOf(() => handedStates([state, state], AT))).toBe('live-state-unusable');
  });

  it('is refused where a text in it is no UTF-8', async () => {
    const { state } = await world();
    const bytes = Buffer.from(encodeHandedState({ ...state, reach: 'sha256:é' }), 'latin1');
    expect(codeOf(() => decodeHandedState(bytes, 'a.json'))).toBe('live-state-unusable');
  });

  it('is refused by its size before it is read', () => {
    const evidenceOf = (bytes: Uint8Array) => {
      try {
        return decodeHandedState(bytes, `${'p'.repeat(300)}.json`);
      } catch (error) {
        return error instanceof CountersignError ? error.evidence : 'thrown';
      }
    };
    const path = 'p'.repeat(200);
    expect(evidenceOf(new Uint8Array(64 * 1024 * 1024 + 1))).toBe(`${path}: it has more than 67108864 bytes`);
    expect(evidenceOf(new Uint8Array(64 * 1024 * 1024))).toBe(`${path}: it is not JSON in UTF-8`);
    expect(evidenceOf(Buffer.from('{'))).toBe(`${path}: it is not JSON in UTF-8`);
    expect(evidenceOf(Buffer.from('{}'))).toBe(`${path}: it holds no state of a source`);
  });

  it('is told from any other JSON without a throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isLiveState(value as Json)).toBe(false);
      }),
    );
  });
});
