import type { Escalation } from '../../../core/risk/model.ts';
import { coversAction } from '../policy/covered.ts';
import { leftOutIn, patternIn } from '../access/words.ts';

/** What somebody who may call an action can come to. */
export type Power = Pick<Escalation, 'level' | 'path'>;

const OTHERS: Power['level'] = 'critical';

/**
 * Actions by which access is changed, or others' access is used. Sources: the Service Authorization Reference, and
 * Rhino Security Labs, AWS IAM Privilege Escalation Methods (public list).
 */
export const POWERS: { readonly [action: string]: Power } = {
  'iam:AddRoleToInstanceProfile': { level: 'high', path: 'can give a role to the machines of an instance profile' },
  'iam:AddUserToGroup': { level: OTHERS, path: 'can give itself what any group has' },
  'iam:AttachGroupPolicy': { level: OTHERS, path: 'can give its groups any policy' },
  'iam:AttachRolePolicy': { level: OTHERS, path: 'can give a role any policy' },
  'iam:AttachUserPolicy': { level: OTHERS, path: 'can give itself any policy' },
  'iam:CreateAccessKey': { level: OTHERS, path: 'can make keys of other users, and act as them' },
  'iam:CreateLoginProfile': { level: OTHERS, path: 'can set passwords of users without one, and act as them' },
  'iam:CreatePolicyVersion': { level: OTHERS, path: 'can rewrite a policy that it has, and so give itself anything' },
  'iam:DeleteRolePermissionsBoundary': { level: OTHERS, path: 'can take the bounds of roles away' },
  'iam:DeleteRolePolicy': { level: 'high', path: 'can take away what refuses something' },
  'iam:DeleteUserPermissionsBoundary': { level: OTHERS, path: 'can take the bounds of users away, its own among them' },
  'iam:DeleteUserPolicy': { level: 'high', path: 'can take away what refuses something' },
  'iam:DetachRolePolicy': { level: 'high', path: 'can take away what refuses something' },
  'iam:DetachUserPolicy': { level: 'high', path: 'can take away what refuses something' },
  'iam:PutGroupPolicy': { level: OTHERS, path: 'can write its groups any policy' },
  'iam:PutRolePermissionsBoundary': { level: OTHERS, path: 'can set other bounds for roles' },
  'iam:PutRolePolicy': { level: OTHERS, path: 'can write a role any policy' },
  'iam:PutUserPermissionsBoundary': { level: OTHERS, path: 'can set other bounds for users, itself among them' },
  'iam:PutUserPolicy': { level: OTHERS, path: 'can write itself any policy' },
  'iam:SetDefaultPolicyVersion': { level: OTHERS, path: 'can bring back an older and wider version of a policy' },
  'iam:UpdateAssumeRolePolicy': { level: OTHERS, path: 'can let itself into a role' },
  'iam:UpdateLoginProfile': { level: OTHERS, path: 'can set the passwords of users, and act as them' },
  'iam:UpdateOpenIDConnectProviderThumbprint': { level: 'high', path: 'can let others speak for an identity provider' },
  'iam:CreateOpenIDConnectProvider': { level: 'high', path: 'can let another issuer vouch for who somebody is' },
  'iam:AddClientIDToOpenIDConnectProvider': { level: 'high', path: 'can let tokens for other services count' },
  'iam:CreateSAMLProvider': { level: 'high', path: 'can let another issuer vouch for who somebody is' },
  'iam:CreateServiceSpecificCredential': {
    level: 'high',
    path: 'can make credentials of other users, for one service',
  },
  'iam:ResetServiceSpecificCredential': { level: 'high', path: 'can make credentials of other users, for one service' },
  'iam:UpdateAccessKey': { level: 'high', path: 'can bring back keys that were made inactive' },
  'iam:UpdateSAMLProvider': { level: OTHERS, path: 'can let another issuer vouch for who somebody is' },
  'lambda:UpdateFunctionCode': { level: OTHERS, path: 'can run code as the roles of functions' },
  'lambda:UpdateFunctionConfiguration': { level: 'high', path: 'can make functions run other code, as their roles' },
  'lambda:AddPermission': { level: 'high', path: 'can let others call functions' },
  'glue:UpdateDevEndpoint': { level: OTHERS, path: 'can log in to endpoints, and act as their roles' },
  'ssm:SendCommand': { level: OTHERS, path: 'can run commands on machines, and act as their roles' },
  'ssm:StartSession': { level: OTHERS, path: 'can log in to machines, and act as their roles' },
  'ec2-instance-connect:SendSSHPublicKey': { level: OTHERS, path: 'can log in to machines, and act as their roles' },
  'ec2:ModifyInstanceAttribute': {
    level: 'high',
    path: 'can change what machines run when they start, as their roles',
  },
  'ecs:ExecuteCommand': { level: OTHERS, path: 'can run commands in tasks, and act as their roles' },
  'codebuild:StartBuild': { level: 'high', path: 'can run other commands in builds, as their roles' },
  'sagemaker:CreatePresignedNotebookInstanceUrl': { level: OTHERS, path: 'can use notebooks, and act as their roles' },
  'cloudformation:UpdateStack': { level: 'high', path: 'can change stacks, as their roles' },
  'eks:AssociateAccessPolicy': { level: 'high', path: 'can let identities administer clusters' },
  'eks:CreateAccessEntry': { level: 'high', path: 'can let identities into clusters' },
  'eks:UpdateAccessEntry': { level: 'high', path: 'can let identities into other groups of clusters' },
  'identitystore:CreateGroupMembership': { level: OTHERS, path: 'can give people what any group of them has' },
  'rolesanywhere:CreateTrustAnchor': { level: 'high', path: 'can let another authority vouch for who somebody is' },
  'sso:AttachManagedPolicyToPermissionSet': { level: OTHERS, path: 'can give people any policy' },
  'sso:CreateAccountAssignment': { level: OTHERS, path: 'can let people into any account' },
  'sso:PutInlinePolicyToPermissionSet': { level: OTHERS, path: 'can give people any policy' },
  'sts:AssumeRoot': { level: OTHERS, path: 'can act as the root of member accounts' },
  'sts:GetFederationToken': { level: 'high', path: 'can hand out sessions that outlive its key' },
  'kms:PutKeyPolicy': { level: 'high', path: 'can give itself what a key protects' },
  's3:PutBucketPolicy': { level: 'high', path: 'can open buckets to anybody' },
  'secretsmanager:PutResourcePolicy': { level: 'high', path: 'can open secrets to anybody' },
  'organizations:LeaveOrganization': { level: OTHERS, path: "can leave the organization's policies behind" },
  'organizations:DetachPolicy': { level: OTHERS, path: "can take away the organization's policies" },
};

