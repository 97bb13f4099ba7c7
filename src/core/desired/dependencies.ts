import { parseAddress, type Address } from '../address.ts';
import type { Diagnostic } from '../errors.ts';
import { didYouMean } from '../schema/suggest.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { quoted } from '../yaml/text.ts';
import { placesOfBroken, type Broken } from './broken.ts';
import type { LoadContext } from './kinds.ts';
import { judgeReference } from './reference.ts';
import type { DesiredState, Identity, Loaded } from './types.ts';

/** What is wrong with one document's `dependsOn` whatever else is declared. */
export function dependencyProblems(
  { address, metadata }: Identity,
  document: YamlDocument,
  context: LoadContext,
): readonly Diagnostic[] {
  return writtenIn(document).flatMap((wanted, index): readonly Diagnostic[] => {
    const location = document.locate(`/metadata/dependsOn/${index}`);
    if (wanted !== address) return judgeReference(wanted, location, context).problems;
    const cause = `${address} names itself under "dependsOn".`;
    return [
      { code: 'depends-on-itself', severity: 'error', cause, mend: 'Remove it from the list.', location, address },
    ];
  });

  function writtenIn({ value }: YamlDocument): readonly Address[] {
    // The schema has just confirmed this shape.
    const written = value as { readonly metadata: { readonly dependsOn?: readonly Address[] } };
    return metadata.dependsOn.length === 0 ? [] : (written.metadata.dependsOn ?? []);
  }
}

/**
 * An error for each dependency that no document declares: nothing would ever be made before it. `identities`: whose are looked at.
 * What only `before` declares is for `withDependents` to tell.
 */
export function undeclaredDependencies(
  identities: readonly Identity[],
  head: Pick<Loaded, 'state' | 'locate' | 'broken'>,
  before: DesiredState | null,
): readonly Diagnostic[] {
  const wanting = identities.filter(({ metadata }) => metadata.dependsOn.length > 0);
  if (wanting.length === 0) return [];
  const declared = new Set(
    [head.state, before].flatMap((state) => (state?.identities ?? []).map(({ address }) => address)),
  );
  return wanting.flatMap(({ address, metadata, location }) =>
    metadata.dependsOn
      .filter((wanted) => !declared.has(wanted))
      .map((wanted): Diagnostic => ({
        ...explained(wanted, head.broken),
        code: 'dependency-undeclared',
        severity: 'error',
        cause: `${address} depends on ${quoted(wanted)}, which no document declares.`,
        mend: `${didYouMean(wanted, [...declared])}Declare it, or remove it from "dependsOn".`,
        location: head.locate(address, '/metadata/dependsOn') ?? location,
        address,
      })),
  );
}

function explained(wanted: Address, broken: readonly Broken[]): Pick<Diagnostic, 'related'> {
  const { kind, name } = parseAddress(wanted);
  const related = placesOfBroken(broken, { kind, name: name.at(-1) ?? '' });
  return related.length === 0 ? {} : { related };
}
