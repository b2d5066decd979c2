/**
 * A person's place in one body: signs acts with their keys, in order, and reads with a session. Before
 * a signature the record is looked at again (see watch.ts); the clerk's receipt is checked after it.
 */
import {
  type ActId,
  type BodyId,
  canonicalText,
  type KeyId,
  type MemberId,
  ok,
  type Refusal,
  type Result,
  toBase64,
  toHex,
} from "@nabat/kernel";
import {
  type Data,
  type Grade,
  originOfUrl,
  prepare,
  readingBytes,
  type Receipt,
  signingInput,
  type UnsignedAct,
  withProof,
} from "@nabat/record";
import type { Http } from "./http.ts";
import { Refused, sentenceOf, statusOf } from "./http.ts";
import type { BodyKeys, Device } from "./person.ts";
import { gather, type Text, textOf } from "./text.ts";
import type { Signer, Tools } from "./tools.ts";
import type { RecordWatch } from "./watch.ts";

/** How often an act is signed anew because the record had moved on (R-8, R-9). */
const SIGN_AGAIN = 10;

/** An act that stands in the record. */
export interface Entered {
  readonly id: ActId;
  readonly index: number;
  /** Moment of admission. */
  readonly at: number;
  readonly receipt: Receipt;
}

export interface PutOptions {
  /** What signs: the device (default), the reserve key, or another key of this person. */
  readonly with?: "device" | "reserve" | Signer;
  /** What the rules need from outside this record. */
  readonly evidence?: Uint8Array;
}

export interface SeatDeps {
  readonly http: Http;
  readonly tools: Tools;
  readonly watch: RecordWatch;
  readonly body: BodyId;
  /** Key that signs this record's receipts. */
  readonly clerk: KeyId;
  readonly keys: BodyKeys;
  readonly name: string;
  readonly now: () => number;
}

/** The clerk's receipt doesn't hold: it must not be believed that the act stands. */
export class BadReceipt extends Error {}

