/**
 * A snapshot on its way to the disk and back: state and index packed, with a seal over what they are
 * said to be. The seal's key comes from the server's own, which is kept apart from the database: whoever
 * can write there can destroy a snapshot, not make one up.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { type BodyId, canonicalBytes, type Hash, toHex } from "@nabat/kernel";
import { RULES } from "@nabat/body/statutes/acts.ts";
import { sha256, type SigningKey } from "@nabat/platform";
import type { Snapshot } from "@nabat/store";
import { ActIndex, type PlainIndex } from "../act-index.ts";
import type { Loaded } from "../house-ports.ts";
import type { Start } from "../load.ts";
import { othersTurn, type Turn } from "../turn.ts";
import { pack } from "./packed.ts";
import { unpackInTurns } from "./unpacked.ts";

/** Version of the rules as the store names it. */
export const RULES_VERSION = String(RULES);
const ROOT = 32;
const SEAL = 32;

/** A snapshot that isn't what it says: damaged, or made up. */
export class FalseSnapshot extends Error {}

/** The key of the seals, from the server's signing key. */
export function sealKey(key: SigningKey): Uint8Array {
  return new Uint8Array(createHmac("sha256", key.secret()).update("nabat snapshots").digest());
}

/** State and index as bytes: the same for the same entries, whoever folds them with this code. */
export function packedState(state: Loaded["state"], index: ActIndex): Uint8Array {
  return pack({ state, index: index.plain() });
}

/** A sealed snapshot of a record as loaded. */
export function sealSnapshot(key: Uint8Array, codeHash: Hash, loaded: Loaded): Snapshot {
  const { state, tree, index } = loaded;
  const packed = packedState(state, index);
  const root = tree.root();
  const about = { size: state.size, rulesVersion: RULES_VERSION, codeHash, stateHash: toHex(sha256(packed)) as Hash };
  const bytes = new Uint8Array(ROOT + SEAL + packed.length);
  bytes.set(root);
  bytes.set(sealOf(key, state.body, about, root), ROOT);
  bytes.set(packed, ROOT + SEAL);
  return { ...about, bytes };
}

/**
 * What a snapshot of `body` says, to fold on from; read in slices, since it may be large. Throws
 * {@link FalseSnapshot} where hash or seal don't hold.
 */
export async function openSnapshot(
  key: Uint8Array,
  body: BodyId,
  snapshot: Snapshot,
  turn: Turn = othersTurn,
): Promise<Start> {
  const root = snapshot.bytes.slice(0, ROOT);
  const seal = snapshot.bytes.subarray(ROOT, ROOT + SEAL);
  const packed = snapshot.bytes.subarray(ROOT + SEAL);
  if (seal.length !== SEAL || !timingSafeEqual(seal, sealOf(key, body, snapshot, root)))
    throw new FalseSnapshot(`the snapshot at ${snapshot.size} was not sealed here`);
  if ((await hashInTurns(packed, turn)) !== snapshot.stateHash)
    throw new FalseSnapshot(`the snapshot at ${snapshot.size} is damaged`);
  const { state, index } = (await unpackInTurns(packed, turn)) as { state: Loaded["state"]; index: PlainIndex };
  return { size: snapshot.size, root: toHex(root) as Hash, state, index: ActIndex.of(index) };
}

/** Bytes hashed in one slice. */
const HASHED_A_SLICE = 1 << 20;

async function hashInTurns(bytes: Uint8Array, turn: Turn): Promise<string> {
  const hash = createHash("sha256");
  for (let at = 0; at < bytes.length; at += HASHED_A_SLICE) {
    hash.update(bytes.subarray(at, at + HASHED_A_SLICE));
    await turn();
  }
  return hash.digest("hex");
}

function sealOf(key: Uint8Array, body: BodyId, about: Omit<Snapshot, "bytes">, root: Uint8Array): Uint8Array {
  const { size, rulesVersion, codeHash, stateHash } = about;
  const said = { body, size, root: toHex(root), rulesVersion, codeHash, stateHash };
  return createHmac("sha256", key).update(canonicalBytes(said)).digest();
}
