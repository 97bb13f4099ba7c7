import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Folders that are each a repository to copy. The first one holds the others, too. */
export const EXAMPLES = ['examples', 'examples/aws', 'examples/kubernetes', 'examples/several-sources'] as const;

export type Example = (typeof EXAMPLES)[number];

/** The files of an example by their path in it. */
export function exampleFiles(example: Example): Readonly<Record<string, string>> {
  const others = EXAMPLES.filter((other) => other.startsWith(`${example}/`));
  const found = readdirSync(example, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !others.some((other) => path.startsWith(`${other}/`)));
  return Object.fromEntries(found.map((path) => [relative(example, path), readFileSync(path, 'utf8')]));
}
