import type { CodeTopic } from './entry.ts';

/** How risky a change is. What cannot be undone is among those for which approvals are asked. */
export const RISK_CODES: CodeTopic = {
  title: 'Risk',
  intro:
    'Why a change has its level of risk: the highest that any of its reasons gives. What cannot be undone, `irreversible`, is high.',
  shows: ['plan'],
  codes: {
    'not-assessed': {
      meaning: 'A change has no assessment, so its risk counts as critical.',
      next: 'Report it as a defect.',
    },
    'own-identity': {
      meaning:
        'Critical: an identity as which Countersign itself reads or writes gains access, or somebody comes to act as it. High: it changes otherwise.',
      next: 'Ask who will be able to write past every approval.',
    },
    'escalation-path': {
      meaning:
        'Critical, high or medium: what the identity gains lets it get at more than is listed, in the way that is named.',
      next: 'Ask whether it needs that; grant what it needs by itself.',
    },
    'reaches-power': {
      meaning:
        'Critical, high or medium: through what others hold now, what the identity gains lets it get at more, in the way that is named.',
      next: 'Ask whether it needs that; what the others hold may change without this document.',
    },
    'gains-administration': {
      meaning:
        'Critical: the identity gains the right to administer, or to pass rights on, directly or through a role that is named.',
      next: 'Ask whether it needs that.',
    },
    'sensitive-resource': {
      meaning:
        'The level of the tag, high unless it says otherwise: the identity gains access to what `sensitive` names in the configuration, or a pattern that can match it, directly or through a role that is named.',
      next: 'Ask what the access is for, and name fewer objects or actions.',
    },
    'widens-others': {
      meaning:
        'Medium, the level of the tag where it is sensitive, critical where it administers: identities that the plan does not change gain access because of this change.',
      next: 'Ask whether all of them need it; who they are stands below the changes.',
    },
    'access-unknown': {
      meaning:
        'Medium: the change takes away what may have refused something, or makes what may be part of what others hold, and what it does in effect is not known, as not everything that decides it could be read and compared.',
      next: 'Let the reader read the whole source, as its guide says; until then whoever answers for widening access is asked.',
    },
    'recently-used': {
      meaning: 'High: what is disabled or deleted was used less than 92 days ago.',
      next: 'Ask who uses it, and move them first.',
    },
    expired: {
      meaning: 'Medium, high where access is gained: the identity is past the date on which it expires, and is kept.',
      next: 'Remove it, or let its owner say until when it is needed.',
    },
    'expiry-extended': {
      meaning: 'Medium: the identity is to live longer than its document said.',
      next: 'Ask what it is still needed for.',
    },
    'old-credential': {
      meaning:
        'Medium where access is gained, low elsewhere: an active credential of the identity is older than 90 days.',
      next: 'Ask when it is replaced.',
    },
    'unused-credential': {
      meaning: 'Low: an active credential of the identity was never used, and is older than 90 days.',
      next: 'Ask what it is for, and end it.',
    },
    'several-credentials': {
      meaning: 'Low: several credentials of one kind are active.',
      next: 'Ask whether one of them was left behind by a rotation.',
    },
    'consumers-affected': {
      meaning: 'Medium: access ends of an identity that has consumers.',
      next: 'Ask them whether they still need it.',
    },
    'widens-access': {
      meaning:
        'Medium: the identity is given permissions, also where it held them already, or gains them through a role.',
      next: 'Read what it gains.',
    },
    'long-unused': {
      meaning: 'Low: what is disabled or deleted was last used 92 days ago or longer.',
      next: 'Nothing has to be done.',
    },
    'narrows-access': {
      meaning:
        'Low: permissions are taken from the identity, also where it holds them still, or it loses them with a role.',
      next: 'Ask who still needs them.',
    },
    'no-access-change': {
      meaning: 'Low: access stays the same, or at least nothing is given or taken directly.',
      next: 'Nothing has to be done.',
    },
  },
};
