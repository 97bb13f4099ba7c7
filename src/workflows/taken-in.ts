import type { Configuration } from '../core/configuration.ts';
import type { Identity } from '../core/desired/types.ts';
import type { Diagnostic } from '../core/errors.ts';
import { configurationHash } from '../core/rules-hash.ts';
import { desiredAt, type RulesSurface } from './rules.ts';

/** Two configurations, by which the documents of one commit are read. */
export type RuleChange = { readonly before: Configuration; readonly after: Configuration };

/**
 * Identities that a commit declares by the later rules and not so by the earlier ones, sorted by address: their documents came there
 * while they were none, so that nobody approved them. @throws CountersignError `inputs-too-many`
 */
export async function takenIn(
  { contents, providers }: RulesSurface,
  commit: string,
  { before, after }: RuleChange,
): Promise<readonly Identity[]> {
  if (configurationHash(before) === configurationHash(after)) return [];
  const known = (await desiredAt(contents, commit, before, providers)).state.identities;
  const hashes = new Map(known.map(({ address, hash }) => [address, hash]));
  // Who owns a document that was approved is another question.
  const read = { ...after, codeOwners: before.codeOwners };
  const { identities } = (await desiredAt(contents, commit, read, providers)).state;
  return identities.filter(({ address, hash }) => hashes.get(address) !== hash);
}

const SHOWN = 50;

/** Said to those who approve the rules; of very many, how many more. */
export function takenInWarnings(identities: readonly Identity[]): readonly Diagnostic[] {
  const shown = identities.slice(0, SHOWN).map(takenInWarning);
  const more = identities.length - shown.length;
  return more === 0 ? shown : [...shown, takenInBesides(more)];
}

function takenInBesides(more: number): Diagnostic {
  return {
    code: 'identity-taken-in',
    severity: 'warning',
    cause: `These rules take in ${more} more, whose documents nobody approved either.`,
    mend: "Read the documents. The next change of each asks the source's owner besides.",
  };
}

function takenInWarning({ address, location, metadata: { owner } }: Identity): Diagnostic {
  const named = owner === null ? 'names no owner' : `names ${owner} as its owner`;
  return {
    code: 'identity-taken-in',
    severity: 'warning',
    cause: `These rules take in ${address}, whose document nobody approved and ${named}.`,
    mend: "Read the document. Its next change asks the source's owner besides.",
    location,
    address,
  };
}
