import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeHandedState, reachOf, type HandedState } from '../../src/core/handed-state.ts';
import type { LiveState } from '../../src/core/live.ts';
import { parseJson } from '../../src/core/parse-json.ts';
import { form, policy } from '../providers/aws/policy/documents.ts';
import { ACCOUNT, allow, LIVE, liveObject } from '../providers/aws/drafts.ts';
import { Estate, pathOf, role } from './estate.ts';
import { checksOf, codeIn, commentsOf, entriesOf } from './evidence.ts';
import { Team, type Pull } from './repository.ts';
import { shown } from './runner.ts';

const UNKNOWN = 'whether access is widened is not known: ';
const directory = mkdtempSync(join(tmpdir(), 'countersign-unread-'));

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

/** The path of a file that hands a state on. */
function handedOn(name: string, state: HandedState): string {
  const path = join(directory, `${name}.json`);
  writeFileSync(path, encodeHandedState(state));
  return path;
}

async function published(team: Team, pull: Pull, state: string) {
  const { plan, publish } = await team.planAndPublish(pull, { 'live-state': state });
  expect(plan.exitCode, shown(plan)).toBe(0);
  const body = commentsOf(team, pull).at(-1)?.body ?? '';
  const waits = checksOf(team, pull.head.sha).approval?.summary ?? '';
  return { decision: publish.outputs['decision'], body, waits, log: plan.log };
}

async function approve(team: Team, pull: Pull, as: Team['ben']): Promise<void> {
  team.server.advanceClock(2);
  await team.repository.review(pull, { as, event: 'APPROVE', body: codeIn(team, pull) });
}

describe('a database of which nobody read who may do what', () => {
  let estate: Estate;
  let state: string;

  const GONE = { onRemove: '{ delete: { reassignOwnedTo: reporting } }' };

  beforeAll(async () => {
    estate = await Estate.begin({
      sql: `CREATE ROLE old; CREATE ROLE former; CREATE ROLE plain; CREATE ROLE sold;
        CREATE TABLE billing.left_behind (id int); ALTER TABLE billing.left_behind OWNER TO old;
        CREATE TABLE billing.more (id int); ALTER TABLE billing.more OWNER TO former;
        CREATE TABLE billing.also (id int); ALTER TABLE billing.also OWNER TO sold;`,
      widening: 'administrators',
      files: {
        [pathOf('old')]: role('old', GONE),
        [pathOf('former')]: role('former', GONE),
        [pathOf('sold')]: role('sold', GONE),
        [pathOf('plain')]: role('plain', { onRemove: '{ delete: {} }' }),
      },
    });
    const read = await estate.team.run('plan', { command: 'read', source: 'orders-db' });
    expect(read, shown(read)).toMatchObject({ exitCode: 0 });
    const text = readFileSync(read.outputs['state-file'] ?? '', 'utf8');
    state = handedOn('orders-db', { ...(parseJson(text) as HandedState), estate: null });
  });

  afterAll(async () => {
    await estate.close();
  });

  it('lets nobody become an owner unless who answers for widening agrees, up to the apply', async () => {
    const { team } = estate;
    const pull = await team.propose('old', { [pathOf('old')]: null });
    const first = await published(team, pull, state);
    expect(first.body).toContain(`${UNKNOWN}\`orders-db/PostgresRole/old\` (\`widening\`)`);
    expect(first.body).toContain('may widen access, and what it does in effect is not known');
    expect(first.body).toContain('`live-state-partial`');
    expect(first.log).toContain(UNKNOWN.trim());
    for (const as of [team.ben, estate.dora]) await approve(team, pull, as);
    const waiting = await published(team, pull, state);
    expect([waiting.decision, waiting.waits]).toEqual(['waiting', expect.stringContaining(UNKNOWN.trim())]);
    await approve(team, pull, team.cleo);
    expect((await published(team, pull, state)).decision).toBe('approved');
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ exitCode: 0, outputs: { decision: 'applied' } });
    expect(await estate.role('old')).toBeNull();
    await estate.expectSound();
  });

  it('is not applied where somebody merged it without them', async () => {
    const { team } = estate;
    const pull = await team.propose('sold', { [pathOf('sold')]: null });
    await published(team, pull, state);
    for (const as of [team.ben, estate.dora]) await approve(team, pull, as);
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ outputs: { decision: 'refused' } });
    expect(commentsOf(team, pull).at(-1)?.body).toContain(
      '0 of 1 by administrators: whether access is widened is not known',
    );
    expect(await estate.role('sold')).not.toBeNull();
  });

  it('asks the owner alone for a deletion by which nobody comes to anything', async () => {
    const { team } = estate;
    const pull = await team.propose('plain', { [pathOf('plain')]: null });
    const { body } = await published(team, pull, state);
    expect(body).not.toContain(UNKNOWN);
    expect(body).not.toContain('`widening`');
  });

  it('is published anew once it is read, and applied by nobody whose approval came before', async () => {
    const { team } = estate;
    const pull = await team.propose('former', { [pathOf('former')]: null });
    await published(team, pull, state);
    for (const as of [team.ben, estate.dora, team.cleo]) await approve(team, pull, as);
    expect((await published(team, pull, state)).decision).toBe('approved');
    const known = await published(team, pull, '');
    expect(known.decision).toBe('waiting');
    expect(known.body).toContain('access is widened: `orders-db/PostgresRole/reporting`');
    expect(known.body).not.toContain(UNKNOWN);
    const begun = (await entriesOf(team, pull)).flatMap((body) => (body.type === 'planned' ? [body.because] : []));
    expect(begun).toEqual(['first', 'access-widened']);
    await published(team, pull, state);
    expect(commentsOf(team, pull)).toHaveLength(2);
    await estate.merge(pull);
    expect(await team.apply()).toMatchObject({ outputs: { decision: 'refused' } });
    expect(await estate.role('former')).not.toBeNull();
  });
});

