import { readFileSync, writeFileSync } from 'node:fs';
import { blocksOf } from './picture/markdown.ts';
import { pictureOf } from './picture/svg.ts';

const [comment = 'docs/comment.md', picture = 'docs/comment.svg'] = process.argv.slice(2);

writeFileSync(picture, pictureOf(blocksOf(readFileSync(comment, 'utf8'))));
console.log(`${picture} shows ${comment}`);
