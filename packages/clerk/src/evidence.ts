/**
 * Evidence from outside a record: checked when an act brings it, read back when the record is, and
 * gathered from a mother's own record where she is kept on this server (F-10, F-11).
 */
import { type ActId, type Hash, ok, refuse, type Result, toHex } from "@nabat/kernel";
import type { Act } from "@nabat/record";
import {
  type Evidence,
  parentEvidenceBytes,
  type ProvenEntry,
  readChildEvidence,
  readParentEvidence,
} from "@nabat/body";
import { readEvidence } from "@nabat/body/checker/read-evidence.ts";
import { sha256, verify } from "@nabat/platform";
import type { KeptEvidence } from "./house-ports.ts";
import type { House } from "./house.ts";

/** Reads an act's evidence and checks every signature in it. Refuses F-10, F-11, R-14. */
export async function checkEvidence(
  act: Act,
  bytes: Uint8Array,
): Promise<Result<KeptEvidence & { readonly read: Evidence }>> {
  const hash = toHex(sha256(bytes)) as Hash;
  const read = await readEvidence(sha256, verify, { evidence: async () => bytes }, act, hash);
  return read.ok ? ok({ hash, bytes, read: read.value }) : read;
}

/** Evidence as it was checked when it was entered. */
export function storedEvidence(act: Act, bytes: Uint8Array): Evidence | undefined {
  if (act.kind === "established") {
    const child = readChildEvidence(sha256, bytes);
    return child.ok ? { child: child.value.child } : undefined;
  }
  const parent = readParentEvidence(sha256, bytes);
  return parent.ok ? { parent: parent.value.parent } : undefined;
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
  for (const index of indexes)
    entries.push({ index, bytes: await entryAt(index), proof: mother.tree.inclusionProof(index, size) });
  return ok(parentEvidenceBytes(checkpoint, entries));
}
