import { describe, expect, test } from 'vitest';
import type { Requirement } from '../../src/core/assessment.ts';
import type { Decision, Person, RequirementState } from '../../src/core/approval/facts.ts';
import { renderApprovalCheck } from '../../src/render/approval-check.ts';
import { verdictPhrase } from '../../src/render/headline.ts';
import { plain } from '../../src/render/phrase.ts';
import { needLines } from '../../src/render/sections.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { viewOf } from '../../src/render/view.ts';
import { inputOf } from './cases.ts';
import { OWNER } from './estate.ts';

function part(of: string, option: number, parts: Partial<Requirement> = {}): Requirement {
  return {
    code: 'team/rule',
    of,
    people: [`${of}-1`, `${of}-2`],
    count: 1,
    distinct: false,
    confirm: false,
    reason: 'gains much',
    choice: { id: 'team/rule 0', option },
    ...parts,
  };
}

const DBA = part('dba', 0, { count: 2 });
const SECURITY = part('security', 1);
const ADMIN = part('anyone', 1, { permission: 'admin', people: [] });
const CHOICE = [DBA, SECURITY, ADMIN];

const WANTED =
  '2 approvals from `dba` (`dba-1`, `dba-2`), or 1 approval from `security` (`security-1`, `security-2`) and 1 approval from anyone with admin permission: gains much (`team/rule`)';

async function widening(requirements: readonly Requirement[]) {
  const { plan, digest, assessment } = await inputOf('widening');
  return { plan, digest, assessment: { ...assessment, requirements } };
}

describe('a choice', () => {
  test('is one need, with each of its ways', () => {
    expect(needLines([OWNER, ...CHOICE], 10_000).slice(2)).toEqual([needLines([OWNER], 10_000)[2], `- ${WANTED}`]);
  });

  test('is one of those whom the headline names, and one line in the terminal', async () => {
    const input = await widening([OWNER, ...CHOICE]);
    const view = viewOf(input.plan, input.digest, input.assessment);
    expect(plain(verdictPhrase(view))).toContain(
      'approval needed from billing and dba, or security and anyone with admin permission',
    );
    const shown = renderTerminal(input.plan, input.digest, input.assessment, { color: false, width: 400 });
    expect(shown.split('\n').filter((line) => line.includes('needs '))).toHaveLength(2);
  });
});

const ANA: Person = { id: 1, login: 'ana', type: 'User' };

async function check(requirements: readonly RequirementState[], kind: Decision['kind'] = 'waiting') {
  const decision = {
    kind,
    reasons: [{ code: 'approval-missing', message: 'M' }],
    counted: [],
    discounted: [],
    requirements,
  };
  const input = await widening(CHOICE);
  return renderApprovalCheck({
    ...input,
    decision,
    progress: { kind: 'unpublished' },
    level: 'standard',
    anchor: null,
    controls: [],
  });
}

function state(requirement: Requirement, satisfiedBy: readonly Person[], spared?: true): RequirementState {
  const missing = spared === true ? 0 : requirement.count - satisfiedBy.length;
  return { requirement, satisfiedBy, missing, ...(spared === undefined ? {} : { spared }) };
}

describe('the check of a choice', () => {
  test('says of each way what it lacks, and who approved', async () => {
    const { title, summary } = await check([state(DBA, [ANA]), state(SECURITY, [ANA]), state(ADMIN, [])]);
    expect(title).toBe('Waiting for dba, or anyone with admin permission');
    expect(summary).toContain(
      `- **1 missing**: ${WANTED}; \`dba\`: approved by \`ana\`; \`security\`: approved by \`ana\``,
    );
  });

  test('names only the way that is met', async () => {
    const { summary } = await check([state(DBA, [], true), state(SECURITY, [ANA]), state({ ...ADMIN, count: 0 }, [])]);
    expect(summary).toContain('- **met**: 1 approval from `security`');
    expect(summary).not.toContain('dba-1');
  });
});
