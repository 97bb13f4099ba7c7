import type { Judge } from '../../src/core/policy.ts';
import { sha256 } from '../../src/core/digest.ts';
import type { CommentInput } from '../../src/render/comment.ts';
import { addressOf } from '../../src/providers/memory/form.ts';
import { OWNER, planned, SECURITY, SOURCE, type Document, type Estate } from './estate.ts';

const HASH = sha256('another');

const EXPORTER: Document = {
  name: 'billing-exporter',
  spec: { grants: [{ on: 'billing.invoices', actions: ['SELECT'] }] },
  metadata: { purpose: 'Nightly invoice export', expires: '2027-03-31', consumers: ['jobs/export'] },
};

function exporter(grants: readonly { on: string; actions: string[] }[], more: Document['spec'] = {}): Document {
  return { ...EXPORTER, spec: { ...more, grants } };
}

const confirming: Judge = () => ({
  requirements: [
    OWNER,
    {
      ...SECURITY,
      code: 'irreversible-approval',
      of: 'anyone',
      people: null,
      distinct: true,
      confirm: true,
      reason: 'a step cannot be taken back',
    },
  ],
  findings: [
    {
      code: 'owner-left',
      effect: 'warn',
      address: addressOf(SOURCE, 'old-etl'),
      message: 'The owner of old-etl has no members.',
    },
  ],
});

const denying: Judge = () => ({
  requirements: [OWNER],
  findings: [
    {
      code: 'no-wildcard-write',
      effect: 'deny',
      address: addressOf(SOURCE, 'billing-exporter'),
      message: 'INSERT by a pattern is not allowed.',
    },
  ],
});

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
    judge: confirming,
  },
  patterns: {
    accounts: { 'billing-exporter': { grants: { 'billing.invoices': ['SELECT'] } } },
    resources: ['billing.invoices', 'billing.lines', 'billing.notes', 'hr.salaries'],
    base: [EXPORTER],
    head: [exporter([{ on: 'billing.*', actions: ['SELECT', 'INSERT'] }])],
  },
  nothing: {
    accounts: { 'billing-exporter': { grants: { 'billing.invoices': ['SELECT'] } } },
    base: [{ ...EXPORTER, spec: {} }],
    head: [EXPORTER],
    judge: () => ({ requirements: [], findings: [] }),
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
    judge: denying,
  },
  governance: {
    governance: [
      { path: '.github/countersign.yaml', base: HASH, head: sha256('x') },
      { path: 'policies/own.yaml', base: null, head: HASH },
    ],
    judge: () => ({
      requirements: [
        {
          ...SECURITY,
          code: 'governance-approval',
          count: 2,
          distinct: true,
          confirm: true,
          reason: 'the rules change',
        },
      ],
      findings: [],
    }),
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
    }),
  },
  thousand: {
    accounts: Object.fromEntries(
      numbers(1000, 300).map((name) => [name, { grants: { 'billing.invoices': ['SELECT'] } }]),
    ),
    base: numbers(1000, 300).map((name) => ({
      name,
      spec: { grants: [{ on: 'billing.invoices', actions: ['SELECT'] }] },
    })),
    head: numbers(1000, 0).map((name) => ({
      name,
      spec: { grants: [{ on: 'billing.invoices', actions: ['SELECT', 'INSERT'] }] },
    })),
  },
};

function numbers(total: number, from: number): readonly string[] {
  return Array.from({ length: total - from }, (_item, index) => `robot-${String(index + from).padStart(4, '0')}`);
}

export const CASES = Object.keys(ESTATES);

/** What the comment of a case is rendered from. */
export async function inputOf(name: string): Promise<CommentInput> {
  const { plan, digest, assessment } = await planned(ESTATES[name] ?? {});
  return {
    plan,
    digest,
    assessment,
    code: 'kt5m-w2qa',
    mustQuote: false,
    previous: null,
    level: name === 'creation' ? 'trial' : 'standard',
    verifyHint: 'countersign verify https://github.com/acme/identities',
  };
}
