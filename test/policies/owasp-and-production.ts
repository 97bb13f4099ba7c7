import {
  EXAMPLE_ROLE,
  FULL,
  METADATA,
  creates,
  defaults,
  grants,
  manyAtOnce,
  provingBy,
  reads,
  removed,
  updates,
  within,
  type Expected,
} from './stories.ts';

/** What the packs owasp-nhi and production say of plans. */
export const OWASP_AND_PRODUCTION: { readonly [rule: string]: Expected } = {
  'owasp-nhi/somebody-answers': { holds: [creates({}, 'purpose: Nightly export')], not: [EXAMPLE_ROLE] },
  'owasp-nhi/end-named': { holds: [EXAMPLE_ROLE], not: [creates({}, FULL), updates({}, `${METADATA} soon`)] },
  'owasp-nhi/nothing-after-its-end': {
    holds: [updates(reads('billing.*'), `${METADATA}, expires: 2026-05-31`)],
    not: [updates(reads('billing.*'), `${METADATA}, expires: 2026-06-01`), removed('disable')],
  },
  'owasp-nhi/not-left-behind': { holds: [removed('forget')], not: [removed('disable'), removed('delete')] },
  'owasp-nhi/no-administration-by-pattern': {
    holds: [
      creates(grants('SELECT', { tables: 'billing.*' }, { grantable: true })),
      creates(defaults({ grantable: true })),
    ],
    not: [EXAMPLE_ROLE, creates({ createRole: true })],
  },
  'owasp-nhi/two-for-administration': { holds: [creates({ superuser: true })], not: [EXAMPLE_ROLE] },
  'owasp-nhi/not-everything': {
    holds: [creates(reads('*.*')), creates(grants('USAGE', { schemas: '*' }))],
    not: [EXAMPLE_ROLE, creates(reads('b*.*')), creates(reads('billing."*"'))],
  },
  'owasp-nhi/password-ends': {
    holds: [
      EXAMPLE_ROLE,
      creates({ login: true, validUntil: null }),
      creates({ login: true, validUntil: '+10000-01-01T00:00:00Z' }),
    ],
    not: [creates({ login: true, validUntil: '2027-01-01T00:00:00Z' }), creates({ login: false })],
  },
  'owasp-nhi/keys-rotated': {
    holds: [provingBy('2026-03-01T00:00:00Z')],
    not: [provingBy('2026-03-04T00:00:00Z'), updates(reads('billing.invoices'), FULL, FULL), creates({}, FULL)],
  },
  'owasp-nhi/password-within-a-year': {
    holds: [creates({ login: true, validUntil: '2027-06-03T00:00:00Z' })],
    not: [
      EXAMPLE_ROLE,
      ...[
        '2027-06-01T00:00:00Z',
        'infinity',
        '+10000-01-01T00:00:00Z',
        '0001-01-01T00:00:00Z',
        '-0044-03-15T00:00:00Z',
      ].map((validUntil) => creates({ login: true, validUntil })),
    ],
  },
  'owasp-nhi/no-trials-in-production': {
    holds: [within('orders-prod', reads('billing.*'), FULL, 'load-test')],
    not: [
      within('orders-prod', reads('billing.*'), FULL, 'latest'),
      within('orders-prod', { login: false }, FULL, 'load-test'),
      within('orders-db', reads('billing.*'), FULL, 'load-test'),
    ],
  },
  'owasp-nhi/no-production-in-trials': {
    holds: [within('orders-staging', reads('billing.*'), FULL, 'prod_exporter')],
    not: [
      within('orders-staging', reads('billing.*'), FULL, 'product-export'),
      within('orders-prod', reads('billing.*'), FULL, 'prod-exporter'),
    ],
  },
  'owasp-nhi/consumers-named': { holds: [EXAMPLE_ROLE], not: [creates({}, FULL), removed('disable')] },
  'owasp-nhi/one-consumer': {
    holds: [creates({}, `${METADATA}, consumers: [export, dashboard]`)],
    not: [EXAMPLE_ROLE, creates({}, FULL)],
  },
  'owasp-nhi/no-people': {
    holds: [creates({}, `${METADATA}, consumers: ['@ana']`), creates({}, `${METADATA}, consumers: [ana@example.com]`)],
    not: [creates({}, FULL), creates({}, `${METADATA}, consumers: [export@p.iam.gserviceaccount.com]`)],
  },
  'production/two-people': {
    holds: [within('orders-prod', reads('billing.*'))],
    not: [EXAMPLE_ROLE, within('orders-prod', { login: false }), within('products-db', reads('billing.*'))],
  },
  'production/no-superuser': {
    holds: [within('production-orders', { superuser: true }), within('orders-prod', { replication: true })],
    not: [creates({ superuser: true }), within('orders-prod', { login: true })],
  },
  'production/no-writing-by-pattern': {
    holds: [within('orders-prod', grants('DELETE', { tables: 'billing.*' }))],
    not: [
      within('orders-prod', grants('DELETE', { tables: 'billing.invoices' })),
      within('orders-prod', reads('billing.*')),
      creates(grants('DELETE', { tables: 'billing.*' })),
    ],
  },
  'production/said-in-full': {
    holds: [within('orders-prod', {}, METADATA)],
    not: [EXAMPLE_ROLE, within('orders-prod', {}), removed('disable', 'orders-prod')],
  },
  'production/ends-with-its-owner': {
    holds: [removed('disable', 'orders-prod'), removed('delete', 'orders-prod')],
    not: [removed('delete'), within('orders-prod', {})],
  },
  'production/few-at-once': { holds: [manyAtOnce(21)], not: [manyAtOnce(20)] },
};
