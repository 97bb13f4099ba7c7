import { parseEvent, pullRequestsOf } from '../../src/action/event.ts';
import { COMMANDS, INPUTS, readInputs } from '../../src/action/inputs.ts';
import { explainError, inert, summaryOf } from '../../src/action/report.ts';
import { createGitHub } from '../../src/github/client.ts';
import { repositoryAt } from '../../src/github/repository.ts';
import { bounded, eventuallyRefusable, holds, refusable, textOf } from '../oracle.ts';
import type { Target } from '../target.ts';

/** What the event is about is one pull request by its number, or some of those that are open. */
export function eventTarget(select: typeof pullRequestsOf = pullRequestsOf): Target {
  const repository = repositoryAt(someGitHub(), 'acme/identities');
  return {
    name: 'event',
    seeds: [
      '{"pull_request":{"number":7}}',
      '{"workflow_run":{"head_sha":"aa"}}',
      '{"merge_group":{"head_sha":"aa"}}',
      '{}',
      '7',
      'all',
    ],
    words: ['"pull_request":', '"number":', '"workflow_run":', '"head_sha":', 'null', '[]', '1.5', '-1', '"7"'],
    share: 3_000,
    check: async (input) => {
      const text = textOf(input);
      for (const command of COMMANDS) {
        for (const name of INPUTS)
          refusable(() => readInputs((asked) => (asked === 'command' ? command : asked === name ? text : '0')));
      }
      const event = refusable(() => parseEvent(text));
      if (event === null) return;
      const numbers = await eventuallyRefusable(() => select(repository, 'event', event));
      holds(
        numbers === null || numbers.every((number) => Number.isSafeInteger(number) && number > 0),
        'a pull request without a number',
        String(numbers),
      );
    },
  };
}

/** A GitHub that has no open pull request, and answers at once. */
function someGitHub() {
  return createGitHub({
    token: 'none',
    baseUrl: 'http://127.0.0.1:1',
    graphqlUrl: 'http://127.0.0.1:1/graphql',
    userAgent: 'fuzz',
    log: { debug: () => {}, info: () => {}, warn: () => {} },
    pace: { write: 0, second: 0 },
    fetch: (url) =>
      Promise.resolve(
        Response.json(
          url.includes('/pulls')
            ? []
            : { id: 1, full_name: 'acme/identities', default_branch: 'main', visibility: 'private' },
        ),
      ),
  });
}

/** Lines of a job's log obey neither the runner nor a terminal; the summary is one block. */
export function logTarget(line: typeof inert = inert): Target {
  return {
    name: 'log',
    seeds: ['::error::x', '##[group]y', '\u{1b}[31mred', 'a\r\nb', '  ::set-output name=a::b', '```\n<img>'],
    words: ['::', '##[', ']', 'error', 'add-mask', '\r', '\n', '%0A', '\u{85}', '\u{2028}', '```', '````', '    '],
    share: 120_000,
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
