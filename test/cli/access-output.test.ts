import { expect, it } from 'vitest';
import { printAccess } from '../../src/cli/access-output.ts';
import type { AccessModel } from '../../src/core/access/model.ts';

const live = { source: 'prod', target: {}, objects: [], unreadable: [], notModelled: [], facts: {} };

function printed(count: number): string {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) };
  const model: Pick<AccessModel, 'limits'> = { limits: [] };
  const answered = { permissions: [], everyone: { address: 'prod/Kind/everyone', count }, changes: null, blocked: [] };
  const question = { kind: 'principal', address: 'prod/Kind/one' } as const;
  printAccess({ stdout: stream, stderr: stream } as never, null, { live, model, question, answered } as never);
  return written.join('');
}

it('names what everyone has only where there is something', () => {
  expect(printed(2)).toBe('Nothing.\nEveryone has 2 more: countersign access prod/Kind/everyone\n');
  expect(printed(0)).toBe('Nothing.\n');
});
