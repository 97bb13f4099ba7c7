import { describe, expect, test } from 'vitest';
import type { ControlLine } from '../../src/core/controls/line.ts';
import { renderApprovalCheck } from '../../src/render/approval-check.ts';
import { controlsFold, renderControls } from '../../src/render/controls.ts';
import { CHECK_LIMIT, sizeOf } from '../../src/render/fit.ts';
import { HOSTILE_NAMES, inputOf } from './cases.ts';
import { outsideCode } from './reader.ts';

function line(control: string, status: ControlLine['status'], ...evidence: readonly string[]): ControlLine {
  return { control, title: null, source: null, status, evidence: evidence.length === 0 ? ['Why.'] : evidence };
}

async function checkOf(controls: readonly ControlLine[]): Promise<string> {
  const { plan, digest, assessment, level } = await inputOf('widening');
  const decision = { kind: 'waiting' as const, reasons: [], counted: [], discounted: [], requirements: [] };
  const progress = { kind: 'unpublished' as const };
  return renderApprovalCheck({ decision, plan, digest, assessment, progress, level, anchor: null, controls }).text;
}

describe('the report of controls', () => {
  const controls = [
    line('A-1', 'not-assessable'),
    line('B-2', 'pass', 'One.', 'Two.', 'Three.', 'Four.'),
    line('C-3', 'fail'),
  ];

  test('in the check is folded, with what fails first', async () => {
    expect(await checkOf(controls)).toContain('<details><summary>Controls: 1 fail, 1 pass, 1 not assessable</summary>');
    const lines = controlsFold(controls, 10_000)?.lines.slice(2);
    expect(lines).toEqual([
      '- fail: `C-3` — Why.',
      '- pass: `B-2` — One. Two. Three. And 1 more.',
      '- not assessable: `A-1` — Why.',
    ]);
  });

  test('on a terminal is whole, in its own order', () => {
    expect(renderControls(controls).split('\n')).toEqual([
      'not assessable: A-1',
      '  Why.',
      'pass: B-2',
      '  One.',
      '  Two.',
      '  Three.',
      '  Four.',
      'fail: C-3',
      '  Why.',
      '1 fail, 1 pass, 1 not assessable. What this plan alone shows of each; it claims compliance with nothing.',
      '',
    ]);
  });

  test('fits, however much there is', async () => {
    const many = Array.from({ length: 4000 }, (_, index) =>
      line(`T-${index}`, 'fail', 'x'.repeat(900), 'y'.repeat(900)),
    );
    const text = await checkOf(many);
    expect(sizeOf(text)).toBeLessThanOrEqual(CHECK_LIMIT);
    expect(text).toMatch(/… and 3,9\d\d more controls: /u);
  });

  test('quotes what others wrote so that it does nothing', async () => {
    for (const hostile of HOSTILE_NAMES) {
      const text = await checkOf([line('A-1', 'fail', hostile)]);
      expect(outsideCode(text)).not.toMatch(/<(?!\/?(?:details|summary)>)|@[a-z]/u);
    }
  });
});
