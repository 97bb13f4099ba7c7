import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';

describe('countersign explain', () => {
  it('says what a code means, what is next, and where it shows', async () => {
    const { code, stdout, stderr } = await runCli(['explain', 'head-shared'], {});
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      [
        'head-shared (At the gate)',
        '',
        '  means  Another open pull request has the same head; a check belongs to a commit, so neither is green.',
        '  next   Push another commit, or close one of them.',
        '  shows  in the check `countersign/approval`, and in the log of the publish job',
        '',
      ].join('\n'),
    );
  });

  it('knows the codes of approval and of verification from where they are decided', async () => {
    expect((await runCli(['explain', 'review-before-publication'], {})).stdout).toContain(
      'the same second is not after',
    );
    expect((await runCli(['explain', 'entry-foreign'], {})).stdout).toContain('a forged append');
  });

  it('knows the codes of a provider', async () => {
    expect((await runCli(['explain', 'login-refused'], {})).stdout).toContain('pg_hba.conf');
  });

  it('lists every code by its topic', async () => {
    const { code, stdout } = await runCli(['explain'], {});
    expect(code).toBe(0);
    const topics = stdout.split('\n').filter((line) => /^\S/u.test(line));
    expect(topics).toEqual(expect.arrayContaining(['Approval', 'Apply', 'YAML', 'Verification of a ledger']));
    expect(stdout.split('\n').filter((line) => line.startsWith('  ')).length).toBeGreaterThan(200);
  });

  it('suggests what was probably meant', async () => {
    const { code, stdout, stderr } = await runCli(['explain', 'aproval-missing'], {});
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `There is no code aproval-missing. Did you mean "approval-missing"? Run 'countersign explain' for the list.\n`,
    );
  });

  it('names codes with the same words where none is near', async () => {
    const { stderr } = await runCli(['explain', 'author reviewed it: reviewer'], {});
    expect(stderr).toMatch(/Near it: .*reviewer-is-author/u);
  });

  it('shows nothing unseen of what was typed', async () => {
    const { stderr } = await runCli(['explain', '\u{1b}[2J'], {});
    expect(stderr).toContain('\\u{1B}[2J');
  });

  it('gives programs the same', async () => {
    const { stdout } = await runCli(['explain', 'head-shared', '--format', 'json'], {});
    expect(JSON.parse(stdout)).toEqual({
      codes: [
        {
          code: 'head-shared',
          topic: 'At the gate',
          meaning: expect.stringContaining('same head') as string,
          next: 'Push another commit, or close one of them.',
          shows: ['gate'],
        },
      ],
    });
  });
});
