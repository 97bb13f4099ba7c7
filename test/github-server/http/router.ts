import type { Repository } from '../repository.ts';
import type { paths } from '../schema.ts';
import { requireAccess, type Need, type Principal } from '../tokens.ts';
import type { World } from '../world.ts';
import type { Fields } from './body.ts';
import { notFound } from './errors.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Success = 200 | 201 | 202 | 204 | 205;
type Operation<P extends keyof paths, M extends Method> = M extends keyof paths[P] ? paths[P][M] : never;
type MethodsOf<P extends keyof paths> = Extract<keyof paths[P], Method>;
type JsonOf<R> = R extends { content: infer C }
  ? [C] extends [never]
    ? undefined
    : C extends { 'application/json': infer B }
      ? B
      : undefined
  : undefined;

/** Names in braces of a path template. */
export type ParamsOf<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [K in Name]: string } & ParamsOf<Rest>
  : unknown;

/** The successful answers that GitHub describes for an operation: status and body belong together. */
export type ReplyTo<O> = O extends { responses: infer R }
  ? {
      [S in Extract<keyof R, Success>]: {
        readonly status: S;
        readonly body: JsonOf<R[S]>;
        readonly headers?: Readonly<Record<string, string>>;
      };
    }[Extract<keyof R, Success>]
  : never;

/** An answer of bytes rather than JSON, for the raw media types. */
export interface RawReply {
  readonly status: 200;
  readonly raw: Buffer;
}

type Answer<O> = Promise<ReplyTo<O> | RawReply> | ReplyTo<O> | RawReply;

/** A request, as a handler sees it. */
export interface Call<P extends string> {
  readonly world: World;
  readonly principal: Principal;
  readonly params: ParamsOf<P>;
  readonly query: URLSearchParams;
  readonly token: string | undefined;
  /** Address of the request without its query, for Link headers. */
  readonly address: string;
  readonly accept: string;
  readonly body: Fields;
}

/** A request about a repository that the token may see. */
export interface RepositoryCall<P extends string> extends Call<P> {
  readonly repository: Repository;
}

/** What any route answers: checked against GitHub's description where the route is declared. */
export interface AnyReply {
  readonly status: number;
  readonly body?: unknown;
  readonly raw?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

type UntypedCall = Omit<Call<string>, 'params'> & { readonly params: Readonly<Record<string, string>> };

interface Route {
  readonly method: string;
  readonly template: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly handle: (call: UntypedCall) => Promise<AnyReply>;
}

/** Parameters that may hold slashes. */
const spanning = new Set(['path', 'ref', 'basehead', 'branch', 'tree_sha']);

/** The table of operations. Each handler's answer is typed by GitHub's own description of its path. */
export class Router {
  readonly #routes: Route[] = [];

  /** Declares an operation that is not about one repository. */
  plain<P extends keyof paths & string, M extends MethodsOf<P>>(
    method: M,
    template: P,
    handler: (call: Call<P>) => Answer<Operation<P, M>>,
  ): void {
    this.#add(method, template, async (call) => handler({ ...call, params: paramsFor<P>(call.params) }));
  }

  /** Declares an operation on a repository, and what it asks of the token. */
  repository<P extends keyof paths & `/repos/{owner}/{repo}${string}`, M extends MethodsOf<P>>(
    method: M,
    template: P,
    need: Need,
    handler: (call: RepositoryCall<P>) => Answer<Operation<P, M>>,
  ): void {
    this.#add(method, template, async (call) => {
      const repository = call.world.repositoryByName(call.params['owner'] ?? '', call.params['repo'] ?? '');
      if (repository === undefined) throw notFound();
      requireAccess(call.principal, repository, need);
      return handler({ ...call, repository, params: paramsFor<P>(call.params) });
    });
  }

  /** The operation that a request means, or undefined. */
  match(
    method: string,
    pathname: string,
  ): { template: string; run: (call: Omit<UntypedCall, 'params'>) => Promise<AnyReply> } | undefined {
    for (const route of this.#routes) {
      const match = route.method === method.toLowerCase() ? route.pattern.exec(pathname) : null;
      if (match === null) continue;
      const params = Object.fromEntries(route.names.map((name, index) => [name, decode(match[index + 1] ?? '')]));
      return { template: route.template, run: (call) => route.handle({ ...call, params }) };
    }
    return undefined;
  }

  /** Every declared operation, for the suite that wants all of them exercised. */
  operations(): { method: string; template: string }[] {
    return this.#routes.map(({ method, template }) => ({ method, template }));
  }

  #add(method: string, template: string, handle: Route['handle']): void {
    const names: string[] = [];
    const source = template.replaceAll(/\{(\w+)\}|[^{}]+/g, (part, name: string | undefined) => {
      if (name === undefined) return part.replaceAll('.', '\\.');
      names.push(name);
      // The root of a repository is the empty path.
      if (name === 'path') return '(.*)';
      return spanning.has(name) ? '(.+)' : '([^/]+)';
    });
    const pattern = new RegExp(`^${source.replace('/(.*)', '(?:/(.*))?')}/?$`);
    this.#routes.push({ method, template, pattern, names, handle });
    this.#routes.sort((left, right) => breadth(left) - breadth(right));
  }
}

/** Routes without spanning parameters first; among those with them, the longer literal first. */
function breadth(route: Route): number {
  const literal = route.template.replaceAll(/\{\w+\}/g, '').length;
  return (route.names.some((name) => spanning.has(name)) ? 1000 : 0) - literal;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notFound();
  }
}

function paramsFor<P extends string>(params: Readonly<Record<string, string>>): ParamsOf<P> {
  // The pattern of the route has put exactly the template's names there.
  return params as ParamsOf<P>;
}
