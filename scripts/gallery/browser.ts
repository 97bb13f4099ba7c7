import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Readable, Writable } from 'node:stream';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome-headless-shell'];

/** A Chromium of this machine: `CHROME_PATH`, or the first on the path. @throws Error saying how to get one. */
export function browserPath(environment: NodeJS.ProcessEnv): string {
  const folders = (environment['PATH'] ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [environment['CHROME_PATH'] ?? '', ...onPath].find((path) => path !== '' && existsSync(path));
  if (found !== undefined) return found;
  throw new Error('There is no Chromium. Install one (apt-get install chromium), or name one in CHROME_PATH.');
}

type Reply = {
  readonly id?: number;
  readonly method?: string;
  readonly result?: { readonly [name: string]: unknown };
  readonly error?: { readonly message: string };
};

/** What a page looks like at one width. `beyond`: CSS pixels that it runs over the right edge. */
export type Shot = { readonly png: Uint8Array; readonly beyond: number; readonly height: number };

export type Browser = {
  readonly shoot: (url: string, width: number) => Promise<Shot>;
  readonly close: () => Promise<void>;
};

const TALLEST = 6000;
const MEASURE = `JSON.stringify({ wide: document.documentElement.scrollWidth, tall: document.documentElement.scrollHeight })`;

/** Speaks the DevTools protocol over a pipe, so that it needs neither a port nor a library. */
export async function openBrowser(path: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'gallery-'));
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-pipe'];
  const child = spawn(path, [...options, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , input, output] = child.stdio;
  if (!(input instanceof Writable) || !(output instanceof Readable)) throw new Error('The browser has no pipes.');
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { send, next } = speak(input, output);
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const page = async (method: string, parameters: object = {}) => await send(method, parameters, sessionId);
  await page('Page.enable');
  return {
    shoot: async (url, width) => {
      await page('Emulation.setDeviceMetricsOverride', {
        width,
        height: 800,
        deviceScaleFactor: 1,
        mobile: width < 600,
      });
      const loaded = next('Page.loadEventFired');
      await page('Page.navigate', { url });
      await loaded;
      const { result } = await page('Runtime.evaluate', { expression: MEASURE });
      const { wide, tall } = JSON.parse((result as { readonly value: string }).value) as Record<
        'wide' | 'tall',
        number
      >;
      const clip = { x: 0, y: 0, width, height: Math.min(tall, TALLEST), scale: 1 };
      const { data } = await page('Page.captureScreenshot', { format: 'png', clip, captureBeyondViewport: true });
      return { png: Buffer.from(String(data), 'base64'), beyond: Math.max(0, wide - width), height: tall };
    },
    close: async () => {
      await send('Browser.close');
      await exited;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

type Result = { readonly [name: string]: unknown };

/** Commands and events as JSON with a zero byte after each. */
function speak(input: Writable, output: Readable) {
  const waiting = new Map<number, { resolve: (result: Result) => void; reject: (error: Error) => void }>();
  const events = new Map<string, () => void>();
  let last = 0;
  let rest = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = `${rest}${text}`.split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) answer(JSON.parse(message) as Reply);
  });

  function answer({ id, method, result, error }: Reply): void {
    if (method !== undefined) events.get(method)?.();
    if (id === undefined) return;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result ?? {});
    else asked?.reject(new Error(error.message));
  }

  const send = async (method: string, params: object = {}, sessionId?: unknown): Promise<Result> =>
    await new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      input.write(
        `${JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
      );
    });
  const next = async (event: string): Promise<void> => await new Promise((resolve) => events.set(event, resolve));
  return { send, next };
}
