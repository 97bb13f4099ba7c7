import { existsSync, readFileSync } from 'node:fs';
import type { CheckOutput } from '../../src/render/check-run.ts';
import { codeBlock, grouped } from '../../src/render/text.ts';
import { GALLERY } from '../../test/render/gallery.ts';

export const GOLDEN = 'test/fixtures/render';

/** Characters of one comment or terminal that the page shows; more is cut, and said. */
const SHOWN = 5000;

/** Every situation as its golden files show it: a contents list, then chapter by chapter. */
export function gallery(): string {
  const contents = GALLERY.map(({ title, shown }) => {
    const links = shown.map((one) => `[${one.title}](#${anchorOf(one.title)})`);
    return `- **${title}**: ${links.join(' · ')}`;
  });
  const chapters = GALLERY.map(({ title, shown }) => {
    const parts = shown.map((one) => situation(one.name, one.title, one.teaches));
    return [`## ${title}`, ...parts].join('\n\n');
  });
  return [contents.join('\n'), ...chapters].join('\n\n');
}

/** As GitHub makes it of a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}

function situation(name: string, title: string, teaches: string): string {
  const [comment, check, terminal] = [read(name, 'comment.md'), read(name, 'check.json'), read(name, 'terminal.txt')];
  const files = ['comment.md', 'check.json', 'terminal.txt', 'summary.md'].filter((file) =>
    existsSync(`${GOLDEN}/${name}/${file}`),
  );
  const links = files.map((file) => `[${file}](../${GOLDEN}/${name}/${file})`);
  return [
    `### ${title}`,
    `${teaches} Whole: ${links.join(', ')}.`,
    ...(comment === null ? [] : [quote(cutLines(comment))]),
    ...(check === null ? [] : [checkPart(JSON.parse(check) as CheckOutput, comment === null)]),
    ...(terminal === null ? [] : [fold('In a terminal', codeBlock(cutLines(terminal).trimEnd().split('\n'), 'text'))]),
  ].join('\n\n');
}

function read(name: string, file: string): string | null {
  const path = `${GOLDEN}/${name}/${file}`;
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function quote(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** Whole lines, none of a fold that has no room. */
function cutLines(text: string): string {
  if (text.length <= SHOWN) return text;
  const until = text.indexOf('<details>');
  const head = text.slice(0, Math.min(SHOWN, until === -1 ? SHOWN : until));
  const whole = head.slice(0, head.lastIndexOf('\n')).trimEnd();
  return `${whole}\n\n… the page cuts it here: it has ${grouped(text.length)} characters.\n`;
}

const CONCLUSIONS = { success: 'green', failure: 'red' } as const;

/** A check beside a comment says the same again, so only its line in the list and what it remarks on files is shown. */
function checkPart({ title, summary, conclusion, annotations }: CheckOutput, whole: boolean): string {
  const line = `In the list of checks, ${conclusion === null ? 'yellow' : CONCLUSIONS[conclusion]}:`;
  const remarks = annotations
    .slice(0, REMARKS)
    .flatMap(({ path, line: at, level, title: about, message }) => [
      `${path}:${at} ${level}: ${about}`,
      `  ${message}`,
    ]);
  const more = annotations.length > REMARKS ? [`… and ${annotations.length - REMARKS} more`] : [];
  return [
    `${line}\n\n${codeBlock([title], 'text')}`,
    ...(whole ? [quote(cutLines(summary))] : []),
    ...(remarks.length === 0 ? [] : [fold('On the changed files', codeBlock([...remarks, ...more], 'text'))]),
  ].join('\n\n');
}

const REMARKS = 8;

function fold(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
