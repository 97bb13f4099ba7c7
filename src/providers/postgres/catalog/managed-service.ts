import type { LiveObject } from '../../../core/live.ts';

/** Roles that managed services create and change by themselves, from their documentation. */
const RESERVED: readonly { readonly tool: string; readonly roles: readonly string[] }[] = [
  {
    tool: 'Amazon RDS',
    roles: [
      'rdsadmin',
      'rdstopmgr',
      'rdsrepladmin',
      'rds_ad',
      'rds_extension',
      'rds_iam',
      'rds_password',
      'rds_replication',
      'rds_reserved',
      'rds_superuser',
    ],
  },
  {
    tool: 'Cloud SQL',
    roles: [
      'cloudsqladmin',
      'cloudsqlagent',
      'cloudsqlconnpooladmin',
      'cloudsqliamgroup',
      'cloudsqliamgroupserviceaccount',
      'cloudsqliamgroupuser',
      'cloudsqliamserviceaccount',
      'cloudsqliamuser',
      'cloudsqlimportexport',
      'cloudsqlinactiveuser',
      'cloudsqlobservabilityadmin',
      'cloudsqlreplica',
      'cloudsqlsuperuser',
    ],
  },
  { tool: 'Azure Database for PostgreSQL', roles: ['azure_pg_admin', 'azure_superuser', 'azuresu'] },
];

export function managedBy(role: string): LiveObject['managedBy'] {
  const service = RESERVED.find(({ roles }) => roles.includes(role));
  return service === undefined
    ? undefined
    : { tool: service.tool, evidence: `${role} is a role that the service reserves`, reserved: true };
}
