import { parseAddress } from '../core/address.ts';
import type { Configuration, SourceConfiguration } from '../core/configuration.ts';
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

/**
 * A writer for each source in which the plan has steps, by the source's name. One that does not open answers every call with
 * the reason, so that what does not depend on its source goes on; where none opens there is nothing to begin.
 */
export async function openWriters(surface: WritersSurface, plan: Plan, configuration: Configuration): Promise<Opened> {
  const stepped = plan.changes.filter(({ steps }) => steps.length > 0);
  const names = new Set(stepped.map(({ address }) => parseAddress(address).source));
  const writers = new Map<string, Writer>();
  const problems: CountersignError[] = [];
  for (const source of configuration.sources.filter(({ name }) => names.has(name))) {
    try {
      writers.set(source.name, await open(surface, source));
    } catch (error) {
      if (!(error instanceof CountersignError)) throw error;
      problems.push(error);
      writers.set(source.name, unopened(error));
    }
  }
  const [first] = problems;
  if (first === undefined || problems.length < writers.size) return { kind: 'writers', writers };
  return { kind: 'problem', reason: { code: first.code, message: `${first.message} ${first.mend}` } };
}

async function open({ loadApplier, connect }: WritersSurface, source: SourceConfiguration): Promise<Writer> {
  const applier = await loadApplier(source.provider);
  return applier.writer(connect(source, 'write'));
}

function unopened(error: CountersignError): Writer {
  const refuse = () => Promise.reject(error);
  return { identify: refuse, observe: refuse, run: refuse, close: () => Promise.resolve() };
}
