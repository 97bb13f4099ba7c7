import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { declares, Estate } from '../../e2e/estate.ts';
import { checksOf, commentsOf } from '../../e2e/evidence.ts';
import { daysAhead, exception, EXCEPTION, POLICY, RULES, type ExceptionDocument } from '../../e2e/excepted.ts';
import { gate, land, outcomeOf } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing(() => Estate.begin({ rules: 'policies: [policies/]\n', files: { [POLICY]: RULES } }));

function excepting(document: Omit<ExceptionDocument, 'until'>): Readonly<Record<string, string>> {
  return { [EXCEPTION]: exception({ ...document, until: daysAhead(here().team.server.now(), 30) }) };
}

/** An exception as the administrator approves it, landed. */
async function granted(document: Omit<ExceptionDocument, 'until'>): Promise<void> {
  const { team } = here();
  const pull = await team.propose(`grant-${document.name}`, excepting(document));
  await gate(here(), pull);
  await here().approve(pull, { as: team.cleo });
  expect((await gate(here(), pull)).decision).toBe('approved');
  await here().merge(pull);
  expect(await team.apply()).toMatchObject({ exitCode: 0 });
}

replay(row, {
  refused: {
    'beside the change, whoever approves, at the gate and when it lands all the same': async () => {
      const { team } = here();
      const files = { ...excepting({ name: 'beside' }), ...declares('beside', { limit: 500 }) };
      const pull = await here().approved('beside', files);
      await here().approve(pull, { as: team.cleo });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('beside')).toBeNull();
      await team.pushPast(team.cleo, { [EXCEPTION]: null });
      await team.apply();
      return landed;
    },
    'pushed past every check': async () => {
      const { team, eve } = here();
      const pull = await here().approved('pushed', declares('pushed', { limit: 500 }));
      await team.pushPast(eve, excepting({ name: 'pushed' }));
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('withheld');
      const landed = await land(here(), pull);
      expect(landed.decision).not.toBe('applied');
      expect(await here().role('pushed')).toBeNull();
      await team.pushPast(team.cleo, { [EXCEPTION]: null });
      await team.apply();
      return judged;
    },
    'in what the plan job says that it found': async () => {
      const { team } = here();
      const pull = await team.propose('claimed', declares('claimed', { limit: 500 }));
      const { outputs } = await team.plan(pull);
      const text = gunzipSync(Buffer.from(outputs['bundle'] ?? '', 'base64')).toString('utf8');
      const bundle = JSON.parse(text) as { planned: { assessment: object }[] };
      const [planned] = bundle.planned;
      if (planned === undefined) throw new Error('a plan was meant');
      const until = daysAhead(team.server.now(), 30);
      const claimed = { code: 'exception-used', name: 'one', rule: 'roles/few-connections', until, owner: 'billing' };
      const place = { path: EXCEPTION, line: 3, column: 13 };
      const note = { ...claimed, addresses: [], more: 1, daysLeft: 30, reason: 'So', location: place };
      planned.assessment = { ...planned.assessment, findings: [], exceptions: [note] };
      const publish = await team.publish(gzipSync(JSON.stringify(bundle)).toString('base64'));
      expect(publish.outputs).toMatchObject({ decision: 'refused' });
      const body = commentsOf(team, pull).at(-1)?.body ?? '';
      expect([body.includes('denied'), body.includes('lifted')]).toEqual([true, false]);
      await here().approve(pull);
      return outcomeOf(team, pull, publish);
    },
  },
  passes: {
    'an exception of its own, whose reason holds whatever it likes': async () => {
      const { team } = here();
      const reason = '**Approved** by @cleo </details> ![x](https://evil.example/x) | `code` is kt5m-w2qa';
      await granted({ name: 'granted', reason });
      const pull = await here().approved('granted', declares('granted', { limit: 500 }));
      expect((await gate(here(), pull)).decision).toBe('approved');
      const shown = [commentsOf(team, pull).at(-1)?.body ?? '', checksOf(team, pull.head.sha).plan?.summary ?? ''];
      for (const text of shown) {
        expect(text).toContain('**Exceptions**');
        expect(text).toContain(
          '`**Approved**` by `` @cleo </details> ![x](https://evil.example/x) | `code` `` is `kt5m-w2qa`',
        );
      }
      expect((await land(here(), pull)).decision).toBe('applied');
      expect(await here().role('granted')).toMatchObject({ limit: 500 });
    },
  },
});
