/**
 * Worker threads that read bundles and check signatures beside the thread that folds. Reading a
 * bundle here gives exactly what reading it in one's own thread gives; a property test says so.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type ActId, type Hash, type KeyId, type Refusal } from "@nabat/kernel";
import { type Act, lookedAtEntry, type Notice, type ParsedEntry, type Signed } from "@nabat/record";
import { type Answer, endsIn, FACT_BYTES, ID_AT, type Job, LEAF_AT, type WireCheck } from "./protocol.ts";

const NO_BYTES = new Uint8Array(0);
/** For what a worker makes of an entry and throws away: left to itself V8 takes 16 times as much for each. */
const YOUNG_MIB = 3;
/** Memory for bundles is taken in multiples of this. */
const ROOM = 128 * 1024;
/** Nested signatures are sent together up to this many. */
const MOST_TOGETHER = 64;

export interface PoolEntry {
  readonly parsed: ParsedEntry;
  readonly leaf: Uint8Array;
  readonly held: boolean;
}

/** `entries` can be gone through once: each is parsed when its turn comes, so that few are in memory. */
export interface PoolBundle {
  readonly first: number;
  readonly entries: Iterable<PoolEntry>;
  readonly refusal?: Refusal;
}

type Waiting = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void };

export class VerifyPool {
  readonly #workers: Worker[];
  readonly #waiting = new Map<number, Waiting>();
  readonly #load: number[];
  readonly #names = new Map<string, string>();
  readonly #free: ArrayBuffer[] = [];
  #next = 0;
  #gathered: { check: WireCheck; resolve: (held: boolean) => void; reject: (error: Error) => void }[] = [];

  /** Starts `threads` workers; by default one for each processor. Call {@link close} when done. */
  constructor(threads: number = availableParallelism()) {
    this.#workers = Array.from({ length: Math.max(1, threads) }, () => startWorker());
    this.#load = this.#workers.map(() => 0);
    for (const worker of this.#workers) {
      worker.unref();
      worker.on("message", (answer: Answer) => {
        this.#waiting.get(answer.id)?.resolve(answer);
        this.#waiting.delete(answer.id);
      });
      worker.on("error", (error) => this.#fail(error));
      worker.on("exit", (code) => this.#fail(new Error(`a checking thread ended with ${code}`)));
    }
  }

  /** How many threads read. */
  get threads(): number {
    return this.#workers.length;
  }

  /**
   * Reads a bundle. Its bytes are copied into memory that goes to a worker and back and is then used for
   * the next: memory given up for each bundle would lie about until V8 looks for it, 64 MiB of it.
   */
  readonly read = (bundle: {
    readonly first: number;
    readonly count: number;
    readonly bytes: Uint8Array;
  }): Promise<PoolBundle> => {
    // No `async` here: what it suspends would keep the caller's bytes.
    const { first, count } = bundle;
    const bytes = this.#room(bundle.bytes.length);
    bytes.set(bundle.bytes);
    return this.#send({ job: "bundle", count, bytes }, [bytes.buffer as ArrayBuffer], count).then((answer) => {
      if (answer.job !== "bundle") throw new Error("another answer");
      const entries = this.#entries(answer.bytes, answer.facts);
      return { first, entries, ...(answer.refusal ? { refusal: answer.refusal } : {}) };
    });
  };

  /** Checks one signature; those asked for at the same time go together. */
  readonly verify = (key: KeyId, message: Uint8Array, signature: Uint8Array): Promise<boolean> =>
    new Promise((resolve, reject) => {
      this.#gathered.push({ check: { key, message, signature }, resolve, reject });
      if (this.#gathered.length === 1) queueMicrotask(() => this.#flush());
      if (this.#gathered.length >= MOST_TOGETHER) this.#flush();
    });

  /** Ends the threads. */
  async close(): Promise<void> {
    for (const worker of this.#workers) worker.removeAllListeners("exit");
    await Promise.all(this.#workers.map((w) => w.terminate()));
  }

  #flush(): void {
    const gathered = this.#gathered;
    this.#gathered = [];
    if (gathered.length === 0) return;
    this.#send({ job: "signatures", checks: gathered.map((g) => g.check) }, [], gathered.length).then(
      (answer) => gathered.forEach((g, i) => g.resolve(answer.job === "signatures" && answer.held[i] === true)),
      (error: Error) => gathered.forEach((g) => g.reject(error)),
    );
  }

  /** Room for `length` bytes, in memory that served before where it is large enough. */
  #room(length: number): Uint8Array {
    const used = this.#free.pop();
    const buffer = used && used.byteLength >= length ? used : new ArrayBuffer(Math.ceil(length / ROOM) * ROOM);
    return new Uint8Array(buffer, 0, length);
  }

  /** To the worker with the least to do. */
  #send(
    job: Omit<Extract<Job, { job: "bundle" }>, "id"> | Omit<Extract<Job, { job: "signatures" }>, "id">,
    transfer: ArrayBuffer[],
    weight: number,
  ): Promise<Answer> {
    const n = this.#load.indexOf(Math.min(...this.#load));
    const id = this.#next++;
    this.#load[n] = (this.#load[n] ?? 0) + weight;
    const answer = new Promise<Answer>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#workers[n]?.postMessage({ ...job, id }, transfer);
    return answer.finally(() => {
      this.#load[n] = (this.#load[n] ?? 0) - weight;
    });
  }

  *#entries(bytes: Uint8Array, facts: Uint8Array): Generator<PoolEntry> {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const about = Buffer.from(facts.buffer, facts.byteOffset, facts.byteLength);
    const view = new DataView(facts.buffer, facts.byteOffset, facts.byteLength);
    for (let at = 0, i = 0; i < facts.length; i += FACT_BYTES) {
      const end = at + 2 + text.readUInt16BE(at);
      const id = about.toString("hex", i + ID_AT, i + ID_AT + 32) as ActId;
      const ends = endsIn(view, i);
      const parsed = ends
        ? lookedAtEntry(bytes.subarray(at + 2, end), ends, id)
        : this.#parsed(JSON.parse(text.toString("utf8", at + 2, end)) as Read, id);
      yield { parsed, leaf: facts.subarray(i + LEAF_AT, i + LEAF_AT + 32), held: facts[i] === 1 };
      at = end;
    }
    this.#free.push(bytes.buffer as ArrayBuffer);
  }

  #parsed(value: Read, id: ActId): ParsedEntry {
    const document = value.act ?? value.notice;
    if (document === undefined) throw new Error("neither act nor notice");
    const method = document.proof.verificationMethod;
    const key = this.#name(method.slice(8, 8 + (method.length - 9) / 2)) as KeyId;
    const signed = { document, id, key, message: NO_BYTES, signature: NO_BYTES };
    if (value.act === undefined) return { type: "notice", at: value.at, signed: signed as Signed<Notice> };
    (document as { by: string }).by = this.#name((document as Act).by);
    const evidence = value.evidence === undefined ? {} : { evidence: value.evidence };
    return { type: "act", at: value.at, ...evidence, signed: signed as Signed<Act> };
  }

  /** One string for each name, since a record repeats a few thousand of them a million times. */
  #name(text: string): string {
    const kept = this.#names.get(text);
    if (kept !== undefined) return kept;
    this.#names.set(text, text);
    return text;
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

interface Read {
  readonly at: number;
  readonly act?: Act;
  readonly notice?: Notice;
  readonly evidence?: Hash;
}

function startWorker(): Worker {
  const file = import.meta.url.endsWith(".ts") ? "./source-worker.mjs" : "./verify-worker.mjs";
  return new Worker(new URL(file, import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB } });
}
