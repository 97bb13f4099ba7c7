import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { CheckOutput } from '../../src/render/check-run.ts';

const GITHUB = readFileSync(
  fileURLToPath(import.meta.resolve('github-markdown-css/github-markdown-light.css')),
  'utf8',
);

/** Around a comment GitHub leaves this much, on a phone less. */
const FRAME = `body { margin: 0; background: #fff } .markdown-body { box-sizing: border-box; padding: 16px; font-size: 14px }`;

/** Markdown as GitHub's own parser reads it: CommonMark and its extensions, HTML left as it is, so that what is hostile shows. */
export function htmlOf(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** One comment as a page of its own. */
export function pageOf(title: string, markdown: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${GITHUB}${FRAME}</style></head><body><article class="markdown-body">${htmlOf(markdown)}</article></body></html>`;
}

/** A check's own page: its title is plain text there. */
export function checkMarkdown({ title, summary, text, conclusion, annotations }: CheckOutput): string {
  const marks = { success: '✓', failure: '✗', waiting: '●' };
  const remarks = annotations.map(
    ({ path, line, level, title: about, message }) => `${path}:${line} (${level}) ${about}\n${message}`,
  );
  return [
    `\`\`\`\`\`\`\`\`text\n${marks[conclusion ?? 'waiting']} ${title}\n\`\`\`\`\`\`\`\``,
    summary,
    text,
    ...remarks.map((remark) => `\`\`\`\`\`\`\`\`text\n${remark}\n\`\`\`\`\`\`\`\``),
  ].join('\n\n');
}
