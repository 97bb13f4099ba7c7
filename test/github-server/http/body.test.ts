import { describe, expect, it } from 'vitest';
import { Fields } from './body.ts';
import { GitHubRefusal } from './errors.ts';

function refused(read: () => unknown): GitHubRefusal {
  try {
    read();
  } catch (error) {
    if (error instanceof GitHubRefusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const parse = (text: string): Fields => Fields.parse(Buffer.from(text));

describe('a body', () => {
  it('that is no JSON is 400, one that is no object too', () => {
    expect(refused(() => parse('{'))).toMatchObject({ status: 400, message: 'Problems parsing JSON' });
    for (const text of ['[]', '"x"', '7', 'null'])
      expect(refused(() => parse(text))).toMatchObject({ status: 400, message: 'Body should be a JSON object' });
  });

  it('may be missing: it then has no fields', () => {
    expect(parse('').entries()).toEqual({});
  });
});

describe('a field', () => {
  it('that must be there is refused with 422 and its name when it is not, null included', () => {
    for (const text of ['{}', '{"head":null}']) {
      expect(refused(() => parse(text).text('head')).body()).toMatchObject({
        message: 'Validation Failed',
        errors: [{ field: 'head', code: 'missing_field' }],
        status: '422',
      });
    }
    expect(refused(() => parse('{}').integer('line')).errors).toMatchObject([{ code: 'missing_field' }]);
  });

  it('of the wrong form is refused even where it may be left out', () => {
    const body = parse('{"text":1,"flag":"yes","count":1.5,"choice":"maybe","texts":["a",1],"list":[[]],"object":[]}');
    const reads: Readonly<Record<string, () => unknown>> = {
      text: () => body.optionalText('text'),
      flag: () => body.optionalBoolean('flag'),
      count: () => body.optionalInteger('count'),
      choice: () => body.optionalChoice('choice', ['yes', 'no']),
      texts: () => body.texts('texts'),
      list: () => body.list('list'),
      object: () => body.optionalObject('object'),
    };
    for (const [field, read] of Object.entries(reads)) {
      expect(refused(read)).toMatchObject({ status: 422, errors: [{ field, code: 'invalid' }] });
    }
  });

  it('that is left out or null reads as absent, while falsy values are there', () => {
    const body = parse('{"none":null,"empty":"","zero":0,"no":false}');
    expect([body.has('none'), body.has('gone'), body.isNull('none'), body.isNull('gone')]).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect([body.optionalText('none'), body.texts('gone'), body.list('none'), body.optionalObject('gone')]).toEqual([
      undefined,
      [],
      [],
      undefined,
    ]);
    expect([body.text('empty'), body.integer('zero'), body.optionalBoolean('no')]).toEqual(['', 0, false]);
  });

  it('of an object in a list is read as one of the body', () => {
    const [first, second] = parse('{"tree":[{"path":"a","sha":null},{"path":3}]}').list('tree');
    expect([first?.text('path'), first?.isNull('sha')]).toEqual(['a', true]);
    expect(refused(() => second?.text('path')).errors).toMatchObject([{ field: 'path', code: 'invalid' }]);
  });
});
