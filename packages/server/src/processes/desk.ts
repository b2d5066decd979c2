/**
 * The desk at which a process answers the other processes of its server: for bodies that it keeps, and for
 * no others. Where it doesn't keep a body it says so and does nothing; nothing is ever passed on twice.
 */
import type { Server } from "node:tls";
import type { AddressInfo } from "node:net";
import type { BodyId, Log } from "@nabat/kernel";
import type { Hono } from "hono";
import type { Taken } from "../api/take-act.ts";
import { StartFault } from "../http/listening.ts";
import type { LiveHub } from "../http/live.ts";
import type { Frame } from "./frame.ts";
import { answerHere, headersOf } from "./here.ts";
import { type Line, lineServer } from "./line.ts";
import type { Answer, Ask } from "./messages.ts";
import type { ActAsked } from "./pass-on.ts";
import type { Place } from "./peers.ts";

/** Least time between two words of a body's growth to one process, in ms: its pages hear it twice a second at most. */
const TOLD_EVERY = 100;
/**
 * Bytes of one answer that may be on their way, and in one frame: whoever reads it at the other process may be
 * slow, and what they don't take must not heap up there.
 */
const MOST_AHEAD = 1_048_576;
const MOST_PART = 262_144;

/** An answer under way: bytes sent and not yet read, and what waits for these to become fewer. */
interface Read {
  ahead: number;
  go?: (() => void) | undefined;
}

export interface DeskDeps {
  readonly key: Uint8Array;
  readonly log: Log;
  /** Is this body kept by this process now? */
  readonly holds: (body: BodyId) => boolean;
  readonly size: (body: BodyId) => Promise<number | undefined>;
  readonly hub: LiveHub;
  readonly app: Pick<Hono, "fetch">;
  /** Takes an act in, as for any sender. */
  readonly take: (asked: ActAsked) => Promise<Taken>;
  /** The host's hand. */
  readonly control: (line: string) => Promise<unknown>;
}

export class Desk {
  readonly #deps: DeskDeps;
  readonly #server: Server;
  /** Lines by the name under which their listeners are counted, with the bodies that are watched there. */
  readonly #lines = new Map<Line<Ask>, { readonly name: string; readonly watched: Map<BodyId, number> }>();
  readonly #timers = new Map<BodyId, NodeJS.Timeout>();
  readonly #sizes = new Map<BodyId, number>();
  /** Answers under way that somebody still reads, by line and number. */
  readonly #read = new Map<Line<Ask>, Map<number, Read>>();
  #under = 0;
  #stopping = false;
  #names = 0;

