import type { Credential } from '../../../src/core/credentials.ts';
import { describe, expect, it } from 'vitest';
import { RISK_CODES } from '../../../src/core/codes/risk.ts';
import { riskOf } from '../../../src/core/risk.ts';
import type { RiskFacts } from '../../../src/core/risk/facts.ts';
import { changeWith } from '../../support/plans.ts';
import { ADMINISTER, dated, escalation, factsWith, final, on, tag, USE, writer } from '../../support/risks.ts';

type Row = readonly [what: string, facts: Partial<RiskFacts>, level: string, reasons: readonly string[]];

const KEY: Credential = {
  id: 'KEY',
  kind: 'access-key',
  state: 'active',
  created: '2026-03-01T00:00:00Z',
  lastUsed: null,
  expires: null,
};

const ROWS: readonly Row[] = [
  ['nothing', {}, 'low', ['low no-access-change: access stays the same']],
  ['less access', { loses: [USE, USE] }, 'low', ['low narrows-access: loses 2 permissions']],
  ['more access', { gains: [USE] }, 'medium', ['medium widens-access: gains 1 permission']],
  ['what cannot be undone', { change: changeWith('a', final) }, 'high', ['high irreversible: it is gone']],
  ['the power to administer', { gains: [ADMINISTER] }, 'critical', ['critical gains-administration: gains act as']],
  [
    'a way to more, which says more than that it administers',
    { gains: [ADMINISTER], escalations: [escalation] },
    'high',
    ['high escalation-path: gains CREATEROLE: can create roles'],
  ],
  [
    'a way to more through what others have now',
    { gains: [USE], escalations: [{ ...escalation, gain: USE, level: 'critical', seen: 'live' }] },
    'critical',
    ['critical reaches-power: gains CREATEROLE: can create roles', 'medium widens-access: gains 1 permission'],
  ],
  [
    'many ways, each once',
    {
      gains: [USE],
      escalations: ['a', 'b', 'c', 'd'].flatMap((what) => [
        { ...escalation, gain: USE, what },
        { ...escalation, gain: USE, what, path: 'can write files' },
      ]),
    },
    'high',
    [
      'high escalation-path: gains a, b and 2 more: can create roles; a, b and 2 more: can write files',
      'medium widens-access: gains 1 permission',
    ],
  ],
  [
    'a sensitive resource',
    { gains: [on('db: table hr.pay'), on('db: table hr.pay', 'INSERT'), on('db: table x')], sensitive: [tag] },
    'high',
    [
      'high sensitive-resource: reaches personal-data: SELECT, INSERT on db: table hr.pay',
      'medium widens-access: gains 3 permissions',
    ],
  ],
  [
    'a pattern that can match a sensitive resource tomorrow',
    { gains: [on('db: table *.pay')], sensitive: [{ ...tag, level: 'critical' }] },
    'critical',
    [
      'critical sensitive-resource: reaches personal-data: SELECT on db: table *.pay',
      'medium widens-access: gains 1 permission',
    ],
  ],
  [
    'an action that does not count on a sensitive resource',
    { gains: [on('db: table hr.pay')], sensitive: [{ ...tag, actions: ['INSERT', 'UPDATE'] }] },
    'medium',
    ['medium widens-access: gains 1 permission'],
  ],
  [
    'less access to a sensitive resource',
    { loses: [on('db: table hr.pay')], sensitive: [tag] },
    'low',
    ['low narrows-access: loses 1 permission'],
  ],
  [
    'more for an identity of Countersign',
    { gains: [USE], own: [writer] },
    'critical',
    ['critical own-identity: is the identity as which Countersign writes', 'medium widens-access: gains 1 permission'],
  ],
  [
    'anything else about an identity of Countersign',
    { own: [{ ...writer, does: 'reads' }] },
    'high',
    ['high own-identity: is the identity as which Countersign reads'],
  ],
  [
    'words about an identity of Countersign',
    { own: [writer], change: changeWith('a', { steps: [] }) },
    'low',
    ['low no-access-change: access stays the same'],
  ],
  [
    'a way to act as Countersign',
    { gains: [on('role a', 'SET ROLE to')], own: [{ ...writer, address: 'memory/MemoryAccount/other' }] },
    'critical',
    [
      'critical own-identity: gains a, the identity as which Countersign writes',
      'medium widens-access: gains 1 permission',
    ],
  ],
  [
    'a way to act as one of the identities of Countersign, beside other access',
    {
      gains: [USE, on('role a', 'SET ROLE to')],
      own: [
        { ...writer, address: 'memory/MemoryAccount/writer' },
        { address: 'memory/MemoryAccount/reader', resource: 'role b', name: 'b', does: 'reads' },
      ],
    },
    'critical',
    [
      'critical own-identity: gains a, the identity as which Countersign writes',
      'medium widens-access: gains 2 permissions',
    ],
  ],
  [
    'several things that cannot be undone',
    {
      change: changeWith('a', {
        irreversible: [
          ...final.irreversible,
          { code: 'lost', message: 'its data is lost.' },
          { code: 'key', message: 'its key is destroyed.' },
        ],
      }),
    },
    'high',
    ['high irreversible: it is gone; its data is lost; its key is destroyed'],
  ],
  [
    'what is kept past its expiry',
    { change: changeWith('a', dated({ expires: '2026-06-01' }, { expires: '2026-06-01' })) },
    'medium',
    ['medium expired: expired on 2026-06-01, and is kept'],
  ],
  [
    'more access past the expiry',
    { gains: [USE], change: changeWith('a', dated({ expires: '2026-05-31' }, { expires: '2026-05-31' })) },
    'high',
    ['high expired: expired on 2026-05-31, and gains access', 'medium widens-access: gains 1 permission'],
  ],
  [
    'an expiry that is still to come',
    { change: changeWith('a', dated(null, { expires: '2026-06-02' })) },
    'low',
    ['low no-access-change: access stays the same'],
  ],
  [
    'the removal of what expired',
    { change: changeWith('a', { ...dated({ expires: '2026-05-31' }, null), action: 'disable' }), loses: [USE] },
    'low',
    ['low narrows-access: loses 1 permission'],
  ],
  ...(['delete', 'forget'] as const).map((action): Row => [
    `the end of what expired by ${action}`,
    { change: changeWith('a', { ...dated({ expires: '2026-05-31' }, null), action }) },
    'low',
    ['low no-access-change: access stays the same'],
  ]),
  [
    'the instant at which it expires',
    {
      now: '2026-06-01T00:00:00Z',
      change: changeWith('a', dated({ expires: '2026-06-01' }, { expires: '2026-06-01' })),
    },
    'medium',
    ['medium expired: expired on 2026-06-01, and is kept'],
  ],
  [
    'a later expiry',
    { change: changeWith('a', dated({ expires: '2026-07-01' }, { expires: '2027-07-01' })) },
    'medium',
    ['medium expiry-extended: expires on 2027-07-01, no longer on 2026-07-01'],
  ],
  [
    'an earlier expiry',
    { change: changeWith('a', dated({ expires: '2027-07-01' }, { expires: '2026-07-01' })) },
    'low',
    ['low no-access-change: access stays the same'],
  ],
  [
    'no expiry any more',
    { change: changeWith('a', dated({ expires: '2026-07-01' }, {})) },
    'medium',
    ['medium expiry-extended: no longer expires on 2026-07-01'],
  ],
  [
    'less access where others depend on it',
    { loses: [USE], change: changeWith('a', dated({ consumers: ['a', 'b', 'c', 'd'] }, null)) },
    'medium',
    [
      'medium consumers-affected: 4 consumers may lose access: a, b and 2 more',
      'low narrows-access: loses 1 permission',
    ],
  ],
  [
    'access for whoever holds an old key, of which there are two',
    {
      gains: [USE],
      credentials: [KEY, { ...KEY, id: 'OTHER', created: '2026-03-03T12:00:00Z', lastUsed: '2026-05-01T00:00:00Z' }],
    },
    'medium',
    [
      'medium old-credential: KEY is active and older than 90 days',
      'medium widens-access: gains 1 permission',
      'low unused-credential: KEY is active and was never used in more than 90 days',
      'low several-credentials: 2 credentials of the kind access-key are active',
    ],
  ],
  [
    'an old key that is off, or of an identity that ends',
    { change: changeWith('a', { action: 'disable' }), loses: [USE], credentials: [KEY, { ...KEY, state: 'inactive' }] },
    'low',
    ['low narrows-access: loses 1 permission'],
  ],
  [
    'the end of what was just used',
    { change: changeWith('a', { action: 'disable' }), loses: [USE], lastUsed: '2026-06-01T12:00:01Z' },
    'high',
    ['high recently-used: last used today', 'low narrows-access: loses 1 permission'],
  ],
  [
    'the end of what is used once a quarter',
    { change: changeWith('a', { action: 'delete' }), loses: [USE], lastUsed: '2026-03-02T11:00:00Z' },
    'high',
    ['high recently-used: last used 91 days ago', 'low narrows-access: loses 1 permission'],
  ],
  [
    'the end of what was used yesterday',
    { change: changeWith('a', { action: 'delete' }), lastUsed: '2026-05-31T11:00:00Z' },
    'high',
    ['high recently-used: last used yesterday'],
  ],
  [
    'the end of what nobody used for a quarter',
    { change: changeWith('a', { action: 'delete' }), lastUsed: '2026-03-01T12:00:00Z' },
    'low',
    ['low long-unused: last used 92 days ago'],
  ],
  [
    'another change of what is in use',
    { lastUsed: '2026-06-01T11:00:00Z' },
    'low',
    ['low no-access-change: access stays the same'],
  ],
  [
    'the end of what nobody uses',
    { change: changeWith('a', { action: 'disable' }), loses: [USE], lastUsed: '2025-10-30T12:00:00Z' },
    'low',
    ['low long-unused: last used 214 days ago', 'low narrows-access: loses 1 permission'],
  ],
  [
    'a time of last use that nobody can read',
    { change: changeWith('a', { action: 'disable' }), lastUsed: 'never' },
    'low',
    ['low no-access-change: access stays the same'],
  ],
  [
    'everything',
    { gains: [ADMINISTER, USE], loses: [USE], change: changeWith('a', final) },
    'critical',
    [
      'critical gains-administration: gains act as',
      'high irreversible: it is gone',
      'medium widens-access: gains 1 permission',
      'low narrows-access: loses 1 permission',
    ],
  ],
];

describe('the risk of', () => {
  it.each(ROWS)('%s', (_what, parts, level, reasons) => {
    const risk = riskOf(factsWith(parts));
    expect([risk.level, ...risk.reasons.map((one) => `${one.level} ${one.code}: ${one.message}`)]).toEqual([
      level,
      ...reasons,
    ]);
  });

  it('is shown for every code that has an entry', () => {
    const shown = new Set(ROWS.flatMap(([, parts]) => riskOf(factsWith(parts)).reasons.map(({ code }) => code)));
    // What others gain is told with effective access alone, and that it is not known without it.
    // What cannot be undone has its entry where approvals are asked for; what nobody assessed is never judged here.
    expect([...Object.keys(RISK_CODES.codes), 'irreversible'].filter((code) => !shown.has(code))).toEqual([
      'not-assessed',
      'widens-others',
      'access-unknown',
    ]);
    expect([...shown].filter((code) => !Object.hasOwn(RISK_CODES.codes, code))).toEqual(['irreversible']);
  });
});
