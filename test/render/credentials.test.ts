import { describe, expect, it } from 'vitest';
import type { Credential } from '../../src/core/credentials.ts';
import { planDigest } from '../../src/core/digest.ts';
import { renderPlanCheck } from '../../src/render/check-run.ts';
import { renderComment } from '../../src/render/comment.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { account, declared, memoryLab } from '../support/memory.ts';

const key = (id: string, parts: Partial<Credential> = {}): Credential => ({
  id,
  kind: 'access-key',
  state: 'active',
  created: '2026-01-01T00:00:00Z',
  lastUsed: null,
  expires: null,
  ...parts,
});

async function shown(credentials: readonly Credential[]) {
  const lab = memoryLab({ accounts: { exporter: account({ credentials }) } });
  const { plan, assessment } = await lab.plan({ base: [], head: [declared('exporter', { note: 'x' })] });
  const digest = planDigest(plan);
  const comment = renderComment({
    plan,
    digest,
    assessment,
    code: 'kt5m-w2qa',
    mustQuote: false,
    previous: null,
    level: 'standard',
    verifyHint: 'countersign verify .',
  });
  const terminal = renderTerminal(plan, digest, assessment, { color: false, width: 120 });
  return { comment, terminal, check: renderPlanCheck({ plan, digest, assessment, level: 'standard' }).text };
}

describe('credentials, wherever a plan is shown', () => {
  it('have their age and their last use', async () => {
    const { comment, terminal, check } = await shown([
      key('AKIA1', { lastUsed: '2026-05-31T00:00:00Z', expires: '2026-07-01T00:00:00Z' }),
      key('AKIA2', { lastUsed: '2026-06-01T11:00:00Z' }),
      key('AKIA3', { kind: 'token', state: 'inactive', created: null, lastUsed: 'untold' }),
      key('AKIA4', { lastUsed: '2026-01-02T00:00:00Z' }),
    ]);
    const lines = [
      'access-key `AKIA1`: active, 151 days old, last used yesterday, expires `2026-07-01T00:00:00Z`',
      'access-key `AKIA2`: active, 151 days old, last used today',
      'access-key `AKIA4`: active, 151 days old, last used 150 days ago',
      'token `AKIA3`: inactive',
    ];
    for (const surface of [comment, check]) {
      const found = surface.split('\n').filter((line) => line.startsWith('- `exporter`: '));
      expect(found).toEqual(lines.map((line) => `- \`exporter\`: ${line}`));
    }
    expect(comment).toContain('<summary>Credentials: 4 credentials of identities in this plan</summary>');
    for (const line of lines) expect(terminal).toContain(`proves   ${line.replaceAll('`', '')}`);
  });

  it('are counted where there are many, within every bound', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => key(`${index}-${'x'.repeat(400)}`));
    const { comment, terminal } = await shown(many);
    expect(comment.length).toBeLessThan(65_536);
    expect(comment).toContain('Credentials: 2,000 credentials');
    expect(terminal).toContain('… and 1,995 more');
  });

  it('say nothing where nothing is known', async () => {
    const { comment, terminal } = await shown([]);
    expect([comment.includes('Credentials'), terminal.includes('proves')]).toEqual([false, false]);
  });

  it('stay what they are however they are called', async () => {
    const { comment } = await shown([key('</details> @acme/security `x`')]);
    for (const [before] of comment.matchAll(/.{4}<\/details> @acme/gu)) expect(before).toMatch(/`` <\/details>/u);
  });
});
