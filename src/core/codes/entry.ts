/** Where people meet a code; what each is called is said in the documentation. */
export const PLACES = {
  configuration: 'while configuration and documents are read: `countersign validate`, and before every plan',
  plan: 'in a plan: the check `countersign/plan`, the comment, `countersign plan`',
  gate: 'in the check `countersign/approval`, and in the log of the publish job',
  apply: 'in the log and the follow-up of an apply, and in its receipts',
  verification: '`countersign verify`, and whatever reads the ledger',
  doctor: 'in the log and the summary of `doctor`',
  CLI: 'on the command line',
} as const;

export type Place = keyof typeof PLACES;

/** `meaning` is one sentence, `next` what to do about it; both are Markdown for people. */
export type CodeEntry = {
  readonly meaning: string;
  readonly next: string;
  /** Where the topic's own places do not say it. */ readonly shows?: readonly Place[];
};

export type CodeTopic = {
  readonly title: string;
  readonly intro: string;
  readonly shows: readonly Place[];
  readonly codes: { readonly [code: string]: CodeEntry };
};
