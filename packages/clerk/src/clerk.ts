/**
 * The clerk: the bodies kept on this server, each in its house, with the lease that makes this
 * process the only writer. It orders acts and nothing more.
 */
import { type BodyId, ok, refuse, type Result } from "@nabat/kernel";
import { type Act, type Attachment, entryBytes, GrowingTree, leafHash, type Receipt, type Signed } from "@nabat/record";
import { begin, type Found, KINDS } from "@nabat/body";
import { sha256, type SigningKey } from "@nabat/platform";
import { BodyExists, type Store } from "@nabat/store";
import { aboutOf, ActIndex } from "./act-index.ts";
import { type Checkpoints, createCheckpoints } from "./checkpoints.ts";
import type { Loaded } from "./house-ports.ts";
import { appendOf, houseStore } from "./house-store.ts";
import { House } from "./house.ts";
import { authenticate, readAct } from "./intake.ts";
import { loadRecord } from "./load.ts";
import { checkEvidence, storedEvidence } from "./evidence.ts";
import { entered, refused } from "./receipts.ts";

/** How long a lease lasts without renewal where nothing else is asked for, in ms; renewed three times in that span. */
const LEASE_MS = 30_000;
/** Records that other processes keep and that are held for reading, at most. */
const MOST_LOOKS = 20;

export interface ClerkDeps {
  readonly store: Store;
  readonly key: SigningKey;
  readonly now: () => number;
  /** Random name of this process, for leases. */
  readonly holder: string;
  readonly grown: (body: BodyId, size: number) => void;
  readonly validZone: (zone: string) => boolean;
  /** Most bytes of contents that a body may keep here. */
  readonly quotaBytes?: number;
  /** Reads a record back from the store; all of it where this is left out. */
  readonly load?: (body: BodyId) => Promise<Loaded>;
  /** How long a lease lasts without renewal, in ms: other processes take a body over so long after this one was killed. */
  readonly leaseMs?: number;
  /** Told where a body isn't held by this process any more. */
  readonly left?: (body: BodyId) => void;
}

/** Another process keeps this body just now: `holder` is its name, where it is known. */
export class KeptElsewhere extends Error {
  readonly holder: string | undefined;
  constructor(holder?: string) {
    super("another process of this server keeps this record just now");
    this.holder = holder;
  }
}

export class Clerk {
  readonly store: Store;
  readonly key: SigningKey;
  readonly checkpoints: Checkpoints;
  readonly #deps: ClerkDeps;
  readonly #houses = new Map<BodyId, Promise<House | undefined>>();
  /** Bodies whose house stands. */
  readonly #held = new Map<BodyId, House>();
  /** Records of other processes as they were last read. */
  readonly #looks = new Map<BodyId, House>();

  constructor(deps: ClerkDeps) {
    this.#deps = deps;
    this.store = deps.store;
    this.key = deps.key;
    this.checkpoints = createCheckpoints(deps.store, deps.key);
  }

  now(): number {
    return this.#deps.now();
  }

