/** The reader that views, pages and the API share: a house's state, and the texts this viewer may read. */
import { type ActId, type BodyId, type Hash, isHash, type Millis } from "@nabat/kernel";
import { attachmentHash, parseEntry } from "@nabat/record";
import {
  isCopyHolder,
  isPosition,
  keyHolder,
  mayStillObject,
  outNote,
  readsHidden,
  standing,
  type State,
  statutesAt,
  stayEndedBy,
  viewStage,
} from "@nabat/body";
import { sha256 } from "@nabat/platform";
import type { Store, StoredAttachment, StoredEntry } from "@nabat/store";
import { type BodyReader, type EntryFound, namedToEnded, type TextFound, type Viewer } from "@nabat/views";
import { type Clerk, type House, sound } from "@nabat/clerk";
import { mayReadText } from "./positions.ts";
import { type TextAtHand, textsAtHand } from "./texts-at-hand.ts";

/** Most entries that one question gets. */
const MOST_ENTRIES = 20_000;

/** Who a signed-in key is in this body now; without a key a stranger. */
export function viewerOf(state: State, at: number, key?: Viewer["key"]): Viewer {
  if (!key) return { standing: "stranger" };
  // What has ended and may still object reads till then: else nobody would see what to object to (K-13, K-14).
  const objects = mayStillObject(state, key, at) ? state.keys.keys.get(key)?.member : undefined;
  const member = keyHolder(state, key, at) ?? objects;
  if (member) {
    const has = standing(state, member, at);
    return has === "none" || has === "left" ? { key, member, standing: "stranger" } : { key, member, standing: has };
  }
  // Whom a record was handed over to keeps all of it (C-3).
  return isCopyHolder(state, key, at) || key === state.founding.clerk
    ? { key, standing: "copy-holder" }
    : { key, standing: "stranger" };
}

/** May this viewer read the body's entries? Members and named copy-holders; everyone where the rules say so. */
export function mayReadEntries(state: State, viewer: Viewer, at: number): boolean {
  return isOpen(state, at) || viewer.standing === "member" || viewer.standing === "copy-holder";
}

/**
 * May this viewer read an attachment of this grade? Guests and applicants may: they were let in to
 * speak, and a hash that nobody showed them can't be guessed. Closed ones are ciphertext: only whom they
 * were sealed to can open them. In an open practice body all persons are invented.
 */
export function mayReadGrade(state: State, viewer: Viewer, grade: string, at: number): boolean {
  if (grade === "public" || viewer.standing !== "stranger") return true;
  return grade === "members" && state.founding.practice && isOpen(state, at);
}

/** Who still reads words that a decision took out of view: their author, and whoever keeps a copy (E-11). */
export function readsAll(state: State, viewer: Viewer, hash: Hash, at: number): boolean {
  return (
    viewStage(state, hash, at) !== "gone" &&
    (viewer.standing === "copy-holder" || readsHidden(state, hash, viewer.member, at))
  );
}

/** What a guest whose stay was ended reads all the same: the decision's title and reasons, and their own words (N-8). */
function ownStay(state: State, viewer: Viewer, at: number): ReadonlySet<Hash> {
  const stay = viewer.member === undefined ? undefined : state.members.members.get(viewer.member)?.stay;
  const end = stayEndedBy(stay, at);
  const motion = end && state.motions.motions.get(end.motion);
  if (!motion) return NOTHING;
  return new Set([
    motion.title,
    ...motion.versions.map((v) => v.base),
    ...(stay?.appealed?.text ? [stay.appealed.text] : []),
  ]);
}

/** What a device that others' new keys ended reads all the same: the names of those who asked for them, and its member's own (K-13). */
function ownEnding(state: State, viewer: Viewer, at: number): ReadonlySet<Hash> {
  const owner = viewer.key === undefined ? undefined : state.keys.keys.get(viewer.key)?.member;
  const asked = namedToEnded({ state, now: at as Millis, viewer });
  if (owner === undefined || asked.length === 0) return NOTHING;
  return new Set([owner, ...asked].flatMap((id) => state.members.members.get(id)?.name ?? []));
}

const NOTHING: ReadonlySet<Hash> = new Set();

function isOpen(state: State, at: number): boolean {
  return statutesAt(state, at)?.statutes.entries === "public";
}

