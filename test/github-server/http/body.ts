import { GitHubRefusal, invalidField } from './errors.ts';

/** The fields of a JSON body, read one by one; what is missing or of the wrong form is refused with 422 naming the field. */
export class Fields {
  readonly #resource: string;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>, resource = 'Request') {
    this.#values = values;
    this.#resource = resource;
  }

  /** Parses a body. Empty bodies have no fields. Throws 400 for anything but a JSON object. */
  static parse(bytes: Buffer): Fields {
    if (bytes.length === 0) return new Fields({});
    let value: unknown;
    try {
      value = JSON.parse(bytes.toString('utf8'));
    } catch {
      throw new GitHubRefusal(400, 'Problems parsing JSON');
    }
    if (!isRecord(value)) throw new GitHubRefusal(400, 'Body should be a JSON object');
    return new Fields(value);
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined && this.#values[name] !== null;
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.#missing(name);
  }

  optionalText(name: string): string | undefined {
    return this.#optional(name, (value) => (typeof value === 'string' ? value : undefined));
  }

  optionalBoolean(name: string): boolean | undefined {
    return this.#optional(name, (value) => (typeof value === 'boolean' ? value : undefined));
  }

  integer(name: string): number {
    return this.optionalInteger(name) ?? this.#missing(name);
  }

  optionalInteger(name: string): number | undefined {
    return this.#optional(name, (value) => (typeof value === 'number' && Number.isInteger(value) ? value : undefined));
  }

  optionalChoice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    return this.#optional(name, (value) => choices.find((choice) => choice === value));
  }

  texts(name: string): string[] {
    const read = (value: unknown): string[] | undefined =>
      Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
    return this.#optional(name, read) ?? [];
  }

  /** The objects of a list; an absent list is empty. */
  list(name: string): Fields[] {
    const read = (value: unknown): Fields[] | undefined =>
      Array.isArray(value) && value.every(isRecord) ? value.map((item) => new Fields(item, this.#resource)) : undefined;
    return this.#optional(name, read) ?? [];
  }

  optionalObject(name: string): Fields | undefined {
    return this.#optional(name, (value) => (isRecord(value) ? new Fields(value, this.#resource) : undefined));
  }

  /** The object's own keys and values, for free-form objects. */
  entries(): Readonly<Record<string, unknown>> {
    return this.#values;
  }

  /** Whether the field is there and null, which some operations read as "remove". */
  isNull(name: string): boolean {
    return this.#values[name] === null;
  }

  #optional<T>(name: string, read: (value: unknown) => T | undefined): T | undefined {
    if (!this.has(name)) return undefined;
    const value = read(this.#values[name]);
    if (value === undefined) throw invalidField(this.#resource, name);
    return value;
  }

  #missing(name: string): never {
    throw invalidField(this.#resource, name, 'missing_field');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
