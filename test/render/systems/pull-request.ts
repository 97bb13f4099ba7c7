import { withAccess } from '../../../src/core/access/assess.ts';
import { assemble, sourcesTouched, type Planned } from '../../../src/core/assembly.ts';
import type { Configuration, SourceConfiguration } from '../../../src/core/configuration.ts';
import { load } from '../../../src/core/desired/load.ts';
import type { Loaded } from '../../../src/core/desired/types.ts';
import { planDigest } from '../../../src/core/digest.ts';
import type { Json, Sha256 } from '../../../src/core/json.ts';
import type { LiveState } from '../../../src/core/live.ts';
import { judgeBy } from '../../../src/core/policy.ts';
import { loadPolicies, policySetOf } from '../../../src/core/policy/index.ts';
import { NOTHING_SAID } from '../../../src/core/policy/set.ts';
import type { Provider } from '../../../src/core/ports.ts';
import { configurationOf } from '../estate.ts';

/** Path to text. */
export type Files = Readonly<Record<string, string>>;

/** A live system as it is read for a plan; `estate`: who may do what in it. */
export type System = {
  readonly source: SourceConfiguration;
  readonly provider: Provider;
  readonly state: LiveState;
  readonly estate: LiveState;
};

/** The files of desired state at the merge base and the head, and what is live. */
export type PullRequest = {
  readonly systems: readonly System[];
  readonly base?: Files;
  readonly head: Files;
  readonly policies?: Files;
};

const NOW = '2026-06-01T12:00:00Z';
const PEOPLE = { billing: ['ben', 'cleo'], platform: ['carl'], security: ['dora', 'edo'] };

/** As the workflows plan: from files, with effective access, judged by the rules of the base branch. */
export function plannedOf({ systems, base = {}, head, policies = {} }: PullRequest): Planned & { digest: Sha256 } {
  const configuration = configurationWith(systems, policies);
  const providers = new Map(systems.map(({ provider }) => [provider.name, provider]));
  const desired = {
    base: loaded(base, configuration, providers),
    head: loaded(head, configuration, providers),
    extent: 'pull-request' as const,
  };
  const touched = new Map(sourcesTouched(desired).map(({ name, addresses }) => [name, new Set(addresses)]));
  const facts = {
    configuration,
    providers,
    ...desired,
    live: new Map(
      systems.flatMap(({ source, state }) => {
        const addresses = touched.get(source.name);
        return addresses === undefined ? [] : [[source.name, about(state, addresses)] as const];
      }),
    ),
    governance: [],
    diagnostics: [],
    commits: { base: 'b'.repeat(40), head: 'c'.repeat(40), mergeBase: 'a'.repeat(40) },
    now: NOW,
    engine: 'countersign 0.1.0',
  };
  const estates = new Map(systems.map(({ source, estate }) => [source.name, estate]));
  const judge = judgeBy(configuration, NOW, null);
  const planned = withAccess(
    assemble(facts, () => NOTHING_SAID),
    estates,
    { configuration, providers },
    judge,
  );
  return { ...planned, digest: planDigest(planned.plan) };
}

function configurationWith(systems: readonly System[], policies: Files): Configuration {
  const plain = { ...configurationOf(), people: PEOPLE, sources: systems.map(({ source }) => source) };
  const { diagnostics, ...rules } = loadPolicies(inputs(policies), plain);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return { ...plain, policySet: policySetOf({ diagnostics, ...rules }, plain) };
}

function loaded(files: Files, configuration: Configuration, providers: ReadonlyMap<string, Provider>): Loaded {
  return load(inputs(files), { configuration, providers: [...providers.values()] });
}

function inputs(files: Files) {
  return Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
}

/** Of a live system, what is read for these addresses. */
function about(state: LiveState, addresses: ReadonlySet<string>): LiveState {
  const isAsked = ({ address }: { readonly address: string | null }) => address === null || addresses.has(address);
  return {
    ...state,
    objects: state.objects.filter(isAsked),
    unreadable: state.unreadable.filter(isAsked),
    notModelled: state.notModelled.filter(isAsked),
  };
}

export function sourceOf(name: string, provider: string, more: Partial<SourceConfiguration> = {}): SourceConfiguration {
  const variable = name.toUpperCase().replaceAll('-', '_');
  return {
    name,
    provider,
    connection: { read: `${variable}_READ`, write: `${variable}_WRITE` },
    mode: 'authoritative',
    boundary: {},
    options: {},
    owner: 'platform',
    ...more,
  };
}

/** A document as people write it: metadata and the lines of its spec, which begin in the first column. */
export function document(kind: string, metadata: string, spec: string): string {
  const indented = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => `  ${line}\n`)
      .join('');
  return `apiVersion: countersign.dev/v1\nkind: ${kind}\nmetadata:\n${indented(metadata)}spec:\n${indented(spec)}`;
}

export function json(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
