import { afterAll, beforeAll, describe } from 'vitest';
import { contractSuite } from '../../contract/suite.ts';
import { Cluster } from './cluster.ts';
import { accountHarness, roleHarness } from './contract-harness.ts';
import { NAMESPACES } from './estate.ts';

describe('a kube-apiserver with RBAC, read and written by logins with what the documentation gives them', () => {
  let running: Cluster | null = null;
  const cluster = () => {
    if (running === null) throw new Error('the cluster was not started');
    return running;
  };

  beforeAll(async () => {
    running = await Cluster.start(NAMESPACES);
  });
  afterAll(async () => {
    await running?.live.close();
  });

  contractSuite('a ServiceAccount', accountHarness(cluster));
  contractSuite('a Role', roleHarness(cluster));
});
