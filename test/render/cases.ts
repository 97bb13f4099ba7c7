import { sha256 } from '../../src/core/digest.ts';
import type { CommentInput } from '../../src/render/comment.ts';
import { addressOf } from '../../src/providers/memory/form.ts';
import { OWNER, planned, SOURCE, type Document, type Estate } from './estate.ts';
import { ORDINARY } from './ordinary.ts';
import { byRules, EXCEPTIONS } from './rules.ts';
import { AWS } from './systems/aws.ts';
import { KUBERNETES } from './systems/kubernetes.ts';
import { plannedOf, type PullRequest } from './systems/pull-request.ts';
import { SEVERAL } from './systems/several.ts';

const HASH = sha256('another');

const EXPORTER: Document = {
  name: 'billing-exporter',
  spec: { grants: [{ on: 'billing.invoices', actions: ['SELECT'] }] },
  metadata: {
    purpose: 'Nightly invoice export',
    expires: '2027-03-31',
    consumers: ['jobs/export'],
    dependsOn: [],
    adopts: null,
  },
};

function exporter(grants: readonly { on: string; actions: string[] }[], more: Document['spec'] = {}): Document {
  return { ...EXPORTER, spec: { ...more, grants } };
}

export const HOSTILE_NAMES = [
  '@acme/security please approve',
  '`</code></details><h1>Approved</h1>',
  '``` \n::error::x',
  '| a | b |',
  '[click](https://evil.example)',
  '![](https://evil.example/x.png)',
  'pay\u{202e}gnp.exe',
  'a\u{200b}dmin',
  '\u{1b}[31mred\u{1b}[0m',
  '::add-mask::secret',
  '##[group]x',
  '#1 GH-2 acme/x#3 0123456789abcdef0123456789abcdef01234567',
  '<!-- hidden --> <img src=x onerror=alert(1)>',
  'back\\|slash',
  '\u{5d0}\u{5d1}\u{5d2}',
  'z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}',
  '&lt;b&gt; :rocket: ~~gone~~ __bold__',
  '../../etc/passwd',
  '__proto__',
  ' ',
];

