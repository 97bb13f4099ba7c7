import { renderComment, type CommentInput } from './comment.ts';
import type { CheckOutput } from './check-run.ts';

/** The job's summary: what the comment shows, and how the checks stand. Markdown, far below GitHub's limit of 1 MiB. */
export function renderSummary(
  input: CommentInput,
  checks: readonly { readonly name: string; readonly output: CheckOutput }[],
): string {
  const standings = checks.map(({ name, output }) => `- *${name}*: ${output.conclusion ?? 'in progress'}`);
  return [renderComment(input), ...(standings.length === 0 ? [] : [`${standings.join('\n')}\n`])].join('\n');
}