  constructor(deps: DeskDeps) {
    this.#deps = deps;
    this.#server = lineServer<Ask>(
      deps.key,
      (frame, line) => void this.#heard(frame, line),
      (line) => this.#closed(line),
      (line) => {
        this.#lines.set(line, { name: `line ${++this.#names}`, watched: new Map() });
        this.#read.set(line, new Map());
      },
    );
  }

  /** Listens at `host`, on `port` or any free one; gives the place. Throws {@link StartFault}. */
  listen(host: string, port: number): Promise<Place> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", (error: NodeJS.ErrnoException) => reject(placeFault(error, { host, port })));
      this.#server.listen(port, host, () => resolve({ host, port: (this.#server.address() as AddressInfo).port }));
    });
  }

  /** How many other processes have a line here. */
  lines(): number {
    return this.#lines.size;
  }

  async #heard({ header, bytes }: Frame<Ask>, line: Line<Ask>): Promise<void> {
    const { i } = header;
    if (header.ask === "enough") return this.#enough(line, i);
    if (header.ask === "taken") return this.#taken(line, i, header.bytes);
    if (this.#stopping || !this.#deps.holds(header.body)) return void line.send({ i, is: "away" } satisfies Answer);
    this.#under += 1;
    try {
      if (header.ask === "act") await this.#act(header, bytes, line);
      else if (header.ask === "http") await this.#http(header, bytes, line);
      else if (header.ask === "live") await this.#live(header, line);
      else line.send({ i, is: "control" } satisfies Answer, json(await this.#deps.control(header.line)));
    } catch (error) {
      this.#deps.log.error("bug", { error, stack: error instanceof Error ? error.stack : undefined });
      line.send({ i, is: "broken" } satisfies Answer);
    } finally {
      this.#under -= 1;
    }
  }

  async #act(asked: Extract<Ask, { ask: "act" }>, bytes: Uint8Array, line: Line<Ask>): Promise<void> {
    const { i, body, media, address } = asked;
    const taken = await this.#deps.take({ body, media, bytes, address, locale: asked.locale });
    // Lost in this very moment: whoever asked looks for the new keeper. The same act has one receipt only (R-8).
    if (taken.status === 503 && !this.#deps.holds(body)) return void line.send({ i, is: "away" } satisfies Answer);
    const { status, retryAfter } = taken;
    line.send({ i, is: "act", status, ...(retryAfter ? { retryAfter } : {}) } satisfies Answer, json(taken.content));
  }

  async #http(asked: Extract<Ask, { ask: "http" }>, bytes: Uint8Array, line: Line<Ask>): Promise<void> {
    const { i, method, url, headers, asker } = asked;
    const reads = this.#read.get(line);
    const read: Read = { ahead: 0 };
    reads?.set(i, read);
    const answer = await answerHere(this.#deps.app, { method, url, headers, bytes }, asker);
    line.send({ i, is: "head", status: answer.status, headers: headersOf(answer) } satisfies Answer);
    if (answer.body) {
      try {
        for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>)
          for (let at = 0; at < part.length; at += MOST_PART) {
            const piece = part.subarray(at, at + MOST_PART);
            line.send({ i, is: "data" } satisfies Answer, piece);
            read.ahead += piece.length;
            await line.taken();
            while (read.ahead > MOST_AHEAD && line.open && reads?.has(i))
              await new Promise<void>((resolve) => (read.go = resolve));
            if (!line.open || !reads?.has(i)) return;
          }
      } catch (error) {
        this.#deps.log.warn("processes.broken", { error });
        line.send({ i, is: "broken" } satisfies Answer);
        return;
      } finally {
        reads?.delete(i);
      }
    }
    line.send({ i, is: "end" } satisfies Answer);
  }

  #taken(line: Line<Ask>, i: number, bytes: number): void {
    const read = this.#read.get(line)?.get(i);
    if (!read) return;
    read.ahead -= bytes;
    read.go?.();
  }

  #enough(line: Line<Ask>, i: number): void {
    const reads = this.#read.get(line);
    const read = reads?.get(i);
    reads?.delete(i);
    read?.go?.();
  }

  async #live({ i, body, listening }: Extract<Ask, { ask: "live" }>, line: Line<Ask>): Promise<void> {
    const size = await this.#deps.size(body);
    const at = this.#lines.get(line);
    if (size === undefined || !at) return void line.send({ i, is: "away" } satisfies Answer);
    this.#deps.hub.outside(body, at.name, listening);
    if (listening > 0) at.watched.set(body, listening);
    else at.watched.delete(body);
    line.send({ i, is: "live", size, others: this.#others(body, line) } satisfies Answer);
  }

  /** How many listen to a body elsewhere than behind `line`. */
  #others(body: BodyId, line: Line<Ask>): number {
    let n = this.#deps.hub.listening(body);
    for (const [other, { watched }] of this.#lines) if (other !== line) n += watched.get(body) ?? 0;
    return n;
  }

  /** A body kept here has grown: told to the processes whose pages listen. */
  grown(body: BodyId, size: number): void {
    if (this.#lines.size === 0) return;
    this.#sizes.set(body, size);
    if (this.#timers.has(body)) return;
    this.#timers.set(
      body,
      setTimeout(() => {
        this.#timers.delete(body);
        const now = this.#sizes.get(body) ?? size;
        this.#sizes.delete(body);
        for (const [line, { watched }] of this.#lines)
          if (watched.has(body))
            line.send({ is: "grown", body, size: now, others: this.#others(body, line) } satisfies Answer);
      }, TOLD_EVERY),
    );
  }

  /** A body isn't kept here any more. */
  left(body: BodyId): void {
    for (const [line, { name, watched }] of this.#lines) {
      if (!watched.delete(body)) continue;
      this.#deps.hub.outside(body, name, 0);
      line.send({ is: "gone", body } satisfies Answer);
    }
  }

  #closed(line: Line<Ask>): void {
    const at = this.#lines.get(line);
    for (const body of at?.watched.keys() ?? []) this.#deps.hub.outside(body, at?.name ?? "", 0);
    this.#lines.delete(line);
    const reads = this.#read.get(line)?.values() ?? [];
    this.#read.delete(line);
    for (const read of reads) read.go?.();
  }

  /** Takes nothing new and finishes what was begun; the lines stay until {@link close}. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const until = performance.now() + 10_000;
    while (this.#under > 0 && performance.now() < until) await new Promise((r) => setTimeout(r, 10));
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#server.close();
    for (const line of this.#lines.keys()) line.close();
  }
}

/** A place that can't be had, in words; any other error as it is. */
function placeFault(error: NodeJS.ErrnoException, { host, port }: Place): Error {
  const at = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  if (error.code === "EADDRINUSE")
    return new StartFault(
      `${at}, where other processes are to reach this one, is taken by another program or process.`,
      "Give each process a place of its own with --process-address.",
    );
  if (["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN"].includes(error.code ?? ""))
    return new StartFault(
      `${at}, where other processes are to reach this one, is no address of this machine.`,
      "Give with --process-address one that this machine has.",
    );
  if (error.code === "EACCES")
    return new StartFault(
      `${at}, where other processes are to reach this one, may not be used by this user.`,
      "Choose a port above 1023 with --process-address.",
    );
  return error;
}

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
