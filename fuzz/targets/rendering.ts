import { formatAddress } from '../../src/core/address.ts';
import { renderPlanCheck, renderPlainCheck } from '../../src/render/check-run.ts';
import { renderComment, type CommentInput } from '../../src/render/comment.ts';
import { renderOutcome } from '../../src/render/outcome.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { CASES, inputOf } from '../../test/render/cases.ts';
import { outsideCode } from '../../test/render/reader.ts';
import { bounded, holds, same, textOf } from '../oracle.ts';
import type { Target } from '../target.ts';

/** What GitHub gives a meaning to, outside of code. */
const LIVE = /[@<>&[\]\\_`~]|:\/\/|www\.|#\d|::/u;
const OWN_TAGS = /<\/?(?:details|summary)>|<br>/gu;
/** Members whose texts come from documents, live systems and people. */
const FOREIGN = new Set([
  'owner',
  'purpose',
  'consumers',
  'message',
  'detail',
  'evidence',
  'path',
  'description',
  'note',
  'on',
  'login',
  'resource',
  'reason',
  'pointer',
  'what',
]);

/** Larger plans say the same more often. */
const MOST_CHANGES = 30;

/** Real plans in which every name and text is somebody's, in all three places where people read them. */
export async function renderingTarget(render: typeof renderComment = renderComment): Promise<Target> {
  const inputs = (await Promise.all(CASES.map(inputOf))).filter(({ plan }) => plan.changes.length <= MOST_CHANGES);
  return {
    name: 'rendering',
    seeds: inputs.map(
      (_, index) =>
        `${String.fromCharCode(index)}@acme/security\u{1f}\`</code>\u{1f}| a |\u{1f}\u{202e}x\u{1f}::error::y`,
    ),
    words: [
      '\u{1f}',
      '`',
      '``',
      '|',
      '\\|',
      '\\',
      '</code>',
      '<!--',
      '-->',
      '@a',
      '#1',
      'https://x.example',
      '::error::',
      '##[x]',
      '[x](y)',
      '![x](y)',
      '&lt;',
      ' ',
      '  ',
      '\n\n',
      '- ',
      '# ',
      '***',
      '~~',
      '\\u{',
    ],
    share: 12_000,
    check: (bytes) => {
      const input = inputs[(bytes[0] ?? 0) % inputs.length];
      if (input === undefined) return;
      const poisoned = withTexts(input, textOf(bytes.subarray(1)).split('\u{1f}'));
      expectInert('the comment', render(poisoned));
      same('the comment of the same values', render(structuredClone(poisoned)), render(poisoned));
      const { plan, digest, assessment, level } = poisoned;
      const check = renderPlanCheck({ plan, digest, assessment, level });
      expectInert('the check', check.summary);
      expectInert('the check', check.text);
      bounded('the title', check.title, 255);
      const reasons = [{ code: 'denied', message: textOf(bytes.subarray(1)) }];
      expectInert('a plain check', renderPlainCheck('failure', reasons[0] ?? { code: '', message: '' }).summary);
      expectInert(
        'the outcome',
        renderOutcome({
          plan,
          digest,
          outcome: { kind: 'refused', reasons },
          landing: 'a'.repeat(40),
          applyId: digest,
          level,
          verifyHint: 'countersign verify x',
          words: new Map(),
          followUp: { kind: 'impossible', reason: reasons[0] ?? { code: '', message: '' } },
        }),
      );
      expectLines(renderTerminal(plan, digest, assessment, { color: false, width: 80 }));
    },
  };
}

function expectInert(what: string, markdown: string): void {
  holds(Buffer.byteLength(markdown) <= 65_536, `${what} is too long`);
  const found = LIVE.exec(outsideCode(markdown).replaceAll(OWN_TAGS, ''));
  holds(
    found === null,
    `${what} is alive`,
    found === null ? '' : `${found[0]} in ${found.input.slice(Math.max(0, found.index - 100), found.index + 100)}`,
  );
  holds(!/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[^\P{Cc}\n]/u.test(markdown), `${what} holds what is not seen`);
}

function expectLines(text: string): void {
  for (const line of text.split('\n')) {
    holds(!/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(line), 'the terminal is told something', line);
    holds(!/^\s*::/u.test(line) && !line.includes('##['), 'the runner is told something', line);
  }
}

/** The same facts with the texts in place of those of people and systems; kinds, codes and structure stay. */
function withTexts(input: CommentInput, texts: readonly string[]): CommentInput {
  let next = 0;
  const names = new Map<string, string>();
  const take = (): string => {
    const text = texts[next % texts.length] ?? '';
    next += 1;
    return text;
  };
  const named = (address: string): string => {
    const known =
      names.get(address) ??
      formatAddress({ source: 'accounts', kind: 'MemoryAccount', name: [`${names.size}${take().toWellFormed()}`] });
    names.set(address, known);
    return known;
  };
  const poison = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      const [address = '', step] = value.split('#');
      if (/^accounts\/MemoryAccount\/[^/]+$/u.test(address))
        return `${named(address)}${step === undefined ? '' : `#${step}`}`;
      return FOREIGN.has(key) ? take() : value;
    }
    if (Array.isArray(value)) return value.map((item) => poison(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        key === 'values' ? `${name}${take()}` : name,
        poison(member, name),
      ]),
    );
  };
  const { plan, assessment } = input;
  return { ...input, ...(poison({ plan, assessment }, '') as Pick<CommentInput, 'plan' | 'assessment'>) };
}
