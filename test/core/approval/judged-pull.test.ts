import { expect, test } from 'vitest';
import { judgedPull } from '../../../src/core/approval/judged-pull.ts';
import { Publisher } from './publisher.ts';
import { digestNamed } from './situation.ts';

test('a run was judged by what was entered last for it, in whatever order the entries come', () => {
  const pull = new Publisher();
  pull.plan('h1', 'D');
  expect(judgedPull(pull.entries, 'run-1')).toBeNull();
  for (const [run, facts] of [
    ['run-1', 'a'],
    ['run-2', 'b'],
    ['run-1', 'c'],
    ['run-2', 'a'],
  ] as const)
    pull.enter('D', { type: 'judged', run, head: 'h1', pull: digestNamed(facts) });
  pull.publish('run-1', 'h2', 'D');
  expect(judgedPull(pull.entries, 'run-1')).toBe(digestNamed('c'));
  expect(judgedPull(pull.entries.toReversed(), 'run-2')).toBe(digestNamed('a'));
  expect(judgedPull(pull.entries, 'run-3')).toBeNull();
  expect(pull.runs()).toEqual(['run-1 h1+h2']);
});