export class Seat {
  readonly body: BodyId;
  readonly name: string;
  readonly http: Http;
  readonly tools: Tools;
  readonly watch: RecordWatch;
  readonly #deps: SeatDeps;
  readonly #seqs = new Map<KeyId, number>();
  #device: Device;
  #token: Promise<string> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: SeatDeps) {
    this.#deps = deps;
    this.body = deps.body;
    this.name = deps.name;
    this.http = deps.http;
    this.tools = deps.tools;
    this.watch = deps.watch;
    this.#device = deps.keys.device;
  }

  get member(): MemberId {
    return this.#deps.keys.member;
  }

  get keys(): BodyKeys {
    return this.#deps.keys;
  }

  /** The device in use. */
  get device(): Device {
    return this.#device;
  }

  /** From here on another device signs and reads (after its `device.add`). */
  useDevice(device: Device): void {
    this.#device = device;
    this.#token = undefined;
  }

  /** Tells that a key has signed nothing here yet, or how much: saves a question to the clerk. */
  knowSeq(key: KeyId, seq: number): void {
    this.#seqs.set(key, seq);
  }

  /** Words for an act's data. */
  text(words: string, grade: Grade = "members"): Text {
    return textOf(this.tools, words, grade);
  }

  /** Signs and sends an act; throws `Refused` where it is refused. */
  async act(kind: string, data: object = {}, options: PutOptions = {}): Promise<Entered> {
    const done = await this.put(kind, data, options);
    if (done.ok) return done.value;
    throw new Refused(`${kind} by ${this.name}`, done, sentenceOf(done), statusOf(done));
  }

  /** Signs and sends an act: entered, or the refusal with its rule. One after another, as `seq` counts. */
  put(kind: string, data: object = {}, options: PutOptions = {}): Promise<Result<Entered>> {
    const next = this.#last.then(() => this.#put(kind, data, options));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #put(kind: string, data: object, options: PutOptions): Promise<Result<Entered>> {
    const signer =
      options.with === "reserve"
        ? this.keys.reserve
        : typeof options.with === "object"
          ? options.with
          : this.#device.signer;
    const gathered = gather(data);
    for (let n = 1; ; n++) {
      const seq = (await this.#seqOf(signer.key)) + 1;
      const saw = await this.watch.saw();
      const unsigned: UnsignedAct = {
        v: 1,
        body: this.body,
        seq,
        kind,
        by: this.member,
        at: this.#deps.now(),
        saw,
        data: gathered.data as Data,
      };
      const signed = await signAct(this.tools, unsigned, signer);
      const sent = await this.http.json<Receipt>("POST", `/api/bodies/${this.body}/acts`, {
        body: {
          act: signed.text,
          attachments: gathered.attachments,
          ...(options.evidence ? { evidence: toBase64(options.evidence) } : {}),
        },
      });
      if (sent.ok) {
        this.#seqs.set(signer.key, seq);
        return this.#entered(sent.value, signed.id);
      }
      if (n >= SIGN_AGAIN || !(await this.#mayTryAgain(sent, signer.key))) return sent;
    }
  }

  /** R-8: another program signed with this key; R-9: this machine had looked at a longer record than stands there now. */
  async #mayTryAgain(refusal: Refusal, key: KeyId): Promise<boolean> {
    const expected = refusal.facts["expected"];
    if (refusal.rule === "R-8" && typeof expected === "number") {
      this.#seqs.set(key, expected - 1);
      return true;
    }
    if (refusal.rule !== "R-9" || refusal.code !== "saw-the-future") return false;
    await this.watch.check();
    return true;
  }

  async #seqOf(key: KeyId): Promise<number> {
    const known = this.#seqs.get(key);
    if (known !== undefined) return known;
    const { seq } = await this.http.must<{ seq?: number }>("GET", `/api/bodies/${this.body}?key=${key}`);
    this.#seqs.set(key, seq ?? 0);
    return seq ?? 0;
  }

  async #entered(receipt: Receipt, id: ActId): Promise<Result<Entered>> {
    const read = prepare(this.tools.sha256, receipt);
    const right =
      receipt.receipt === "entered" && receipt.body === this.body && receipt.act === id && receipt.index !== undefined;
    const held =
      read.ok &&
      read.value.key === this.#deps.clerk &&
      (await this.tools.verify(read.value.key, read.value.message, read.value.signature));
    if (!right || !held || receipt.index === undefined) throw new BadReceipt(`the receipt for ${id} does not hold`);
    return ok({ id, index: receipt.index, at: receipt.at, receipt });
  }

  /** Reads JSON under the body's address, as this person: `roll`, `motions/<id>` … Throws `Refused`. */
  async get<T>(path: string): Promise<T> {
    return this.http.must<T>("GET", `/api/bodies/${this.body}${path === "" ? "" : `/${path}`}`, {
      token: await this.token(),
    });
  }

  /** The bytes of an attachment, or the refusal (not yours, erased, withheld). */
  async attachment(hash: string): Promise<Result<Uint8Array>> {
    const got = await this.http.raw("GET", `/api/bodies/${this.body}/attachments/${hash}`, {
      token: await this.token(),
    });
    return got.ok ? ok(got.value.bytes) : got;
  }

  /** A reading session of this device. */
  token(): Promise<string> {
    this.#token ??= this.#signIn().catch((error: unknown) => {
      this.#token = undefined;
      throw error;
    });
    return this.#token;
  }

  async #signIn(): Promise<string> {
    const path = `/api/bodies/${this.body}/session`;
    const { challenge } = await this.http.must<{ challenge: string }>("POST", `${path}/challenge`);
    const at = originOfUrl(this.http.url);
    const signature = await this.#device.signer.sign(readingBytes(this.body, at, challenge));
    const body = { at, key: this.#device.signer.key, challenge, signature: toHex(signature) };
    return (await this.http.must<{ token: string }>("POST", path, { body })).token;
  }
}

/** Signs an act: its canonical text and its id. */
export async function signAct(
  tools: Pick<Tools, "sha256">,
  act: UnsignedAct,
  signer: Signer,
): Promise<{ text: string; id: ActId }> {
  const { bytes, hash } = signingInput(tools.sha256, act, signer.key);
  return { text: canonicalText(withProof(act, signer.key, await signer.sign(bytes))), id: toHex(hash) as ActId };
}
