import type { Diagnostic, Location } from '../errors.ts';
import type { Json } from '../json.ts';
import type { YamlDocument } from '../yaml/document.ts';

/** Of what several inputs make together: of one identity, and of all of one commit. See `weightOf`. */
export const WEIGHT_LIMITS = { identity: 2_097_152, all: 67_108_864 } as const;

const EACH = 8;

/** Roughly the bytes of a value: its texts and keys, and a few for each value. */
function weightOf(value: Json): number {
  if (typeof value === 'string') return value.length + EACH;
  if (typeof value !== 'object' || value === null) return EACH;
  return Object.entries(value).reduce((sum, [key, item]) => sum + key.length + weightOf(item), EACH);
}

/** What may still be made of several inputs: small files that refer to large ones many times would take time and memory without end. */
export class WeightBudget {
  #left: number = WEIGHT_LIMITS.all;
  readonly #known = new WeakMap<YamlDocument, number>();

  /** Null when what these make together is within what is left, of which it is taken. @param added bytes besides */
  spend(parts: readonly YamlDocument[], location: Location, added = 0): Diagnostic | null {
    const weight = parts.reduce((sum, part) => sum + this.#weigh(part), added);
    const isWithin = weight <= WEIGHT_LIMITS.identity;
    if (isWithin && weight <= this.#left) {
      this.#left -= weight;
      return null;
    }
    const limit = isWithin ? WEIGHT_LIMITS.all : WEIGHT_LIMITS.identity;
    return {
      code: 'expansion-too-large',
      severity: 'error',
      cause: isWithin
        ? `All that documents make with what they refer to is more than ${limit} bytes, so this one was not read.`
        : `What this document makes with all that it refers to is more than ${limit} bytes.`,
      mend: 'Refer to less: split the document, or its files.',
      location,
    };
  }

  #weigh(part: YamlDocument): number {
    const weight = this.#known.get(part) ?? weightOf(part.value);
    this.#known.set(part, weight);
    return weight;
  }
}
