/**
 * Evidence of establishment on this server: gathered from the mother's own record, and checked, the
 * same whether it comes from here or from another server (F-10).
 */
import { type ActId, type BodyId, type Hash, ok, refuse, type Result, toHex } from "@nabat/kernel";
import { clerkKey, fromMultikey, type SignedCheckpoint, verifyNote } from "@nabat/record";
import { type Evidence, parentEvidenceBytes, type ProvenEntry, readParentEvidence } from "@nabat/body";
import { sha256, verify, verifyRaw } from "@nabat/platform";
import type { KeptEvidence } from "./house-ports.ts";
import type { House } from "./house.ts";

/** Reads evidence and checks every signature in it. Refuses F-10. */
export function checkParentEvidence(bytes: Uint8Array): Result<KeptEvidence & { readonly read: Evidence }> {
  const read = readParentEvidence(sha256, bytes);
  if (!read.ok) return read;
  const { parent, checkpoint, clerk, signed } = read.value;
  if (!signed.every((s) => verify(s.key, s.message, s.signature))) return refuse("F-10", "bad-evidence", { what: "signature" });
  if (!signedBy(checkpoint, parent.body, clerk)) return refuse("F-10", "bad-evidence", { what: "checkpoint" });
  return ok({ hash: toHex(sha256(bytes)) as Hash, bytes, read: { parent } });
}

function signedBy(checkpoint: SignedCheckpoint, body: BodyId, clerk: Parameters<typeof fromMultikey>[0]): boolean {
  return verifyNote(verifyRaw, checkpoint.note, [clerkKey(sha256, body, fromMultikey(clerk))]).ok;
}

/** Gathers the evidence for a carried `establish` decision that is kept here. Refuses F-10 where there is none. */
export async function gatherParentEvidence(
  mother: House,
  result: ActId,
  checkpoint: Uint8Array,
  entryAt: (index: number) => Promise<Uint8Array>,
  indexOf: (id: ActId) => Promise<number | undefined>,
): Promise<Result<Uint8Array>> {
  const may = mother.state.founding.mayEstablish.get(result);
  const motion = may && mother.state.motions.motions.get(may.motion);
  const vote = motion?.votes.find((id) => mother.state.votes.votes.get(id)?.result?.id === result);
  if (!may || !motion || !vote) return refuse("F-10", "no-such-decision");
  const handovers = mother.index.find({ kind: "notice.handover", limit: 100 });
  const wanted = await Promise.all([motion.id, vote, result].map(indexOf));
  if (wanted.some((i) => i === undefined)) return refuse("F-10", "no-such-decision");
  const indexes = [...new Set([0, ...handovers, ...(wanted as number[])])].sort((a, b) => a - b);
  const { size } = mother.durable;
  const entries: ProvenEntry[] = [];
  for (const index of indexes) entries.push({ index, bytes: await entryAt(index), proof: mother.tree.inclusionProof(index, size) });
  return ok(parentEvidenceBytes(checkpoint, entries));
}
