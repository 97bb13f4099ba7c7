/** Who wrote or committed, and when: `seconds` since the epoch, `offset` minutes east of UTC. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly seconds: number;
  readonly offset?: number;
}

/** A signature as it stands in a commit object. Characters that would break out of the line are dropped, as git does. */
export function formatSignature(signature: Signature): string {
  const clean = (text: string): string => text.replaceAll(/[<>\n\0]/g, '').trim();
  const offset = signature.offset ?? 0;
  const size = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${pad(size % 60)}`;
  return `${clean(signature.name) || 'unknown'} <${clean(signature.email)}> ${signature.seconds} ${zone}`;
}

/** The inverse of `formatSignature`. Throws for a line that is no signature. */
export function parseSignature(line: string): Signature {
  const match = /^([^<]*) <([^>]*)> (\d+) ([+-])(\d{2})(\d{2})$/.exec(line);
  if (match === null) throw new Error(`not a git signature: ${JSON.stringify(line)}`);
  const [, name = '', email = '', seconds, sign, hours, minutes] = match;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return { name, email, seconds: Number(seconds), offset };
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
