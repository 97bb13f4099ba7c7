import { PGlite } from '@electric-sql/pglite';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { embedPglite, type EmbeddedPostgres } from './embedded-pglite.ts';

/** What the host is asked, as JSON. */
export type Question =
  | { readonly kind: 'start' }
  | { readonly kind: 'query'; readonly id: number; readonly text: string }
  | { readonly kind: 'stop'; readonly id: number };

/** What it answers, as v8 serializes values, since rows hold dates and bytes. A refusal answers the fields of its error. */
export type Answer = {
  readonly start: { readonly id: number; readonly url: string };
  readonly query: { readonly rows: readonly Record<string, unknown>[] };
  readonly stop: { readonly id: number };
};

/** A new database system as bytes: making one takes seconds, copying it a third of one. */
type System = { readonly data: Blob; isTaken: boolean };

/** Databases side by side in one process; those that run at the same time are never copies of the same system. */
class Host {
  readonly #systems: System[] = [];
  readonly #running = new Map<number, { readonly postgres: EmbeddedPostgres; readonly system: System }>();
  #lastId = 0;

  async answer(question: Question): Promise<Answer[Question['kind']]> {
    switch (question.kind) {
      case 'start':
        return await this.#start();
      case 'query':
        return { rows: await this.#runningOne(question.id).postgres.query(question.text) };
      case 'stop': {
        const { postgres, system } = this.#runningOne(question.id);
        this.#running.delete(question.id);
        await postgres.stop();
        system.isTaken = false;
        return { id: question.id };
      }
    }
  }

  async #start(): Promise<Answer['start']> {
    const system = this.#freeSystem() ?? { data: await newSystem(), isTaken: true };
    if (!this.#systems.includes(system)) this.#systems.push(system);
    const postgres = await embedPglite({ loadDataDir: system.data });
    const id = (this.#lastId += 1);
    this.#running.set(id, { postgres, system });
    return { id, url: postgres.url };
  }

  #freeSystem(): System | undefined {
    const free = this.#systems.find(({ isTaken }) => !isTaken);
    if (free !== undefined) free.isTaken = true;
    return free;
  }

  #runningOne(id: number) {
    const running = this.#running.get(id);
    if (running === undefined) throw new Error(`no PGlite ${id} runs here`);
    return running;
  }
}

async function newSystem(): Promise<Blob> {
  const db = await PGlite.create();
  const data = await db.dumpDataDir('none');
  await db.close();
  return data;
}

async function answered(host: Host, request: IncomingMessage): Promise<{ status: number; body: unknown }> {
  try {
    return { status: 200, body: await host.answer(JSON.parse(await text(request)) as Question) };
  } catch (error) {
    const fields = Object.entries(error instanceof Error ? error : {}).filter(([, value]) => typeof value === 'string');
    return { status: 500, body: { ...Object.fromEntries(fields), message: String(error) } };
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const host = new Host();
  const server = createServer((request, response) => {
    answered(host, request)
      .then(({ status, body }) => response.writeHead(status).end(serialize(body)))
      .catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
  // It ends with the run that started it, however that ends.
  process.once('disconnect', () => process.exit());
}
