import { readFileSync, writeFileSync } from 'node:fs';
import { GENERATED, refreshed } from './docs/generated.ts';

for (const path of GENERATED.keys()) {
  writeFileSync(path, refreshed(path, readFileSync(path, 'utf8')));
  console.log(path);
}
