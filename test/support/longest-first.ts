import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Where the files are that take longest, longest first: one of them that begins last makes all other workers wait. */
const LONG = [
  'test/fuzz/million',
  'test/live/e2e/',
  'test/histories/',
  'test/live/postgres/versions',
  'test/attacks/rules-changed/',
  'test/e2e/',
  'test/attacks/',
  'test/contract/',
  'test/exploration/',
];

/** Of the files of one place, vitest's own order: longest last time, or largest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const root = this.ctx.config.root;
    const rank = ({ moduleId }: TestSpecification) => rankOf(relative(root, moduleId));
    return (await super.sort(files)).toSorted((left, right) => rank(left) - rank(right));
  }
}

function rankOf(file: string): number {
  const place = LONG.findIndex((beginning) => file.startsWith(beginning));
  return place === -1 ? LONG.length : place;
}
