/**
 * Patterns of policies: `*` is any characters, `?` is one. A policy variable such as `${aws:username}` is one token,
 * of which nothing is known but its name; `${*}`, `${?}` and `${$}` are the characters themselves.
 */

/** `*`, `?`, and `$`, with which a variable begins. */
const WILD: ReadonlySet<number> = new Set([42, 63, 36]);

const TOKENS = /\$\{[^{}]*\}|[^]/gu;

/** Characters of two patterns, times this: as much as is tried to fit the one to the other. */
const TRIES = 16;

type Tokens = { readonly [index: number]: string; readonly length: number };

/** As many tokens as there are characters and variables. */
function tokensOf(text: string): Tokens {
  return isPlain(text) ? text : (text.match(TOKENS) ?? []);
}

/** Without variables and characters of two code units, a text is its own list of tokens. */
function isPlain(text: string): boolean {
  return !text.includes('${') && !/[\uD800-\uDFFF]/.test(text);
}

/** Several wildcards in a row in one order: `?` first, then at most one `*`. */
export function collapsed(pattern: string): string {
  return pattern.replace(/[*?]{2,}/gu, (run) => '?'.repeat(run.split('?').length - 1) + (run.includes('*') ? '*' : ''));
}

export function hasWildcard(text: string): boolean {
  const plain = text.includes('${') ? text.replace(/\$\{[^{}]*\}/gu, '') : text;
  return plain.includes('*') || plain.includes('?');
}

/** Stretches of a pattern without variables. */
export function literalsOf(pattern: string): readonly { readonly text: string; readonly wild: boolean }[] {
  return (pattern.match(/[*?]|[^*?]+/gu) ?? []).map((text) => ({ text, wild: text === '*' || text === '?' }));
}

/** Whether a text without wildcards fits. */
export function fitsPattern(pattern: string, text: string): boolean {
  return mayBegin(pattern, text) && includes(tokensOf(pattern), tokensOf(text), Number.POSITIVE_INFINITY);
}

/**
 * Whether everything that fits `part` fits `whole`, too. Never true where it is not so; may miss it where only several
 * stars together tell, or very many tries.
 */
export function coversPattern(whole: string, part: string): boolean {
  if (whole === part || whole === '*') return true;
  if (!mayBegin(whole, part) || !hasWildcard(whole)) return false;
  return includes(tokensOf(whole), tokensOf(part), TRIES * (whole.length + part.length));
}

/** Most pairs differ in what stands before the first wildcard, and are told so without taking either apart. Case is not looked at. */
export function mayBegin(whole: string, part: string): boolean {
  for (let at = 0; at < whole.length; at += 1) {
    const code = whole.charCodeAt(at);
    if (WILD.has(code)) return true;
    if ((code | 32) !== (part.charCodeAt(at) | 32)) return false;
  }
  return whole.length === part.length;
}

/** A star of the whole takes anything, a question mark one character or question mark, and all else only itself. */
function includes(whole: Tokens, part: Tokens, tries: number): boolean {
  let [at, from, star, taken, left] = [0, 0, -1, 0, tries];
  while (from < part.length) {
    left -= 1;
    if (left < 0) return false;
    const want = whole[at];
    const token = part[from] ?? '';
    if (want === '*') {
      star = at;
      taken = from;
      at += 1;
    } else if (want !== undefined && (want === token || (want === '?' && isOneCharacter(token)))) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      taken += 1;
      at = star + 1;
      from = taken;
    } else return false;
  }
  while (whole[at] === '*') at += 1;
  return at === whole.length;
}

function isOneCharacter(token: string): boolean {
  return token !== '*' && (!token.startsWith('${') || ['${*}', '${?}', '${$}'].includes(token));
}

/**
 * The same for ARNs, part by part: a star at the end of a part may reach beyond its colon, and one within it does not, so that
 * only what holds for each part by itself is certain.
 */
export function coversArn(whole: string, part: string): boolean {
  if (whole === part || whole === '*') return true;
  // What does not fit as a text does not fit part by part, and texts need not be taken apart.
  if (!coversPattern(whole, part)) return false;
  const [wide, narrow] = [partsOf(whole), partsOf(part)];
  return (
    wide.length === 6 && narrow.length === 6 && wide.every((piece, index) => coversPattern(piece, narrow[index] ?? ''))
  );
}

/** Up to six parts: the last has every further colon. */
function partsOf(arn: string): readonly string[] {
  if (!arn.includes('${')) {
    const all = arn.split(':');
    return all.length <= 6 ? all : [...all.slice(0, 5), all.slice(5).join(':')];
  }
  const parts: string[] = [''];
  for (const token of arn.match(TOKENS) ?? []) {
    if (token === ':' && parts.length < 6) parts.push('');
    else parts.push((parts.pop() ?? '') + token);
  }
  return parts;
}
