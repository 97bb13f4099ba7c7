import { parseAddress } from '../../../core/address.ts';
import type { Attributes } from '../../../core/attributes.ts';
import { canonicalize } from '../../../core/digest.ts';
import type { Reason } from '../../../core/errors.ts';
import { escapePointer } from '../../../core/leaves.ts';
import type { LiveObject } from '../../../core/live.ts';
import type { NameRule } from '../../../core/name-rule.ts';
import type { Draft } from '../../../core/ports.ts';
import { entityName, issuerName, policyName } from '../kinds/names.ts';
import {
  awsAttributes,
  isReservedPath,
  OIDC_KIND,
  POLICY_KIND,
  ROLE_KIND,
  USER_KIND,
  userFacts,
} from '../normal-form/model.ts';
import { principalPointer, principalsOf } from '../normal-form/documents.ts';
import { keepsOthers, LISTS, membersOf, type ListName } from '../normal-form/project.ts';
import { DELETED_MEND, isDeletedPrincipal } from '../policy/principals.ts';
import { inUse } from './in-use.ts';
import { memberChanges } from './lists.ts';

/** Why a change cannot be made, whatever its size. @param read all that is known to be live */
export function blocksOf(draft: Draft, read: readonly LiveObject[] = []): readonly Reason[] {
  return [
    ...reservedPath(draft),
    ...nameInvalid(draft),
    ...incomplete(draft),
    ...unissuable(draft),
    ...lostByReplacement(draft),
    ...inUse(draft, read),
    ...otherCredentials(draft),
    ...descriptionUnread(draft),
    ...tagsOtherwise(draft),
    ...principalDeleted(draft),
  ];
}

function reservedPath({ after, object }: Draft): readonly Reason[] {
  const paths = [after, object?.attributes].flatMap((one) => awsAttributes({ ...one }).path ?? []);
  if (!paths.some(isReservedPath)) return [];
  return [
    {
      code: 'path-reserved',
      message: 'What is under this path belongs to AWS and is never written.',
      pointer: '/path',
    },
  ];
}

/** UpdateRole sets a description that it is not told to nothing, so one that is withheld would be lost unseen. */
function descriptionUnread({ action, before, after, object }: Draft): readonly Reason[] {
  const isUpdated = action === 'update' && before?.['maxSessionSeconds'] !== after?.['maxSessionSeconds'];
  if (!isUpdated || Object.hasOwn({ ...object?.attributes, ...after }, 'description')) return [];
  const message =
    'The description of the role was not read, and IAM would lose it with a new session length: declare the description.';
  return [{ code: 'description-unread', message, pointer: '/maxSessionSeconds' }];
}

/** IAM tells keys of tags apart by their letters alone: one spelt otherwise takes the place of the other. */
function tagsOtherwise({ before, after, object }: Draft): readonly Reason[] {
  const live = Object.keys(membersOf(object?.attributes, 'tags'));
  return addedTo(before, after, 'tags').flatMap((name): Reason[] => {
    const other = live.find((key) => key !== name && key.toLowerCase() === name.toLowerCase());
    if (other === undefined) return [];
    const message = `IAM takes the tag ${name} for ${other}, which is there and would be overwritten: spell it as it is.`;
    return [{ code: 'tag-spelt-otherwise', message, pointer: `/tags/values/${escapePointer(name)}` }];
  });
}

/** A trust policy that stays as it is may keep them; one that is written may not. */
function principalDeleted({ action, before, after }: Draft): readonly Reason[] {
  const { trust } = awsAttributes({ ...after });
  if (trust === undefined) return [];
  if (action === 'update' && canonicalize(trust) === canonicalize(before?.['trust'] ?? null)) return [];
  return principalsOf(trust)
    .filter(isDeletedPrincipal)
    .map((name) => ({
      code: 'principal-deleted',
      message: `IAM takes no trust policy that names ${name}, the id of somebody who was deleted: ${DELETED_MEND}`,
      pointer: principalPointer(trust, name),
    }));
}

