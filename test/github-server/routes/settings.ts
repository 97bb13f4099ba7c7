import { environmentShape, refPolicyShape, type Environment } from '../environments.ts';
import { notFound } from '../http/errors.ts';
import { paginate } from '../http/pagination.ts';
import type { Router } from '../http/router.ts';
import type { Repository } from '../repository.ts';
import { needs } from './needs.ts';

const ownersPaths = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Environments, and whether the owners of code are understood. */
export function settingsRoutes(router: Router): void {
  router.repository(
    'get',
    '/repos/{owner}/{repo}/environments/{environment_name}',
    needs.readActions,
    ({ repository, params }) => ({
      status: 200,
      body: environmentShape(repository, environmentOf(repository, params.environment_name)),
    }),
  );
  router.repository(
    'get',
    '/repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
    needs.readActions,
    (call) => {
      const { refs } = environmentOf(call.repository, call.params.environment_name);
      const policies = typeof refs === 'string' ? [] : refs;
      const page = paginate(policies, call);
      const body = { total_count: policies.length, branch_policies: page.items.map(refPolicyShape) };
      return { status: 200, body, headers: page.headers };
    },
  );
  router.repository('get', '/repos/{owner}/{repo}/codeowners/errors', needs.readContents, async ({ repository }) => {
    for (const path of ownersPaths) {
      const object = await repository.git.read(`${repository.defaultBranch}:${path}`);
      if (object?.type === 'blob')
        return { status: 200, body: { errors: unknownOwners(repository, path, object.bytes.toString('utf8')) } };
    }
    throw notFound();
  });
}

function environmentOf(repository: Repository, name: string): Environment {
  const environment = repository.environments.get(name);
  if (environment === undefined) throw notFound();
  return environment;
}

/** Owners by login whom nobody has heard of. */
function unknownOwners(repository: Repository, path: string, text: string) {
  return text.split('\n').flatMap((source, index) => {
    const [, ...owners] = source.startsWith('#') ? [] : source.split(/\s+/u);
    const unknown = owners.find(
      (owner) => /^@[^/]+$/u.test(owner) && repository.world.accountByLogin(owner.slice(1)) === undefined,
    );
    if (unknown === undefined) return [];
    const [line, column] = [index + 1, source.indexOf(unknown) + 1];
    const message = `Unknown owner on line ${line}: make sure ${unknown} exists and has write access to the repository`;
    return [{ line, column, kind: 'Unknown owner', source, suggestion: null, message, path }];
  });
}
