import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ATTACKS, attackCodes, attackFolders, attackTable, casesOf } from '../../scripts/docs/attack-table.ts';
import { TOPICS } from '../../scripts/docs/code-tables.ts';

describe('the attacks', () => {
  test.each(attackFolders())('%s has its row and its cases', (folder) => {
    const files = ['row.ts', 'attack.test.ts'].filter((file) => existsSync(`${ATTACKS}/${folder}/${file}`));
    expect(files).toEqual(['row.ts', 'attack.test.ts']);
  });

  test.each(attackFolders())('%s is linked to the file that holds its cases', (folder) => {
    expect(attackTable()).toContain(`[${folder}](../${casesOf(folder)})`);
    expect(readFileSync(casesOf(folder), 'utf8')).toMatch(/^ +refused: \{$/mu);
  });

  test('are refused with codes that are explained', () => {
    const known = new Set(TOPICS.flatMap(({ codes }) => Object.keys(codes)));
    expect(attackCodes().filter((code) => !known.has(code))).toEqual([]);
  });
});