const GUARD = `arn:aws:iam::${ACCOUNT}:policy/guard`;
const READER = `arn:aws:iam::${ACCOUNT}:policy/reader`;
const PLACE = 'identities/exporter.yaml';

function exporter(...policies: readonly string[]): Readonly<Record<string, string>> {
  return {
    [PLACE]: `apiVersion: countersign.dev/v1
kind: AwsIamRole
metadata: { name: exporter, source: prod, owner: billing, purpose: Exports }
spec: { policies: ['${policies.join("', '")}'] }
`,
  };
}

const CONFIGURATION = `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
people: { billing: [ben], security: [cleo] }
sources:
  prod: { provider: aws, connection: { read: { env: PROD_READ }, write: { env: PROD_WRITE } }, mode: authoritative, owner: billing }
approval: { administrators: security, widening: security }
ledger: { branch: countersign/ledger, signing: { kind: none } }
`;

describe('an account of which nobody read who may do what', () => {
  let team: Team;
  const live: LiveState = {
    ...LIVE,
    objects: [liveObject('AwsIamRole', 'exporter', { policies: [GUARD, READER] })],
  };
  const source = { provider: 'aws', boundary: {}, options: {} } as Parameters<typeof reachOf>[0];
  const at = new Date().toISOString();
  const state = (estate: LiveState | null) => {
    return { formatVersion: '1' as const, at, reach: reachOf(source), live, estate };
  };
  const managedPolicies = {
    [GUARD]: form(policy({ Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' })),
    [READER]: form(allow(['s3:GetObject', 's3:DeleteObject'])),
  };

  beforeAll(async () => {
    team = await Team.form({ '.github/countersign.yaml': CONFIGURATION, ...exporter(GUARD, READER) }, {});
    expect(await team.init()).toMatchObject({ exitCode: 0 });
  });

  afterAll(async () => {
    await team.close();
  });

  it('lets no policy go that may refuse something, unless who answers for widening agrees', async () => {
    const unread = handedOn('unread', state(null));
    const pull = await team.propose('detached', exporter(READER));
    const first = await published(team, pull, unread);
    expect(first.body).toContain(`${UNKNOWN}\`prod/AwsIamRole/exporter\` (\`widening\`)`);
    expect(first.body).not.toMatch(/gains? `/u);
    await approve(team, pull, team.ben);
    expect((await published(team, pull, unread)).decision).toBe('waiting');
    await approve(team, pull, team.cleo);
    expect((await published(team, pull, unread)).decision).toBe('approved');

    const read = handedOn('read', state({ ...live, facts: { ...live.facts, managedPolicies, groups: {} } }));
    const known = await published(team, pull, read);
    expect(known.decision).toBe('waiting');
    expect(known.body).toContain('access is widened: `prod/AwsIamRole/exporter`');
    expect(known.body).toContain('gains `s3:DeleteObject`');
  });
});
