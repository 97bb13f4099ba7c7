import { classifier, literalFolder, type PathRules } from '../globs.ts';

export type Place = {
  readonly configuration: PathRules;
  /** Every path that holds something at the tip. */
  readonly paths: ReadonlySet<string>;
};

const ENDING = '.yaml';

/**
 * A path at which a new document is read: beside the first neighbour where that is possible, else where the globs begin.
 * @param neighbours paths of documents, the nearest first.
 * @returns null when the globs have no room for a file of this name.
 */
export function placeBeside(
  neighbours: readonly string[],
  name: string,
  { configuration, paths }: Place,
): string | null {
  const classify = classifier(configuration);
  const candidates = [
    ...neighbours.flatMap((neighbour) => siblings(neighbour, name)),
    ...configuration.desired.map((glob) => join(literalFolder(glob), `${name}${ENDING}`)),
  ];
  const folders = foldersOf(paths);
  const isFree = (path: string): boolean =>
    !paths.has(path) && !folders.has(path) && !ancestors(path).some((folder) => paths.has(folder));
  return candidates.find((path) => classify(path) === 'desired' && isFree(path)) ?? null;
}

/** Beside it, by its ending; and, where globs ask for one file name, in a folder beside its own. */
function siblings(neighbour: string, name: string): readonly string[] {
  const [folder = '', ...above] = ancestors(neighbour).toReversed();
  const file = neighbour.slice(folder === '' ? 0 : folder.length + 1);
  const dot = file.lastIndexOf('.');
  const ending = dot > 0 ? file.slice(dot) : ENDING;
  return [join(folder, `${name}${ending}`), ...(folder === '' ? [] : [join(join(above[0] ?? '', name), file)])];
}

function join(folder: string, file: string): string {
  return folder === '' ? file : `${folder}/${file}`;
}

/** `a/b/c.yaml`: `a`, `a/b`. */
function ancestors(path: string): readonly string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

function foldersOf(paths: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...paths].flatMap(ancestors));
}
