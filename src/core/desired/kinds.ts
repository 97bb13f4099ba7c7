import type { Configuration, SourceConfiguration } from '../configuration.ts';
import type { KindDefinition, Provider } from '../ports.ts';

/** What of a provider the inputs need: no reader, so that documents are judged without any connection. */
export type DocumentProvider = Pick<
  Provider,
  'name' | 'hidden' | 'kinds' | 'boundarySchema' | 'optionsSchema' | 'lint' | 'manifests'
>;

/** What documents are judged against. */
export type LoadContext = { readonly providers: readonly DocumentProvider[]; readonly configuration: Configuration };

export type KnownKind = { readonly provider: DocumentProvider; readonly definition: KindDefinition };

export function findKind(context: LoadContext, name: string): KnownKind | null {
  for (const provider of context.providers) {
    const definition = provider.kinds.find((kind) => kind.kind === name);
    if (definition !== undefined) return { provider, definition };
  }
  return null;
}

/** Those to choose from: hidden ones only where they are used already. */
export function offered(
  providers: readonly DocumentProvider[],
  used: readonly string[] = [],
): readonly DocumentProvider[] {
  return providers.filter(({ hidden, name }) => hidden !== true || used.includes(name));
}

export function kindNames({ providers, configuration }: LoadContext): readonly string[] {
  const used = configuration.sources.map(({ provider }) => provider);
  return offered(providers, used).flatMap(({ kinds }) => kinds.map(({ kind }) => kind));
}

export function findSource(context: LoadContext, name: string): SourceConfiguration | null {
  return context.configuration.sources.find((source) => source.name === name) ?? null;
}
