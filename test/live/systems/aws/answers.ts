import { leaf, writeXml, type Element } from './xml.ts';

/** An answer over HTTP, as XML. */
export type Answer = { readonly status: number; readonly body: string };

export type Service = 'iam' | 'sts';

const NAMESPACES: Readonly<Record<Service, string>> = {
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
};

/** @param code as the API reference spells it: `NoSuchEntity`. */
export function errorAnswer(service: Service, status: number, code: string, message: string): Answer {
  const error: Element = {
    name: 'ErrorResponse',
    attributes: ` xmlns="${NAMESPACES[service]}"`,
    content: [
      {
        name: 'Error',
        attributes: '',
        content: [leaf('Type', status < 500 ? 'Sender' : 'Receiver'), leaf('Code', code), leaf('Message', message)],
      },
      leaf('RequestId', '00000000-0000-4000-8000-000000000000'),
    ],
  };
  return { status, body: writeXml(error) };
}
