import { expect, test } from 'vitest';
import { judgedPull } from '../../../src/core/approval/judged-pull.ts';
import { Publisher } from './publisher.ts';
import { digestNamed } from './situation.ts';

test('a run was judged by what was entered last for it, in whatever order the entries come', () => {
  const pull = new Publisher();
  pull.plan('h1', 'D');
  expect(judgedPull(pull.entries, { run: 'run-1', head: 'h1' })).toBeNull();
  for (const [run, facts] of [
    ['run-1', 'a'],
    ['run-2', 'b'],
    ['run-1', 'c'],
    ['run-2', 'a'],
  ] as const)
    pull.enter('D', { type: 'judged', run, head: 'h1', pull: digestNamed(facts) });
  pull.publish('run-1', 'h2', 'D');
  expect(judgedPull(pull.entries, { run: 'run-1', head: 'h1' })).toBe(digestNamed('c'));
  expect(judgedPull(pull.entries.toReversed(), { run: 'run-2', head: 'h1' })).toBe(digestNamed('a'));
  expect(judgedPull(pull.entries, { run: 'run-3', head: 'h1' })).toBeNull();
  expect(pull.runs()).toEqual(['run-1 h1+h2']);
});

test('what an earlier head was judged by says nothing of another one', () => {
  const pull = new Publisher();
  pull.plan('h1', 'D');
  pull.enter('D', { type: 'judged', run: 'run-1', head: 'h1', pull: digestNamed('a') });
  pull.publish('run-1', 'h2', 'D');
  expect(judgedPull(pull.entries, { run: 'run-1', head: 'h2' })).toBeNull();
  pull.enter('D', { type: 'judged', run: 'run-1', head: 'h2', pull: digestNamed('a') });
  pull.enter('D', { type: 'judged', run: 'run-1', head: 'h1', pull: digestNamed('b') });
  expect(judgedPull(pull.entries, { run: 'run-1', head: 'h2' })).toBe(digestNamed('a'));
});
