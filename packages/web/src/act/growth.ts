/**
 * Before a device signs, the record must have grown honestly since it last looked (DESIGN §3, `saw`;
 * the clerk's signed checkpoint, and a proof that it begins with the one this
 * device holds. A contradiction is kept with both signed checkpoints and stops all signing here.
 */
import { type BodyId, fromHex, type Hash, type KeyId, toBase64, toHex, utf8 } from "@nabat/kernel";
import {
  clerkKey,
  fromMultikey,
  parseCheckpoint,
  type SignedCheckpoint,
  verifyConsistency,
  verifyNoteAsync,
} from "@nabat/record";
import { sha256, verify } from "@nabat/platform/browser/mod.ts";
import type { Api } from "../api/client.ts";
import type { Alarm, SawNote } from "../device/own-body.ts";

/** What looking at the record came to. */
export type Growth =
  | { readonly is: "grown"; readonly saw: SawNote; readonly added: number }
  /** Not signed by the record keeper that this device knows. */
  | { readonly is: "unsigned"; readonly code: string }
  | { readonly is: "contradiction"; readonly alarm: Alarm };

/** What {@link lookAtGrowth} needs of the device. */
export interface Known {
  readonly body: BodyId;
  readonly clerk: KeyId;
  readonly saw?: SawNote;
}

/** Reads a checkpoint's text and checks that `clerk` signed it for this body. */
export async function readCheckpoint(text: string, body: BodyId, clerk: KeyId): Promise<SignedCheckpoint | string> {
  const parsed = parseCheckpoint(utf8(text));
  if (!parsed.ok) return parsed.code;
  const key = clerkKey(sha256, body, fromMultikey(clerk));
  if (parsed.value.checkpoint.origin !== key.name) return "another-body";
  const held = await verifyNoteAsync((_, message, signature) => verify(clerk, message, signature), parsed.value.note, [
    key,
  ]);
  return held.ok ? parsed.value : held.code;
}

/**
 * Fetches the present checkpoint and holds it against what this device saw. Throws `Unreachable`
 * where the network is away: that is no contradiction.
 */
export async function lookAtGrowth(api: Api, known: Known, now: number): Promise<Growth> {
  const note = await api.checkpoint(known.body);
  const read = await readCheckpoint(note, known.body, known.clerk);
  if (typeof read === "string") return { is: "unsigned", code: read };
  const { size, root } = read.checkpoint;
  const saw: SawNote = { size, root: toHex(root) as Hash, note };
  const old = known.saw;
  if (!old) return { is: "grown", saw, added: size };
  const proof = size > old.size ? await api.consistency(known.body, old.size, size) : [];
  const held = verifyConsistency(sha256, { size: old.size, root: fromHex(old.root) }, { size, root }, proof);
  if (held.ok) return { is: "grown", saw, added: size - old.size };
  const alarm: Alarm = {
    body: known.body,
    old: old.note,
    present: note,
    proof: proof.map(toBase64),
    code: held.code,
    at: now,
  };
  return { is: "contradiction", alarm };
}
