/**
 * What a rule lets its verbs be used on. `group` and `resource` may be `*`; no other part has a wildcard, but a URL that ends in one.
 * `subresource` null: none, or with the resource `*` all of them. `name` null: every one.
 */
export type Target =
  | {
      readonly kind: 'resource';
      readonly group: string;
      readonly resource: string;
      readonly subresource: string | null;
      readonly name: string | null;
    }
  | { readonly kind: 'url'; readonly url: string };

export type ResourceTarget = Extract<Target, { kind: 'resource' }>;

const PLAIN = /^(?:[a-z0-9-]+|\*)$/u;
const PLAIN_GROUP = /^(?:[a-z0-9.-]+|\*)$/u;
const PLAIN_SUBRESOURCE = /^[a-z0-9-]+$/u;
const PLAIN_URL = /^[^\s"]+$/u;

const QUOTED = '"(?:[^"]|"")*"';
const RESOURCE = new RegExp(
  `^(${QUOTED}|[a-z0-9-]+|\\*)(?:\\.(${QUOTED}|[a-z0-9.-]+|\\*))?(?:/(${QUOTED}|[a-z0-9-]+))?(?: (${QUOTED}))?$`,
  'u',
);
const URL_WORD = 'URL ';

/**
 * As kubectl describes it: `deployments.apps/scale`, `secrets "db"` for one by name, `URL /healthz`. Whatever could be taken for
 * something else stands in double quotes, so that every target has one text and every text one target.
 */
export function targetText(target: Target): string {
  if (target.kind === 'url') return `${URL_WORD}${spelt(target.url, PLAIN_URL)}`;
  const { group, resource, subresource, name } = target;
  // Everything in the core group, which has no name, would look like everything.
  const suffix = group === '' ? (resource === '*' ? '.""' : '') : `.${spelt(group, PLAIN_GROUP)}`;
  const part = subresource === null ? '' : `/${spelt(subresource, PLAIN_SUBRESOURCE)}`;
  return `${spelt(resource, PLAIN)}${suffix}${part}${name === null ? '' : ` ${quoted(name)}`}`;
}

/** Null: this is no target's text. */
export function parseTarget(text: string): Target | null {
  const target = text.startsWith(URL_WORD) ? urlIn(text.slice(URL_WORD.length)) : resourceIn(text);
  return target !== null && targetText(target) === text ? target : null;
}

function urlIn(text: string): Target {
  return { kind: 'url', url: plain(text) };
}

function resourceIn(text: string): Target | null {
  const [, resource, group = '', subresource, name] = RESOURCE.exec(text) ?? [];
  if (resource === undefined) return null;
  return {
    kind: 'resource',
    group: plain(group),
    resource: plain(resource),
    subresource: subresource === undefined ? null : plain(subresource),
    name: name === undefined ? null : plain(name),
  };
}

function spelt(text: string, isPlain: RegExp): string {
  return isPlain.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function plain(text: string): string {
  return text.startsWith('"') && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text;
}

/** As a rule's `resources` spells it. */
export function writtenResource({ resource, subresource }: ResourceTarget): string {
  return subresource === null ? resource : `${resource}/${subresource}`;
}

/** @param written as a rule's `resources` spells it; no segment of a request's path has a slash, so the first one parts it */
export function resourceTarget(group: string, written: string, name: string | null): ResourceTarget {
  const at = written.indexOf('/');
  const [resource, subresource] = at < 0 ? [written, null] : [written.slice(0, at), written.slice(at + 1)];
  return { kind: 'resource', group, resource, subresource, name };
}

/** Any number of stars at the end is as good as one. */
export function urlTarget(written: string): Target {
  return { kind: 'url', url: written.replace(/\*+$/u, '*') };
}
