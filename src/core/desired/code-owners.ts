import { ownersOfPath, type CodeOwnersFile } from '../code-owners.ts';
import type { Diagnostic } from '../errors.ts';
import type { Identity } from './types.ts';

/** Lines of CODEOWNERS that name nobody but by e-mail addresses, of which only GitHub knows whose they are; each once. */
export function unknowableOwners(
  identities: readonly Pick<Identity, 'address' | 'metadata' | 'location'>[],
  file: CodeOwnersFile | null,
): readonly Diagnostic[] {
  if (file === null) return [];
  const lines = new Map<number, string[]>();
  for (const { address, metadata, location } of identities) {
    const { owners, emails, line } = ownersOfPath(file, location.path);
    if (metadata.owner !== null || owners.length > 0 || emails === 0 || line === null) continue;
    lines.set(line, [...(lines.get(line) ?? []), address]);
  }
  return [...lines].map(([line, addresses]) => {
    const more = addresses.length > 1 ? ` and ${addresses.length - 1} more` : '';
    return {
      code: 'code-owner-unknowable',
      severity: 'warning',
      cause: `Only e-mail addresses own ${addresses[0] ?? ''}${more}, and whose they are is not known here: the owner of the source answers.`,
      mend: 'Write @login or @org/team beside them, or metadata.owner in the document.',
      location: { path: file.path, line, column: 1 },
    };
  });
}
