/**
 * A body's house on this server: its state and tree in memory, and the one writer that admits acts in
 * order and makes them durable in groups. An act gets its receipt only after it is on disk; where
 * the disk fails, memory is thrown away and read again, and the author is told to send once more.
 */
import {
  type ActId,
  type BodyId,
  type Hash,
  type MemberId,
  type Refusal,
  refuse,
  type Result,
  toHex,
} from "@nabat/kernel";
import { type Act, entryBytes, GrowingTree, leafHash, type Notice, type Receipt, type Signed } from "@nabat/record";
import { admit, deviceForm, enter, foldNotice, KINDS, type Opening, type State } from "@nabat/body";
import { sha256, type SigningKey } from "@nabat/platform";
import { LeaseLost } from "@nabat/store";
import { aboutOf, type ActIndex, type Indexed } from "./act-index.ts";
import { entryAround } from "./entry-around.ts";
import {
  type Beside,
  type Head,
  openingAmong,
  type Staged,
  type Submission,
  type Waiting,
  weight,
} from "./house-group.ts";
import type { Here, HouseStore, IndexedEntry, Loaded } from "./house-ports.ts";
import { MovedAway, NoRoom, NotDurable, Overloaded } from "./house-errors.ts";
import { type Brought, recheckNested } from "./intake.ts";
import { namedAgain } from "./named-again.ts";
import { entered, refused } from "./receipts.ts";
import { type Kept, placeFor } from "./room.ts";
import { guestBytes, keptBeyond, nameBytes, total } from "./room-counted.ts";
import { bringingOf, sharers } from "./room-sharing.ts";

/** Most acts made durable in one group. */
const GROUP = 512;
/** Most acts waiting; beyond this the clerk asks for patience (503). */
const QUEUE = 20_000;

export class House {
  readonly body: BodyId;
  state: State;
  tree: GrowingTree;
  index: ActIndex;
  /** Size and root on disk: what is shown to anyone. */
  durable: { size: number; root: Hash };
  readonly #store: HouseStore;
  readonly #key: SigningKey;
  readonly #now: () => number;
  readonly #reload: () => Promise<Loaded>;
  readonly #grown: (body: BodyId, size: number) => void;
  readonly #lost: () => void;
  readonly #quota: number;
  /** Bytes of contents kept; unknown until the first group, and after a write failed. */
  #kept: Kept | undefined;
  readonly #queue: Waiting[] = [];
  #running = false;
  #closed = false;

  constructor(deps: {
    body: BodyId;
    loaded: Loaded;
    store: HouseStore;
    key: SigningKey;
    now: () => number;
    reload: () => Promise<Loaded>;
    grown: (body: BodyId, size: number) => void;
    /** Told where the record can't even be read back: this house is done, and a new one is to be opened at need. */
    lost: () => void;
    /** Most bytes of contents that may be kept. */
    quota: number;
  }) {
    this.body = deps.body;
    this.state = deps.loaded.state;
    this.tree = deps.loaded.tree;
    this.index = deps.loaded.index;
    this.durable = { size: this.tree.size, root: toHex(this.tree.root()) as Hash };
    this.#store = deps.store;
    this.#key = deps.key;
    this.#now = deps.now;
    this.#reload = deps.reload;
    this.#grown = deps.grown;
    this.#lost = deps.lost;
    this.#quota = deps.quota;
  }

