import { parseAddress } from '../core/address.ts';
import type { Configuration } from '../core/configuration.ts';
import { CountersignError, type Reason } from '../core/errors.ts';
import type { Plan } from '../core/plan.ts';
import type { Applier, Writer } from '../core/ports.ts';
import type { Connect } from './read-live.ts';

export type WritersSurface = {
  readonly loadApplier: (provider: string) => Promise<Applier>;
  readonly connect: Connect;
};

export type Opened =
  | { readonly kind: 'writers'; readonly writers: ReadonlyMap<string, Writer> }
  | { readonly kind: 'problem'; readonly reason: Reason };

/** A writer for each source in which the plan has steps, by the source's name; all of them, or what keeps one from opening. */
export async function openWriters(surface: WritersSurface, plan: Plan, configuration: Configuration): Promise<Opened> {
  const stepped = plan.changes.filter(({ steps }) => steps.length > 0);
  const names = new Set(stepped.map(({ address }) => parseAddress(address).source));
  const writers = new Map<string, Writer>();
  try {
    for (const source of configuration.sources.filter(({ name }) => names.has(name))) {
      const applier = await surface.loadApplier(source.provider);
      writers.set(source.name, applier.writer(surface.connect(source, 'write')));
    }
    return { kind: 'writers', writers };
  } catch (error) {
    for (const writer of writers.values()) await writer.close();
    if (!(error instanceof CountersignError)) throw error;
    return { kind: 'problem', reason: { code: error.code, message: `${error.message} ${error.mend}` } };
  }
}
