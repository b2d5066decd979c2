/**
 * Snapshots of the records kept here: a record is opened from the newest that fits and the entries after
 * it; when it has grown enough a new one is made, in a thread of its own. A snapshot is never the truth:
 * one that doesn't fit, is damaged or wasn't sealed here is thrown away and the record folded anew; and
 * whatever was opened from one is folded from its entries in the background and compared.
 */
import { Worker } from "node:worker_threads";
import type { BodyId, Hash, Log } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import type { Connection, Store } from "@nabat/store";
import { storedEvidence } from "../evidence.ts";
import type { Loaded } from "../house-ports.ts";
import { loadRecord } from "../load.ts";
import { isUnfit, type SnapshotJob, type SnapshotMade } from "./make.ts";
import { openSnapshot, RULES_VERSION } from "./sealed.ts";

/** How long after a record was opened from a snapshot the snapshot is compared with the entries, in ms. */
const COMPARE_AFTER_MS = 60_000;

/** What the thread answers: `unfit` where the record or the snapshot before is not what it should be. */
type Answer = SnapshotMade | { readonly unfit: string };

export interface SnapshotDeps {
  readonly store: Store;
  /** Where the thread finds the database. */
  readonly connection: Connection;
  /** Key of the seals. */
  readonly key: Uint8Array;
  readonly codeHash: Hash;
  /** A snapshot is made after so many entries; in a large record after a tenth of it. 0: none are made or read. */
  readonly every: number;
  readonly log: Log;
  /** Told where what was opened from a snapshot isn't what the entries say: it must be read anew. */
  readonly onFalse: (body: BodyId) => void;
}

export class SnapshotKeeper {
  readonly #deps: SnapshotDeps;
  /** Size at which each body opened here last had a snapshot. */
  readonly #last = new Map<BodyId, number>();
  readonly #wanted = new Map<BodyId, { anew: boolean }>();
  /** Bodies whose snapshot is still to be compared with the entries. */
  readonly #uncompared = new Map<BodyId, NodeJS.Timeout>();
  #worker: Worker | undefined;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(deps: SnapshotDeps) {
    this.#deps = deps;
  }

  /** Reads a record back: from a snapshot where one fits, else all of it. Throws what `loadRecord` throws. */
  async load(body: BodyId): Promise<Loaded> {
    const { store, log } = this.#deps;
    if (this.#deps.every === 0) return await loadRecord(store, body, sha256, storedEvidence);
    try {
      const loaded = await this.#fromSnapshot(body);
      if (loaded) return loaded;
    } catch (error) {
      if (!isUnfit(error)) throw error;
      log.error("snapshot.false", { body, error });
      await store.snapshots.drop(body);
    }
    const loaded = await loadRecord(store, body, sha256, storedEvidence);
    this.#last.set(body, 0);
    this.grown(body, loaded.state.size);
    return loaded;
  }

  async #fromSnapshot(body: BodyId): Promise<Loaded | undefined> {
    const { store, key, codeHash, log } = this.#deps;
    const head = await store.ledger.head(body);
    const snapshot = head && (await store.snapshots.latest(body, RULES_VERSION, codeHash, head.size));
    if (!snapshot) return undefined;
    const from = await openSnapshot(key, body, snapshot);
    const loaded = await loadRecord(store, body, sha256, storedEvidence, { from });
    if (!this.#last.has(body))
      this.#uncompared.set(body, setTimeout(() => this.#compare(body), COMPARE_AFTER_MS).unref());
    this.#last.set(body, snapshot.size);
    log.info("snapshot.opened", { body, size: snapshot.size, entries: loaded.state.size });
    this.grown(body, loaded.state.size);
    return loaded;
  }

  /** A record has grown to `size`: a snapshot is made if it is time. */
  grown(body: BodyId, size: number): void {
    const { every } = this.#deps;
    const last = this.#last.get(body) ?? 0;
    if (every > 0 && size - last >= Math.max(every, last / 10)) this.#want(body, false);
  }

  /** Compares with the entries at once what was opened from snapshots and is still to be compared. */
  compareNow(): void {
    for (const body of [...this.#uncompared.keys()]) this.#compare(body);
  }

  #compare(body: BodyId): void {
    clearTimeout(this.#uncompared.get(body));
    this.#uncompared.delete(body);
    this.#want(body, true);
  }

  /** Resolves when nothing is being made or waiting to be. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Ends the thread; what it was making is not kept. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#uncompared.values()) clearTimeout(timer);
    this.#wanted.clear();
    await this.#worker?.terminate();
    await this.#running;
  }

  #want(body: BodyId, anew: boolean): void {
    if (this.#closed) return;
    const wanted = this.#wanted.get(body);
    if (wanted) wanted.anew ||= anew;
    else this.#wanted.set(body, { anew });
    this.#running ??= this.#work().finally(() => (this.#running = undefined));
  }

  async #work(): Promise<void> {
    for (;;) {
      const [next] = this.#wanted;
      if (!next || this.#closed) return;
      const [body, { anew }] = next;
      this.#wanted.delete(body);
      await this.#make(body, anew);
    }
  }

  async #make(body: BodyId, anew: boolean): Promise<void> {
    const { store, log, onFalse, key, codeHash, connection } = this.#deps;
    // Where it fails, it is tried again after as much growth as would have been waited for.
    const head = await store.ledger.head(body).catch(() => null);
    let unfit: string | undefined;
    try {
      const made = await this.#inThread(connection, { body, key, codeHash, anew });
      if (!("unfit" in made)) {
        this.#last.set(body, made.size);
        if (!made.wasFalse) return log.info("snapshot.made", { body, size: made.size });
        unfit = "it does not say what the entries say";
      } else unfit = made.unfit;
    } catch (error) {
      if (!this.#closed) log.warn("snapshot.failed", { body, error });
      this.#last.set(body, head?.size ?? 0);
      return;
    }
    // Nothing is served from a state that the entries don't give: the record is read anew.
    log.error("snapshot.false", { body, reason: unfit });
    if (!anew) await store.snapshots.drop(body).catch(() => undefined);
    onFalse(body);
  }

  #inThread(connection: Connection, job: SnapshotJob): Promise<Answer> {
    const file = import.meta.url.endsWith(".ts") ? "./source-worker.mjs" : "./snapshot-worker.mjs";
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL(file, import.meta.url), { execArgv: [], workerData: { connection, job } });
      this.#worker = worker;
      worker.unref();
      let made: Answer | undefined;
      worker.on("message", (answer: Answer) => (made = answer));
      worker.on("error", reject);
      worker.on("exit", () => {
        this.#worker = undefined;
        if (made) resolve(made);
        else reject(new Error("the thread ended before the snapshot was made"));
      });
    });
  }
}
