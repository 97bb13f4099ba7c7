import type { Account } from './accounts.ts';
import type { PullRequest } from './pull.ts';
import type { Repository } from './repository.ts';
import { workflowRunShape, workflowShape } from './shapes/runs.ts';
import { simpleUser } from './shapes/accounts.ts';
import { pullShape } from './shapes/pulls.ts';
import { repositoryShape } from './shapes/repositories.ts';
import type { WorkflowRun } from './runs.ts';

/** Events for which a payload can be written on request, whether or not anything raised them. */
export type PayloadRequest =
  | {
      readonly name: 'pull_request' | 'pull_request_target';
      readonly action: string;
      readonly pull: PullRequest;
      readonly sender: Account;
    }
  | {
      readonly name: 'workflow_run';
      readonly action: 'requested' | 'in_progress' | 'completed';
      readonly run: WorkflowRun;
      readonly sender: Account;
    }
  | {
      readonly name: 'workflow_dispatch';
      readonly workflow: string;
      readonly ref: string;
      readonly inputs: Readonly<Record<string, string>>;
      readonly sender: Account;
    }
  | { readonly name: 'schedule'; readonly schedule: string };

/** An event's name and the whole payload that the runner would write to `GITHUB_EVENT_PATH`. */
export async function eventPayload(
  repository: Repository,
  request: PayloadRequest,
): Promise<{ name: PayloadRequest['name']; payload: Readonly<Record<string, unknown>> }> {
  const common = { repository: repositoryShape(repository) };
  const by = (account: Account): { sender: unknown } => ({ sender: simpleUser(repository.world, account) });
  switch (request.name) {
    case 'pull_request':
    case 'pull_request_target':
      return {
        name: request.name,
        payload: {
          action: request.action,
          number: request.pull.number,
          pull_request: await pullShape(request.pull),
          ...common,
          ...by(request.sender),
        },
      };
    case 'workflow_run':
      return {
        name: request.name,
        payload: {
          action: request.action,
          workflow_run: await workflowRunShape(request.run),
          workflow: workflowShape(request.run.workflow),
          ...common,
          ...by(request.sender),
        },
      };
    case 'workflow_dispatch':
      return {
        name: request.name,
        payload: {
          inputs: request.inputs,
          ref: request.ref,
          workflow: request.workflow,
          ...common,
          ...by(request.sender),
        },
      };
    case 'schedule':
      return { name: request.name, payload: { schedule: request.schedule, ...common } };
  }
}
