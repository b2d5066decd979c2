/** Which positions of others a viewer gets (N-11): one by one, and as many as an export holds. */
import {
  isKeeper,
  isPosition,
  readsAsAuthor,
  readsByName,
  readsSealed,
  type State,
  statutesAt,
  votesCountedBy,
} from "@nabat/body";
import { type Hash, type MemberId, ok, type Result } from "@nabat/kernel";
import { parseEntry } from "@nabat/record";
import { sha256 } from "@nabat/platform";
import type { Store, StoredAttachment } from "@nabat/store";
import type { Viewer } from "@nabat/views";
import type { House } from "@nabat/clerk";

/** What a position is given by: its hash, and the grade that it was brought in with. */
interface Graded {
  readonly hash: Hash;
  readonly grade: string;
}

/** In an open practice body all persons are invented: there everybody reads what members do. */
function openPractice(state: State, at: number): boolean {
  return state.founding.practice && statutesAt(state, at)?.statutes.entries === "public";
}

/** May this viewer read this as a text on a page: anything but a position that isn't theirs to read? Sealed ones are no texts. */
export function mayReadText(state: State, viewer: Viewer, of: Graded, at: number): boolean {
  if (!isPosition(state, of.hash, of.grade)) return true;
  return of.grade === "members" && readsByName(state, viewer, of.hash, at, openPractice(state, at));
}

/** May this viewer have this attachment's bytes, as far as it is a position? Asks the record whose a sealed one is. */
export async function mayHavePosition(
  store: Store,
  house: House,
  viewer: Viewer,
  found: StoredAttachment,
): Promise<boolean> {
  const { state } = house;
  const at = house.moment();
  if (!isPosition(state, found.hash, found.grade)) return true;
  if (found.grade === "members") return readsByName(state, viewer, found.hash, at, openPractice(state, at));
  if (isKeeper(state, viewer) || viewer.standing === "copy-holder") return readsSealed(state, viewer, { kind: "" }, at);
  if (viewer.member === undefined) return false;
  const row = await store.ledger.findAct(house.body, found.actId);
  const parsed = row ? parseEntry(sha256, row.bytes) : undefined;
  if (!parsed?.ok || parsed.value.type !== "act") return false;
  const { kind, by, data } = parsed.value.signed.document;
  return readsSealed(state, viewer, { kind, by, vote: data["vote"] as string }, at);
}

/** Which attachments a viewer's export leaves out because they are others' positions, and what it promises. */
export interface Given {
  readonly without: (hash: Hash, grade: string) => boolean;
  /** Does it hold every sealed position, or every position by name whose result is declared? */
  readonly all: { readonly sealed: boolean; readonly named: boolean };
  /** Whose copy it is: theirs holds what they gave themselves. Nobody's, by keys that aren't the author yet. */
  readonly reader?: MemberId;
}

/** The positions that this viewer's copy of the whole record holds. */
export async function positionsFor(store: Store, house: House, viewer: Viewer): Promise<Given> {
  const { state } = house;
  const at = house.moment();
  const open = openPractice(state, at);
  const sealed = readsSealed(state, viewer, { kind: "" }, at);
  const own = sealed ? new Set<Hash>() : await sealedFor(store, house, viewer);
  const named = open || isKeeper(state, viewer) || viewer.standing === "member" || viewer.standing === "copy-holder";
  return {
    without: (hash, grade) => {
      if (!isPosition(state, hash, grade)) return false;
      return grade === "members" ? !readsByName(state, viewer, hash, at, open) : !sealed && !own.has(hash);
    },
    all: { sealed, named },
    ...(viewer.member !== undefined && viewer.standing === "member" && readsAsAuthor(state, viewer, at)
      ? { reader: viewer.member }
      : {}),
  };
}

const KINDS = ["vote.cast", "vote.card", "opening.again"] as const;

/** Sealed positions that a member gave, and those that they count. */
async function sealedFor(store: Store, house: House, viewer: Viewer): Promise<Set<Hash>> {
  const out = new Set<Hash>();
  const { member } = viewer;
  const { state, index, body } = house;
  if (member === undefined || !readsAsAuthor(state, viewer, house.moment())) return out;
  const limit = index.size;
  const votes = votesCountedBy(state, member, house.moment());
  const places = new Set(
    KINDS.flatMap((kind) => [
      ...index.find({ kind, by: member, limit }),
      ...votes.flatMap((about) => index.find({ kind, about, limit })),
    ]),
  );
  for (const row of await store.ledger.readAt(body, [...places])) {
    const read = openingOf(row.bytes);
    if (read.ok && readsSealed(state, viewer, read.value, house.moment())) out.add(read.value.hash);
  }
  return out;
}

function openingOf(bytes: Uint8Array): Result<{ kind: string; by: MemberId; vote: string; hash: Hash }> {
  const parsed = parseEntry(sha256, bytes);
  if (!parsed.ok) return parsed;
  if (parsed.value.type !== "act") throw new Error("not an act");
  const { kind, by, data } = parsed.value.signed.document;
  return ok({ kind, by, vote: data["vote"] as string, hash: (data["opening"] as { hash: Hash }).hash });
}
