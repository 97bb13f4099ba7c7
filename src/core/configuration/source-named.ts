import type { Configuration, SourceConfiguration } from '../configuration.ts';
import { CountersignError } from '../errors.ts';
import { didYouMean } from '../schema/suggest.ts';

/** The source that somebody asks for by its name. @throws CountersignError `unknown-source`, with the nearest name and those there are. */
export function sourceNamed({ sources }: Pick<Configuration, 'sources'>, name: string): SourceConfiguration {
  const source = sources.find((one) => one.name === name);
  if (source !== undefined) return source;
  const names = sources.map((one) => one.name);
  const known = names.length === 0 ? 'None is configured.' : `Configured are ${names.slice(0, 40).join(', ')}.`;
  throw new CountersignError('unknown-source', 'No source has this name.', {
    evidence: name.slice(0, 100),
    mend: `${didYouMean(name, names)}${known}`,
  });
}
