/**
 * Watching a record grow (W-1 to W-3): from what was seen last and what the clerk shows now, either
 * nothing new, honest growth, a fork (the clerk has signed two records that can't both be true), or an
 * answer that proves nothing and is asked for again.
 */
import { type BodyId, equalBytes, type KeyId, type Refusal, type Sha256 } from "@nabat/kernel";
import {
  clerkKey,
  fromMultikey,
  originOf,
  parseCheckpoint,
  type SignedCheckpoint,
  type TreeHead,
  type Verify,
  verifyConsistency,
  verifyNote,
} from "@nabat/record";

/** What a follower remembers of a record. */
export interface Seen extends TreeHead {
  /** The signed note it saw, as proof. */
  readonly note: Uint8Array;
}

/** Two signed statements of one clerk that contradict each other: proof of fraud for anyone. */
export interface Fork {
  readonly older: Uint8Array;
  readonly newer: Uint8Array;
  readonly why: "same-size-other-root" | "does-not-continue" | "shrank";
}

export type Watched =
  | { readonly is: "same"; readonly signed: SignedCheckpoint }
  | { readonly is: "grown"; readonly signed: SignedCheckpoint; readonly head: Seen }
  | { readonly is: "behind"; readonly size: number }
  | { readonly is: "fork"; readonly fork: Fork }
  | { readonly is: "unproved"; readonly refusal: Refusal };

/** Whose signature a checkpoint must bear: one key, or any of those that it depends on the size. */
export type Signers = KeyId | ((size: number) => readonly KeyId[]);

/** Reads a note and checks that `clerk` signed it for this body; else the refusal. */
export function readClerkNote(
  sha256: Sha256,
  verify: Verify,
  body: BodyId,
  clerk: Signers,
  note: Uint8Array,
): SignedCheckpoint | Refusal {
  const parsed = parseCheckpoint(note);
  if (!parsed.ok) return parsed;
  if (parsed.value.checkpoint.origin !== originOf(body))
    return { ok: false, rule: "R-25", code: "another-origin", facts: {} };
  const keys = typeof clerk === "function" ? clerk(parsed.value.checkpoint.size) : [clerk];
  const signed = verifyNote(
    verify,
    parsed.value.note,
    keys.map((key) => clerkKey(sha256, body, fromMultikey(key))),
  );
  return signed.ok ? parsed.value : signed;
}

/**
 * Judges a new note. `proof` is the consistency proof from the last seen size to the note's; it is not
 * asked for where there is none yet or the sizes are equal. A clerk that answers with an older,
 * consistent head is behind, not a liar: a cache may stand between.
 */
export function judge(
  sha256: Sha256,
  verify: Verify,
  body: BodyId,
  clerk: Signers,
  last: Seen | undefined,
  note: Uint8Array,
  proof: readonly Uint8Array[] | undefined,
): Watched {
  const read = readClerkNote(sha256, verify, body, clerk, note);
  if ("ok" in read) return { is: "unproved", refusal: read };
  const { size, root } = read.checkpoint;
  if (!last) return { is: "grown", signed: read, head: { size, root, note } };
  if (size === last.size)
    return equalBytes(root, last.root)
      ? { is: "same", signed: read }
      : { is: "fork", fork: { older: last.note, newer: note, why: "same-size-other-root" } };
  if (proof === undefined) return { is: "unproved", refusal: { ok: false, rule: "R-23", code: "no-proof", facts: {} } };
  if (size < last.size) {
    const back = verifyConsistency(sha256, { size, root }, last, proof);
    return back.ok ? { is: "behind", size } : { is: "fork", fork: { older: last.note, newer: note, why: "shrank" } };
  }
  const held = verifyConsistency(sha256, last, { size, root }, proof);
  if (held.ok) return { is: "grown", signed: read, head: { size, root, note } };
  return { is: "fork", fork: { older: last.note, newer: note, why: "does-not-continue" } };
}
