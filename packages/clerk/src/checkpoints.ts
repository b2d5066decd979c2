/**
 * Checkpoints of a house: signed at the durable size, once per size, with the cosignatures that
 * witnesses have given for that size below them (C2SP tlog-checkpoint, R-25 to R-32).
 */
import { type BodyId, concatBytes, fromHex, type KeyId } from "@nabat/kernel";
import {
  type Checkpoint,
  checkpointLine,
  checkpointMessage,
  clerkKey,
  formatCheckpoint,
  formatNote,
  originOf,
} from "@nabat/record";
import { sha256, type SigningKey } from "@nabat/platform";
import type { Store } from "@nabat/store";
import type { House } from "./house.ts";

/** Most cosignature lines under a checkpoint. */
const MOST_COSIGNATURES = 60;

export interface Checkpoints {
  /** The signed note at the present durable size, without cosignatures. */
  note(house: House): Promise<Uint8Array>;
  /** The same with the cosignature lines known for that size. */
  cosigned(house: House): Promise<Uint8Array>;
}

/** Checkpoints signed with the clerk's key; the last of each body is kept at hand. */
export function createCheckpoints(store: Store, key: SigningKey): Checkpoints {
  const last = new Map<BodyId, { size: number; note: Uint8Array }>();
  const note = async (house: House): Promise<Uint8Array> => {
    const { size, root } = house.durable;
    const kept = last.get(house.body);
    if (kept?.size === size) return kept.note;
    const { clerk, clerks } = house.state.founding;
    // Right at a handover the clerk before still signs: the next one needs a checkpoint over the notice (W-1).
    const justHandedOver = clerks.at(-1)?.size === size && clerks.at(-2)?.key === key.key;
    if (clerk !== key.key && !justHandedOver) {
      // A copy shows the checkpoint of the record's own clerk, never one of its own.
      const theirs = await store.ledger.checkpoint(house.body);
      if (theirs) return theirs.note;
    }
    const checkpoint: Checkpoint = { origin: originOf(house.body), size, root: fromHex(root) };
    const line = checkpointLine(
      clerkKey(sha256, house.body, key.publicBytes),
      await key.signAsync(checkpointMessage(checkpoint)),
    );
    const bytes = formatNote({ text: formatCheckpoint(checkpoint), signatures: [line] });
    last.set(house.body, { size, note: bytes });
    return bytes;
  };
  return {
    note,
    async cosigned(house) {
      const bytes = await note(house);
      const lines = await store.cosignatures.at(house.body, house.durable.size);
      // Readers take at most 64 lines: those that the body named come first, so that strangers can't crowd them out.
      const { witnesses, copies } = house.state.archive;
      const named = (key: string) => witnesses.has(key as KeyId) || copies.has(key as KeyId);
      const first = [...lines.filter((l) => named(l.witness)), ...lines.filter((l) => !named(l.witness))];
      return concatBytes(bytes, ...first.slice(0, MOST_COSIGNATURES).map((l) => l.note));
    },
  };
}
