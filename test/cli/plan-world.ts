import { afterEach } from 'vitest';
import { CONFIGURATION, document, memoryWorld, workspace, type Workspace } from './workspace.ts';

export const open: { remove(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.remove();
});

type World = ReturnType<typeof memoryWorld>;

/** One declared account that is as declared, one that nobody declares, and a repository with both committed. */
export function start(): { place: Workspace; world: World } {
  const world = memoryWorld({ exporter: { grants: { invoices: ['read'] } }, stranger: {} }, ['invoices', 'orders']);
  const place = workspace(
    {
      '.github/countersign.yaml': CONFIGURATION,
      'identities/exporter.yaml': document('exporter', 'grants:\n  - { on: invoices, actions: [read] }'),
    },
    { ROBOTS_READ: world.path, ROBOTS_WRITE: '/nowhere' },
  );
  open.push(world, place);
  place.git('init', '--quiet', '--initial-branch=main');
  place.commit();
  return { place, world };
}

export const WIDER = document('exporter', 'grants:\n  - { on: invoices, actions: [read, write] }');
