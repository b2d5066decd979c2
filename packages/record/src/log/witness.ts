/**
 * The witness protocol of C2SP tlog-witness (rules R-34 to R-36): the body of an `add-checkpoint`
 * request, and a witness's decision on one as a pure function. The witness itself checks signatures
 * before, and stores the new head and answers after; storing must come first and be atomic.
 */
import {
  concatBytes,
  equalBytes,
  fromBase64,
  fromUtf8,
  ok,
  refuse,
  type Refusal,
  type Result,
  type Sha256,
  toBase64,
  utf8,
} from "@nabat/kernel";
import { type Checkpoint, parseCheckpoint, parseSize, type SignedCheckpoint } from "./checkpoint.ts";
import { emptyRoot, HASH_BYTES } from "./hashing.ts";
import { MAX_NOTE_BYTES } from "./note.ts";
import type { Signer } from "./note-verify.ts";
import { type MerkleProof, type TreeHead, verifyConsistency } from "./proofs.ts";

/** Lines of a consistency proof in a request: trees have fewer than 2^63 leaves. */
export const MAX_PROOF_LINES = 63;

const MAX_REQUEST_BYTES = MAX_NOTE_BYTES + 64 * 46;

/** An `add-checkpoint` request. */
export interface AddCheckpoint extends SignedCheckpoint {
  /** The size that the sender believes the witness has cosigned last. */
  readonly oldSize: number;
  readonly proof: MerkleProof;
}

/** The body of an `add-checkpoint` request. `note` is the signed checkpoint's bytes. Throws `RangeError` on what R-34 refuses. */
export function formatAddCheckpoint(oldSize: number, proof: MerkleProof, note: Uint8Array): Uint8Array {
  if (!Number.isSafeInteger(oldSize) || oldSize < 0) throw new RangeError("not a size");
  if (proof.length > MAX_PROOF_LINES) throw new RangeError("proof too long");
  if (proof.some((h) => h.length !== HASH_BYTES)) throw new RangeError("not a hash");
  return concatBytes(utf8(`old ${oldSize}\n${proof.map((h) => `${toBase64(h)}\n`).join("")}\n`), note);
}

/** Reads the body of an `add-checkpoint` request. Refuses (R-34) another form; the checkpoint as `parseCheckpoint` does. */
export function parseAddCheckpoint(body: Uint8Array): Result<AddCheckpoint> {
  if (body.length > MAX_REQUEST_BYTES) return refuse("R-34", "request-too-large", { bytes: body.length });
  let text: string;
  try {
    text = fromUtf8(body);
  } catch {
    return refuse("R-34", "request-not-utf8");
  }
  const split = text.indexOf("\n\n");
  if (split < 0) return refuse("R-34", "request-without-checkpoint");
  const [first = "", ...lines] = text.slice(0, split).split("\n");
  const oldSize = first.startsWith("old ") ? parseSize(first.slice(4)) : undefined;
  if (oldSize === undefined) return refuse("R-34", "bad-old-size");
  if (lines.length > MAX_PROOF_LINES) return refuse("R-34", "proof-too-long", { lines: lines.length });
  const proof: Uint8Array[] = [];
  for (const line of lines) {
    const hash = parseHash(line);
    if (hash === undefined) return refuse("R-34", "bad-proof-line", { line: proof.length + 1 });
    proof.push(hash);
  }
  const signed = parseCheckpoint(utf8(text.slice(split + 2)));
  return signed.ok ? ok({ oldSize, proof, ...signed.value }) : signed;
}

function parseHash(line: string): Uint8Array | undefined {
  try {
    const hash = fromBase64(line);
    return hash.length === HASH_BYTES ? hash : undefined;
  } catch {
    return undefined;
  }
}

/** What the witness knows about the log when a request comes in. */
export interface WitnessView {
  /** False if the origin is none that this witness follows. */
  readonly knownOrigin: boolean;
  /** The verdict of `verifyNote` with the keys that the witness trusts for this origin. */
  readonly signers: Result<readonly Signer[]>;
  /** The head that it cosigned last for this origin; absent if it never did. */
  readonly latest?: TreeHead;
}

/** The answer: the HTTP status of the protocol, and what goes with it. */
export type WitnessDecision =
  /** Store `head` first, then cosign and answer with the signature lines. */
  | { readonly status: 200; readonly head: Checkpoint }
  /** Answer with `size`, a newline, and `Content-Type: text/x.tlog.size`. */
  | { readonly status: 409; readonly size: number; readonly refusal: Refusal }
  /**
   * `contradiction` is true where the log has signed something that cannot follow what it signed
   * before: keep the request, it may be the proof of a fork.
   */
  | {
      readonly status: 400 | 403 | 404 | 422;
      readonly refusal: Refusal;
      readonly contradiction: boolean;
    };

/** Decides on a parsed request (R-35), check by check in the order of the specification. */
export function decideAddCheckpoint(sha256: Sha256, request: AddCheckpoint, view: WitnessView): WitnessDecision {
  const { checkpoint, oldSize, proof } = request;
  const no = (status: 400 | 403 | 404 | 422, refusal: Refusal, contradiction = false): WitnessDecision => ({
    status,
    refusal,
    contradiction,
  });
  if (!view.knownOrigin) return no(404, refuse("R-35", "unknown-origin"));
  if (!view.signers.ok) return no(403, view.signers);
  if (oldSize > checkpoint.size) {
    return no(400, refuse("R-35", "old-size-larger", { old: oldSize, size: checkpoint.size }));
  }
  const latest: TreeHead = view.latest ?? { size: 0, root: emptyRoot(sha256) };
  if (oldSize !== latest.size) {
    return {
      status: 409,
      size: latest.size,
      refusal: refuse("R-35", "old-size-differs", { size: latest.size }),
    };
  }
  if (checkpoint.size === 0 && !equalBytes(checkpoint.root, emptyRoot(sha256))) {
    return no(422, refuse("R-35", "empty-tree-with-other-root"));
  }
  const consistent = verifyConsistency(sha256, latest, checkpoint, proof);
  if (consistent.ok) return { status: 200, head: checkpoint };
  return no(422, consistent, consistent.code === "forked");
}

/** The status for a body that {@link parseAddCheckpoint} refuses. */
export const MALFORMED_STATUS = 400;

/** The body of a 409 answer. */
export function conflictBody(size: number): string {
  return `${size}\n`;
}
