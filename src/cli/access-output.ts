import type { LiveState } from '../core/live.ts';
import type { AccessModel } from '../core/ports.ts';
import { visible } from '../core/yaml/text.ts';
import { changeLine, heldLines, holderLines } from '../render/access-report.ts';
import type { Answer, Question } from './access-answer.ts';
import type { CliContext } from './context.ts';

export type AccessReport = {
  readonly live: LiveState;
  readonly model: AccessModel;
  readonly question: Question;
  /** null: the source could not be read. */
  readonly answered: Answer | null;
};

/** Prints what was asked for, and what is not in it. @returns the exit code. */
export function printAccess({ stdout, stderr }: CliContext, format: string | null, report: AccessReport): 0 | 1 {
  const { live, answered } = report;
  if (format === 'json') stdout.write(jsonOf(report));
  else if (answered !== null) stdout.write(textOf(report.question, answered));
  for (const { address, reason } of live.unreadable)
    stderr.write(visible(`not read: ${address ?? live.source}: ${reason.code}: ${reason.message}`) + '\n');
  if (format !== 'json') stderr.write(remarks(report));
  return answered === null || live.unreadable.length > 0 ? 1 : 0;
}

/** What `--format json` prints. `permissions` null: they were not asked for, or the source could not be read. */
function jsonOf({ live, model, question, answered }: AccessReport): string {
  const file = {
    formatVersion: '1',
    source: live.source,
    target: live.target,
    complete: live.unreadable.length === 0,
    unreadable: live.unreadable,
    notModelled: live.notModelled,
    limits: model.limits,
    question,
    permissions: answered?.permissions ?? null,
    everyone: answered?.everyone ?? null,
    changes: answered?.changes ?? null,
    blocked: answered?.blocked ?? [],
  };
  return `${JSON.stringify(file, withoutActions, 2)}\n`;
}

/** What a permission stands for are thousands of actions where it stands for all. */
function withoutActions(key: string, value: unknown): unknown {
  return key === 'actions' ? undefined : value;
}

function textOf(question: Question, { permissions, everyone, changes, blocked }: Answer): string {
  const lines = question.kind === 'resource' ? holderLines : heldLines;
  const list = permissions === null ? '' : lines(permissions) || 'Nothing.\n';
  const besides =
    everyone === null || everyone.count === 0
      ? ''
      : visible(`Everyone has ${everyone.count} more: countersign access ${everyone.address}`) + '\n';
  const difference =
    changes === null
      ? ''
      : `What the plan changes:\n${changes.length === 0 ? '  nothing that anybody can do\n' : changes.map(changeLine).join('')}`;
  const left = blocked.map((address) => visible(`Blocked, so not in it: ${address}`) + '\n').join('');
  return `${list}${besides}${difference}${left}`;
}

function remarks({ live, model }: AccessReport): string {
  const more = live.notModelled.length;
  const listed =
    more === 0 ? [] : [`${more} facts of kinds that are not modelled are not in it; --format json lists them.`];
  const complete = live.unreadable.length === 0 ? [] : ['The answer is not complete.'];
  return [...complete, ...listed, ...model.limits].map((text) => `${visible(text)}\n`).join('');
}
