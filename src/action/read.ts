import type { Configuration } from '../core/configuration.ts';
import { CountersignError } from '../core/errors.ts';
import { encodeHandedState } from '../core/handed-state.ts';
import { unreadablePhrase } from '../render/errors.ts';
import { plain } from '../render/phrase.ts';
import { repositoryFacts, type Repository } from '../github/repository.ts';
import { tipOf } from '../workflows/concern.ts';
import type { ReadRequest } from '../workflows/read-live.ts';
import { readForOthers } from '../workflows/read-source.ts';
import { requireRules, type RulesSurface } from '../workflows/rules.ts';
import type { RunResult } from './result.ts';

type Surface = RulesSurface &
  Pick<ReadRequest, 'connect' | 'progress'> & { readonly repository: Repository; readonly now: () => string };

const SHOWN = 50;

/**
 * Reads one source by the rules of the default branch. What could not be read makes the plan incomplete, which says it on every pull
 * request; so it makes no job red here. @throws CountersignError `input-invalid`, `unknown-source`.
 */
export async function read(surface: Surface, source: string | null): Promise<RunResult> {
  if (source === null)
    throw new CountersignError('input-invalid', 'The input source is not valid.', { mend: 'Name a source to read.' });
  const { defaultBranch } = await repositoryFacts(surface.repository);
  const tip = await tipOf(surface.repository, defaultBranch);
  const configuration: Configuration = await requireRules(surface.contents, tip, surface.providers);
  const state = await readForOthers({ ...surface, configuration }, source, surface.now());
  const { objects, unreadable } = state.live;
  return {
    outputs: {},
    planFile: null,
    stateFile: encodeHandedState(state),
    lines: [
      `${source}: ${objects.length} identities were read within the boundary.`,
      ...unreadable.slice(0, SHOWN).map((one) => `not read: ${plain(unreadablePhrase({ ...one, source }))}`),
    ],
    failed: null,
  };
}
