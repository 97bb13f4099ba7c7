import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Take over the login that an owner or an approver gave up',
  has: 'write access, and a name that became free when somebody renamed their account',
  expected: 'whoever is pinned by id is that account and no other: a taken login is nobody',
  codes: ['reviewer-login-taken'],
  benign: 'an owner who was renamed stays the owner',
  sources: [
    {
      title: 'Bypassing the retirement of popular repository namespaces',
      url: 'https://blog.nietaanraken.nl/posts/gitub-popular-repository-namespace-retirement-bypass/',
    },
  ],
};
