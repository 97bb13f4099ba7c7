import { planWish, type Declared, type Wish } from '../../support/planning.ts';
import { applyRecorded, RecordedApply } from '../../support/applying.ts';
import type { Planned } from '../../../src/core/assembly.ts';
import type { SourceConfiguration } from '../../../src/core/configuration.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Connection } from '../../../src/core/ports.ts';
import { aws } from '../../../src/providers/aws/index.ts';
import { awsApplier } from '../../../src/providers/aws/write/applier.ts';
import type { LiveAws } from '../systems/aws.ts';

const SOURCE: SourceConfiguration = {
  name: 'prod',
  provider: 'aws',
  connection: { read: 'READ', write: 'WRITE' },
  mode: 'authoritative',
  boundary: {},
  options: {},
  owner: 'owner',
};

/** One account, planned and applied as a pull request would, each apply with a login of its own. */
export class Account {
  readonly #live: LiveAws;
  readonly #options: JsonObject;

  constructor(live: LiveAws, options: JsonObject = {}) {
    this.#live = live;
    this.#options = options;
  }

  async plan(wish: Wish, scope?: Parameters<typeof planWish>[4]): Promise<Planned> {
    const reader = aws.reader(this.#connection('reader'));
    try {
      return await planWish(SOURCE, aws, reader, wish, scope);
    } finally {
      await reader.close();
    }
  }

  /** What the ledger keeps of an apply that is continued is handed on. */
  async apply(planned: Planned, recorded = new RecordedApply()) {
    const writer = awsApplier().writer(this.#connection('writer'));
    try {
      return await applyRecorded(planned.plan, writer, recorded);
    } finally {
      await writer.close();
    }
  }

  /** Brings about what is declared, from what was declared before. */
  async bring(from: readonly Declared[], to: readonly Declared[]) {
    return await this.apply(await this.plan({ base: from, head: to }));
  }

  /** How often an action was called since the last look. */
  counted(action: string): number {
    return this.#live.calls().filter((call) => call.action === action).length;
  }

  #connection(accessKeyId: string): Connection {
    return {
      source: SOURCE.name,
      secret: JSON.stringify({ accessKeyId, secretAccessKey: 'x' }),
      boundary: SOURCE.boundary,
      options: { ...this.#options, endpoint: this.#live.endpoint },
      timeout: 20_000,
      progress: () => undefined,
    };
  }
}
