import { fork, type ChildProcess } from 'node:child_process';
import type { Answer, Question } from './worker.ts';

const WORKER = new URL('worker.ts', import.meta.url);
const START_MS = 120_000;

/** `timeout`: the tests did not end, which an endless loop of a mutant does. */
export type Verdict = 'passed' | 'failed' | 'timeout';

/** A process that asks the tests, one question at a time, and is replaced when it does not come back. */
export class Asker {
  #child: ChildProcess | null = null;

  async ask(question: Question, limit: number): Promise<Verdict> {
    this.#child ??= await started();
    const child = this.#child;
    const heard = answerOf(child, limit);
    child.send(question);
    const answer = await heard;
    if (answer !== null) return answer.passed ? 'passed' : 'failed';
    this.stop();
    return 'timeout';
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}

async function started(): Promise<ChildProcess> {
  const child = fork(WORKER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  if ((await answerOf(child, START_MS)) === null) throw new Error('The tests could not be started.');
  return child;
}

async function answerOf(child: ChildProcess, limit: number): Promise<Answer | null> {
  return await new Promise((resolve, reject) => {
    const end = (answer: Answer | null): void => {
      clearTimeout(timer);
      child.off('message', heard);
      child.off('exit', gone);
      resolve(answer);
    };
    const heard = (message: Answer): void => end(message);
    const gone = (): void => {
      reject(new Error('The process that runs the tests ended by itself, which says nothing about a mutant.'));
      end(null);
    };
    const timer = setTimeout(() => end(null), limit);
    child.on('message', heard);
    child.on('exit', gone);
  });
}
