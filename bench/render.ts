import { planDigest } from '../src/core/digest.ts';
import type { Assessment } from '../src/core/assessment.ts';
import type { Change, Plan } from '../src/core/plan.ts';
import type { Permission } from '../src/core/ports.ts';
import { renderPlanCheck } from '../src/render/check-run.ts';
import { renderComment } from '../src/render/comment.ts';
import { COMMENT_LIMIT } from '../src/render/fit.ts';
import { renderTerminal } from '../src/render/terminal.ts';

const CHANGES = 10_000;
const GRANTS = 20;
/** Milliseconds for a comment. */
const GOAL = 1000;

/** How long each surface takes to render 10,000 changes of 20 grants; the goal is under a second for the comment. */
export function benchRender(): readonly {
  readonly name: string;
  readonly milliseconds: number;
  readonly bytes: number;
}[] {
  const { plan, assessment } = largePlan();
  const digest = planDigest({ ...plan, changes: plan.changes.slice(0, 10) });
  const level = 'standard';
  const comment = {
    plan,
    digest,
    assessment,
    code: 'kt5m-w2qa',
    mustQuote: false,
    previous: null,
    level,
    verifyHint: 'countersign verify .',
  } as const;
  return [
    timed('comment', () => renderComment(comment)),
    timed('comment after another plan', () =>
      renderComment({
        ...comment,
        previous: { plan: { ...plan, changes: [] }, digest: planDigest({ ...plan, changes: [] }) },
      }),
    ),
    timed('check countersign/plan', () => renderPlanCheck({ plan, digest, assessment, level }).summary),
    timed('terminal', () => renderTerminal(plan, digest, assessment, { color: true, width: 100 })),
  ];
}

function timed(name: string, render: () => string): { name: string; milliseconds: number; bytes: number } {
  const start = performance.now();
  const text = render();
  return { name, milliseconds: Math.round(performance.now() - start), bytes: Buffer.byteLength(text) };
}

function largePlan(): { plan: Plan; assessment: Assessment } {
  const addresses = Array.from(
    { length: CHANGES },
    (_item, index) => `orders-db/PostgresRole/robot-${String(index).padStart(5, '0')}`,
  );
  return {
    plan: {
      formatVersion: '1',
      sources: [],
      desired: [],
      governance: [],
      requests: [],
      changes: addresses.map(changeOf),
    },
    assessment: {
      formatVersion: '1',
      complete: true,
      applyable: true,
      errored: false,
      incomplete: [],
      diagnostics: [],
      changes: addresses.map((address) => ({
        address,
        risk: {
          level: 'medium',
          reasons: [{ level: 'medium', code: 'widens-access', message: `gains ${GRANTS} permissions` }],
        },
        gains: gainsOf(address),
        loses: [],
        expansions: {},
        location: { path: `identities/${address}.yaml`, line: 1, column: 1 },
        locations: {},
        notes: [],
      })),
      requirements: [],
      findings: [],
      access: [],
      exceptions: [],
      unmanaged: [],
      notModelled: [],
      sources: [],
      commits: null,
      engine: 'countersign',
    },
  };
}

function changeOf(address: string): Change {
  const after = {
    grants: Object.fromEntries(
      Array.from({ length: GRANTS }, (_item, index) => [`table billing.t${index}`, { SELECT: 'granted' }]),
    ),
  };
  return {
    address,
    action: 'update',
    metadata: { before: null, after: null },
    incarnation: '1',
    before: { grants: {} },
    after,
    steps: [
      {
        id: `${address}#1`,
        dependsOn: [],
        stage: 0,
        effect: { kind: 'grants' },
        expect: { grants: {} },
        result: after,
        repeat: 'idempotent',
      },
    ],
    irreversible: [],
    blocked: [],
  };
}

function gainsOf(principal: string): readonly Permission[] {
  return Array.from({ length: GRANTS }, (_item, index) => ({
    principal,
    action: 'SELECT',
    resource: `table billing.t${index}`,
    path: 'direct',
    power: 'use',
  }));
}

if (import.meta.main) {
  const rows = benchRender();
  console.table(rows);
  const comments = rows.filter(({ name }) => name.startsWith('comment'));
  if (comments.some(({ milliseconds, bytes }) => milliseconds > GOAL || bytes > COMMENT_LIMIT)) process.exitCode = 1;
}
