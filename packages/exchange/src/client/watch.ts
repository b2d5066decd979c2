/**
 * What this machine has last verified of a record: a checkpoint signed by the clerk, and a proof
 * that it continues the one before. Before a signature is given, the record is looked at again; two
 * checkpoints that can't both be honest are a {@link Contradiction}, and nothing is signed.
 */
import { type BodyId, fromBase64, type Hash, type KeyId, type Refusal, toHex } from "@nabat/kernel";
import { statedHead, signedByClerk } from "@nabat/body/checker/mod.ts";
import { type Saw, type TreeHead, verifyConsistency } from "@nabat/record";
import type { Http } from "./http.ts";
import type { Tools } from "./tools.ts";

/** The clerk showed two records that can't both be true. Keep both checkpoints: they are proof. */
export class Contradiction extends Error {
  readonly refusal: Refusal;
  readonly before: string;
  readonly now: string;
  constructor(refusal: Refusal, before: string, now: string) {
    super(`the record keeper contradicts itself: ${refusal.rule} ${refusal.code}`);
    this.refusal = refusal;
    this.before = before;
    this.now = now;
  }
}

export class RecordWatch {
  readonly #http: Http;
  readonly #tools: Tools;
  readonly #body: BodyId;
  readonly #clerk: KeyId;
  readonly #recheckMs: number;
  readonly #now: () => number;
  #head: TreeHead | undefined;
  #note = "";
  #checked = Number.NEGATIVE_INFINITY;
  #checking: Promise<Saw> | undefined;

  /** `clerk`: the key that signs this record's checkpoints. `recheckMs`: how old the last look may be at a signature. */
  constructor(deps: { http: Http; tools: Tools; body: BodyId; clerk: KeyId; recheckMs: number; now: () => number }) {
    this.#http = deps.http;
    this.#tools = deps.tools;
    this.#body = deps.body;
    this.#clerk = deps.clerk;
    this.#recheckMs = deps.recheckMs;
    this.#now = deps.now;
  }

  /** Size and root to sign over, verified no longer ago than `recheckMs`. */
  saw(): Promise<Saw> {
    if (this.#head && this.#now() - this.#checked < this.#recheckMs) return Promise.resolve(sawOf(this.#head));
    return this.check();
  }

  /** Looks at the record now and checks that it has only grown. Throws {@link Contradiction}. */
  check(): Promise<Saw> {
    this.#checking ??= this.#look().finally(() => (this.#checking = undefined));
    return this.#checking;
  }

  async #look(): Promise<Saw> {
    const path = `/api/bodies/${this.#body}`;
    const got = await this.#http.raw("GET", `${path}/checkpoint`);
    if (!got.ok) throw new Error(`no checkpoint: ${got.rule} ${got.code}`);
    const note = new TextDecoder().decode(got.value.bytes);
    const fault = (refusal: Refusal) => new Contradiction(refusal, this.#note, note);
    const head = statedHead(got.value.bytes);
    if (!head.ok) throw fault(head);
    if (head.value.body !== this.#body) throw fault({ ok: false, rule: "R-25", code: "another-body", facts: {} });
    const unsigned = await signedByClerk(this.#tools.sha256, this.#tools.verify, head.value, this.#clerk);
    if (unsigned) throw fault(unsigned);
    const now = head.value.checkpoint;
    const before = this.#head;
    if (before) {
      const proof = before.size < now.size ? await this.#proof(before.size, now.size) : [];
      const grown = verifyConsistency(this.#tools.sha256, before, now, proof);
      if (!grown.ok) throw fault(grown);
    }
    this.#head = { size: now.size, root: now.root };
    this.#note = note;
    this.#checked = this.#now();
    return sawOf(this.#head);
  }

  async #proof(from: number, to: number): Promise<Uint8Array[]> {
    const { proof } = await this.#http.must<{ proof: string[] }>(
      "GET",
      `/api/bodies/${this.#body}/proof/consistency?from=${from}&to=${to}`,
    );
    return proof.map(fromBase64);
  }
}

function sawOf(head: TreeHead): Saw {
  return { size: head.size, root: toHex(head.root) as Hash };
}
