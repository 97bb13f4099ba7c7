import { fork, type ChildProcess } from 'node:child_process';
import type { Answer, Question } from './worker.ts';

const WORKER = new URL('worker.ts', import.meta.url);
const START_MS = 600_000;
const ANSWER_MS = 3_600_000;

/** A process that asks the tests, one question at a time, and is replaced when it does not come back. */
export class Asker {
  #child: ChildProcess | null = null;

  async ask(question: Question): Promise<Answer> {
    this.#child ??= await started();
    const child = this.#child;
    const heard = answerOf(child, ANSWER_MS);
    child.send(question);
    const answer = await heard;
    if (answer.verdict === 'endless') this.stop();
    return answer;
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}

async function started(): Promise<ChildProcess> {
  const child = fork(WORKER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await answerOf(child, START_MS);
  return child;
}

async function answerOf(child: ChildProcess, limit: number): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const gone = (): void =>
    reject(new Error('The process that runs the tests ended by itself, which says nothing about a mutant.'));
  const timer = setTimeout(() => reject(new Error('The process that runs the tests does not answer.')), limit);
  child.once('message', resolve);
  child.once('exit', gone);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    child.off('message', resolve);
    child.off('exit', gone);
  }
}
