/** How names of a source are replaced where it names its own things. */
type Own = {
  /** `prod: table x`, `prod/orders: table x`, or `prod` itself. */ readonly resource: (text: string) => string;
  /** A sentence that may name such resources and addresses. */ readonly sentence: (text: string) => string;
};

const SPECIAL = /[\\^$.*+?()[\]{}|]/gu;

/** What a source's own resources and addresses begin with, as another text has it. */
export function ownedBy(source: string, instead: string): Own {
  const name = source.replace(SPECIAL, String.raw`\$&`);
  const [beginning, within] = [
    new RegExp(`^${name}(?=[:/]|$)`, 'u'),
    new RegExp(`(?<![\\w./:-])${name}(?=[:/])`, 'gu'),
  ];
  const put = (): string => instead;
  return { resource: (text) => text.replace(beginning, put), sentence: (text) => text.replace(within, put) };
}
