import { hashJson, sha256 } from '../../src/core/digest.ts';
import { addressOf } from '../../src/providers/memory/form.ts';
import { SOURCE, type Document, type Estate } from './estate.ts';

/** What a document of an exporter says; `grants` as `resource: [actions]`. */
function account(
  name: string,
  grants: { readonly [resource: string]: readonly string[] },
  more: Pick<Document, 'metadata'> & { readonly spec?: Document['spec'] } = {},
): Document {
  const listed = Object.entries(grants).map(([on, actions]) => ({ on, actions: [...actions] }));
  return {
    name,
    spec: { ...more.spec, grants: listed },
    metadata: { purpose: 'Nightly invoice export', ...more.metadata },
  };
}

const READS = { 'billing.invoices': ['SELECT'] };
const RESOURCES = ['billing.invoices', 'billing.lines', 'hr.salaries'];

/** What a team asks for in an ordinary week. */
export const ORDINARY: { readonly [name: string]: Estate } = {
  narrowing: {
    accounts: {
      'billing-exporter': { grants: { 'billing.invoices': ['SELECT', 'INSERT'], 'hr.salaries': ['SELECT'] } },
    },
    resources: RESOURCES,
    base: [account('billing-exporter', { 'billing.invoices': ['SELECT', 'INSERT'], 'hr.salaries': ['SELECT'] })],
    head: [account('billing-exporter', READS)],
  },
  handover: {
    accounts: { 'billing-exporter': { grants: READS } },
    resources: RESOURCES,
    base: [account('billing-exporter', READS)],
    head: [account('billing-exporter', READS, { metadata: { owner: 'platform', expires: '2027-03-31' } })],
  },
  warned: {
    resources: RESOURCES,
    head: [account('invoice-mailer', READS, { metadata: { purpose: null } })],
  },
  required: {
    accounts: { 'payroll-report': { grants: {} } },
    resources: RESOURCES,
    base: [account('payroll-report', {})],
    head: [
      account('payroll-report', { 'hr.salaries': ['SELECT'] }, { metadata: { purpose: 'Monthly payroll report' } }),
    ],
  },
  drift: {
    accounts: { 'billing-exporter': { grants: { ...READS, 'hr.salaries': ['SELECT'] } } },
    resources: RESOURCES,
    base: [account('billing-exporter', READS)],
    head: [account('billing-exporter', READS)],
    reconciliations: [
      {
        name: 'back-to-what-is-declared',
        verb: 'correct',
        addresses: [addressOf(SOURCE, 'billing-exporter')],
        reason: 'Somebody granted hr.salaries by hand during an incident.',
        onRemove: null,
        hash: hashJson(['back-to-what-is-declared']),
        location: { path: 'identities/reconcile.yaml', line: 1, column: 1 },
      },
    ],
  },
  'taken-in': {
    governance: [{ path: '.github/countersign.yaml', base: sha256('before'), head: sha256('after') }],
    diagnostics: [
      {
        code: 'identity-taken-in',
        severity: 'warning',
        cause: `These rules take in ${addressOf(SOURCE, 'night-shift')}, whose document nobody approved and names billing as its owner.`,
        mend: "Read the document. Its next change asks the source's owner besides.",
        address: addressOf(SOURCE, 'night-shift'),
      },
    ],
  },
  many: {
    accounts: Object.fromEntries(
      robots(10_000)
        .slice(100)
        .map((name) => [name, { grants: READS }]),
    ),
    resources: RESOURCES,
    base: robots(10_000)
      .slice(100)
      .map((name) => ({
        ...account(name, READS),
        ...(name === 'robot-09999' ? { onRemove: { kind: 'delete' as const, options: {} } } : {}),
      })),
    head: robots(9_950).map((name, index) =>
      account(
        name,
        { 'billing.invoices': ['SELECT', 'INSERT'], ...(index % 1000 === 0 ? { 'hr.salaries': ['SELECT'] } : {}) },
        { spec: index === 7777 ? { actsAs: ['robot-00001'] } : {} },
      ),
    ),
  },
};

function robots(total: number): readonly string[] {
  return Array.from({ length: total }, (_item, index) => `robot-${String(index).padStart(5, '0')}`);
}
