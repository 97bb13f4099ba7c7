import { posix } from 'node:path';
import { CONFIGURATION_PATH, type Configuration } from '../core/configuration.ts';
import { CountersignError, type Diagnostic } from '../core/errors.ts';
import type { Provider } from '../core/ports.ts';
import type { CliContext } from './context.ts';
import { formatDiagnostics } from './diagnostics.ts';
import type { Given } from './given.ts';
import { readConfiguration } from './inputs.ts';

/** What `--config` names, without policies. @throws CountersignError the first problem of a configuration that cannot be used. */
export async function requiredConfiguration(context: CliContext, given: Given): Promise<Configuration> {
  const path = posix.normalize(given.text('config') ?? CONFIGURATION_PATH);
  const read = await readConfiguration(context.files, [...(await context.providers()).values()], path);
  if (read.kind === 'configuration') return read.configuration;
  throw configurationError(read.diagnostics, path);
}

/** What `--config` names, with the providers; null once everything that keeps it from being used has been said on standard error. */
export async function openConfiguration(context: CliContext, given: Given): Promise<Opened | null> {
  const providers = await context.providers();
  const path = posix.normalize(given.text('config') ?? CONFIGURATION_PATH);
  const read = await readConfiguration(context.files, [...providers.values()], path);
  if (read.kind === 'configuration') return { configuration: read.configuration, providers };
  context.stderr.write(formatDiagnostics(read.diagnostics, 'text'));
  return null;
}

type Opened = { readonly configuration: Configuration; readonly providers: ReadonlyMap<string, Provider> };

export function configurationError([first]: readonly Diagnostic[], path: string): CountersignError {
  return new CountersignError(first?.code ?? 'configuration-missing', first?.cause ?? 'There is no configuration.', {
    evidence: path,
    mend: first?.mend ?? 'Write one.',
  });
}
