/** Texts that are secrets by their shape alone. Each finds its kind anywhere in a text, in linear time. */
const SHAPES: readonly { readonly kind: string; readonly shape: RegExp }[] = [
  { kind: 'private key', shape: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY|AGE-SECRET-KEY-1/u },
  { kind: 'GitHub token', shape: /\b(?:gh[pousr]_[A-Za-z0-9]{20}|github_pat_[A-Za-z0-9_]{20})/u },
  { kind: 'GitLab token', shape: /\bgl(?:pat|dt|rt|ptt)-[A-Za-z0-9_-]{16}/u },
  { kind: 'Slack token', shape: /\bxox[abeoprs]-[A-Za-z0-9-]{8}/u },
  { kind: 'AWS key', shape: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/u },
  {
    kind: 'API key',
    shape:
      /\b(?:sk|rk|pk)[_-](?:live|test|proj|ant)[_-][A-Za-z0-9_-]{8}|\bAIza[A-Za-z0-9_-]{30}|\bSG\.[A-Za-z0-9_-]{16}/u,
  },
  { kind: 'registry token', shape: /\b(?:npm_[A-Za-z0-9]{30}|pypi-[A-Za-z0-9_-]{30}|dop_v1_[a-f0-9]{32})/u },
  { kind: 'Vault token', shape: /\bhv[sbr]\.[A-Za-z0-9_-]{20}/u },
  { kind: 'signed token', shape: /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8}/u },
  {
    kind: 'connection string with a password',
    shape: /(?<=\b[a-z][a-z0-9+.-]{0,30}):\/\/[^\s:/@]{0,200}:[^\s@]{1,200}@/iu,
  },
  { kind: 'password', shape: /\b(?:password|passwd|pwd|secret|api[_-]?key|access[_-]?token)\s{0,4}[=:]\s{0,4}\S/iu },
  { kind: 'password verifier', shape: /SCRAM-SHA-\d{1,3}\$|\bmd5[0-9a-f]{32}\b/u },
];

/** At least as many characters and bits for each as a random key has, and prose, paths and digests in hexadecimal do not. */
const LONG = /[A-Za-z0-9+/_=-]{32,}/gu;
const BITS_A_CHARACTER = 4.3;
const LONGEST_JUDGED = 256;

/**
 * What kind of secret a text looks like, or null. For free text of live systems: what is found must not be shown, stored or hashed.
 * Never says anything of the text itself.
 */
export function secretShape(text: string): string | null {
  const known = SHAPES.find(({ shape }) => shape.test(text));
  if (known !== undefined) return known.kind;
  return (text.match(LONG) ?? []).some(isRandom) ? 'long random text' : null;
}

/** With its article: `an AWS key`, `a password`. */
export function withArticle(noun: string): string {
  return `${/^[aeio]/iu.test(noun) ? 'an' : 'a'} ${noun}`;
}

function isRandom(word: string): boolean {
  const judged = word.slice(0, LONGEST_JUDGED);
  return /[a-z]/u.test(judged) && /[A-Z]/u.test(judged) && /\d/u.test(judged) && entropy(judged) >= BITS_A_CHARACTER;
}

/** Shannon entropy in bits a character. */
function entropy(word: string): number {
  const counts = new Map<string, number>();
  for (const character of word) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / word.length) * Math.log2(count / word.length), 0);
}