const NAMES: { readonly [kind: string]: NameRule } = {
  [ROLE_KIND]: entityName,
  [USER_KIND]: entityName,
  [POLICY_KIND]: policyName,
  [OIDC_KIND]: issuerName,
};

function nameInvalid({ address, action }: Draft): readonly Reason[] {
  const { kind, name } = parseAddress(address);
  const rule = NAMES[kind];
  if (action !== 'create' || rule === undefined || new RegExp(rule.pattern, 'u').test(name.join('/'))) return [];
  return [{ code: rule.code, message: `${rule.cause} ${rule.mend}` }];
}

function incomplete({ address, action, after }: Draft): readonly Reason[] {
  if (action !== 'create' && action !== 'replace') return [];
  const { kind } = parseAddress(address);
  if (kind === ROLE_KIND && after?.['trust'] === undefined)
    return [{ code: 'trust-missing', message: 'A new role needs to be told who may assume it: declare trust.' }];
  if (kind === POLICY_KIND && after?.['document'] === undefined)
    return [{ code: 'policy-document-missing', message: 'A new policy needs its document: declare it.' }];
  return [];
}

/** What only AWS can make, and would have to hand over in secret. */
function unissuable({ before, after }: Draft): readonly Reason[] {
  const password = after?.['consolePassword'] === true && before?.['consolePassword'] !== true;
  return [
    ...addedTo(before, after, 'accessKeys').map((name) => ({
      code: 'access-key-absent',
      message: `The user has no access key ${name}, and none is ever issued: take it out of the document.`,
      pointer: `/accessKeys/values/${name}`,
    })),
    ...(password
      ? [
          {
            code: 'console-password-absent',
            message: 'The user has no password for the console, and none is ever given: take it out of the document.',
            pointer: '/consolePassword',
          },
        ]
      : []),
  ];
}

/** Another object in place of this one would come without what no document declares. */
function lostByReplacement({ action, after, object }: Draft): readonly Reason[] {
  if (action !== 'replace' || object === null) return [];
  const live = object.attributes;
  const lists = LISTS.filter((list) => keepsOthers(after, list)).filter((list) => {
    const declared = membersOf(after, list);
    return Object.keys(membersOf(live, list)).some((name) => !Object.hasOwn(declared, name));
  });
  const values = ['boundary', 'description'].filter(
    (key) => after?.[key] === undefined && typeof live[key] === 'string',
  );
  const session = after?.['maxSessionSeconds'] === undefined && (live['maxSessionSeconds'] ?? 3600) !== 3600;
  const lost = [...lists, ...values, ...(session ? ['maxSessionSeconds'] : [])];
  if (lost.length === 0) return [];
  return [
    {
      code: 'replacement-loses',
      message: `Another object would take its place, without what is live and not declared: ${lost.join(', ')}. Declare it, or take back the change that needs another object.`,
    },
  ];
}

/** Members that come; where nothing comes after, nothing does. */
function addedTo(before: Attributes | null, after: Attributes | null, list: ListName): readonly string[] {
  const added = memberChanges(before, after, list).filter((one) => one.before === undefined);
  return added.map(({ name }) => name);
}

const CREDENTIALS = [
  ['mfaDevices', 'MFA devices'],
  ['sshKeys', 'SSH keys'],
  ['signingCertificates', 'signing certificates'],
  ['serviceSpecific', 'credentials for single services'],
] as const;

function otherCredentials({ address, action, object }: Draft): readonly Reason[] {
  if (parseAddress(address).kind !== USER_KIND || action !== 'delete') return [];
  const { credentials = {} } = userFacts({ ...object?.facts });
  const left = CREDENTIALS.filter(([key]) => (credentials[key] ?? 0) > 0);
  if (left.length === 0) return [];
  return [
    {
      code: 'user-has-other-credentials',
      message: `IAM deletes no user that still has ${left.map(([, what]) => what).join(', ')}, which are not managed here.`,
    },
  ];
}
