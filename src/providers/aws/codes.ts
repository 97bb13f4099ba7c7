import type { CodeTopic } from '../../core/codes/entry.ts';

/** Reaching and reading an account. */
const READING: CodeTopic = {
  title: 'AWS: reaching and reading',
  intro: 'Messages name the call and the error, never a credential nor what AWS quoted.',
  shows: ['plan', 'gate', 'apply', 'CLI'],
  codes: {
    'aws-access-denied': {
      meaning: 'AWS denies a call to the login.',
      next: 'Give it the policy of the guide for AWS; look for a boundary or a service control policy that denies it.',
    },
    'aws-credentials-refused': {
      meaning: 'There are no credentials, their profile does not exist, or AWS does not accept them.',
      next: 'Log in before this step, or correct `AWS_PROFILE` or the environment variable of the source.',
    },
    'aws-throttled': {
      meaning: 'AWS throttles the account, also after pauses.',
      next: 'Run again when less is asked of it.',
    },
    'aws-unreachable': {
      meaning: 'AWS does not answer.',
      next: 'Check the network, and `options.region` and `options.endpoint`; then run again.',
    },
    'aws-call-refused': {
      meaning: 'AWS refuses a call that should be possible.',
      next: 'Run again; report it if it stays.',
    },
    'aws-answer-malformed': {
      meaning: 'An answer of AWS lacks what it always says.',
      next: 'Run again; check `options.endpoint` if it stays.',
    },
    'aws-connection-malformed': {
      meaning: 'The environment variable of the source says no way to log in.',
      next: 'Write `default`, or JSON as in the guide for AWS.',
    },
    'aws-document-unreadable': {
      meaning: 'A policy that is live is no JSON that can be read.',
      next: 'Look at it in AWS, and write it again there.',
    },
    'aws-report-unfinished': {
      meaning: 'AWS has not finished the credential report in time.',
      next: 'Run again in a minute.',
    },
    'aws-account-changing': {
      meaning: 'Many roles came and went while the account was read.',
      next: 'Run again when less changes.',
    },
    'aws-name-spelt-otherwise': {
      meaning:
        'The identity is there, or declared, under the same name with other capital letters, which IAM takes for one name.',
      next: 'Write the name as IAM has it, or take another.',
    },
  },
};

/** What a document may say. */
const WRITING: CodeTopic = {
  title: 'AWS: documents',
  intro: 'How policies and references are written in documents about AWS.',
  shows: ['configuration', 'plan'],
  codes: {
    'aws-policy-malformed': {
      meaning: 'A policy document breaks the grammar of policies: AWS would refuse it, or it says something twice.',
      next: 'Correct it as the message says.',
    },
    'aws-policy-unsupported': {
      meaning: 'A policy document has an element, a type of principal or a condition operator that is not known.',
      next: 'Correct its spelling, or report it if AWS documents it. A condition that is taken out makes the statement always hold.',
    },
    'aws-policy-too-large': {
      meaning: 'A policy document is larger than any that AWS takes, or has too many combinations to compare.',
      next: 'Split the policy.',
    },
    'aws-action-unknown': {
      meaning:
        'A policy names an action that the service authorization reference does not have: IAM takes it, and it allows or denies nothing.',
      next: 'Correct it, or leave it where it is newer than the reference.',
    },
    'aws-service-unknown': {
      meaning:
        'A policy names an action or a resource of a service that the service authorization reference does not have.',
      next: 'Correct its name, or leave it where the service is newer than the reference.',
    },
    'principal-deleted': {
      meaning:
        'A trust policy names the id that AWS shows in place of a role or user that was deleted: it lets nobody in, and IAM takes no policy that names it.',
      next: 'Take it out, or name who is meant now by its ARN.',
    },
    'aws-resource-malformed': {
      meaning: 'A policy names a resource that is neither `*` nor an ARN.',
      next: 'Write `arn:partition:service:region:account:resource`.',
    },
    'aws-resource-incomplete': {
      meaning: 'A policy names an ARN with fewer than six fields, and IAM takes each that is missing for `*`.',
      next: 'Write `arn:partition:service:region:account:resource`, with every colon.',
    },
    'aws-service-principal-malformed': {
      meaning: 'A trust policy names a service without its domain, which IAM refuses.',
      next: 'Write it as `lambda.amazonaws.com`.',
    },
    'aws-condition-literal': {
      meaning: 'A condition has a star under an operator that takes it for a star, so that only that very text fits.',
      next: 'Write `StringLike` if a pattern is meant.',
    },
    'policy-reference-malformed': {
      meaning: 'This names no managed policy.',
      next: 'Write its ARN, or path and name of one of this account.',
    },
    'tag-reserved': {
      meaning: 'A tag begins with `aws:` or `countersign:`.',
      next: 'Leave it out.',
    },
    'description-characters': {
      meaning: 'A description has characters that IAM does not keep.',
      next: 'Use those of Latin-1 only.',
    },
    'aws-name-invalid': {
      meaning: 'IAM has no such names.',
      next: 'Use letters, digits and `_+=,.@-` within the length that is named.',
    },
  },
};