/** A reader of `house` for `viewer`. */
export function readerOf(
  store: Store,
  house: House,
  viewer: Viewer,
  other: (body: BodyId) => Promise<BodyReader | undefined>,
): BodyReader {
  const { state } = house;
  const hand = textsAtHand(house);
  /** Why this viewer doesn't get this text whatever its bytes are. */
  const barred = (hash: Hash): TextFound | undefined => {
    const withheld = state.archive.withheld.get(hash);
    if (withheld && withheld.until > house.moment()) return { here: false, why: "withheld" };
    if (state.archive.erased.has(hash)) {
      hand.forget(hash);
      return { here: false, why: "erased" };
    }
    const out = outNote(state, hash, house.moment());
    return out && !readsAll(state, viewer, hash, house.moment()) ? { here: false, why: "out-of-view", out } : undefined;
  };
  const own = new Set([...ownStay(state, viewer, house.moment()), ...ownEnding(state, viewer, house.moment())]);
  const mayRead = (hash: Hash, grade: string) =>
    (grade !== "closed" && own.has(hash)) ||
    (mayReadGrade(state, viewer, grade, house.moment()) && mayReadText(state, viewer, { hash, grade }, house.moment()));
  const given = (hash: Hash, { grade, media, text }: TextAtHand): TextFound =>
    mayRead(hash, grade) ? { here: true, text, media } : { here: false, why: "not-yours" };
  const read = (hash: Hash, a: StoredAttachment | undefined): TextFound => {
    if (!a) return { here: false, why: "missing" };
    if (!mayRead(hash, a.grade)) return { here: false, why: "not-yours" };
    if (!a.bytes) return { here: false, why: a.erasedBy ? "erased" : "missing" };
    // Altered on this disk: what nobody signed isn't shown as somebody's words.
    if (!untouched(a)) return { here: false, why: "missing" };
    const words = a.media.startsWith("text/") || a.media === "application/json";
    const whole = { grade: a.grade, media: a.media, text: words ? new TextDecoder().decode(a.bytes) : "" };
    if (!isPosition(state, hash, a.grade)) hand.keep(hash, whole);
    return given(hash, whole);
  };
  const texts = async (hashes: readonly Hash[]): Promise<ReadonlyMap<Hash, TextFound>> => {
    const out = new Map<Hash, TextFound>();
    const wanted: Hash[] = [];
    for (const hash of new Set(hashes)) {
      const kept = hand.get(hash);
      const known = barred(hash) ?? (kept && given(hash, kept));
      if (known) out.set(hash, known);
      else wanted.push(hash);
    }
    if (wanted.length === 0) return out;
    const rows = await store.attachments.getMany(house.body, wanted);
    for (const hash of wanted) out.set(hash, barred(hash) ?? read(hash, rows.get(hash)));
    return out;
  };
  const entryAt = (row: StoredEntry): EntryFound => {
    const parsed = parseEntry(sha256, sound(house.tree, sha256, house.body, row));
    if (!parsed.ok) throw new Error(`entry ${row.index} does not parse: ${parsed.rule}`);
    const base = { index: row.index, at: row.at, id: row.actId, right: house.index.right(row.index) };
    return parsed.value.type === "act"
      ? { ...base, act: parsed.value.signed.document }
      : { ...base, notice: parsed.value.signed.document };
  };
  return {
    body: house.body,
    state,
    now: house.moment(),
    viewer,
    mayRead:
      mayReadEntries(state, viewer, house.moment()) || viewer.standing === "guest" || viewer.standing === "applicant",
    mayReadRecord: mayReadEntries(state, viewer, house.moment()),
    text: async (hash) => (await texts([hash])).get(hash) ?? { here: false, why: "missing" },
    texts,
    async openings(hashes) {
      const out = new Map<Hash, string>();
      for (const [hash, a] of await store.attachments.getMany(house.body, [...new Set(hashes)]))
        if (a.bytes && a.grade === "members" && untouched(a)) out.set(hash, new TextDecoder().decode(a.bytes));
      return out;
    },
    async entry(id: ActId) {
      // Ids come from addresses that anyone may type.
      const row = isHash(id) ? await store.ledger.findAct(house.body, id) : null;
      return row ? entryAt(row) : undefined;
    },
    async entries(query) {
      const indexes = house.index.find({ ...query, limit: Math.min(query.limit, MOST_ENTRIES) });
      const rows = new Map((await store.ledger.readAt(house.body, indexes)).map((r) => [r.index, r]));
      return indexes.flatMap((i) => {
        const row = rows.get(i);
        return row ? [entryAt(row)] : [];
      });
    },
    other,
  };
}

/** Gives a reader of a body for whoever holds `key` (already proved by a session); nothing where it isn't kept here. */
export type Readers = (body: BodyId, key?: Viewer["key"]) => Promise<BodyReader | undefined>;

/** The readers of a clerk's bodies. */
export class Reading {
  readonly #clerk: Pick<Clerk, "house" | "look" | "store">;

  constructor(clerk: Pick<Clerk, "house" | "look" | "store">) {
    this.#clerk = clerk;
  }

  reader: Readers = async (body, key) => {
    const house = await this.#clerk.house(body);
    return house && this.#over(house, key);
  };

  /** A stranger's reader of a body that another process may keep: beside what is asked for, never instead. */
  async #beside(body: BodyId): Promise<BodyReader | undefined> {
    const house = await this.#clerk.look(body);
    return house && this.#over(house);
  }

  #over(house: House, key?: Viewer["key"]): BodyReader {
    const viewer = viewerOf(house.state, house.moment(), key);
    return readerOf(this.#clerk.store, house, viewer, (other) => this.#beside(other));
  }
}

async function one(store: Store, body: BodyId, index: number): Promise<StoredEntry> {
  for await (const row of store.ledger.readEntries(body, index, index + 1)) return row;
  throw new Error(`no entry ${index} in ${body}`);
}

/** The bytes of one entry. */
export async function entryBytesAt(store: Store, house: House, index: number): Promise<Uint8Array> {
  return sound(house.tree, sha256, house.body, await one(store, house.body, index));
}

/** Are an attachment's bytes those that its hash names? */
export function untouched(a: StoredAttachment): boolean {
  return !a.bytes || !a.salt || attachmentHash(sha256, { salt: a.salt, bytes: a.bytes }) === a.hash;
}
