/** What a reviewer should learn from one situation; `name` is its folder in `test/fixtures/render`. */
type Shown = { readonly name: string; readonly title: string; readonly teaches: string };

export type Chapter = { readonly title: string; readonly shown: readonly Shown[] };

/** Of plans of real systems. */
export const SYSTEM_CHAPTERS: readonly Chapter[] = [
  {
    title: 'AWS',
    shown: [
      {
        name: 'aws-created',
        title: 'A role for a GitHub workflow',
        teaches: 'Who may become it is told with the conditions on repository and environment.',
      },
      {
        name: 'aws-narrowed',
        title: 'A wildcard is narrowed',
        teaches: 'What remains is no gain, and what ends is summarised by what it could do.',
      },
      {
        name: 'aws-widened',
        title: 'Actions become a wildcard',
        teaches: 'What a wildcard brings is counted by kind, and what is dangerous in it is named.',
      },
      {
        name: 'aws-unread',
        title: 'A policy is detached, and nobody read what it says',
        teaches:
          'It may have refused something, so that whoever answers for widening access is asked, and why is said.',
      },
      {
        name: 'aws-escalation',
        title: 'A way to more',
        teaches: 'Permissions that are harmless alone are named together where they lead to what others may do.',
      },
      {
        name: 'aws-key',
        title: 'An access key ends',
        teaches: 'It is made inactive, then destroyed, and its age and last use stand beside.',
      },
      {
        name: 'aws-adopted',
        title: 'Taken over from CloudFormation',
        teaches: 'Who managed it until now, by which mark that is known, and what has to be done there.',
      },
    ],
  },
  {
    title: 'Kubernetes',
    shown: [
      {
        name: 'kubernetes-created',
        title: 'A ServiceAccount with a new ClusterRole',
        teaches: 'What its roles bring is told with it, and the role is made before it is bound.',
      },
      {
        name: 'kubernetes-rebound',
        title: 'Another role in the same place',
        teaches: 'A binding cannot be pointed elsewhere: the new one is made before the old one goes.',
      },
      {
        name: 'kubernetes-aggregate',
        title: 'A label that widens another role',
        teaches: 'Everybody who is bound to the aggregated role gains, and is named.',
      },
      {
        name: 'kubernetes-token',
        title: 'A long-lived token is found',
        teaches: 'Age and last use of the token stand beside the change, and a policy warns of it.',
      },
      {
        name: 'kubernetes-manifest',
        title: 'A plain manifest is edited',
        teaches: 'The same as of a document, with the line of the manifest.',
      },
    ],
  },
  {
    title: 'Several sources',
    shown: [
      {
        name: 'three-sources',
        title: 'One workload in three systems',
        teaches: 'Each system says what it gives, and the steps what waits for what.',
      },
      {
        name: 'two-clusters',
        title: 'One definition in two clusters',
        teaches: 'What is the same is told once, with both sources and all files that it comes from.',
      },
    ],
  },
];