/** Services that run something as a role which is passed to them, each with the actions of which all are needed besides `iam:PassRole`. */
export const COMPUTE: readonly (readonly string[])[] = [
  ['ec2:RunInstances'],
  ['lambda:CreateFunction', 'lambda:InvokeFunction'],
  ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
  ['lambda:CreateFunction', 'lambda:AddPermission'],
  ['lambda:CreateFunction', 'lambda:CreateFunctionUrlConfig'],
  ['lambda:UpdateFunctionConfiguration'],
  ['ec2:AssociateIamInstanceProfile'],
  ['ec2:ReplaceIamInstanceProfileAssociation'],
  ['ec2:RequestSpotInstances'],
  ['autoscaling:CreateLaunchConfiguration', 'autoscaling:CreateAutoScalingGroup'],
  ['ecs:RunTask'],
  ['ecs:CreateService'],
  ['glue:CreateDevEndpoint'],
  ['glue:CreateJob'],
  ['glue:UpdateJob'],
  ['cloudformation:CreateStack'],
  ['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'],
  ['cloudformation:UpdateStack'],
  ['codepipeline:CreatePipeline'],
  ['codebuild:UpdateProject'],
  ['elasticmapreduce:RunJobFlow'],
  ['rolesanywhere:CreateProfile'],
  ['scheduler:CreateSchedule'],
  ['codebuild:CreateProject'],
  ['sagemaker:CreateNotebookInstance'],
  ['sagemaker:CreateTrainingJob'],
  ['sagemaker:CreateProcessingJob'],
  ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition'],
  ['states:CreateStateMachine'],
  ['states:UpdateStateMachine'],
  ['batch:RegisterJobDefinition'],
  ['bedrock-agentcore:CreateCodeInterpreter'],
  ['apprunner:CreateService'],
  ['ssm:StartAutomationExecution'],
];

const LISTED = Object.keys(POWERS);

/** The actions among some that an action of a permission stands for. */
export function among(actions: readonly string[], action: string): readonly string[] {
  const left = leftOutIn(action);
  if (left !== null) return actions.filter((one) => !left.some((pattern) => coversAction(pattern, one)));
  const pattern = patternIn(action);
  return actions.filter((one) => coversAction(pattern, one));
}

export function powersIn(action: string): readonly string[] {
  return among(LISTED, action);
}

/** Whether it lets its holder change access, or act as others. */
export function isAdministering(action: string): boolean {
  return among([...LISTED, 'iam:PassRole'], action).length > 0;
}
