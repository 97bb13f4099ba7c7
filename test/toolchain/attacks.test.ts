import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ATTACKS, attackCodes, attackFolders } from '../../scripts/docs/attack-table.ts';
import { TOPICS } from '../../scripts/docs/code-tables.ts';

describe('the attacks', () => {
  test.each(attackFolders())('%s has its row and its cases', (folder) => {
    const files = ['row.ts', 'attack.test.ts'].filter((file) => existsSync(`${ATTACKS}/${folder}/${file}`));
    expect(files).toEqual(['row.ts', 'attack.test.ts']);
  });

  test('are refused with codes that are explained', () => {
    const known = new Set(TOPICS.flatMap(({ codes }) => Object.keys(codes)));
    expect(attackCodes().filter((code) => !known.has(code))).toEqual([]);
  });
});
