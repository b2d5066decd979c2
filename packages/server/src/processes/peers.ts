/**
 * The other processes of this server: each says in the database where it is reached (under a random name,
 * the one in its leases), and a line to it is opened at first need. A row says nothing about being alive:
 * leases do.
 */
import { fromUtf8, utf8 } from "@nabat/kernel";
import type { Settings } from "@nabat/store";
import type { Frame } from "./frame.ts";
import { type Line, LineBroke, LineLost, openLine } from "./line.ts";
import type { Answer, Ask } from "./messages.ts";

const ROW = "process.";
/** A row that nobody wrote anew for so long belongs to a process that was killed, ms. */
const STALE_MS = 24 * 3_600_000;

/** Where a process is reached. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

type Unnumbered<T> = T extends { readonly i: number } ? Omit<T, "i"> : never;
/** What is asked, before it gets its number. */
export type Asked = Unnumbered<Ask>;

/** What hears the answers to one question; `undefined`: the line broke. */
type Heard = (answer: Frame<Answer> | undefined) => void;

/** A question that was asked: `taken` says how much of the answer was read on, `end` that no more is. */
export interface Asking {
  taken(bytes: number): void;
  end(): void;
}

/** A line to one process, and what is waited for on it. */
class Peer {
  readonly line: Line<Answer>;
  readonly waiting = new Map<number, Heard>();
  #next = 1;

  constructor(line: Line<Answer>) {
    this.line = line;
  }

  ask(asked: Asked, bytes: Uint8Array, heard: Heard): Asking {
    const i = this.#next++;
    this.waiting.set(i, heard);
    if (!this.line.send({ i, ...asked }, bytes)) queueMicrotask(() => this.#lost(i));
    return {
      taken: (bytes) => void this.line.send({ i, ask: "taken", bytes } satisfies Ask),
      end: () => {
        if (this.waiting.delete(i)) this.line.send({ i, ask: "enough" } satisfies Ask);
      },
    };
  }

  #lost(i: number): void {
    const heard = this.waiting.get(i);
    this.waiting.delete(i);
    heard?.(undefined);
  }

  lostAll(): void {
    for (const i of [...this.waiting.keys()]) this.#lost(i);
  }
}

export interface PeersDeps {
  readonly settings: Settings;
  /** This process' own name. */
  readonly holder: string;
  readonly key: Uint8Array;
  readonly now: () => number;
  /** What other processes say unasked. */
  readonly told: (answer: Extract<Answer, { readonly body: string }>, holder: string) => void;
  /** A line broke: what was watched through it is to be watched anew. */
  readonly lost: (holder: string) => void;
}

export class Peers {
  readonly #deps: PeersDeps;
  readonly #peers = new Map<string, Promise<Peer>>();
  #closed = false;

  constructor(deps: PeersDeps) {
    this.#deps = deps;
  }

  /** Says where this process is reached, and forgets those that ended without a word. */
  async enrol(place: Place): Promise<void> {
    const { settings, holder, now } = this.#deps;
    await settings.put(null, ROW + holder, utf8(JSON.stringify({ ...place, at: now() })));
    for (const [name, value] of await settings.all(null)) {
      if (!name.startsWith(ROW)) continue;
      const { at } = JSON.parse(fromUtf8(value)) as { at: number };
      if (now() - at > STALE_MS) await settings.drop(null, name);
    }
  }

  /** Asks a process; every answer is heard until `end` is called or the line breaks. Throws {@link LineLost}. */
  async ask(holder: string, asked: Asked, bytes: Uint8Array, heard: Heard): Promise<Asking> {
    return (await this.#peer(holder)).ask(asked, bytes, heard);
  }

  /** Asks what has one answer. Throws {@link LineLost}, and {@link LineBroke} after it was sent. */
  async once(holder: string, asked: Asked, bytes: Uint8Array = new Uint8Array(0)): Promise<Frame<Answer>> {
    const peer = await this.#peer(holder);
    return await new Promise((resolve, reject) => {
      peer.ask(asked, bytes, (answer) => {
        if (!answer) return reject(new LineBroke("the line to another process of this server broke"));
        if ("i" in answer.header) peer.waiting.delete(answer.header.i);
        return resolve(answer);
      });
    });
  }

  #peer(holder: string): Promise<Peer> {
    const known = this.#peers.get(holder);
    if (known) return known;
    const opening = this.#open(holder);
    this.#peers.set(holder, opening);
    opening.catch(() => this.#peers.delete(holder));
    return opening;
  }

  async #open(holder: string): Promise<Peer> {
    if (this.#closed) throw new LineLost("this process is stopping");
    const row = await this.#deps.settings.get(null, ROW + holder);
    if (!row) throw new LineLost("another process of this server didn't say where it is");
    const { host, port } = JSON.parse(fromUtf8(row)) as Place;
    let peer: Peer | undefined;
    const line = await openLine<Answer>(
      { host, port },
      this.#deps.key,
      (frame) => {
        if ("i" in frame.header) return peer?.waiting.get(frame.header.i)?.(frame);
        return this.#deps.told(frame.header, holder);
      },
      () => {
        this.#peers.delete(holder);
        peer?.lostAll();
        this.#deps.lost(holder);
      },
    );
    peer = new Peer(line);
    return peer;
  }

  /** Ends the lines and takes this process' row away. */
  async close(): Promise<void> {
    this.#closed = true;
    const { settings, holder } = this.#deps;
    for (const opening of this.#peers.values()) (await opening.catch(() => undefined))?.line.close();
    await settings.drop(null, ROW + holder).catch(() => undefined);
  }
}