const ESTATES: { readonly [name: string]: Estate } = {
  creation: {
    resources: ['billing.invoices', 'billing.lines'],
    head: [
      exporter([{ on: 'billing.invoices', actions: ['SELECT', 'INSERT'] }], { enabled: true, note: 'made by hand' }),
    ],
  },
  widening: {
    accounts: {
      'billing-exporter': { grants: { 'billing.invoices': ['SELECT'], 'hr.salaries': ['SELECT'] } },
      'admin-tool': { actsAs: [] },
      'left-alone': {},
    },
    base: [EXPORTER, { name: 'admin-tool', spec: { actsAs: [] } }],
    head: [
      exporter([{ on: 'billing.invoices', actions: ['SELECT', 'INSERT', 'UPDATE'] }]),
      { name: 'admin-tool', spec: { actsAs: ['billing-exporter'] }, metadata: { owner: 'platform' } },
    ],
    notModelled: [{ address: addressOf(SOURCE, 'admin-tool'), what: 'large object', detail: '16403' }],
  },
  disable: {
    accounts: { 'old-etl': { grants: { a: ['READ'], b: ['READ'], c: ['READ'], d: ['READ'], e: ['READ', 'WRITE'] } } },
    base: [{ name: 'old-etl', spec: { grants: [] } }],
  },
  risks: {
    accounts: {
      'billing-exporter': { grants: { 'billing.invoices': ['SELECT'] } },
      'late-job': { grants: { 'billing.invoices': ['SELECT'] } },
      'old-etl': { grants: { 'hr.salaries': ['SELECT'] }, lastUsed: '2025-10-30T12:00:00Z' },
      'still-used': { grants: { 'hr.salaries': ['SELECT'] }, lastUsed: '2026-05-30T12:00:00Z' },
    },
    resources: ['billing.invoices', 'hr.salaries'],
    base: [
      EXPORTER,
      { name: 'late-job', spec: EXPORTER.spec, metadata: { expires: '2026-05-31' } },
      { name: 'old-etl', spec: {} },
      { name: 'still-used', spec: {}, metadata: { consumers: ['jobs/a', 'jobs/b', 'jobs/c', 'jobs/d'] } },
    ],
    head: [
      { ...exporter([{ on: '*.salaries', actions: ['SELECT', 'INSERT'] }]), metadata: { expires: null } },
      {
        name: 'late-job',
        spec: { grants: [{ on: 'billing.invoices', actions: ['SELECT', 'UPDATE'] }] },
        metadata: { expires: '2026-05-31' },
      },
    ],
    sensitive: [{ name: 'personal-data', resources: ['hr.*'], actions: ['*'], level: 'critical' }],
  },
  rename: {
    accounts: { 'old-etl': { grants: { 'billing.invoices': ['SELECT'] } } },
    resources: ['billing.invoices'],
    base: [{ name: 'old-etl', spec: EXPORTER.spec }],
    head: [EXPORTER],
  },
  deletion: {
    accounts: { 'old-etl': { grants: { 'billing.invoices': ['SELECT'] } }, 'standard-one': {} },
    base: [
      { name: 'old-etl', spec: {}, onRemove: { kind: 'delete', options: {} } },
      { name: 'standard-one', spec: { tier: 'standard' } },
    ],
    head: [{ name: 'standard-one', spec: { tier: 'premium' } }],
  },
  patterns: {
    accounts: { 'billing-exporter': { grants: { 'billing.invoices': ['SELECT'] } } },
    resources: ['billing.invoices', 'billing.lines', 'billing.notes', 'hr.salaries'],
    base: [EXPORTER],
    head: [exporter([{ on: 'billing.*', actions: ['SELECT'] }])],
  },
  nothing: {
    accounts: { 'billing-exporter': { grants: { 'billing.invoices': ['SELECT'] } } },
    base: [{ ...EXPORTER, spec: {} }],
    head: [EXPORTER],
    judge: () => ({ requirements: [], findings: [], exceptions: [] }),
  },
  errored: {
    head: [EXPORTER],
    diagnostics: [
      {
        code: 'duplicate-address',
        severity: 'error',
        cause: 'Two documents declare accounts/MemoryAccount/billing-exporter.',
        mend: 'Keep one of them.',
        location: { path: 'identities/accounts/exporter.yaml', line: 3, column: 9 },
        related: [{ path: 'identities/accounts/copy.yaml', line: 12, column: 9 }],
        evidence: 'billing-exporter',
      },
      {
        code: 'expiry-soon',
        severity: 'warning',
        cause: 'The document expires within a week.',
        mend: 'Set a later date, or remove the document.',
      },
    ],
  },
  incomplete: {
    base: [EXPORTER],
    unreadable: [
      {
        address: null,
        pointer: null,
        reason: { code: 'source-unreachable', message: 'accounts did not answer within 30 seconds.' },
      },
    ],
  },
  blocked: {
    accounts: Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, { grants: { x: ['READ'] } }])),
    base: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name, spec: { grants: [] } })),
  },
  denied: {
    accounts: { 'billing-exporter': { grants: {} } },
    base: [EXPORTER],
    head: [exporter([{ on: 'billing.*', actions: ['INSERT'] }])],
  },
  excepted: {
    accounts: { 'billing-exporter': { grants: {} }, 'old-etl': { grants: {} } },
    base: [EXPORTER, { ...EXPORTER, name: 'old-etl' }],
    head: [
      exporter([{ on: 'billing.*', actions: ['INSERT'] }]),
      { ...exporter([{ on: 'hr.salaries', actions: ['SELECT'] }]), name: 'old-etl' },
    ],
    judge: byRules({}, EXCEPTIONS),
  },
  governance: {
    governance: [
      { path: '.github/countersign.yaml', base: HASH, head: sha256('x') },
      { path: 'policies/own.yaml', base: null, head: HASH },
    ],
  },
  hostile: {
    accounts: Object.fromEntries([
      ...HOSTILE_NAMES.slice(1).map((name) => [name, { grants: { [name]: ['READ'] } }]),
      ['un@managed', {}],
    ]),
    base: HOSTILE_NAMES.slice(1).map((name) => ({ name, spec: { grants: [] } })),
    head: HOSTILE_NAMES.map((name) => ({
      name,
      spec: { note: name, grants: [{ on: name, actions: ['READ', name] }] },
      metadata: { owner: name, purpose: name },
    })),
    judge: () => ({
      requirements: HOSTILE_NAMES.map((name) => ({ ...OWNER, of: name, people: [name], reason: `asked by ${name}` })),
      findings: HOSTILE_NAMES.map((name) => ({
        code: 'hostile',
        effect: 'warn',
        address: addressOf(SOURCE, name),
        message: `About ${name}: see ${name}`,
      })),
      exceptions: HOSTILE_NAMES.map((name) => ({
        code: 'exception-used',
        name,
        rule: name,
        addresses: [addressOf(SOURCE, name)],
        more: 0,
        until: name,
        daysLeft: 1,
        owner: name,
        reason: `About ${name}: see ${name}`,
        location: { path: name, line: 1, column: 1 },
      })),
    }),
  },
  ...ORDINARY,
};

/** Planned by the providers of real systems. */
const SYSTEMS = { ...AWS, ...KUBERNETES, ...SEVERAL };

export const CASES = [...Object.keys(ESTATES), 'voided', ...Object.keys(SYSTEMS)];

/** What a case's pull request was planned as before: the live system has moved since. */
const BEFORE: { readonly [name: string]: Estate } = {
  voided: { ...ESTATES['widening'], accounts: { ...ESTATES['widening']?.accounts, 'billing-exporter': {} } },
};

const CODE = 'kt5m-w2qa';
const VERIFY = 'countersign verify https://github.com/acme/identities';

/** What the comment of a case is rendered from. */
export async function inputOf(name: string): Promise<CommentInput> {
  const pull = Object.hasOwn(SYSTEMS, name) ? SYSTEMS[name] : undefined;
  if (pull !== undefined) return ofSystems(pull);
  const before = BEFORE[name];
  const estate = before === undefined ? ESTATES[name] : ESTATES['widening'];
  if (estate === undefined) throw new RangeError(`no case ${name}`);
  const { plan, digest, assessment } = await planned({ judge: byRules(), ...estate });
  const previous = before === undefined ? null : await planned({ judge: byRules(), ...before });
  return {
    plan,
    digest,
    assessment,
    code: CODE,
    mustQuote: previous !== null,
    previous: previous === null ? null : { plan: previous.plan, digest: previous.digest },
    level: name === 'creation' ? 'trial' : 'standard',
    verifyHint: VERIFY,
  };
}

function ofSystems(pull: PullRequest): CommentInput {
  const { plan, digest, assessment } = plannedOf(pull);
  const run = { code: CODE, mustQuote: false, previous: null, level: 'standard', verifyHint: VERIFY } as const;
  return { plan, digest, assessment, ...run };
}
