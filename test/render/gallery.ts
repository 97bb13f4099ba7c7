import { SYSTEM_CHAPTERS, type Chapter } from './system-chapters.ts';

/** Every situation that is kept as golden files, in the order in which docs/gallery.md tells them. */
export const GALLERY: readonly Chapter[] = [
  {
    title: 'Plans that wait for approval',
    shown: [
      {
        name: 'creation',
        title: 'A first identity, at the trial level',
        teaches:
          'What it will be able to do comes before everything else; that nothing is guarded yet is said each time.',
      },
      {
        name: 'widening',
        title: 'Access is widened',
        teaches: 'The one that gains power over others comes first, whatever its name.',
      },
      {
        name: 'effective',
        title: 'Access through other roles',
        teaches:
          'What a grant to a role means for its members, and what is still held another way, is told where it differs from the edit.',
      },
      {
        name: 'risks',
        title: 'Why something is risky',
        teaches:
          'Tagged resources, an expiry that has passed, the last use and the consumers decide the order of the rows.',
      },
      {
        name: 'excepted',
        title: 'An exception is used, and another one ended',
        teaches: 'What a rule would deny passes until a day, and who answers for that is shown.',
      },
      {
        name: 'narrowing',
        title: 'Access only ends',
        teaches: 'What ends asks for the owner alone.',
      },
      {
        name: 'patterns',
        title: 'Access by a pattern',
        teaches: 'A pattern shows what it matches today and stays a pattern: what is made later is covered, too.',
      },
      {
        name: 'disable',
        title: 'A document is removed',
        teaches: 'Removing a document disables the identity, which can be taken back.',
      },
      {
        name: 'deletion',
        title: 'A deletion and a replacement, which cannot be taken back',
        teaches: 'Two people have to quote the code, so that nobody approves an end out of habit.',
      },
      {
        name: 'rename',
        title: 'Another name is another identity',
        teaches: 'Live systems know no rename: one identity ends, and one begins.',
      },
      {
        name: 'handover',
        title: 'Another owner',
        teaches: 'Nothing is executed; the old and the new owner both agree.',
      },
      {
        name: 'warned',
        title: 'A policy warns',
        teaches: 'A warning names the rule, its line, and what to do about it, and stops nobody.',
      },
      {
        name: 'required',
        title: 'A policy asks for more people',
        teaches: 'A rule can ask for particular people, several of them, and the code.',
      },
      {
        name: 'drift',
        title: 'A live system is put back',
        teaches: 'What somebody did by hand is taken back by a reviewed plan like any other.',
      },
      {
        name: 'voided',
        title: 'The live system moved, and approvals are void',
        teaches: 'What moved is named, attribute by attribute, and reviews count only with the new code.',
      },
      {
        name: 'governance',
        title: 'The rules change',
        teaches: 'Changed rules are judged by the rules that they change, and administrators approve.',
      },
      {
        name: 'taken-in',
        title: 'New rules take identities in',
        teaches: 'Identities that become managed by a change of rules are named to those who approve it.',
      },
      {
        name: 'showcase',
        title: 'A PostgreSQL cluster',
        teaches: 'The same, as a plan of a real server reads.',
      },
      {
        name: 'many',
        title: 'Ten thousand changes at once',
        teaches:
          'The verdict, what cannot be taken back, all access gained, who is needed and the digest are kept; the least risky rows give way.',
      },
      {
        name: 'hostile',
        title: 'Hostile names',
        teaches:
          'Nothing that a file or a live system holds becomes a mention, a link, markup or an invisible character.',
      },
    ],
  },
  ...SYSTEM_CHAPTERS,
  {
    title: 'Plans that cannot be approved',
    shown: [
      { name: 'nothing', title: 'Nothing to do', teaches: 'A plan that changes nothing says so in one line.' },
      {
        name: 'denied',
        title: 'A policy denies',
        teaches: 'The rule, its line, the values it saw, and how to comply; no approval overrides it.',
      },
      {
        name: 'blocked',
        title: 'Too much would be removed at once',
        teaches: 'A guard stops what looks like a mistake before anybody is asked.',
      },
      {
        name: 'errored',
        title: 'A document is wrong',
        teaches: 'What is wrong, where, and how to mend it, with a stable code; the same stands on the line itself.',
      },
      {
        name: 'incomplete',
        title: 'A live system did not answer',
        teaches: 'A failed read is never taken for an absence, so there is no plan until it answers.',
      },
      {
        name: 'unconcerned',
        title: 'A pull request about something else',
        teaches: 'Required checks are green at once where nothing is concerned.',
      },
      {
        name: 'withheld',
        title: 'A fork that nobody asked for',
        teaches: 'A stranger’s pull request is not read before somebody asks, and the check says whom to ask.',
      },
    ],
  },
  {
    title: 'The check on approvals',
    shown: [
      { name: 'approval-waiting', title: 'Nobody has approved yet', teaches: 'The title says for whom it waits.' },
      {
        name: 'approval-halfway',
        title: 'One approval is missing',
        teaches: 'What is met and what is missing stand side by side.',
      },
      { name: 'approval-approved', title: 'Approved', teaches: 'The names of those whose reviews count.' },
      {
        name: 'approval-voided',
        title: 'Approvals of an earlier plan',
        teaches: 'Each review that does not count says why.',
      },
      {
        name: 'approval-not-theirs',
        title: 'Reviews of people who may not approve',
        teaches: 'Who contributed, who may not write and who is no person approve nothing.',
      },
      {
        name: 'approval-objected',
        title: 'Somebody requested changes',
        teaches: 'An objection outweighs any number of approvals.',
      },
      {
        name: 'approval-nobody-left',
        title: 'Nobody is left who could approve',
        teaches: 'It fails at once instead of waiting for ever, and names who is not eligible and why.',
      },
      {
        name: 'approval-team-unreadable',
        title: 'A team that cannot be read',
        teaches: 'An unknown or unreachable team is named before anybody waits for it.',
      },
      {
        name: 'approval-denied',
        title: 'Approved, and denied by a policy',
        teaches: 'Approvals do not help against a rule.',
      },
      {
        name: 'approval-comment-edited',
        title: 'The comment was edited',
        teaches: 'Reviews of a comment that no longer shows the plan count for nothing.',
      },
    ],
  },
  {
    title: 'After the landing',
    shown: [
      {
        name: 'outcome-applied',
        title: 'Applied',
        teaches: 'Read back after the write, and what remains open until when.',
      },
      {
        name: 'outcome-partial',
        title: 'Partly applied',
        teaches: 'What stopped comes first, with the planned and the found value; another pull request asks again.',
      },
      { name: 'outcome-failed', title: 'The live system refused', teaches: 'Cause, mend and code, as everywhere.' },
      {
        name: 'outcome-refused',
        title: 'Merged without the approvals',
        teaches: 'The apply decides anew: a merge past the check changes nothing.',
      },
      {
        name: 'outcome-unfinished',
        title: 'Not finished yet',
        teaches: 'The next run goes on, and nothing is done twice.',
      },
      {
        name: 'outcome-differs',
        title: 'Read back differently',
        teaches: 'Something else changed it meanwhile: it is said, not hidden.',
      },
      {
        name: 'outcome-superseded',
        title: 'A later change took over',
        teaches: 'What is open belongs to the next plan.',
      },
      {
        name: 'asked-again',
        title: 'The pull request that asks again',
        teaches: 'It holds a Reconciliation and nothing that anybody else wrote.',
      },
    ],
  },
  {
    title: 'Merge groups',
    shown: [
      { name: 'group-lands', title: 'A merge group may land', teaches: 'The group brings exactly what was planned.' },
      {
        name: 'group-refused',
        title: 'A merge group is refused',
        teaches: 'Plans that were reviewed without each other do not land together.',
      },
    ],
  },
];
