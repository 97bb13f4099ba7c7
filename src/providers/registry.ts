import type { CodeTopic } from '../core/codes/entry.ts';
import { CountersignError } from '../core/errors.ts';
import type { Applier, Provider } from '../core/ports.ts';

type Registration = {
  readonly provider: () => Promise<Provider>;
  readonly applier: () => Promise<Applier>;
  /** What its codes mean. */ readonly codes: () => Promise<readonly CodeTopic[]>;
};

/** Every system by its name in the configuration. Each is loaded when it is first asked for. */
const REGISTRATIONS: { readonly [name: string]: Registration } = {
  aws: {
    provider: async () => (await import('./aws/index.ts')).aws,
    applier: async () => (await import('./aws/write/applier.ts')).awsApplier(),
    codes: async () => (await import('./aws/codes.ts')).AWS_CODES,
  },
  kubernetes: {
    provider: async () => (await import('./kubernetes/index.ts')).kubernetes,
    applier: async () => (await import('./kubernetes/write/applier.ts')).kubernetesApplier,
    codes: async () => (await import('./kubernetes/codes.ts')).KUBERNETES_CODES,
  },
  memory: {
    provider: async () => (await import('./memory/index.ts')).memory,
    applier: async () => (await import('./memory/applier.ts')).memoryApplier(),
    // Nobody meets the system that tests use.
    codes: () => Promise.resolve([]),
  },
  postgres: {
    provider: async () => (await import('./postgres/index.ts')).postgres,
    applier: async () => (await import('./postgres/write/applier.ts')).postgresApplier(),
    codes: async () => (await import('./postgres/codes.ts')).POSTGRES_CODES,
  },
};

/** Everything that plans: readers, schemas, comparison. Nothing here can write. */
export async function loadProviders(): Promise<ReadonlyMap<string, Provider>> {
  const loaded = await Promise.all(Object.values(REGISTRATIONS).map(async ({ provider }) => await provider()));
  return new Map(loaded.map((provider) => [provider.name, provider]));
}

/** What every provider's codes mean. */
export async function loadCodes(): Promise<readonly CodeTopic[]> {
  return (await Promise.all(Object.values(REGISTRATIONS).map(async ({ codes }) => await codes()))).flat();
}

/** The writing half of one system. @throws CountersignError `provider-unknown`. */
export async function loadApplier(name: string): Promise<Applier> {
  const registration = Object.hasOwn(REGISTRATIONS, name) ? REGISTRATIONS[name] : undefined;
  if (registration !== undefined) return await registration.applier();
  const names = [...(await loadProviders()).values()].flatMap((one) => (one.hidden === true ? [] : [one.name]));
  throw new CountersignError('provider-unknown', 'The configuration names a provider that does not exist.', {
    evidence: name.slice(0, 100),
    mend: `Use one of ${names.join(', ')}.`,
  });
}
