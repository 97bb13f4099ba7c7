import { escapePointer } from '../../../core/leaves.ts';
import type { Manager } from '../../../core/live.ts';
import { secretShape } from '../../../core/secret-shape.ts';
import { quoted } from '../../../core/yaml/text.ts';
import type { Options } from '../connection.ts';

/** CloudFormation puts its tags on all it makes, and nobody else can: AWS keeps `aws:` to itself. CDK's stacks are its own. */
const CLOUDFORMATION = 'aws:cloudformation:stack-name';

/** Which other tool says by a tag that the object is its own. */
export function managedBy(
  tags: readonly (readonly [string, string])[],
  { managedByTags = [] }: Pick<Options, 'managedByTags'>,
): Manager | undefined {
  const stack = tags.find(([key]) => key === CLOUDFORMATION);
  if (stack !== undefined) return { tool: 'CloudFormation', evidence: `tag ${CLOUDFORMATION} = ${quoted(stack[1])}` };
  for (const { tool, key, values } of managedByTags) {
    const found = tags.find(([name, value]) => name === key && (values === undefined || values.includes(value)));
    if (found === undefined) continue;
    const pointer = `/tags/values/${escapePointer(key)}`;
    if (secretShape(found[1]) !== null) return { tool, evidence: `tag ${quoted(key)}`, pointer };
    return { tool, evidence: `tag ${quoted(key)} = ${quoted(found[1])}`, pointer, value: found[1] };
  }
  return undefined;
}
