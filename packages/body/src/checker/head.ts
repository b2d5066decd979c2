/**
 * The end of a recomputation: the entries must give the checkpoint's size and root, the clerk
 * of the epoch in office must have signed it, and each witness that the record names is looked
 * for among the cosignatures.
 */
import {
  type BodyId,
  equalBytes,
  type KeyId,
  ok,
  refuse,
  type Refusal,
  type Result,
  type Sha256,
  toHex,
} from "@nabat/kernel";
import {
  allTiles,
  bodyOfOrigin,
  type Checkpoint,
  clerkKey,
  COSIGNATURE_V1,
  fromMultikey,
  type GrowingTree,
  type Note,
  parseCheckpoint,
  type Signer,
  TILE_WIDTH,
  tileBytes,
  tilePath,
  type VerifierKey,
  verifierKey,
} from "@nabat/record";
import { judgeNote, noteChecks } from "@nabat/record";
import type { State } from "../engine/state.ts";
import type { CheckSignature } from "./read-entries.ts";
import type { Source } from "./source.ts";
import type { Fault, WitnessSeen } from "./verdict.ts";

/** A checkpoint as a source gives it, its signatures still unchecked. */
export interface StatedHead {
  readonly body: BodyId;
  readonly checkpoint: Checkpoint;
  readonly note: Note;
}

/** Reads a source's checkpoint. Refuses as `parseCheckpoint` does, and an origin that names no body. */
export function statedHead(bytes: Uint8Array): Result<StatedHead> {
  const parsed = parseCheckpoint(bytes);
  if (!parsed.ok) return parsed;
  const body = bodyOfOrigin(parsed.value.checkpoint.origin);
  return body.ok ? ok({ body: body.value, ...parsed.value }) : body;
}

/** Checks that one of `clerks` signed a checkpoint. */
export async function signedByClerk(
  sha256: Sha256,
  check: CheckSignature,
  head: StatedHead,
  ...clerks: readonly KeyId[]
): Promise<Refusal | undefined> {
  const judged = await judge(
    check,
    head.note,
    clerks.map((clerk) => [clerkKey(sha256, head.body, fromMultikey(clerk)), clerk] as const),
  );
  return judged.ok ? undefined : judged;
}

/**
 * Witnesses of `keys` whose cosignature holds. A witness's name is its own affair: the key is tried
 * under the name of each line. A false cosignature of a named witness is refused.
 */
export async function witnessesOf(
  sha256: Sha256,
  check: CheckSignature,
  head: StatedHead,
  keys: Iterable<KeyId>,
): Promise<Result<WitnessSeen[]>> {
  const tried: [VerifierKey, KeyId][] = [];
  for (const key of keys) {
    for (const name of new Set(head.note.signatures.map((s) => s.name))) {
      tried.push([verifierKey(sha256, name, COSIGNATURE_V1, fromMultikey(key)), key]);
    }
  }
  const known = tried.filter(([v]) => head.note.signatures.some((s) => s.name === v.name && s.keyId === v.keyId));
  if (known.length === 0) return ok([]);
  const judged = await judge(check, head.note, known);
  if (!judged.ok) return judged;
  return ok(
    judged.value.map(({ key, seconds }) => ({
      key: known.find(([v]) => v === key)?.[1] as KeyId,
      name: key.name,
      seconds: seconds ?? 0,
    })),
  );
}

async function judge(
  check: CheckSignature,
  note: Note,
  known: readonly (readonly [VerifierKey, KeyId])[],
): Promise<Result<Signer[]>> {
  const keyOf = new Map(known);
  const checks = noteChecks(note, [...keyOf.keys()]);
  const held = await Promise.all(
    checks.map((c) => (c.message === undefined ? false : check(keyOf.get(c.key) as KeyId, c.message, c.signature))),
  );
  return judgeNote(checks, held);
}

/** Holds the recomputed tree and the founding act's id against the checkpoint. */
export async function headFault(
  head: StatedHead,
  tree: GrowingTree,
  state: State,
  source: Source,
): Promise<Fault | undefined> {
  const { checkpoint } = head;
  if (state.body !== head.body)
    return { in: "checkpoint", index: 0, refusal: refuse("R-25", "another-body", { body: state.body }) };
  if (tree.size !== checkpoint.size) {
    return { in: "checkpoint", refusal: refuse("R-42", "other-size", { size: checkpoint.size, entries: tree.size }) };
  }
  if (equalBytes(tree.root(), checkpoint.root)) return undefined;
  const index = source.tile ? await firstOtherLeaf(tree, source.tile) : undefined;
  const refusal = refuse("R-42", "other-root", { size: checkpoint.size, root: toHex(checkpoint.root) });
  return { in: "checkpoint", ...(index === undefined ? {} : { index }), refusal };
}

/** Every tile that the source carries must be what the entries give; a missing one is a fault too. */
export async function tileFault(tree: GrowingTree, tile: NonNullable<Source["tile"]>): Promise<Fault | undefined> {
  for (const t of allTiles(tree.size)) {
    if (t.level === "entries") continue;
    const path = tilePath(t);
    const bytes = (await tile(path)) ?? (await wholeTile(tile, t));
    if (bytes === undefined) return { in: "tile", refusal: refuse("R-41", "tile-missing", { path }) };
    if (!equalBytes(bytes, tileBytes(tree, t)))
      return { in: "tile", refusal: refuse("R-41", "tile-does-not-fit", { path }) };
  }
  return undefined;
}

/** A full tile may stand where a partial one is wanted. */
async function wholeTile(
  tile: NonNullable<Source["tile"]>,
  t: { level: number | "entries"; index: number; width: number },
): Promise<Uint8Array | undefined> {
  if (t.width === TILE_WIDTH) return undefined;
  return (await tile(tilePath({ ...t, width: TILE_WIDTH })))?.slice(0, t.width * 32);
}

async function firstOtherLeaf(tree: GrowingTree, tile: NonNullable<Source["tile"]>): Promise<number | undefined> {
  for (const t of allTiles(tree.size)) {
    if (t.level !== 0) continue;
    const bytes = await tile(tilePath(t));
    const mine = tileBytes(tree, t);
    if (bytes === undefined || bytes.length !== mine.length || equalBytes(bytes, mine)) continue;
    const at = mine.findIndex((b, i) => bytes[i] !== b);
    return t.index * TILE_WIDTH + Math.floor(at / 32);
  }
  return undefined;
}
