import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const packages = { '@octokit/openapi': '23.0.2', '@octokit/graphql-schema': '15.26.1' } as const;
const cache = join(import.meta.dirname, '..', '..', '.cache', 'openapi');

/** Installs GitHub's own descriptions (385 MB) under `.cache/openapi`, once. Returns where the packages are. */
export async function installDescriptions(): Promise<string> {
  const modules = join(cache, 'node_modules');
  const marker = join(cache, 'installed.json');
  const wanted = JSON.stringify(packages);
  if (existsSync(marker) && (await readFile(marker, 'utf8')) === wanted) return modules;
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, 'package.json'), JSON.stringify({ name: 'github-descriptions', private: true }));
  const specifications = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  await promisify(execFile)('npm', ['install', ...flags, ...specifications], { cwd: cache });
  await writeFile(marker, wanted);
  return modules;
}

/** What was found wrong with one side of an exchange. */
export interface Deviation {
  readonly where: string;
  readonly errors: readonly string[];
}

/** GitHub's REST description, with validators for each operation's body and answers. */
export class RestDescription {
  readonly #document: Record<string, unknown>;
  readonly #ajv: Ajv;
  readonly #validators = new Map<string, ValidateFunction | undefined>();

  constructor(document: Record<string, unknown>) {
    this.#document = document;
    this.#ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, discriminator: false, logger: false });
    addFormats.default(this.#ajv);
    // Formats of the description that JSON Schema does not define.
    this.#ajv.addFormat('timestamp', true);
    const schema = withoutNullable(document);
    if (isRecord(schema)) this.#ajv.addSchema(schema, 'github');
  }

  static async load(modules: string): Promise<RestDescription> {
    const path = join(modules, '@octokit', 'openapi', 'generated', 'api.github.com.json');
    const document: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (!isRecord(document)) throw new Error('the description is no object');
    return new RestDescription(document);
  }

  /** Whether the operation is described at all. */
  describes(method: string, template: string): boolean {
    return this.#at(['paths', template, method.toLowerCase()]) !== undefined;
  }

  /** Deviations of a request's body from the description. */
  checkRequest(method: string, template: string, body: unknown): Deviation[] {
    const pointer = ['paths', template, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema'];
    return body === undefined ? [] : this.#check(pointer, body, `request body of ${method} ${template}`);
  }

  /** Deviations of an answer from the description. Refusals that every operation may meet need no entry of their own, and are errors like all others. */
  checkAnswer(method: string, template: string, status: number, body: unknown): Deviation[] {
    const where = `answer ${status} of ${method} ${template}`;
    const operation = ['paths', template, method.toLowerCase()];
    const response = this.#follow([...operation, 'responses', String(status)]);
    if (response === undefined && !undocumented.has(status))
      return [{ where, errors: ['this status is not described'] }];
    const pointer =
      response === undefined
        ? ['components', 'schemas', 'basic-error']
        : [...response, 'content', 'application/json', 'schema'];
    return body === undefined ? [] : this.#check(pointer, body, where);
  }

  #check(pointer: readonly string[], value: unknown, where: string): Deviation[] {
    const validate = this.#validator(pointer);
    if (validate === undefined || validate(value) === true) return [];
    const errors = (validate.errors ?? []).map(
      (error) => `${error.instancePath || '/'} ${error.message ?? error.keyword}`,
    );
    return [{ where, errors: [...new Set(errors)] }];
  }

  #validator(pointer: readonly string[]): ValidateFunction | undefined {
    const reference = `github#/${pointer.map(escapePointer).join('/')}`;
    if (!this.#validators.has(reference)) {
      const described = this.#at(pointer) !== undefined;
      this.#validators.set(reference, described ? this.#ajv.compile({ $ref: reference }) : undefined);
    }
    return this.#validators.get(reference);
  }

  /** The place that a pointer leads to, through one `$ref`. */
  #follow(pointer: readonly string[]): readonly string[] | undefined {
    const value = this.#at(pointer);
    if (!isRecord(value)) return undefined;
    const reference = value['$ref'];
    return typeof reference === 'string' ? reference.replace('#/', '').split('/') : pointer;
  }

  #at(pointer: readonly string[]): unknown {
    return pointer.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), this.#document);
  }
}

/** Refusals that any operation may meet, and that the description lists only here and there. */
const undocumented: ReadonlySet<number> = new Set([401, 403, 404, 422]);

/** OpenAPI's `nullable` in the words of JSON Schema. */
function withoutNullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNullable);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutNullable(inner)] as const);
  if (value['nullable'] !== true) return Object.fromEntries(entries);
  return { anyOf: [{ type: 'null' }, Object.fromEntries(entries.filter(([key]) => key !== 'nullable'))] };
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
