import { formatAddress } from '../../../src/core/address.ts';
import type { ApplyReport } from '../../../src/core/apply/execute.ts';
import type { Planned } from '../../../src/core/assembly.ts';
import type { SourceConfiguration } from '../../../src/core/configuration.ts';
import type { Change, Step } from '../../../src/core/plan.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import type { Connection, Removal, Writer } from '../../../src/core/ports.ts';
import { postgresApplier } from '../../../src/providers/postgres/write/applier.ts';
import { postgres } from '../../../src/providers/postgres/index.ts';
import { effectOf, previewEffect } from '../../../src/providers/postgres/write/sql.ts';
import type { OpenSession } from '../../../src/providers/postgres/write/write.ts';
import { applyRecorded, RecordedApply } from '../../support/applying.ts';
import { planWish, type Wish } from '../../support/planning.ts';
import type { LivePostgres } from './server.ts';

/** One source of a live server: read by a superuser, written by `writer`. */
export type Cluster = {
  readonly server: Pick<LivePostgres, 'url'>;
  readonly databases: readonly string[];
  readonly writer: string;
  /** Database that the write credential names; left out: the first. */
  readonly through?: string;
  readonly mode?: SourceConfiguration['mode'];
};

const provider = postgres;

export function addressOf(role: string): string {
  return formatAddress({ source: 'db', kind: 'PostgresRole', name: [role] });
}

export function document(name: string, spec: JsonObject, onRemove?: Removal) {
  return { kind: 'PostgresRole', name, spec, ...(onRemove === undefined ? {} : { onRemove }) };
}

export function connectionOf(cluster: Cluster, user: string, through = cluster.databases[0] ?? ''): Connection {
  return {
    source: 'db',
    secret: cluster.server.url(user, through),
    boundary: {},
    options: { databases: [...cluster.databases], writer: cluster.writer },
    timeout: 20_000,
    progress: () => undefined,
  };
}

export async function planFor(cluster: Cluster, wish: Wish): Promise<Planned> {
  const source: SourceConfiguration = {
    name: 'db',
    provider: 'postgres',
    connection: { read: 'READ', write: 'WRITE' },
    mode: cluster.mode ?? 'authoritative',
    boundary: {},
    options: { databases: [...cluster.databases], writer: cluster.writer },
    owner: 'owner',
  };
  const reader = provider.reader(connectionOf(cluster, 'postgres'));
  return await planWish(source, provider, reader, wish);
}

export function writerOf(cluster: Cluster, open?: OpenSession): Writer {
  return postgresApplier(open).writer(connectionOf(cluster, cluster.writer, cluster.through));
}

export async function apply(
  cluster: Cluster,
  planned: Planned,
  open?: OpenSession,
  recorded = new RecordedApply(),
): Promise<ApplyReport> {
  return await applyRecorded(planned.plan, writerOf(cluster, open), recorded);
}

/** Plans, applies and says why not, where it did not. */
export async function converge(cluster: Cluster, wish: Wish): Promise<ApplyReport> {
  const planned = await planFor(cluster, wish);
  const report = await apply(cluster, planned);
  if (report.result === 'applied' && report.unverified.length === 0) return report;
  throw new Error(
    JSON.stringify(
      { blocked: planned.plan.changes.map(({ blocked }) => blocked), report, sql: sqlOf(planned) },
      null,
      1,
    ),
  );
}

export function changeOf(planned: Planned): Change {
  const [change] = planned.plan.changes;
  if (change === undefined) throw new Error(`There is no change: ${JSON.stringify(planned)}`);
  return change;
}

export function stepOf(planned: Planned, index = 0): Step {
  const step = changeOf(planned).steps[index];
  if (step === undefined) throw new Error(`There is no step ${index}: ${JSON.stringify(changeOf(planned))}`);
  return step;
}

export function sqlOf(planned: Planned, version = 15): readonly string[] {
  return planned.plan.changes.flatMap((change) =>
    change.steps.flatMap((step) =>
      previewEffect(effectOf(step.effect), { role: decodeURIComponent(change.address.split('/')[2] ?? ''), version }),
    ),
  );
}
