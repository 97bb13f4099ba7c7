import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Name an endpoint, a command or a file in a document or in changed rules, to have it probed while planning',
  has: 'write access, and a listener inside the network of the runner',
  expected:
    'it is not contacted, not run and not read: planning reads by the rules of the base, and documents are data',
  codes: ['unknown-key', 'approval-missing'],
  benign: 'an address in the purpose of an identity is text',
  sources: [
    {
      title: 'Terraform CI code execution restrictions',
      url: 'https://engineering.mercari.com/en/blog/entry/20220519-terraform-ci-code-execution-restrictions',
    },
    {
      title: 'Terraform as part of the software supply chain: modules and providers',
      url: 'https://about.gitlab.com/blog/2022/06/01/terraform-as-part-of-software-supply-chain-part1-modules-and-providers/',
    },
  ],
};
