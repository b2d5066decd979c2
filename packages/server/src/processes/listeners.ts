/**
 * Live pages at a process that doesn't keep their body: it asks the one that does to be told of growth, once
 * for all of them, and looks anew where that one is gone.
 */
import type { Clerk } from "@nabat/clerk";
import type { BodyId } from "@nabat/kernel";
import type { LiveHub } from "../http/live.ts";
import { LineLost } from "./line.ts";
import type { Answer } from "./messages.ts";
import type { Peers } from "./peers.ts";
import type { Places } from "./places.ts";

/** How often it is looked whether anybody still listens, and how long one waits before looking for a keeper again, in ms. */
const LOOK_MS = 5000;
const AGAIN_MS = 250;
const OTHERS = "others";

export class Listeners {
  readonly #clerk: Clerk;
  readonly #hub: LiveHub;
  readonly #places: Places;
  readonly #peers: () => Peers;
  /** Bodies watched at another process, and for how many pages it was told. */
  readonly #watched = new Map<BodyId, { holder: string; told: number }>();
  readonly #looking = new Map<BodyId, Promise<number | undefined>>();
  readonly #timer: NodeJS.Timeout;
  #closed = false;

  constructor(deps: { clerk: Clerk; hub: LiveHub; places: Places; peers: () => Peers }) {
    this.#clerk = deps.clerk;
    this.#hub = deps.hub;
    this.#places = deps.places;
    this.#peers = deps.peers;
    this.#timer = setInterval(() => void this.#count(), LOOK_MS).unref();
  }

  /** A page is about to listen: sees to it that growth is told here, and gives the body's size; `undefined` where there is no such body or it can't be had. */
  size(body: BodyId): Promise<number | undefined> {
    let looking = this.#looking.get(body);
    if (!looking) {
      looking = this.#look(body).finally(() => this.#looking.delete(body));
      this.#looking.set(body, looking);
    }
    return looking;
  }

  async #look(body: BodyId): Promise<number | undefined> {
    const until = performance.now() + 2 * this.#clerk.leaseMs + 10_000;
    while (!this.#closed && performance.now() < until) {
      const at = await this.#places.of(body);
      if (at.at === "here") {
        this.#unwatch(body);
        return (await this.#clerk.house(body).catch(() => undefined))?.durable.size;
      }
      const size = at.at === "there" ? await this.#ask(body, at.holder) : undefined;
      if (size !== undefined) return size;
      this.#places.forget(body);
      await new Promise((r) => setTimeout(r, AGAIN_MS));
    }
    return undefined;
  }

  async #ask(body: BodyId, holder: string): Promise<number | undefined> {
    const listening = this.#hub.listening(body) + 1;
    try {
      const { header } = await this.#peers().once(holder, { ask: "live", body, listening });
      if (!("i" in header) || header.is !== "live") return undefined;
      this.#watched.set(body, { holder, told: listening });
      this.#hub.outside(body, OTHERS, header.others);
      return header.size;
    } catch (error) {
      if (error instanceof LineLost) return undefined;
      throw error;
    }
  }

  /** What a keeper says unasked. */
  told(answer: Extract<Answer, { readonly body: string }>): void {
    const { body } = answer;
    if (answer.is === "gone") return this.#anew(body);
    this.#hub.outside(body, OTHERS, answer.others);
    this.#hub.grown(body, answer.size);
    return undefined;
  }

  /** A process can't be reached any more. */
  lost(holder: string): void {
    for (const [body, at] of this.#watched) if (at.holder === holder) this.#anew(body);
  }

  /** Looks for the new keeper of a body; what grew meanwhile is told once it is found. */
  #anew(body: BodyId): void {
    this.#places.forget(body);
    this.#unwatch(body);
    if (this.#closed || this.#hub.listening(body) === 0) return;
    void this.size(body).then(
      (size) => {
        if (size !== undefined) this.#hub.grown(body, size);
      },
      () => undefined,
    );
  }

  #unwatch(body: BodyId): void {
    if (this.#watched.delete(body)) this.#hub.outside(body, OTHERS, 0);
  }

  /** Tells keepers how many listen here; one whose pages are gone is told that too. */
  async #count(): Promise<void> {
    for (const [body, at] of this.#watched) {
      const listening = this.#hub.listening(body);
      if (listening === at.told) continue;
      at.told = listening;
      if (listening === 0) this.#unwatch(body);
      await this.#peers()
        .once(at.holder, { ask: "live", body, listening })
        .catch(() => this.lost(at.holder));
    }
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
  }
}
