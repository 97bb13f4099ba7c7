import type { Address } from '../../../core/address.ts';
import { CountersignError } from '../../../core/errors.ts';
import type { Json } from '../../../core/json.ts';
import { escapePointer } from '../../../core/leaves.ts';
import type { LiveObject, NotModelled, Unreadable } from '../../../core/live.ts';
import { secretShape, withArticle } from '../../../core/secret-shape.ts';
import { quoted } from '../../../core/yaml/text.ts';
import type { Options } from '../connection.ts';
import { isReservedTag } from '../normal-form/model.ts';
import { normalizePolicy } from '../policy/form.ts';
import type { PolicyContext, PolicyForm, PolicyUse } from '../policy/model.ts';
import { documentOf } from './documents.ts';
import type { InlineParts, Part, Text } from './parts.ts';
import { readFailure } from './read-failure.ts';

/** What turns answers of AWS into live objects. */
export type Cast = {
  readonly source: string;
  readonly options: Pick<Options, 'managedByTags'>;
  readonly account: Pick<PolicyContext, 'account' | 'partition'>;
};

/** One identity as it was found: what could not be read of it is left out of its attributes, and said. */
export type Found = {
  readonly object: LiveObject;
  readonly unreadable: readonly Unreadable[];
  readonly notModelled: readonly NotModelled[];
};

/** Where one identity's attributes are put together. Each method gives undefined where nothing may be said. */
export class Sheet {
  readonly unreadable: Unreadable[] = [];
  readonly notModelled: NotModelled[] = [];
  readonly #address: Address | null;
  readonly #cast: Cast;

  /** @param address null: of the whole source */
  constructor(address: Address | null, cast: Cast) {
    this.#address = address;
    this.#cast = cast;
  }

  /** An attribute that was read or not. */
  part<T, U>(pointer: string | null, one: Part<T>, map: (value: T) => U): U | undefined {
    if (one.kind === 'read') return map(one.value);
    if (one.kind === 'unread') this.unreadable.push({ address: this.#address, pointer, reason: one.reason });
    return undefined;
  }

  /** A fact that no change depends on: it is only listed where it was not read. */
  fact<T, U>(what: string, one: Part<T>, map: (value: T) => U): U | undefined {
    if (one.kind === 'read') return map(one.value);
    if (one.kind === 'unread')
      this.notModelled.push({ address: this.#address, what, detail: `not read: ${one.reason.message}` });
    return undefined;
  }

  document(pointer: string | null, text: Text, use: PolicyUse = 'identity'): PolicyForm | undefined {
    try {
      return normalizePolicy(documentOf(text), { ...this.#cast.account, use });
    } catch (error) {
      if (!(error instanceof CountersignError)) throw error;
      this.unreadable.push({ address: this.#address, pointer, reason: readFailure(error) });
      return undefined;
    }
  }

  inline(parts: InlineParts) {
    return this.part('/inline', parts, (policies) =>
      listed(
        [...policies].map(([name, text]) => {
          const pointer = `/inline/values/${escapePointer(name)}`;
          return [name, this.part(pointer, text, (value) => this.document(pointer, value))] as const;
        }),
      ),
    );
  }

  /** Only those that a document could declare. Without its tags nobody knows whose an identity is, so it is unread as a whole. */
  tags(parts: Part<readonly (readonly [string, string])[]>) {
    return this.part(null, parts, (tags) =>
      listed(
        tags
          .filter(([key]) => !isReservedTag(key))
          .map(
            ([key, value]) =>
              [key, this.text(`/tags/values/${escapePointer(key)}`, value, `value of the tag ${quoted(key)}`)] as const,
          ),
      ),
    );
  }

  /** Free text, unless it looks like a secret. @param what it is, for people */
  text(pointer: string, text: string, what: string): string | undefined {
    const shape = secretShape(text);
    if (shape === null) return text;
    const message = `The ${what} looks like ${withArticle(shape)}, so it is not shown. Remove it in AWS; if it is a secret, it is known to everyone who may read IAM: change it.`;
    this.unreadable.push({ address: this.#address, pointer, reason: { code: 'text-secret', message } });
    this.notModelled.push({ address: this.#address, what: 'text that is not shown', detail: pointer });
    return undefined;
  }
}

/** A list as a live system has it: everything. What is undefined was left out, and said. */
export function listed(entries: readonly (readonly [string, Json | undefined])[]) {
  return { others: 'remove', values: present(Object.fromEntries(entries)) };
}

/** A set, in the order of its members. */
export function setOf(members: readonly string[]) {
  return listed([...members].sort().map((member) => [member, true]));
}

/** The record without what is undefined. */
export function present<T extends Json>(record: {
  readonly [name: string]: T | undefined;
}): {
  readonly [name: string]: T;
} {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** RFC 3339; undefined where AWS gave none. */
export function timeOf(date: Date | undefined): string | undefined {
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
