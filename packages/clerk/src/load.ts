/**
 * Reading a record back into memory: entries are folded again, so that what the clerk believes is
 * what they say; all of them, or those after a snapshot. Signatures were checked when they were entered;
 * `nabat verify` checks them all.
 */
import { type BodyId, equalBytes, type Hash, type Sha256, toHex } from "@nabat/kernel";
import { type Act, GrowingTree, leafHash, parseEntry, type ParsedEntry } from "@nabat/record";
import { begin, type Evidence, foldAct, foldNotice, KINDS, type Right, type State } from "@nabat/body";
import { DamagedLeaves, type Store } from "@nabat/store";
import { aboutOf, ActIndex } from "./act-index.ts";
import type { Loaded } from "./house-ports.ts";
import { othersTurn, type Turn } from "./turn.ts";

/** The record on disk is not what it was when it was written. Nothing is served from it until it is restored. */
export class DamagedRecord extends Error {}

/** Where folding begins: what a snapshot says of the first `size` entries, whose root was `root`. */
export interface Start {
  readonly size: number;
  readonly root: Hash;
  readonly state: State;
  readonly index: ActIndex;
}

/** Entries folded in one slice. */
export const ENTRIES_A_SLICE = 256;
/** Leaves put into the tree in one slice. */
export const LEAVES_A_SLICE = 4096;

export interface LoadOptions {
  /** Takes over its state and index. */
  readonly from?: Start;
  /** Shown the state and the index as they stand after `size` entries; only to read. */
  readonly at?: { readonly size: number; readonly seen: (state: State, index: ActIndex) => void };
  /** Called between slices. */
  readonly turn?: Turn;
}

/** The snapshot doesn't belong to this record: what it says is thrown away. */
export class NotOfThisRecord extends Error {}

/**
 * Folds a record from the store. Throws {@link DamagedRecord} naming index and rule, and
 * {@link NotOfThisRecord} where `from` isn't of it.
 */
export async function loadRecord(
  store: Pick<Store, "ledger" | "attachments">,
  body: BodyId,
  sha256: Sha256,
  readEvidence: (act: Act, bytes: Uint8Array) => Evidence | undefined,
  options: LoadOptions = {},
): Promise<Loaded> {
  const head = await store.ledger.head(body);
  if (!head) throw new DamagedRecord(`no record of ${body}`);
  const { from, at, turn = othersTurn } = options;
  const tree = from ? await treeUpTo(store, body, sha256, from, turn) : new GrowingTree(sha256);
  const index = from?.index ?? new ActIndex();
  let state: State | undefined = from?.state;
  const enter = (entry: ParsedEntry, bytes: Uint8Array, place: number, evidence?: Evidence): void => {
    state = foldOne(state, entry, index, sha256, evidence, body, place);
    tree.append(leafHash(sha256, bytes));
    if (at?.size === state.size) at.seen(state, index);
  };
  const read = async (place: number, bytes: Uint8Array): Promise<void> => {
    const parsed = parseEntry(sha256, bytes);
    if (!parsed.ok) throw damaged(body, place, parsed.rule);
    enter(parsed.value, bytes, place, await evidenceOf(store, body, parsed.value, readEvidence));
  };
  let next = from?.size ?? 0;
  for await (const batch of store.ledger.readBytes(body, next, head.size)) {
    for (const bytes of batch.entries) {
      const parsed = parseEntry(sha256, bytes);
      // A million entries don't wait for what only few of them have.
      if (parsed.ok && !hasEvidence(parsed.value)) enter(parsed.value, bytes, next);
      else await read(next, bytes);
      next++;
      if (next % ENTRIES_A_SLICE === 0) await turn();
    }
  }
  // Where entries are missing, what is there is read row by row until a rule names the place.
  for await (const row of store.ledger.readEntries(body, next, head.size)) {
    await read(row.index, row.bytes);
    if (row.index % ENTRIES_A_SLICE === 0) await turn();
  }
  if (!state) throw new DamagedRecord(`the record of ${body} is empty`);
  if (toHex(tree.root()) !== toHex(head.root))
    throw new DamagedRecord(`the record of ${body} has another root than its head (R-26)`);
  return { state, tree, index };
}

/** The tree of the entries before a snapshot, from their leaf hashes; their bytes are held against it when they are read. */
async function treeUpTo(
  store: Pick<Store, "ledger">,
  body: BodyId,
  sha256: Sha256,
  { size, root, state }: Start,
  turn: Turn,
): Promise<GrowingTree> {
  const tree = new GrowingTree(sha256);
  const leaves = await store.ledger.leaves(body, size).catch((error: unknown) => {
    throw error instanceof DamagedLeaves ? new NotOfThisRecord(error.message) : error;
  });
  for (let i = 0; i < leaves.length; i += 32) {
    tree.append(leaves.subarray(i, i + 32));
    if (tree.size % LEAVES_A_SLICE === 0) await turn();
  }
  if (state.body !== body || state.size !== size || toHex(tree.root()) !== root)
    throw new NotOfThisRecord(`the snapshot at ${size} is not of ${body}`);
  return tree;
}

function foldOne(
  state: State | undefined,
  entry: ParsedEntry,
  index: ActIndex,
  sha256: Sha256,
  evidence: Evidence | undefined,
  body: BodyId,
  at: number,
): State {
  if (entry.type === "notice") {
    if (!state) throw damaged(body, at, "F-1");
    const folded = foldNotice(state, entry.signed, entry.at);
    if (!folded.ok) throw damaged(body, at, folded.rule);
    index.add({ kind: `notice.${entry.signed.document.notice}` });
    return state;
  }
  const { signed } = entry;
  const occasion = evidence ? { at: entry.at, sha256, evidence } : { at: entry.at, sha256 };
  if (!state) {
    const begun = begin(KINDS, signed, occasion);
    if (!begun.ok) throw damaged(body, at, begun.rule);
    indexAct(index, signed.document, begun.value.admission.right);
    return begun.value.state;
  }
  const folded = foldAct(KINDS, state, signed, occasion);
  if (!folded.ok) throw damaged(body, at, folded.rule);
  indexAct(index, signed.document, folded.value.right);
  return state;
}

function indexAct(index: ActIndex, act: Act, right: Right): void {
  index.add({ kind: act.kind, author: act.by, about: aboutOf(act), right });
}

function hasEvidence(entry: ParsedEntry): boolean {
  return entry.type === "act" && entry.evidence !== undefined;
}

async function evidenceOf(
  store: Pick<Store, "attachments">,
  body: BodyId,
  entry: ParsedEntry,
  read: (act: Act, bytes: Uint8Array) => Evidence | undefined,
): Promise<Evidence | undefined> {
  if (entry.type !== "act" || !entry.evidence) return undefined;
  const kept = await store.attachments.get(body, entry.evidence as Hash);
  return kept?.bytes ? read(entry.signed.document, kept.bytes) : undefined;
}

/** An entry's bytes as they were read, if they are what the tree holds. Throws {@link DamagedRecord}. */
export function sound(
  tree: GrowingTree,
  sha256: Sha256,
  body: BodyId,
  row: { readonly index: number; readonly bytes: Uint8Array },
): Uint8Array {
  if (!equalBytes(leafHash(sha256, row.bytes), tree.leaf(row.index))) throw damaged(body, row.index, "R-41");
  return row.bytes;
}

function damaged(body: BodyId, index: number, rule: string): DamagedRecord {
  return new DamagedRecord(
    `entry ${index} of ${body} breaks rule ${rule}: the record on disk was altered. Restore it from a copy.`,
  );
}
