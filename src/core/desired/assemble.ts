import { compareText } from '../address.ts';
import type { Diagnostic, Location } from '../errors.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { withFiles, type ValueFiles } from './beside.ts';
import type { Assembled } from './identity.ts';
import type { KnownKind, LoadContext } from './kinds.ts';
import type { WeightBudget } from './weight.ts';

/** What documents may refer to, and what is left to spend on it. `used`: paths of files that were referred to; added to. */
export type Surroundings = {
  readonly context: LoadContext;
  readonly files: ValueFiles['files'];
  readonly budget: WeightBudget;
  readonly used: Set<string>;
};

type Assembly = { readonly assembled: readonly Assembled[]; readonly diagnostics: readonly Diagnostic[] };

/** A document of an identity with all that it refers to in its place. */
export function assemble(document: YamlDocument, { definition }: KnownKind, around: Surroundings): Assembly {
  const referring = withFiles(document, '/spec', definition.files ?? [], around);
  for (const path of referring.named) around.used.add(path);
  const tooLarge =
    referring.files.length === 0 ? null : around.budget.spend([document, ...referring.files], document.locate(''));
  if (tooLarge !== null) return { assembled: [], diagnostics: [tooLarge] };
  const origins = originsOf(document, referring.files);
  return { assembled: [{ document: referring.document, origins }], diagnostics: referring.diagnostics };
}

function originsOf(document: YamlDocument, parts: readonly YamlDocument[]): readonly Location[] {
  const places = new Map(parts.map((part) => part.locate('')).map((place) => [place.path, place]));
  const others = [...places.values()].toSorted((left, right) => compareText(left.path, right.path));
  return [document.locate(''), ...others];
}
