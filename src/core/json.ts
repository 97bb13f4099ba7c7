/** JSON values as RFC 8259 defines them. Everything that is hashed, stored or sent is one of these. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export type JsonObject = { readonly [key: string]: Json };

/** `sha256:` followed by 64 lower-case hexadecimal digits. */
export type Sha256 = `sha256:${string}`;

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
