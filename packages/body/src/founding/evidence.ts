/**
 * Evidence that a body was established by another's decision (F-10): the mother's founding act, the
 * motion, the call of the vote and its result, each with its proof of inclusion in one checkpoint that
 * the mother's clerk signed. It needs nothing else: the mother's id is the hash of her founding act.
 */
import {
  type ActId,
  type BodyId,
  canonicalBytes,
  type CanonicalValue,
  fromBase64,
  type Hash,
  type KeyId,
  ok,
  parseCanonical,
  refuse,
  type Result,
  type Sha256,
  toBase64,
} from "@nabat/kernel";
import {
  type Act,
  leafHash,
  type Notice,
  originOf,
  parseCheckpoint,
  parseEntry,
  type ParsedEntry,
  type Signed,
  type SignedCheckpoint,
  verifyInclusion,
} from "@nabat/record";
import { forceFrom } from "../binding/term.ts";
import { NOW_MS } from "../binding/ways.ts";
import type { Evidence } from "../engine/kind.ts";
import type { Move } from "../motions/acts.ts";
import type { ResultDeclared, VoteOpen } from "../votes/acts.ts";
import type { Found } from "./acts.ts";

/** One entry of the mother's record with its proof. */
export interface ProvenEntry {
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** What the caller must still check with a signature function before it trusts the evidence. */
export interface ParentEvidence {
  readonly parent: NonNullable<Evidence["parent"]>;
  readonly checkpoint: SignedCheckpoint;
  /** Key of the mother's clerk at that checkpoint. */
  readonly clerk: KeyId;
  readonly signed: readonly Signed<Act | Notice>[];
}

/** Most bytes of such evidence. */
export const MAX_PARENT_EVIDENCE = 200_000;

/** Writes the evidence: `entries` are found, handovers if any, move, vote.open, result, by index. */
export function parentEvidenceBytes(checkpoint: Uint8Array, entries: readonly ProvenEntry[]): Uint8Array {
  return canonicalBytes({
    v: 1,
    type: "parent",
    checkpoint: toBase64(checkpoint),
    entries: entries.map((e) => ({ index: e.index, bytes: toBase64(e.bytes), proof: e.proof.map(toBase64) })),
  });
}

/** Reads the evidence and checks all but signatures. Refuses F-10. */
export function readParentEvidence(sha256: Sha256, bytes: Uint8Array): Result<ParentEvidence> {
  if (bytes.length > MAX_PARENT_EVIDENCE) return bad("too-large");
  const doc = parseCanonical(bytes);
  if (!doc.ok) return bad("not-canonical");
  let read: { checkpoint: SignedCheckpoint; entries: ParsedEntry[] };
  try {
    const found = readProven(sha256, doc.value as { [k: string]: CanonicalValue });
    if (!found.ok) return found;
    read = found.value;
  } catch {
    return bad("not-evidence");
  }
  return interpret(read.checkpoint, read.entries);
}

function readProven(
  sha256: Sha256,
  doc: { [k: string]: CanonicalValue },
): Result<{ checkpoint: SignedCheckpoint; entries: ParsedEntry[] }> {
  if (doc["v"] !== 1 || doc["type"] !== "parent") return bad("not-evidence");
  const checkpoint = parseCheckpoint(fromBase64(doc["checkpoint"] as string));
  if (!checkpoint.ok) return bad("checkpoint");
  const { size, root } = checkpoint.value.checkpoint;
  const entries: ParsedEntry[] = [];
  let last = -1;
  for (const raw of doc["entries"] as unknown as { index: number; bytes: string; proof: string[] }[]) {
    if (raw.index <= last) return bad("order");
    last = raw.index;
    const entry = fromBase64(raw.bytes);
    const inside = verifyInclusion(
      sha256,
      leafHash(sha256, entry),
      raw.index,
      { size, root },
      raw.proof.map(fromBase64),
    );
    if (!inside.ok) return bad("not-included");
    const parsed = parseEntry(sha256, entry);
    if (!parsed.ok) return bad("entry");
    entries.push(parsed.value);
  }
  return ok({ checkpoint: checkpoint.value, entries });
}

function interpret(checkpoint: SignedCheckpoint, entries: readonly ParsedEntry[]): Result<ParentEvidence> {
  const signed = entries.map((e) => e.signed as Signed<Act | Notice>);
  const acts = entries.flatMap((e) => (e.type === "act" ? [e] : []));
  const [found, move, open, result] = acts;
  if (acts.length !== 4 || !found || !move || !open || !result) return bad("entries");
  const kinds = acts.map((e) => e.signed.document.kind).join(" ");
  if (kinds !== "found move vote.open result") return bad("entries");
  const body = found.signed.id as unknown as BodyId;
  if (checkpoint.checkpoint.origin !== originOf(body)) return bad("origin");
  const motion = move.signed.document.data as unknown as Move;
  const call = open.signed.document.data as unknown as VoteOpen;
  const declared = result.signed.document.data as unknown as ResultDeclared;
  const about = [move, open, result].every((e) => e.signed.document.body === body);
  if (!about || motion.subject?.type !== "establish" || call.motion !== move.signed.id) return bad("another-decision");
  if (declared.vote !== open.signed.id || declared.outcome !== "carried") return bad("not-carried");
  let clerk = (found.signed.document.data as unknown as Found).clerk;
  for (const e of entries) {
    if (e.type !== "notice") continue;
    const notice = e.signed.document;
    if (notice.notice !== "handover" || notice.body !== body || e.signed.key !== clerk) return bad("handover");
    clerk = notice.data["key"] as KeyId;
  }
  // An opinion binds nobody, however it came out (B-3).
  if (declared.opinion) return bad("not-carried");
  const voted = Object.values(declared.counts).reduce((a, b) => a + b, 0);
  // What all agreed to decide at once is over within a day (B-5); any other vote outside a sitting takes longer (S-34).
  const now = call.sitting === undefined && (call.closes ?? 0) - open.at <= NOW_MS;
  const way = now ? "now" : call.sitting === undefined ? "days" : "meeting";
  const halls = (call.halls?.length ?? 0) > 0 ? { halls: true as const } : {};
  const parent = {
    body,
    act: result.signed.id as ActId,
    at: result.at,
    from: forceFrom({ way, voted, whole: declared.whole, at: result.at, ...halls }, false),
    establishes: { type: motion.subject.body, seats: motion.subject.seats, text: call.version as Hash },
  };
  return ok({ parent, checkpoint, clerk, signed });
}

function bad(what: string): Result<never> {
  return refuse("F-10", "bad-evidence", { what });
}
