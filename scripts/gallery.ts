import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CheckOutput } from '../src/render/check-run.ts';
import { GALLERY } from '../test/render/gallery.ts';
import { GOLDEN } from './docs/gallery.ts';
import { browserPath, openBrowser } from './gallery/browser.ts';
import { checkMarkdown, pageOf } from './gallery/page.ts';

/** CSS pixels: a phone, and a desk. */
const WIDTHS = [390, 1000];
const OUTPUT = '.cache/gallery';

/** Pages of one situation: its comment, its job summary and its check. */
function pagesOf(name: string): readonly { readonly surface: string; readonly markdown: string }[] {
  const text = (file: string): string | null =>
    existsSync(join(GOLDEN, name, file)) ? readFileSync(join(GOLDEN, name, file), 'utf8') : null;
  const [comment, check, summary] = [text('comment.md'), text('check.json'), text('summary.md')];
  return [
    ...(comment === null ? [] : [{ surface: 'comment', markdown: comment }]),
    ...(summary === null ? [] : [{ surface: 'summary', markdown: summary }]),
    ...(check === null ? [] : [{ surface: 'check', markdown: checkMarkdown(JSON.parse(check) as CheckOutput) }]),
  ];
}

const asked = process.argv.slice(2);
const names = GALLERY.flatMap(({ shown }) => shown.map(({ name }) => name));
const browser = await openBrowser(browserPath(process.env));
mkdirSync(OUTPUT, { recursive: true });
let broken = 0;
for (const name of names.filter((one) => asked.length === 0 || asked.includes(one))) {
  for (const { surface, markdown } of pagesOf(name)) {
    const file = join(OUTPUT, `${name}-${surface}`);
    writeFileSync(`${file}.html`, pageOf(name, markdown));
    for (const width of WIDTHS) {
      const { png, beyond, height } = await browser.shoot(pathToFileURL(resolve(`${file}.html`)).href, width);
      writeFileSync(`${file}-${width}.png`, png);
      if (beyond > 0) broken += 1;
      console.log(`${file}-${width}.png: ${height} px high${beyond > 0 ? `, ${beyond} px over the edge` : ''}`);
    }
  }
}
await browser.close();
process.exitCode = broken === 0 ? 0 : 1;
