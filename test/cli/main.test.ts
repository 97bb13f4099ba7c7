import { describe, expect, it } from 'vitest';
import { CountersignError } from '../../src/core/errors.ts';
import { runCli } from '../support/cli.ts';

describe('countersign', () => {
  it('alone lists its commands and fails; asked for help it succeeds', async () => {
    const alone = await runCli([], {});
    expect(alone.code).toBe(1);
    expect(alone.stdout).toContain('  validate ');
    for (const argv of [['help'], ['--help']]) expect(await runCli(argv, {})).toEqual({ ...alone, code: 0 });
  });

  it('says its version', async () => {
    expect(await runCli(['--version'], {})).toMatchObject({ stdout: 'countersign test\n', code: 0 });
  });

  it.each([
    ['validat', 'There is no command validat. Did you mean "validate"? '],
    ['doctor', 'There is no command doctor: it is one of the action, run in a workflow. '],
    ['init', 'There is no command init: it is one of the action, run in a workflow. '],
    ['constructor', 'There is no command constructor. '],
    ['a\u001B[2J', 'There is no command a\\u{1B}[2J. '],
  ])('does not know %j', async (name, message) => {
    const { code, stderr } = await runCli([name], {});
    expect([code, stderr]).toEqual([1, `${message}Run 'countersign help' for the list.\n`]);
  });

  it('words an error it knows', async () => {
    const error = new CountersignError('provider-unknown', 'There is none.', { evidence: 'x', mend: 'Use another.' });
    const { code, stderr } = await runCli(['validate'], {}, { providers: () => Promise.reject(error) });
    expect([code, stderr]).toEqual([1, 'provider-unknown: There is none. (x) — Use another.\n']);
  });

  it('keeps the message of an error it does not know to itself: it may quote a secret', async () => {
    const error = new Error('connect postgres://a:s3cret@db failed\n    at s3cret');
    const { code, stderr } = await runCli(['validate'], {}, { providers: () => Promise.reject(error) });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^unexpected: The command failed with Error\./u);
    expect(stderr).not.toContain('s3cret');
  });
});
