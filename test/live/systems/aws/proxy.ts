import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from './answers.ts';
import { accessOf, readRequest, type AwsCall, type AwsRequest } from './calls.ts';
import { emptyAnswer, hasAwsPolicies, lacksNames, withNames } from './completion.ts';
import { asAwsEncodes } from './documents.ts';
import { answerOf, type Fault, type Faults } from './faults.ts';
import type { Moto } from './moto.ts';
import { isPaged, joined, nextMarker, Pages } from './pages.ts';
import { refusal } from './permissions.ts';
import { SlowCreations } from './propagation.ts';
import { childOf, childrenOf, parseXml, textOf, writeXml, type Element } from './xml.ts';

/** Longest sensible page of moto's; its default would take ten times the calls. */
const MOTO_PAGE = '1000';

type Arrived = { readonly headers: IncomingHttpHeaders; readonly request: AwsRequest };

/**
 * Stands before moto and behaves as AWS does where moto does not: pages, URL-encoded documents, permissions, and whatever
 * `faults` asks for. Calls that moto gets straight, past the proxy, are another person's.
 */
export class AwsProxy {
  readonly #moto: Moto;
  readonly #faults: Faults;
  #pages = new Pages();
  #slow = new SlowCreations();
  #calls: AwsCall[] = [];
  /** Answers to reads, by call, for replicas that lag. */
  #last = new Map<string, Answer>();
  /** The role that a session's key belongs to. */
  #sessions = new Map<string, string>();

  constructor(moto: Moto, faults: Faults) {
    this.#moto = moto;
    this.#faults = faults;
  }

  get calls(): readonly Readonly<AwsCall>[] {
    return this.#calls;
  }

  reset(): void {
    this.#pages = new Pages();
    this.#slow.reset();
    this.#calls = [];
    this.#last.clear();
    this.#sessions.clear();
  }

  async serve(headers: IncomingHttpHeaders, body: string): Promise<Answer | 'cut'> {
    const request = readRequest(headers, body);
    const access = accessOf(request.action);
    const call: AwsCall = { ...request, access, at: Date.now(), outcome: 'open', reached: false };
    this.#calls.push(call);
    const answer = await this.#answer({ headers, request }, call);
    call.outcome = answer === 'cut' ? 'cut' : answer.status;
    return answer;
  }

  async #answer(arrived: Arrived, call: AwsCall): Promise<Answer | 'cut'> {
    const { request } = arrived;
    const denied = this.#denied(request);
    if (denied !== null) return denied;
    const fault = this.#faults.take(request.action);
    const instead = fault === null ? null : (answerOf(fault, request) ?? this.#staleAnswer(fault, request));
    if (instead !== null) return instead;
    if (fault?.kind === 'cut' && fault.when === 'before') return 'cut';
    if (fault?.kind === 'meanwhile' && fault.when === 'before') await fault.act();
    const answer = this.#slow.missing(request) ?? (await this.#fromMoto(arrived, call));
    if (fault?.kind === 'meanwhile' && fault.when === 'after') await fault.act();
    if (call.access === 'read' && answer.status === 200) this.#last.set(keyOf(request), answer);
    return fault?.kind === 'cut' ? 'cut' : answer;
  }

  #denied(request: AwsRequest): Answer | null {
    const key = request.accessKeyId;
    const principal = this.#sessions.get(key) ?? key;
    const policy = this.#faults.policyOf(principal) ?? this.#faults.policyOf(key);
    return policy === undefined ? null : refusal(policy, principal, request);
  }

  #staleAnswer(fault: Fault, request: AwsRequest): Answer | null {
    return fault.kind === 'stale' ? (this.#last.get(keyOf(request)) ?? null) : null;
  }

  async #fromMoto(arrived: Arrived, call: AwsCall): Promise<Answer> {
    const { request } = arrived;
    call.reached = true;
    const answer = isPaged(request.action)
      ? await this.#pages.page(request, () => this.#whole(arrived), this.#faults.most)
      : await this.#forward(arrived, request.parameters);
    if ('status' in answer) return answer;
    this.#slow.created(request, answer, this.#faults.propagation);
    this.#noteSession(request, answer);
    return { status: 200, body: writeXml(asAwsEncodes(request.action, answer)) };
  }

  async #whole(arrived: Arrived): Promise<Element | Answer> {
    const whole = emptyAnswer(arrived.request.action) ?? (await this.#all(arrived));
    if ('status' in whole) return whole;
    const named = lacksNames(arrived.request.action) ? await this.#named(arrived, whole) : whole;
    return 'status' in named ? named : this.#slow.listed(named);
  }

  async #named({ headers, request }: Arrived, details: Element): Promise<Element | Answer> {
    const parameters = { Scope: hasAwsPolicies(details) ? 'All' : 'Local' };
    const policies = await this.#all({ headers, request: { ...request, action: 'ListPolicies', parameters } });
    return 'status' in policies ? policies : withNames(details, policies);
  }

  /** All of moto's pages as one. */
  async #all(arrived: Arrived): Promise<Element | Answer> {
    const { MaxItems: _size, Marker: _marker, ...parameters } = arrived.request.parameters;
    let whole: Element | null = null;
    let marker: string | null = null;
    do {
      const next: Readonly<Record<string, string>> = marker === null ? {} : { Marker: marker };
      const answer = await this.#forward(arrived, { ...parameters, ...next, MaxItems: MOTO_PAGE });
      if ('status' in answer) return answer;
      whole = whole === null ? answer : joined(whole, answer);
      marker = nextMarker(answer);
    } while (marker !== null);
    return whole;
  }

  /** What moto answers: an element when it went well. */
  async #forward({ headers, request }: Arrived, parameters: AwsRequest['parameters']): Promise<Element | Answer> {
    const answer = await this.#moto.send(
      headers,
      new URLSearchParams({ Action: request.action, ...parameters }).toString(),
    );
    return answer.status === 200 ? parseXml(answer.body) : answer;
  }

  #noteSession(request: AwsRequest, answer: Element): void {
    if (!request.action.startsWith('AssumeRole')) return;
    const result = childrenOf(answer).find(({ name }) => name.endsWith('Result'));
    const key = textOf(childOf(result, 'Credentials'), 'AccessKeyId');
    const role = request.parameters['RoleArn'];
    if (key !== null && role !== undefined) this.#sessions.set(key, role);
  }
}

function keyOf({ service, action, parameters }: AwsRequest): string {
  return JSON.stringify([
    service,
    action,
    Object.entries(parameters).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  ]);
}