  /** The moment an act would be admitted now: never before the last; a practice body's own clock. */
  moment(): number {
    const own = this.state.practice.clock;
    return Math.max(this.state.at, own ?? this.#now());
  }

  /** Queues an authenticated act; resolves with its receipt once that is true. */
  submit(submission: Submission): Promise<Receipt> {
    return new Promise((done, fail) => this.#push({ type: "act", submission, done, fail }));
  }

  /** Queues a notice of this server or another. */
  notice(signed: Signed<Notice>, attachments: readonly Brought[] = []): Promise<Result<number>> {
    return new Promise((done, fail) => this.#push({ type: "notice", signed, attachments, done, fail }));
  }

  /** Queues a notice about the record as it stands when its turn comes (a handover, W-1): nothing is entered in between. */
  noticeOver(make: (head: Head) => Promise<Result<Signed<Notice>>>): Promise<Result<number>> {
    return new Promise((done, fail) => this.#push({ type: "over", make, done, fail }));
  }

  /** Ends the writer after what is queued. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#running) await new Promise((r) => setTimeout(r, 5));
  }

  #push(waiting: Waiting): void {
    if (this.#closed) return waiting.fail(new Overloaded("the server is stopping"));
    if (this.#queue.length >= QUEUE) return waiting.fail(new Overloaded("too many acts are waiting"));
    this.#queue.push(waiting);
    if (this.#running) return;
    this.#running = true;
    // A tick's grace lets acts that arrived together share one disk write.
    setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    try {
      while (this.#queue.length > 0) await this.#group();
    } finally {
      this.#running = false;
    }
  }

  async #group(): Promise<void> {
    const batch = this.#takeGroup();
    const staged: Staged[] = [];
    const beside: Beside = {
      attachments: [],
      evidence: [],
      erasures: [],
      weight: 0,
      guests: 0,
      lists: 0,
      texts: new Map(),
      invited: new Map(),
      names: new Map(),
    };
    const { epoch } = this.state.founding;
    try {
      const here = await this.#attachmentsHere(batch);
      const openings = await this.#openingsFor(batch[0]);
      this.#kept ??= await this.#countKept();
      beside.texts = new Map(this.#kept.texts);
      beside.invited = new Map(this.#kept.invited);
      beside.names = new Map(this.#kept.names);
      for (const waiting of batch) {
        if (waiting.type === "act") this.#stageAct(waiting, here, openings, staged, beside);
        else if (waiting.type === "notice") this.#stageNotice(waiting, staged, beside);
        else {
          const made = await waiting.make({ size: this.tree.size, root: toHex(this.tree.root()) as Hash });
          if (!made.ok) waiting.done(made);
          else this.#stageNotice({ ...waiting, type: "notice", signed: made.value, attachments: [] }, staged, beside);
        }
      }
      if (staged.length === 0) return;
      const root = this.tree.root();
      const moved = this.state.founding.epoch !== epoch;
      await this.#store.append({
        expectedSize: this.durable.size,
        root,
        entries: staged.map((s) => s.entry),
        attachments: beside.attachments,
        evidence: beside.evidence,
        erasures: beside.erasures,
        ...(moved ? { next: { epoch: this.state.founding.epoch, clerkKey: this.state.founding.clerk } } : {}),
      });
      this.durable = { size: this.tree.size, root: toHex(root) as Hash };
      // What was erased frees its room at the next counting: it is counted anew.
      this.#kept =
        beside.erasures.length > 0
          ? undefined
          : {
              all: this.#kept.all + beside.weight,
              guests: this.#kept.guests + beside.guests,
              lists: (this.#kept.lists ?? 0) + beside.lists,
              texts: beside.texts,
              invited: beside.invited,
              names: beside.names,
            };
      for (const s of staged) s.answer();
      this.#grown(this.body, this.durable.size);
    } catch (error) {
      await this.#recover(batch, error);
    }
  }

  /** A result needs every opening on disk, a notice over the record all of it: each is a group of its own. */
  #takeGroup(): Waiting[] {
    let n = 1;
    const alone = (w: Waiting | undefined) =>
      w?.type === "over" || (w?.type === "act" && w.submission.item.signed.document.kind === "result");
    if (!alone(this.#queue[0])) while (n < GROUP && n < this.#queue.length && !alone(this.#queue[n])) n++;
    return this.#queue.splice(0, n);
  }

  async #attachmentsHere(batch: readonly Waiting[]): Promise<ReadonlyMap<Hash, Here>> {
    const named = batch.flatMap((w) => (w.type === "act" ? w.submission.item.named : []));
    return named.length > 0 ? this.#store.here(named) : new Map();
  }

  /** What guests filled is counted only where there is an end to the room. */
  async #countKept(): Promise<Kept> {
    const all = await this.#store.kept();
    if (this.#quota === Number.POSITIVE_INFINITY) return { all, guests: 0, texts: new Map() };
    const sizes = (of: readonly Hash[]) => this.#store.sizes(of);
    const at = this.moment();
    const invited = await guestBytes(this.state, at, sizes);
    const beyond = await keptBeyond(this.#quota, all, this.state, at, sizes);
    // Asked only where the room grows scarce.
    const names = 2 * all < this.#quota ? new Map<never, number>() : await nameBytes(this.state, at, sizes);
    return { all, guests: total(invited), ...beyond, invited, names };
  }

  async #openingsFor(waiting: Waiting | undefined): Promise<ReadonlyMap<Hash, Opening> | undefined> {
    if (waiting?.type !== "act" || waiting.submission.item.signed.document.kind !== "result") return undefined;
    const vote = this.state.votes.votes.get(waiting.submission.item.signed.document.data["vote"] as never);
    if (!vote || deviceForm(vote) !== "name") return undefined;
    return this.#store.openings([...vote.cast.values()].map((c) => c.opening));
  }

  #stageAct(
    waiting: Waiting & { type: "act" },
    here: ReadonlyMap<Hash, Here>,
    openings: ReadonlyMap<Hash, Opening> | undefined,
    staged: Staged[],
    beside: Beside,
  ): void {
    const { item, evidence } = waiting.submission;
    const { signed } = item;
    const at = this.moment();
    const refusal = (r: Refusal): void => {
      // Sent twice at once: both wait for the same disk write.
      const twin = staged.find((s) => s.entry.id === signed.id);
      if (twin) {
        const first = twin.answer;
        twin.answer = () => {
          first();
          void this.#again(waiting, r);
        };
        return;
      }
      // Sent again: it may have ended its own key, or its author may have left with it. It stands all the same.
      if (signed.document.seq <= (this.state.seqs.get(signed.key) ?? 0)) return void this.#again(waiting, r);
      void refused(this.#key, { body: this.body, act: signed.id, at }, r).then(waiting.done, waiting.fail);
    };
    if (this.state.founding.clerk !== this.#key.key)
      return refusal(refuse("C-3", "moved-house", { epoch: this.state.founding.epoch }));
    const known = this.#checkSaw(signed);
    if (!known.ok) return refusal(known);
    const nested = recheckNested(item, this.state);
    if (!nested.ok) return refusal(nested);
    const brought = weight(item.attachments);
    const { kind } = signed.document;
    const kept = {
      all: (this.#kept?.all ?? 0) + beside.weight,
      guests: (this.#kept?.guests ?? 0) + beside.guests,
      lists: (this.#kept?.lists ?? 0) + beside.lists,
      texts: beside.texts,
      invited: beside.invited,
      names: beside.names,
    };
    const bringing = bringingOf(this.state, signed.document, brought, at);
    const { by, guest, inviter } = bringing;
    const room = placeFor(this.#quota, kept, bringing, () => sharers(this.state, at));
    if ("full" in room) return waiting.fail(new NoRoom(room.full));
    const named = namedAgain(this.state, item, here, beside.attachments);
    if (!named.ok) return refusal(named);
    const occasion = {
      at,
      sha256,
      opening: openings ? (h: Hash) => openings.get(h) : openingAmong(item.attachments),
      ...(evidence ? { evidence: evidence.read } : {}),
    };
    const admitted = admit(KINDS, this.state, signed, occasion);
    if (!admitted.ok) return refusal(admitted);
    const erasedBefore = this.state.archive.erased.size;
    enter(KINDS, this.state, signed, occasion, admitted.value);
    const erased = this.state.archive.erased;
    if (erased.size > erasedBefore)
      for (const hash of [...erased.keys()].slice(erasedBefore)) beside.erasures.push({ hash, by: signed.id });
    const bytes = entryAround(item.bytes, at, evidence?.hash);
    const entry = this.#append(bytes, signed.id, at, {
      kind: signed.document.kind,
      author: signed.document.by,
      about: aboutOf(signed.document),
      right: admitted.value.right,
    });
    if (evidence) beside.evidence.push({ hash: evidence.hash, bytes: evidence.bytes, act: signed.id });
    for (const a of item.attachments) beside.attachments.push({ ...a, act: signed.id });
    beside.weight += brought;
    const add = (to: Map<MemberId, number>, who: MemberId) => void to.set(who, (to.get(who) ?? 0) + brought);
    if (guest) beside.guests += brought;
    if (guest) add(beside.invited, inviter ?? by);
    if (inviter !== undefined && (kind === "join" || kind === "card")) add(beside.names, inviter);
    if (room.placed === "texts") add(beside.texts, by);
    if (room.placed === "lists") beside.lists += brought;
    staged.push({
      entry,
      answer: () =>
        void entered(this.#key, { body: this.body, act: signed.id, at, index: entry.index }).then(
          waiting.done,
          waiting.fail,
        ),
    });
  }

  #stageNotice(waiting: Waiting & { type: "notice" }, staged: Staged[], beside: Beside): void {
    const at = this.moment();
    const { signed } = waiting;
    const { notice, data } = signed.document;
    // Only here is the tree at hand: a handover must say what is handed over (W-1).
    if (notice === "handover" && (data["size"] !== this.tree.size || data["root"] !== toHex(this.tree.root())))
      return waiting.done(refuse("W-1", "another-root", { size: this.tree.size }));
    const folded = foldNotice(this.state, signed, at);
    if (!folded.ok) return waiting.done(folded);
    const entry = this.#append(entryBytes({ at, notice: signed.document }), signed.id, at, {
      kind: `notice.${signed.document.notice}`,
    });
    for (const a of waiting.attachments) beside.attachments.push({ ...a, act: signed.id });
    beside.weight += weight(waiting.attachments);
    staged.push({ entry, answer: () => waiting.done({ ok: true, value: entry.index }) });
  }

  #append(bytes: Uint8Array, id: ActId, at: number, rest: Omit<Indexed, "id" | "at">): IndexedEntry {
    const leaf = leafHash(sha256, bytes);
    this.index.add(rest);
    return { index: this.tree.append(leaf), bytes, leaf, id, at, ...rest };
  }

  /** The author's device saw this record at this size: if its root differs, somebody was shown another record. */
  #checkSaw(signed: Signed<Act>): Result<true> {
    const saw = signed.document.saw;
    if (!saw || saw.size > this.tree.size) return { ok: true, value: true };
    return toHex(this.tree.rootAt(saw.size)) === saw.root
      ? { ok: true, value: true }
      : refuse("R-9", "another-record", { size: saw.size });
  }

  /** The same act sent again after a lost answer gets the same receipt. */
  async #again(waiting: Waiting & { type: "act" }, refusal: Refusal): Promise<void> {
    const { signed } = waiting.submission.item;
    const what = { body: this.body, act: signed.id };
    try {
      const found = await this.#store.find(signed.id);
      const receipt = found
        ? entered(this.#key, { ...what, at: found.at, index: found.index })
        : refused(this.#key, { ...what, at: this.moment() }, refusal);
      waiting.done(await receipt);
    } catch (error) {
      waiting.fail(new NotDurable("the record could not be read", { cause: error }));
    }
  }

  /** The disk failed: what memory says beyond it is thrown away, and nobody gets a receipt. */
  async #recover(batch: readonly Waiting[], cause: unknown): Promise<void> {
    const away = cause instanceof LeaseLost;
    const error = away
      ? new MovedAway("another process keeps this record now", { cause })
      : new NotDurable("the record could not be written; send the act again", { cause });
    for (const w of batch) w.fail(error);
    this.#kept = undefined;
    if (away) {
      this.#closed = true;
      this.#lost();
      for (const w of this.#queue.splice(0)) w.fail(error);
      return;
    }
    try {
      const { state, tree, index } = await this.#reload();
      this.state = state;
      this.tree = tree;
      this.index = index;
      this.durable = { size: tree.size, root: toHex(tree.root()) as Hash };
    } catch (again) {
      this.#closed = true;
      this.#lost();
      for (const w of this.#queue.splice(0))
        w.fail(new NotDurable("the record could not be read back", { cause: again }));
    }
  }
}

export { MovedAway, NoRoom, NotDurable, Overloaded } from "./house-errors.ts";
export type { Head, Submission } from "./house-group.ts";
