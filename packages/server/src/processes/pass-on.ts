/**
 * Passing on what comes to the wrong process: any process of a server takes any request, and the one that
 * keeps the body answers it. Where the keeper was killed, whoever asks next takes the body over once its
 * lease has run out; acts and readings wait for that, since the same act sent again has one receipt (R-8).
 */
import type { BodyId } from "@nabat/kernel";
import { KEPT_ELSEWHERE, type Taken } from "../api/take-act.ts";
import type { Asker } from "../http/asker.ts";
import type { Frame } from "./frame.ts";
import { headersOf, type Plain } from "./here.ts";
import { LineBroke, LineLost } from "./line.ts";
import type { Answer } from "./messages.ts";
import type { Asked, Peers } from "./peers.ts";
import type { Places } from "./places.ts";

/** How long one waits before looking again where a body is kept, in ms. */
const AGAIN_MS = 100;
/** How long beyond a lease a body is looked for, in ms: its record is to be read, too. */
const OPENING_MS = 15_000;

/** After how many bytes that were read on the other process is told to send more: a part of what it may have sent ahead. */
const TOLD_BYTES = 262_144;

/** An act on its way. */
export interface ActAsked {
  readonly body: BodyId;
  readonly media: string;
  readonly bytes: Uint8Array;
  readonly address: string;
  readonly locale: string;
}

/** The answer to an act: JSON in bytes. */
export interface ActAnswer {
  readonly status: number;
  readonly retryAfter?: number;
  readonly bytes: Uint8Array;
}

/** Another process' answer to a request: what it is made of comes in as it is read. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly parts: AsyncIterable<Uint8Array>;
}

export interface PassOnDeps {
  readonly places: Places;
  readonly peers: Peers;
  readonly leaseMs: number;
  /** Takes an act in here. */
  readonly take: (asked: ActAsked) => Promise<Taken>;
  readonly answerHere: (request: Plain, asker: Asker) => Promise<Response>;
}

/** Nobody keeps the body for longer than a lease lasts: to be said as C-2. */
export class NobodyKeeps extends Error {
  /** `why`: what stood in the way when it was last tried, for the host. */
  constructor(why?: Error) {
    super(`no process of this server could be asked for the body${why ? `: ${why.message}` : ""}`);
  }
}

export class PassOn {
  readonly #deps: PassOnDeps;
  #stopped = false;

  constructor(deps: PassOnDeps) {
    this.#deps = deps;
  }

  /** Brings an act to the process that keeps the body, this one or another. Throws {@link NobodyKeeps}. */
  async act(asked: ActAsked): Promise<ActAnswer> {
    const { body, media, address, locale, bytes } = asked;
    return await this.#tries(body, {
      here: async () => {
        const taken = await this.#deps.take(asked);
        // Lost while it was being entered.
        if (isKeptElsewhere(taken)) return undefined;
        const { status, retryAfter } = taken;
        const answer = Buffer.from(JSON.stringify(taken.content));
        return { status, ...(retryAfter ? { retryAfter } : {}), bytes: answer };
      },
      there: async (holder) => {
        const { header, bytes: answer } = await this.#deps.peers.once(
          holder,
          { ask: "act", body, media, address, locale },
          bytes,
        );
        if (!("i" in header) || header.is === "away") return undefined;
        if (header.is !== "act") throw new Error("another process of this server could not answer");
        return {
          status: header.status,
          ...(header.retryAfter ? { retryAfter: header.retryAfter } : {}),
          bytes: answer,
        };
      },
      repeat: true,
    });
  }

  /** Brings any other request there. Only what changes nothing is asked twice. Throws {@link NobodyKeeps}. */
  async http(body: BodyId, request: Plain, asker: Asker, patienceMs?: number): Promise<HttpAnswer> {
    const { method, url, headers, bytes } = request;
    return await this.#tries(body, {
      here: async () => {
        const answer = await this.#deps.answerHere(request, asker);
        const parts = (answer.body ?? []) as unknown as AsyncIterable<Uint8Array>;
        return { status: answer.status, headers: headersOf(answer), parts };
      },
      there: (holder) => askHttp(this.#deps.peers, holder, { ask: "http", body, method, url, headers, asker }, bytes),
      repeat: method === "GET" || method === "HEAD",
      ...(patienceMs === undefined ? {} : { patienceMs }),
    });
  }

  /** Looks for no keeper any more: this process ends, and must open no body in its last moment. */
  stop(): void {
    this.#stopped = true;
  }

  /** The host's hand on a body that another process keeps. Throws {@link LineLost}. */
  async control(body: BodyId, holder: string, line: string): Promise<unknown> {
    const { header, bytes } = await this.#deps.peers.once(holder, { ask: "control", body, line });
    if (!("i" in header) || header.is !== "control") throw new LineLost("the process that keeps it has just changed");
    return JSON.parse(Buffer.from(bytes).toString()) as unknown;
  }

  /** Looks for the keeper and asks it, again where it has changed. `undefined` from either means: look again. */
  async #tries<T>(
    body: BodyId,
    how: {
      readonly here: () => Promise<T | undefined>;
      readonly there: (holder: string) => Promise<T | undefined>;
      readonly repeat: boolean;
      /** How long a keeper is looked for, in ms. */
      readonly patienceMs?: number;
    },
  ): Promise<T> {
    const { places, leaseMs } = this.#deps;
    const until = performance.now() + (how.patienceMs ?? leaseMs + OPENING_MS);
    let why: LineLost | undefined;
    for (;;) {
      const at = await places.of(body);
      let answer: T | undefined;
      try {
        if (at.at === "here") answer = await how.here();
        else if (at.at === "there") answer = await how.there(at.holder);
      } catch (error) {
        if (!(error instanceof LineLost)) throw error;
        if (error instanceof LineBroke && !how.repeat) throw new NobodyKeeps(error);
        why = error;
      }
      if (answer !== undefined) return answer;
      places.forget(body);
      if (this.#stopped || performance.now() > until) throw new NobodyKeeps(why);
      await new Promise((r) => setTimeout(r, AGAIN_MS));
    }
  }
}

function isKeptElsewhere(taken: Taken): boolean {
  return taken.status === 503 && (taken.content as { code?: string }).code === KEPT_ELSEWHERE;
}

/** Asks another process, and gives its answer once the head is there; `undefined` where it doesn't keep the body. */
async function askHttp(peers: Peers, holder: string, asked: Asked, bytes: Uint8Array): Promise<HttpAnswer | undefined> {
  const heard: (Frame<Answer> | undefined)[] = [];
  let wake: (() => void) | undefined;
  const next = async (): Promise<Frame<Answer> | undefined> => {
    while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return heard.shift();
  };
  const asking = await peers.ask(holder, asked, bytes, (answer) => {
    heard.push(answer);
    wake?.();
  });
  const first = await next();
  if (!first) throw new LineBroke("the line to another process of this server broke");
  const { header } = first;
  if (!("i" in header) || header.is !== "head") {
    asking.end();
    if ("i" in header && header.is === "broken") throw new Error("another process of this server could not answer");
    return undefined;
  }
  async function* parts(): AsyncGenerator<Uint8Array> {
    let untold = 0;
    try {
      for (;;) {
        const part = await next();
        if (!part || !("i" in part.header) || part.header.is === "broken")
          throw new LineBroke("the answer of another process broke off");
        if (part.header.is === "end") return;
        yield part.bytes;
        untold += part.bytes.length;
        if (untold < TOLD_BYTES) continue;
        asking.taken(untold);
        untold = 0;
      }
    } finally {
      asking.end();
    }
  }
  return { status: header.status, headers: header.headers, parts: parts() };
}
