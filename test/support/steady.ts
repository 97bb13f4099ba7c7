import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { assemble, sourcesTouched, type Planned } from '../../src/core/assembly.ts';
import type { SourceConfiguration } from '../../src/core/configuration.ts';
import { load } from '../../src/core/desired/load.ts';
import { API_VERSION } from '../../src/core/desired/envelope.ts';
import type { Loaded } from '../../src/core/desired/types.ts';
import { formatAddress } from '../../src/core/address.ts';
import { planDigest } from '../../src/core/digest.ts';
import { isJsonObject, type Json, type JsonObject } from '../../src/core/json.ts';
import type { LiveState } from '../../src/core/live.ts';
import type { Plan } from '../../src/core/plan.ts';
import type { Provider, ReadQuery } from '../../src/core/ports.ts';
import { configurationFor } from './planning.ts';
import { dice, shuffled, spellFiles, type Dice } from './spelling.ts';

export type Document = {
  readonly kind: string;
  readonly metadata: JsonObject & { readonly name: string };
  readonly spec: JsonObject;
};

type Act = { readonly what: string; perform(roll: Dice): Promise<void> };

/** A live system, a pull request about it, and what may and may not move the plan's digest. */
export interface SteadySubject {
  readonly source: SourceConfiguration;
  readonly provider: Provider;
  readonly base: readonly Document[];
  readonly head: readonly Document[];
  /** Documents that the pull request does not touch; they come and go on both sides. */
  readonly bystanders: readonly Document[];
  read(query: ReadQuery): Promise<LiveState>;
  /** Things that happen to the live system and are none of the plan's business. */
  readonly irrelevant: readonly Act[];
  /** Things that happen to the live system and meet what the plan manages. */
  readonly relevant: readonly Act[];
  /** Edits of the head that mean something else. */
  readonly edits: readonly {
    readonly what: string;
    readonly edit: (head: readonly Document[]) => readonly Document[];
  }[];
}

const governance: Plan['governance'] = [{ path: 'policies/a.yaml', base: null, head: `sha256:${'0'.repeat(64)}` }];

/** The digest of the pull request, planned from one of the many spellings of its files. */
export async function digestOf(
  subject: SteadySubject,
  seed: number,
  parts: Partial<SteadySubject> = {},
): Promise<string> {
  return planDigest((await planSpelled({ ...subject, ...parts }, seed)).plan);
}

export async function planSpelled(subject: SteadySubject, seed: number): Promise<Planned> {
  const roll = dice(seed);
  const beside =
    seed === 0 ? [] : subject.bystanders.filter(() => roll(2) === 0).map((document) => aged(document, roll(1000)));
  const merged = seed === 0 || roll(2) === 0 ? [] : [mergedRequest(subject, roll(100))];
  const [base, head] = [subject.base, subject.head].map((own) => loaded(subject, [...own, ...beside, ...merged], roll));
  if (base === undefined || head === undefined) throw new Error('two sides were spelled');
  expect([...base.diagnostics, ...head.diagnostics]).toEqual([]);
  const desired = { base, head, extent: 'pull-request' as const };
  const live = new Map<string, LiveState>();
  for (const { name, addresses } of sourcesTouched(desired)) {
    const query: ReadQuery =
      roll(2) === 0 ? { kind: 'boundary' } : { kind: 'addresses', addresses: shuffled(addresses, roll) };
    live.set(name, reordered(await subject.read(query), roll));
  }
  const facts = {
    configuration: configurationFor(subject.source),
    providers: new Map([[subject.provider.name, subject.provider]]),
    live,
  };
  const commits = { base: `base${roll(1e6)}`, head: `head${roll(1e6)}`, mergeBase: `merge${roll(1e6)}` };
  const moment = { engine: `engine ${roll(9)}`, now: `20${10 + roll(90)}-06-01T12:00:00Z` };
  return assemble({ ...desired, ...facts, governance, diagnostics: [], commits, ...moment }, () => ({
    requirements: [],
    findings: [],
    exceptions: [],
  }));
}

/**
 * The property of a steady plan: after every one of `runs` irrelevant perturbations, each on top of all before it, the digest is the same.
 * Returns how many were survived.
 * @param reads how many of them also do something to the live system, for systems that are slow
 */
export async function steadyRuns(subject: SteadySubject, runs: number, reads = runs): Promise<number> {
  const digest = await digestOf(subject, 0);
  const now = fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2200-01-01') });
  let count = 0;
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1 }), fc.nat(), now, async (seed, pick, time) => {
        vi.setSystemTime(time);
        const act = subject.irrelevant[pick % subject.irrelevant.length];
        count += 1;
        if (act !== undefined && (count * reads) % runs < reads) await act.perform(dice(seed));
        expect(await digestOf(subject, seed), act?.what).toBe(digest);
      }),
      // Each perturbation stands on those before it, so a smaller one is another story.
      { numRuns: runs, endOnFailure: true },
    );
    return count;
  } finally {
    vi.useRealTimers();
  }
}

function loaded(subject: SteadySubject, documents: readonly (Document | JsonObject)[], roll: Dice): Loaded {
  const files = spellFiles(
    documents.map((document) => ({ apiVersion: API_VERSION, ...document })),
    roll,
  );
  const inputs = files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }));
  return load(inputs, { providers: [subject.provider], configuration: configurationFor(subject.source) });
}

function aged(document: Document, version: number): Document {
  return { ...document, metadata: { ...document.metadata, purpose: `version ${version}` } };
}

/** A Reconciliation that was merged before: a record, and no request any more. */
function mergedRequest(subject: SteadySubject, number: number): JsonObject {
  const one = subject.base[number % subject.base.length];
  const address = formatAddress({
    source: subject.source.name,
    kind: one?.kind ?? '',
    name: [one?.metadata.name ?? ''],
  });
  return {
    kind: 'Reconciliation',
    metadata: { name: `merged-${number}` },
    spec: { verb: 'correct', addresses: [address], reason: 'was asked for before' },
  };
}

/** The same live state in another order of reading. */
function reordered(live: LiveState, roll: Dice): LiveState {
  return {
    ...live,
    objects: shuffled(
      live.objects.map((object) => ({ ...object, attributes: rekeyed(object.attributes, roll) as JsonObject })),
      roll,
    ),
    unreadable: shuffled(live.unreadable, roll),
    notModelled: shuffled(live.notModelled, roll),
  };
}

function rekeyed(value: Json, roll: Dice): Json {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(shuffled(Object.entries(value), roll).map(([key, item]) => [key, rekeyed(item, roll)]));
}
