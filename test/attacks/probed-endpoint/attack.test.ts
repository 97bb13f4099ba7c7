import { createServer, type AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { CONFIGURATION_PATH, declares, pathOf, role } from '../../e2e/estate.ts';
import { gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const here = standing();

/** Whoever connects is counted. */
let visits = 0;
const listener = createServer((socket) => {
  visits += 1;
  socket.destroy();
});
const folder = mkdtempSync(join(tmpdir(), 'countersign-probe-'));
const trace = join(folder, 'ran');
let endpoint = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  endpoint = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => listener.close(resolve));
  rmSync(folder, { recursive: true });
});

function expectUntouched(): void {
  expect(visits).toBe(0);
  expect(existsSync(trace)).toBe(false);
}

replay(row, {
  refused: {
    'a document with a connection, a command and a file of its own': async () => {
      const { team } = here();
      const more = `connection: postgres://probe@${endpoint}/x\nexec: touch ${trace}\nfile: /etc/passwd\n`;
      const pull = await team.propose('probe', { [pathOf('probe')]: `${role('probe')}${more}` });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      expectUntouched();
      return judged;
    },
    'rules that name an address where a variable belongs': async () => {
      const { team } = here();
      const rules = (await team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
      const changed = rules.replace('env: ORDERS_DB_READ', `env: 'postgres://probe@${endpoint}/x'`);
      const pull = await team.propose('address', { [CONFIGURATION_PATH]: changed, ...declares('beside') });
      const judged = await gate(here(), pull);
      expect(judged.decision).toBe('refused');
      expectUntouched();
      return judged;
    },
    'rules that name another secret of the plan job as the connection': async () => {
      const { team } = here();
      const rules = (await team.repository.readFile('main', CONFIGURATION_PATH)) ?? '';
      const changed = rules.replace('env: ORDERS_DB_READ', 'env: PROBE_READ');
      const pull = await team.propose('other', { [CONFIGURATION_PATH]: changed, ...declares('besides') });
      const plan = await team.plan(pull, {}, { env: { PROBE_READ: `postgres://probe@${endpoint}/x` } });
      await team.publish(plan.outputs['bundle']);
      await here().approve(pull);
      const judged = await land(here(), pull);
      expect(judged.decision).toBe('refused');
      await team.pushPast(team.cleo, { [CONFIGURATION_PATH]: rules });
      expectUntouched();
      return judged;
    },
  },
  passes: {
    'a purpose that holds an address': async () => {
      const purpose = `"Reads http://${endpoint}/ and $(touch ${trace})"`;
      const pull = await here().approved('address-text', declares('texts', { purpose }));
      expect((await land(here(), pull)).decision).toBe('applied');
      expectUntouched();
    },
  },
});