  /** The house of a body kept here, read from disk at first need; `undefined` where it isn't kept here. */
  house(body: BodyId): Promise<House | undefined> {
    let house = this.#houses.get(body);
    if (!house) {
      house = this.#open(body);
      this.#houses.set(body, house);
      // A failed opening must not stay: the next request tries again.
      house
        .then((h) => (h ? this.#held.set(body, h) : this.#houses.delete(body)))
        .catch(() => this.#houses.delete(body));
    }
    return house;
  }

  get leaseMs(): number {
    return this.#deps.leaseMs ?? LEASE_MS;
  }

  /** Is this body's house open in this process? */
  holds(body: BodyId): boolean {
    return this.#held.has(body);
  }

  /** How many bodies' houses are open in this process. */
  holding(): number {
    return this.#held.size;
  }

  /**
   * The house of a body to read from, wherever it is kept: where another process keeps it, as it stands in
   * the database now. What is submitted to that one is refused by the store.
   */
  async look(body: BodyId): Promise<House | undefined> {
    try {
      return await this.house(body);
    } catch (error) {
      if (!(error instanceof KeptElsewhere)) throw error;
    }
    const head = await this.store.ledger.head(body);
    if (!head) return undefined;
    const kept = this.#looks.get(body);
    if (kept?.durable.size === head.size) return kept;
    const house = this.#makeHouse(body, head.epoch, await this.#load(body));
    this.#looks.delete(body);
    this.#looks.set(body, house);
    const [oldest] = this.#looks.keys();
    if (this.#looks.size > MOST_LOOKS && oldest !== undefined) this.#looks.delete(oldest);
    return house;
  }

  /** Forgets what is in memory of a body, so that it is read anew (after a copy has grown). */
  async forget(body: BodyId): Promise<void> {
    const house = await this.#houses.get(body)?.catch(() => undefined);
    this.#drop(body, house);
    await house?.close();
  }

  #drop(body: BodyId, house: House | undefined): void {
    if (house && this.#held.get(body) !== house) return;
    this.#houses.delete(body);
    this.#held.delete(body);
    this.#deps.left?.(body);
  }

  async #open(body: BodyId): Promise<House | undefined> {
    const head = await this.store.ledger.head(body);
    if (!head || head.size === 0) return undefined;
    let epoch = head.epoch;
    if (head.role === "clerk") {
      const lease = await this.store.leases.acquire(body, this.#deps.holder, this.leaseMs);
      if (!lease) throw new KeptElsewhere((await this.store.leases.holder(body))?.holder);
      epoch = lease.epoch;
    }
    return this.#makeHouse(body, epoch, await this.#load(body));
  }

  #load(body: BodyId): Promise<Loaded> {
    return this.#deps.load?.(body) ?? loadRecord(this.store, body, sha256, storedEvidence);
  }

  #makeHouse(body: BodyId, epoch: number, loaded: Loaded): House {
    const house: House = new House({
      body,
      loaded,
      store: houseStore(this.store, body, { epoch, holder: this.#deps.holder }),
      key: this.key,
      now: this.#deps.now,
      reload: () => this.#load(body),
      grown: this.#deps.grown,
      quota: this.#deps.quotaBytes ?? Number.POSITIVE_INFINITY,
      lost: () => this.#drop(body, house),
    });
    return house;
  }

  /** Founds a body: the first entry of a new record. Answers with the receipt, or the refusal. */
  async found(
    bytes: Uint8Array,
    attachments: readonly Attachment[],
    evidence?: Uint8Array,
  ): Promise<Result<{ body: BodyId; receipt: Receipt }>> {
    const read = readAct(bytes);
    if (!read.ok) return read;
    const item = await authenticate(read.value, attachments, undefined);
    if (!item.ok) return item;
    const { signed } = item.value;
    if (signed.document.kind !== "found") return refuse("F-1", "not-a-founding");
    const data = signed.document.data as unknown as Found;
    if (data.clerk !== this.key.key) return refuse("F-3", "another-clerk", { clerk: data.clerk });
    if (!this.#deps.validZone(data.statutes.zone)) return refuse("S-4", "unknown-zone", { zone: data.statutes.zone });
    if (item.value.named.length > 0) return refuse("R-16", "attachment-missing", { hash: item.value.named[0] ?? "" });
    const proof = evidence === undefined ? undefined : await checkEvidence(signed.document, evidence);
    if (proof && !proof.ok) return proof;
    const body = signed.id as unknown as BodyId;
    if (await this.store.ledger.head(body)) return this.#foundAgain(body, signed);
    const at = data.clock ?? this.now();
    const begun = begin(KINDS, signed, { at, sha256, ...(proof ? { evidence: proof.value.read } : {}) });
    if (!begun.ok) return begun;
    const entry = entryBytes({ at, act: signed.document, ...(proof ? { evidence: proof.value.hash } : {}) });
    const tree = new GrowingTree(sha256);
    const index = new ActIndex();
    const leaf = leafHash(sha256, entry);
    tree.append(leaf);
    const described = {
      id: signed.id,
      kind: "found",
      at,
      author: signed.document.by,
      about: aboutOf(signed.document),
      right: begun.value.admission.right,
    };
    index.add(described);
    const group = {
      expectedSize: 0,
      root: tree.root(),
      entries: [{ index: 0, bytes: entry, leaf, ...described }],
      attachments: item.value.attachments.map((a) => ({ ...a, act: signed.id })),
      evidence: proof ? [{ hash: proof.value.hash, bytes: proof.value.bytes, act: signed.id }] : [],
      erasures: [],
    };
    try {
      await this.store.ledger.create(
        body,
        {
          role: "clerk",
          clerkKey: this.key.key,
          practice: data.practice === true,
          createdAt: this.now(),
          leaseMs: this.leaseMs,
        },
        appendOf(group, 0, this.#deps.holder),
      );
    } catch (error) {
      // Sent twice at once: the other one was first, and its receipt is this one's too.
      if (error instanceof BodyExists) return this.#foundAgain(body, signed);
      throw error;
    }
    const house = this.#makeHouse(body, 0, { state: begun.value.state, tree, index });
    this.#houses.set(body, Promise.resolve(house));
    this.#held.set(body, house);
    return ok({ body, receipt: await entered(this.key, { body, act: signed.id, at, index: 0 }) });
  }

  async #foundAgain(body: BodyId, signed: Signed<Act>): Promise<Result<{ body: BodyId; receipt: Receipt }>> {
    const first = await this.store.ledger.findAct(body, signed.id);
    if (!first) return refuse("F-1", "founded-already");
    return ok({ body, receipt: await entered(this.key, { body, act: signed.id, at: first.at, index: 0 }) });
  }

  /** Takes an act in: a signed receipt whether entered or refused; a bare refusal where it isn't even an act. */
  async submit(
    house: House,
    bytes: Uint8Array,
    attachments: readonly Attachment[],
    evidence?: Uint8Array,
  ): Promise<Result<Receipt>> {
    // An act that is well formed but wrong gets its refusal signed; noise does not.
    const read = readAct(bytes);
    if (!read.ok) return read;
    const act = read.value.signed;
    const item = await authenticate(read.value, attachments, house.state);
    if (!item.ok) return ok(await refused(this.key, { body: house.body, act: act.id, at: house.moment() }, item));
    if (evidence === undefined) return ok(await house.submit({ item: item.value }));
    const proof = await checkEvidence(act.document, evidence);
    if (!proof.ok) return ok(await refused(this.key, { body: house.body, act: act.id, at: house.moment() }, proof));
    return ok(await house.submit({ item: item.value, evidence: proof.value }));
  }

  /**
   * Prolongs the leases; a body whose lease was lost is forgotten and opened again at need, and so is a copy
   * that another process made grow.
   */
  async renew(): Promise<void> {
    const before = new Set(this.#held.values());
    const mine = [...before].map((house) => house.body);
    const kept = new Set(await this.store.leases.renewAll(this.#deps.holder, this.leaseMs, mine));
    for (const house of before) {
      if (this.#held.get(house.body) !== house) continue;
      const gone =
        house.state.founding.clerk === this.key.key
          ? !kept.has(house.body)
          : (await this.store.ledger.head(house.body))?.size !== house.durable.size;
      if (gone) await this.forget(house.body);
    }
  }

  /** Finishes what is queued and gives the leases back. */
  async close(): Promise<void> {
    for (const [body, opening] of this.#houses) {
      const house = await opening.catch(() => undefined);
      await house?.close();
      if (!house) continue;
      await this.store.leases.release(body, this.#deps.holder);
      this.#drop(body, house);
    }
  }
}
