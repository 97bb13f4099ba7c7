const SHOWN = 3;

/** `a, b, c`; of more than that `a, b and 7 more`. */
export function some(items: readonly string[], separator = ', '): string {
  const distinct = [...new Set(items)];
  if (distinct.length <= SHOWN) return distinct.join(separator);
  return `${distinct.slice(0, SHOWN - 1).join(separator)} and ${distinct.length - SHOWN + 1} more`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
