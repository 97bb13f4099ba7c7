import { expect } from 'vitest';
import type { Dice } from '../support/spelling.ts';
import { apply, sweep } from './applying.ts';
import { driftElsewhere, driftUnderneath, pushToMain, rerun } from './drifting.ts';
import { landHalfway } from './halfway.ts';
import { bring, merge, queueTwo } from './landing.ts';
import { propose } from './proposal.ts';
import type { Request } from './request.ts';
import { approve, object, relent, retarget } from './reviewing.ts';
import { Stage } from './stage.ts';
import type { Subject } from './subject.ts';
import { verified } from './verified.ts';
import { acceptSuggestion, rebase, remark, revise, update } from './writing.ts';

type Act = (stage: Stage, request: Request) => Promise<void>;

/** What may happen next, as often as it stands here. */
const ACTS: readonly Act[] = [
  revise,
  remark,
  acceptSuggestion,
  update,
  rebase,
  approve,
  approve,
  approve,
  object,
  relent,
  retarget,
  merge,
  merge,
  merge,
  queueTwo,
  landHalfway,
  driftElsewhere,
  driftUnderneath,
  driftUnderneath,
  pushToMain,
  rerun,
  apply,
  sweep,
];

/** What an honest team does, at random, and what has to come of every single act. */
export class History {
  readonly stage: Stage;

  constructor(subject: Subject, roll: Dice) {
    this.stage = new Stage(subject, roll);
  }

  /** So many acts, then everything that is approved lands, is applied, and the ledger verifies. */
  async play(acts: number): Promise<void> {
    const { subject, roll, requests } = this.stage;
    const { team } = subject;
    if (roll(2) === 0) team.repository.allowActionsToCreateAndApprove();
    const begun = await team.init();
    expect(begun.exitCode, begun.log).toBe(0);
    for (let act = 0; act < acts; act += 1) {
      team.server.advanceClock(2 + roll(roll(5) === 0 ? 20_000 : 300));
      await this.#act();
    }
    for (const request of requests) if (request.state === 'open' && roll(5) > 0) await this.#finish(request);
    await sweep(this.stage);
    for (const { state, name } of requests) expect(state, `${name} at the end`).not.toBe('landed');
    const ledger = await verified(team, subject.publicKey);
    expect(ledger).toMatchObject({ sound: true, problems: [], foreign: [], unfinished: [] });
  }

  async #act(): Promise<void> {
    const { roll } = this.stage;
    const open = this.stage.open();
    const request = open[roll(Math.max(1, open.length))];
    if (request === undefined || (open.length < 3 && roll(4) === 0)) return await propose(this.stage);
    await ACTS[roll(ACTS.length)]?.(this.stage, request);
  }

  async #finish(request: Request): Promise<void> {
    await bring(this.stage, request);
    await merge(this.stage, request);
  }
}
