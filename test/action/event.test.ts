import { describe, expect, it } from 'vitest';
import { meantBy, parseEvent } from '../../src/action/event.ts';

const HEAD = 'a'.repeat(40);
const BRANCH = `gh-readonly-queue/main/pr-7-${'b'.repeat(40)}`;

describe('a run is about', () => {
  it.each([
    ['the number asked for', 7, { workflow_run: { event: 'merge_group' } }, { kind: 'number', number: 7 }],
    ['everything open, when asked', 'all', { pull_request: { number: 7 } }, { kind: 'all' }],
    ["the event's pull request", 'event', { pull_request: { number: 7 } }, { kind: 'number', number: 7 }],
    [
      'the head that a tripwire saw',
      'event',
      { workflow_run: { event: 'pull_request_review', head_sha: HEAD, head_branch: 'topic', id: 5, run_attempt: 1 } },
      { kind: 'head', head: HEAD },
    ],
    [
      'the group that a tripwire saw',
      'event',
      { workflow_run: { event: 'merge_group', head_sha: HEAD, head_branch: BRANCH } },
      { kind: 'group', group: { head: HEAD, branch: BRANCH } },
    ],
    ...['push', 'schedule', 'workflow_dispatch'].map(
      (event) =>
        [
          `what an apply by ${event} changed`,
          'event',
          { workflow_run: { event, head_sha: HEAD, head_branch: 'main', id: 5, run_attempt: 2 } },
          { kind: 'applied', run: { id: 5, attempt: 2 } },
        ] as const,
    ),
    ['everything open, when the event says nothing', 'event', {}, { kind: 'all' }],
  ] as const)('%s', (_what, asked, event, meant) => {
    expect(meantBy(asked, event)).toEqual(meant);
  });

  it.each([{ head_sha: HEAD }, { head_branch: BRANCH }, { head_sha: 'main', head_branch: BRANCH }])(
    'no group without its commit and its branch',
    (group) => {
      expect(() => meantBy('event', { workflow_run: { event: 'merge_group', ...group } })).toThrow(
        expect.objectContaining({ code: 'event-unreadable' }),
      );
    },
  );
});

it.each(['no JSON', '7', 'null', '[]'])('a payload that is %s is refused', (text) => {
  expect(() => parseEvent(text)).toThrow(expect.objectContaining({ code: 'event-unreadable' }));
});
