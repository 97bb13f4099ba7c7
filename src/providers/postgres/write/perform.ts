import { CountersignError } from '../../../core/errors.ts';
import type { Json } from '../../../core/json.ts';
import type { Session } from '../connect.ts';
import { creationComment } from '../normal-form/creation-mark.ts';
import type { Operation } from '../normal-form/model.ts';
import { roleAttributes } from '../normal-form/model.ts';
import { look, openSessions, ownedObjects, type Place, type Sight, type Work } from './observation.ts';
import { own } from '../own.ts';
import { expandPatternOperation } from '../steps/pattern-steps.ts';
import { majorVersion, membershipsHaveOptions } from '../steps/authority.ts';
import { othersBlocks } from '../steps/deletion-blocks.ts';
import { isPattern, isPlain, renderOperation, type PlainOperation, type SqlContext } from './sql.ts';

/** Null, or why the live system is not what the step was planned for. */
export type Refusal = {
  readonly kind: 'conflict';
  readonly pointer: string;
  readonly planned: Json;
  readonly found: Json;
} | null;

const SESSION_POLLS = 50;
const SESSION_POLL_SECONDS = 0.1;

/**
 * Executes a step's operations in the session's open transaction, patterns as what they match in it.
 * @throws CountersignError for what the writer turns out not to be allowed, and the driver's errors.
 */
export async function perform(session: Session, place: Place, sight: Sight, work: Work): Promise<Refusal> {
  const context = contextOf(sight, place.role, work.effect.database);
  for (const operation of work.effect.operations) {
    const refusal = await refusalOf(operation, session, place, sight);
    if (refusal !== null) return refusal;
    for (const plain of expanded(operation, sight, work, context)) {
      for (const statement of renderOperation(plain, context)) await session.rows(statement);
    }
    if (operation.kind === 'end-sessions') await untilEnded(session, sight);
  }
  return null;
}

/** What goes with a statement that names only the role. */
async function refusalOf({ kind }: Operation, session: Session, place: Place, sight: Sight): Promise<Refusal> {
  if (kind === 'drop-owned') return await ownsNothing(session, sight);
  return kind === 'drop-role' ? await harmsNobody(session, place, sight) : null;
}

function expanded(
  operation: Operation,
  sight: Sight,
  { step, marks }: Work,
  context: SqlContext,
): readonly PlainOperation[] {
  if (operation.kind === 'mark-creation') return [{ kind: 'comment', text: creationComment(marks.mark) }];
  if (!isPattern(operation)) return [operation];
  const { role, database } = context;
  const grants = (attributes: Parameters<typeof roleAttributes>[0]) =>
    own(roleAttributes(attributes).grants?.values, database) ?? {};
  const wanted = grants(step.result ?? {});
  const planned = expandPatternOperation(
    { facts: sight.facts, role, database },
    operation,
    wanted,
    grants(sight.object?.attributes ?? {}),
  );
  const [reason] = planned.blocked;
  if (reason !== undefined) {
    throw new CountersignError(reason.code, reason.message, {
      mend: 'Let the writer be a member of that role, or plan again without it.',
    });
  }
  return planned.operations.filter((plain) => isPlain(plain));
}

/** DROP OWNED drops what it finds: nothing that reviewers did not see may be among it. */
async function ownsNothing(session: Session, sight: Sight): Promise<Refusal> {
  const owned = await ownedObjects(session, sight.object?.incarnation ?? '0');
  if (owned === 0) return null;
  return { kind: 'conflict', pointer: '/owns', planned: 'nothing', found: `${owned} objects` };
}

/**
 * DROP ROLE ends every membership in the role. From version 16 on nobody becomes a member of a role whose comment is being written,
 * so that those who did until then are seen; before, nothing keeps anybody from it.
 */
async function harmsNobody(session: Session, place: Place, sight: Sight): Promise<Refusal> {
  if (!membershipsHaveOptions(sight.facts)) return null;
  const context = contextOf(sight, place.role, null);
  for (const statement of renderOperation({ kind: 'comment', text: null }, context)) await session.rows(statement);
  const { facts } = await look(session, place, null);
  const [lost] = othersBlocks(facts, place.role);
  return lost === undefined ? null : { kind: 'conflict', pointer: '/others', planned: null, found: lost.message };
}

async function untilEnded(session: Session, sight: Sight): Promise<void> {
  const oid = sight.object?.incarnation ?? '0';
  for (let poll = 0; poll < SESSION_POLLS; poll += 1) {
    if ((await openSessions(session, oid)) === 0) return;
    await session.rows('SELECT pg_catalog.pg_sleep($1)', [SESSION_POLL_SECONDS]);
  }
}

function contextOf(sight: Sight, role: string, database: string | null): SqlContext {
  return { role, database: database ?? '', version: majorVersion(sight.facts) };
}
