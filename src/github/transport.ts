import { parseJson } from '../core/parse-json.ts';

/** Bounds of one HTTP exchange. */
export type TransportLimits = {
  /** Milliseconds for the whole exchange, body included. */
  readonly timeout: number;
  /** Bytes of an answer's body. */
  readonly bytes: number;
};

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/**
 * Fetches with a time limit and a size limit, and hands on only bodies that arrived whole: an answer that was cut
 * rejects. Octokit would take a cut body for an empty one, and an empty one for an empty list.
 */
export function wholeAnswers(fetch: Fetch, limits: TransportLimits): Fetch {
  return async (url, init) => {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(limits.timeout) });
    const body = await readWhole(response, limits.bytes);
    if (isJson(response) && body !== null) assertJson(body);
    const whole = new Response(body, { status: response.status, headers: response.headers });
    // Pagination of comparisons reads the address of the answer, which a constructed Response lacks.
    return Object.defineProperty(whole, 'url', { value: response.url });
  };
}

async function readWhole(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.body === null || [101, 204, 205, 304].includes(response.status)) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw new Error(`the answer is larger than ${limit} bytes`);
    }
    parts.push(part.value);
  }
  return join(parts, size);
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}

function isJson(response: Response): boolean {
  return /^application\/([\w.+-]+\+)?json\b/.test(response.headers.get('content-type') ?? '');
}

function assertJson(body: Uint8Array): void {
  try {
    parseJson(new TextDecoder().decode(body));
  } catch (cause) {
    throw new Error('the answer says that it is JSON, and is not', { cause });
  }
}
