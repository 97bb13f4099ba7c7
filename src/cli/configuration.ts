import { posix } from 'node:path';
import { CONFIGURATION_PATH, type Configuration } from '../core/configuration.ts';
import { CountersignError, type Diagnostic } from '../core/errors.ts';
import type { CliContext } from './context.ts';
import type { Given } from './given.ts';
import { readConfiguration } from './inputs.ts';

/** What `--config` names, without policies. @throws CountersignError the first problem of a configuration that cannot be used. */
export async function requiredConfiguration(context: CliContext, given: Given): Promise<Configuration> {
  const path = posix.normalize(given.text('config') ?? CONFIGURATION_PATH);
  const read = await readConfiguration(context.files, [...(await context.providers()).values()], path);
  if (read.kind === 'configuration') return read.configuration;
  throw configurationError(read.diagnostics, path);
}

export function configurationError([first]: readonly Diagnostic[], path: string): CountersignError {
  return new CountersignError(first?.code ?? 'configuration-missing', first?.cause ?? 'There is no configuration.', {
    evidence: path,
    mend: first?.mend ?? 'Write one.',
  });
}