/** What a change would meet. */
const CHANGING: CodeTopic = {
  title: 'AWS: changes',
  intro: 'Why a change cannot be made, and what of it cannot be undone.',
  shows: ['plan'],
  codes: {
    'path-reserved': {
      meaning: 'What is under this path belongs to AWS.',
      next: 'Take the document out.',
    },
    'description-unread': {
      meaning: 'The description of a role was not read, and would be lost with the change.',
      next: 'Declare the description.',
    },
    'tag-spelt-otherwise': {
      meaning: 'A tag is there under a key that differs in capital letters only, which IAM takes for the same.',
      next: 'Spell the key as it is in AWS.',
    },
    'aws-reference-missing': {
      meaning:
        'A document names a managed policy, a group, an instance profile, an OpenID Connect provider or a principal of the account for the first time, and there is none: IAM would refuse it, or nobody could come in by it.',
      next: 'Correct the name, declare it where it has documents of its own, or make it first; then plan again.',
    },
    'trust-missing': {
      meaning: 'A new role has to say who may assume it.',
      next: 'Declare `trust`.',
    },
    'policy-document-missing': {
      meaning: 'A new managed policy has to say what it allows.',
      next: 'Declare `document`.',
    },
    'access-key-absent': {
      meaning: 'A document lists an access key that does not exist; keys are never issued.',
      next: 'Take it out of the document.',
    },
    'console-password-absent': {
      meaning: 'A document asks for a password for the console, which is never given.',
      next: 'Take it out of the document.',
    },
    'replacement-loses': {
      meaning: 'Another object would come without what is live and not declared.',
      next: 'Declare it, or take back the change of path or description.',
    },
    'policy-in-use': {
      meaning: 'A managed policy that somebody still has cannot be deleted.',
      next: 'Take it from them first, in this pull request or one before.',
    },
    'user-has-other-credentials': {
      meaning: 'A user cannot be deleted while it has MFA devices, keys for SSH or certificates.',
      next: 'Remove them in AWS; or say `onRemove: disable`.',
    },
    'attached-policies-full': {
      meaning: 'More managed policies would be attached than the account allows.',
      next: 'Merge some, or set `options.quotas.attachedPolicies`.',
    },
    'instance-profile-taken': {
      meaning: 'An instance profile holds another role, and IAM allows one.',
      next: 'Take it from the other role in a pull request before this one, or name another profile.',
    },
    'inline-policies-too-large': {
      meaning: 'The inline policies would be longer together than IAM allows.',
      next: 'Move some into a managed policy.',
    },
    'trust-policy-too-large': {
      meaning: 'The trust policy would be longer than the account allows.',
      next: 'Shorten it, or set `options.quotas.trustCharacters`.',
    },
    'policy-too-large': {
      meaning: 'A managed policy would be longer than IAM allows.',
      next: 'Split it.',
    },
    'tags-too-many': {
      meaning: 'There would be more tags than IAM allows.',
      next: 'Take some out.',
    },
    'disable-unsupported': {
      meaning: 'Policies and identity providers cannot be disabled.',
      next: 'Let the base document say `onRemove: delete` or `onRemove: forget` before the document goes.',
    },
    'disable-name-taken': {
      meaning: 'The inline policy that would disable the identity exists and says something else.',
      next: 'Rename it in AWS.',
    },
    'aws-object-deleted': {
      meaning: 'Cannot be undone: one that is made again under the same name is another.',
      next: 'Disable it first, if you are not certain.',
    },
    'aws-object-replaced': {
      meaning: 'Cannot be undone: another object takes its place.',
      next: 'Check who trusts it, and who has it.',
    },
    'access-key-destroyed': {
      meaning: 'Cannot be undone: an access key is destroyed.',
      next: 'Make it `Inactive` first, if you are not certain.',
    },
    'policy-version-deleted': {
      meaning: 'Cannot be undone: IAM keeps five versions of a policy, so the oldest makes room for a new one.',
      next: 'Keep a copy of it, if you need one.',
    },
    'console-password-deleted': {
      meaning: 'Cannot be undone: the password for the console is deleted.',
      next: 'Check who still logs in with it.',
    },
  },
};

const APPLYING: CodeTopic = {
  title: 'AWS: apply',
  intro: 'What the write connection met. After each of them the same plan can be continued or planned anew.',
  shows: ['apply'],
  codes: {
    'aws-write-refused': {
      meaning: 'IAM refused a call; what it said is shown.',
      next: 'Change the document, or what stands in the way in AWS; then plan again.',
    },
    'aws-write-unanswered': {
      meaning: 'A call had no answer, so it may or may not have happened.',
      next: 'The next run reads what is there, and never repeats blindly.',
    },
    'aws-write-not-visible': {
      meaning: 'IAM took a call, and shows nothing of it yet.',
      next: 'The next run reads what is there and continues.',
    },
    'aws-not-seen': {
      meaning: 'Something that a step has to compare cannot be read through the write connection.',
      next: 'Give the write login the policy of the guide for AWS.',
    },
    'aws-step-malformed': {
      meaning: 'A step is not one of this version, or about another identity.',
      next: 'Plan again with this version of Countersign.',
    },
  },
};

export const AWS_CODES: readonly CodeTopic[] = [READING, WRITING, CHANGING, APPLYING];
