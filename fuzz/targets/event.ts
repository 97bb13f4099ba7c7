import { meantBy, parseEvent } from '../../src/action/event.ts';
import { COMMANDS, INPUTS, readInputs } from '../../src/action/inputs.ts';
import { explainError, inert, summaryOf } from '../../src/action/report.ts';
import { queueEntryOf } from '../../src/github/merge-queue.ts';
import { bounded, holds, refusable, textOf } from '../oracle.ts';
import type { Target } from '../target.ts';

/** What the event is about is a pull request by its number, a merge group by its commit, a run by its number, or what is open. */
export function eventTarget(select: typeof meantBy = meantBy): Target {
  return {
    name: 'event',
    seeds: [
      '{"pull_request":{"number":7}}',
      '{"workflow_run":{"head_sha":"aa"}}',
      `{"workflow_run":{"event":"merge_group","head_sha":"${'a'.repeat(40)}","head_branch":"gh-readonly-queue/main/pr-7-${'b'.repeat(40)}"}}`,
      '{"workflow_run":{"event":"push","id":7,"run_attempt":1,"head_sha":"aa"}}',
      '{}',
      '7',
      'all',
    ],
    words: [
      '"pull_request":',
      '"number":',
      '"workflow_run":',
      '"head_sha":',
      '"event":',
      'null',
      '[]',
      '1.5',
      '-1',
      '"7"',
    ],
    share: 3_000,
    check: (input) => {
      const text = textOf(input);
      for (const command of COMMANDS) {
        for (const name of INPUTS)
          refusable(() => readInputs((asked) => (asked === 'command' ? command : asked === name ? text : '0')));
      }
      const event = refusable(() => parseEvent(text));
      if (event === null) return;
      const meant = refusable(() => select('event', event));
      if (meant === null) return;
      const told = JSON.stringify(meant);
      if (meant.kind === 'number') holds(isCount(meant.number), 'a pull request without a number', told);
      if (meant.kind === 'applied')
        holds(isCount(meant.run.id) && isCount(meant.run.attempt), 'a run without a number', told);
      if (meant.kind !== 'group') return;
      holds(/^[0-9a-f]{40}$/u.test(meant.group.head), 'a group without a commit', told);
      const entry = queueEntryOf(meant.group.branch);
      holds(entry === null || isCount(entry.pullRequest), 'a queued pull request without a number', told);
    },
  };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

/** Lines of a job's log obey neither the runner nor a terminal; the summary is one block. */
export function logTarget(line: typeof inert = inert): Target {
  return {
    name: 'log',
    seeds: ['::error::x', '##[group]y', '\u{1b}[31mred', 'a\r\nb', '  ::set-output name=a::b', '```\n<img>'],
    words: ['::', '##[', ']', 'error', 'add-mask', '\r', '\n', '%0A', '\u{85}', '\u{2028}', '```', '````', '    '],
    share: 133_000,
    check: (input) => {
      const text = textOf(input);
      const shown = line(text);
      holds(!/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(shown), 'a character that is not seen', shown);
      holds(!/^\s*::/u.test(shown) && !shown.includes('##['), 'a command to the runner', shown);
      bounded('a line', shown, 12 * text.length + 20);
      const [first = '', ...rest] = summaryOf(text.split('\n')).trimEnd().split('\n');
      const fence = /^`{3,}/u.exec(first)?.[0] ?? '';
      holds(
        fence !== '' && rest.at(-1) === fence && !rest.slice(0, -1).some((one) => one.trimStart().startsWith(fence)),
        'a block that ends early',
      );
      holds(!explainError(new TypeError(text)).includes(text) || text.length < 8, 'a message of somebody else');
    },
  };
}
