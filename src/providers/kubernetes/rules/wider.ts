import { targetText, type Target } from './target.ts';

/**
 * The targets that cover a target, itself first: a wildcard covers what it stands for, and no name every name. `*` covers resources
 * with their subresources, `*` and a subresource the resources that have it. Source: RuleAllows in plugin/pkg/auth/authorizer/rbac
 * and pkg/apis/rbac/v1/evaluation_helpers.go of Kubernetes.
 * @param lengths of the beginnings that URLs with a star at the end have
 */
export function* widerTexts(target: Target, lengths: Iterable<number>): Generator<string> {
  yield targetText(target);
  if (target.kind === 'url') {
    yield* widerUrls(target.url, lengths);
    return;
  }
  const { group, resource, subresource, name } = target;
  const own = { resource, subresource };
  const every = { resource: '*', subresource: null };
  const resources = [own, ...(subresource === null ? [] : [{ resource: '*', subresource }]), every];
  for (const one of resources) {
    for (const inGroup of new Set([group, '*'])) {
      for (const named of new Set([name, null])) {
        if (one === own && inGroup === group && named === name) continue;
        yield targetText({ kind: 'resource', group: inGroup, ...one, name: named });
      }
    }
  }
}

function* widerUrls(url: string, lengths: Iterable<number>): Generator<string> {
  const fixed = beginningOf(url);
  for (const length of lengths) {
    const wider = `${url.slice(0, length)}*`;
    // What ends in a star stands for what is longer than its beginning, too.
    if (length <= (fixed ?? url).length && wider !== url) yield targetText({ kind: 'url', url: wider });
  }
}

/** What every URL that it stands for begins with; null: it is one URL. */
export function beginningOf(url: string): string | null {
  return url.endsWith('*') ? url.slice(0, -1) : null;
}
