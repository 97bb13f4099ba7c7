import { describe, expect, test } from 'vitest';
import { publicationRuns } from '../../../src/core/approval/runs.ts';
import { staleness } from '../../../src/core/approval/stale.ts';
import { planned, Publisher } from './publisher.ts';
import { at, digestNamed } from './situation.ts';

/** D is published at second 10, E at second 20, and a third plan is entered but never published. */
const pull = new Publisher();
pull.plan('h1', 'D');
pull.plan('h1', 'E');
pull.enter('F', planned('run-3', 'h1', 'main', true, 'digest-changed'));
const runs = publicationRuns(pull.entries);

const codeOf = (digest: string, computed: number | string, now = 30): string | null =>
  staleness(runs, {
    digest: digestNamed(digest),
    at: typeof computed === 'number' ? at(computed) : computed,
    now: at(now),
  })?.code ?? null;

describe('a plan that is handed on late', () => {
  test.each([
    ['before any was published', 'D', 5, 'plan-stale'],
    ['in the second before the newest publication', 'D', 19, 'plan-stale'],
    ['in the second of the newest publication', 'D', 20, null],
    ['after it', 'D', 21, null],
    ['before the newest publication, which is of that plan', 'E', 5, null],
    ['before a plan that was never published', 'F', 25, null],
  ])('was computed %s', (_when, digest, computed, code) => {
    expect(codeOf(digest, computed)).toBe(code);
  });

  test.each([
    [7200, null],
    [7201, 'plan-stale'],
    [-60, null],
    [-61, 'plan-stale'],
  ])('was computed %i seconds ago, and is the newest one', (age, code) => {
    expect(codeOf('E', 100_000 - age, 100_000)).toBe(code);
  });

  test('bears a time that is none', () => {
    expect(codeOf('E', 'yesterday')).toBe('plan-stale');
  });

  test('is the first one', () => {
    expect(staleness([], { digest: digestNamed('D'), at: at(5), now: at(6) })).toBeNull();
  });
});
