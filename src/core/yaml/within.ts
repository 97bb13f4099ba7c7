/**
 * Where a character of a text value stands in its file, told by laying the value beside what was written: indentation, folded
 * lines and a quote in front are passed over. Where they do not fit, as behind an escape, it is where the value begins.
 *
 * @param start of the value as it was written. @param offset into the value, in UTF-16 code units
 */
export function offsetWithin(text: string, start: number, value: string, offset: number): number {
  let at = contentStart(text, start);
  for (let index = 0; index < offset; index += 1) {
    const wanted = value[index];
    while (text[at] !== wanted && isSpace(text[at]) && wanted !== undefined && !isFold(wanted, text[at])) at += 1;
    if (text[at] === wanted) at += 1;
    else if (wanted !== undefined && isFold(wanted, text[at])) at += 1;
    else return start;
  }
  while (isSpace(text[at]) && text[at] !== value[offset]) at += 1;
  return at;
}

/** Past a quote, or past the line of a block's indicator. */
function contentStart(text: string, start: number): number {
  const first = text[start];
  if (first === "'" || first === '"') return start + 1;
  if (first !== '|' && first !== '>') return start;
  const end = text.indexOf('\n', start);
  return end === -1 ? start : end + 1;
}

/** A line break that was folded into a space. */
function isFold(wanted: string, written: string | undefined): boolean {
  return wanted === ' ' && written === '\n';
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\r';
}
