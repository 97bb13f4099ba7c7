import { childrenOf, type Element } from './xml.ts';

const DOCUMENTS = new Set(['AssumeRolePolicyDocument', 'PolicyDocument', 'Document']);
/** Answers about versions that carry no document at AWS; only `GetPolicyVersion` and the account's details do. */
const BARE_VERSIONS = new Set(['ListPolicyVersions', 'CreatePolicyVersion']);

/** The answer with every policy document URL-encoded as RFC 3986 has it, and none where AWS sends none. */
export function asAwsEncodes(action: string, element: Element): Element {
  if (typeof element.content === 'string') {
    return DOCUMENTS.has(element.name) ? { ...element, content: encodeDocument(element.content) } : element;
  }
  const bare = BARE_VERSIONS.has(action);
  const children = childrenOf(element).filter((child) => !(bare && child.name === 'Document'));
  return { ...element, content: children.map((child) => asAwsEncodes(action, child)) };
}

function encodeDocument(text: string): string {
  // A policy has braces, and an encoded one has none.
  const plain = text.includes('{') ? text : decodeURIComponent(text);
  return encodeURIComponent(plain).replaceAll(
    /[!'()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
