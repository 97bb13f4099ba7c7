import { openSession, type Session } from '../../../src/providers/postgres/connect.ts';
import type { OpenSession } from '../../../src/providers/postgres/write/write.ts';

type Where = { readonly before: RegExp } | { readonly after: RegExp };

/** Sessions in one of which `interfere` runs, once, just before or just after the first statement that matches. */
export function interrupted(where: Where, interfere: () => Promise<unknown>): OpenSession {
  let done = false;
  const at = async (statement: RegExp | null, text: string): Promise<void> => {
    if (done || statement === null || !statement.test(text)) return;
    done = true;
    await interfere();
  };
  const [before, after] = 'before' in where ? [where.before, null] : [null, where.after];
  return async (...connection) => {
    const session = await openSession(...connection);
    const rows: Session['rows'] = async (text, values) => {
      await at(before, text);
      const found = await session.rows(text, values);
      await at(after, text);
      return found;
    };
    return { rows, close: () => session.close() };
  };
}
