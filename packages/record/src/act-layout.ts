/**
 * The short way to read an act, of the layout that act-places.ts finds. Its id is the hash
 * of the bytes before and behind the proof. It can be read at once, or in two halves in two threads: one looks
 * at every byte and checks the signature, the other makes the document of what was looked at. What has another
 * layout is read the long way (act.ts, entry.ts), which alone refuses. All ways give the same; a test compares
 * them.
 */
import {
  type ActId,
  type BodyId,
  fromUtf8,
  type Hash,
  hexHash,
  isKeyId,
  type KeyId,
  type MemberId,
  type Sha256,
  utf8,
  wholeAt,
} from "@nabat/kernel";
import { type Begins, beginsOf, type Ends, endsOf, HASH_CHARACTERS, MEMBER_CHARACTERS } from "./act-places.ts";
import { fromBase58, isSignatureText } from "./base58.ts";
import type { Act, Data, Signed } from "./document.ts";
import { Prepared, signedMessage } from "./proof.ts";

/** The bytes without the proof are put together here. Larger than any act that is read this way. */
const ROOM = 9000;
const unproven = new Uint8Array(ROOM);

/**
 * The act that begins at `begin` of these bytes and where it ends, or `undefined` where it must be read
 * the long way. `depth`: how deep it lies in its document, 0 or 1. Takes over no part of `bytes`.
 */
export function actByLayout(
  sha256: Sha256,
  bytes: Uint8Array,
  begin: number,
  depth: number,
): { readonly signed: Signed<Act>; readonly end: number } | undefined {
  const ends = bytes.length > ROOM ? undefined : endsOf(bytes, begin, depth);
  if (ends === undefined) return undefined;
  const places = beginsOf(begin, ends);
  const text = fromUtf8(bytes.subarray(begin, places.end));
  const signer = signerOf(text.slice(places.key - begin, ends.key - begin));
  const signature = text.slice(places.signature - begin, ends.signature - begin);
  if (signer === undefined || !isSignatureText(signature)) return undefined;
  const document = documentOf(bytes, begin, ends, places, text, signer, signature);
  const id = hexHash(sha256, withoutProof(bytes, begin, places)) as ActId;
  return { signed: new Prepared(sha256, document, id, signer.key, signature), end: places.end };
}

/** The half of reading an act that looks at every byte: what is needed to check its signature, and where its parts end. */
export interface Looked {
  readonly ends: Ends;
  /** Where the act ends. */
  readonly end: number;
  readonly key: KeyId;
  /** Its id as 32 bytes. */
  readonly id: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** Looks at an act, as {@link actByLayout} does, and makes no document of it. */
export function lookAtAct(sha256: Sha256, bytes: Uint8Array, begin: number, depth: number): Looked | undefined {
  const ends = bytes.length > ROOM ? undefined : endsOf(bytes, begin, depth);
  if (ends === undefined) return undefined;
  const places = beginsOf(begin, ends);
  const text = fromUtf8(bytes.subarray(places.signature, ends.key));
  const signer = signerOf(text.slice(places.key - places.signature));
  const signature = text.slice(0, ends.signature - places.signature);
  if (signer === undefined || !isSignatureText(signature)) return undefined;
  const id = sha256(withoutProof(bytes, begin, places));
  const { key } = signer;
  return {
    ends,
    end: places.end,
    key,
    id,
    message: signedMessage(sha256, key, id),
    signature: fromBase58(signature, 64),
  };
}

/** The other half: the act whose parts were found to end at `ends`, and where it ends. Looks at nothing again. */
export function lookedAtAct(
  bytes: Uint8Array,
  begin: number,
  ends: Ends,
): { readonly document: Act; readonly key: KeyId; readonly end: number } {
  const places = beginsOf(begin, ends);
  const text = fromUtf8(bytes.subarray(begin, places.end));
  const signer = signerOf(text.slice(places.key - begin, ends.key - begin));
  if (signer === undefined) throw new Error("an act that was not looked at");
  const signature = text.slice(places.signature - begin, ends.signature - begin);
  return {
    document: documentOf(bytes, begin, ends, places, text, signer, signature),
    key: signer.key,
    end: places.end,
  };
}

/** `text`: the act's bytes as a string. */
function documentOf(
  bytes: Uint8Array,
  begin: number,
  ends: Ends,
  { at, body, by, data, kind, root, size, seq }: Begins,
  text: string,
  signer: Signer,
  signature: string,
): Act {
  return {
    at: wholeAt(bytes, at, ends.at),
    body: shared(text.slice(body - begin, body - begin + HASH_CHARACTERS)) as BodyId,
    by: shared(text.slice(by - begin, by - begin + MEMBER_CHARACTERS)) as MemberId,
    data: JSON.parse(text.slice(data - begin, ends.data - begin)) as Data,
    kind: shared(text.slice(kind - begin, ends.kind - begin)),
    proof: {
      cryptosuite: "eddsa-jcs-2022",
      proofPurpose: "assertionMethod",
      proofValue: `z${signature}`,
      type: "DataIntegrityProof",
      verificationMethod: signer.method,
    },
    saw: {
      root: text.slice(root - begin, root - begin + HASH_CHARACTERS) as Hash,
      size: wholeAt(bytes, size, ends.size),
    },
    seq: wholeAt(bytes, seq, ends.seq),
    v: 1,
  };
}

/** The canonical bytes of the act without its proof, in memory that the next call fills again. */
function withoutProof(bytes: Uint8Array, begin: number, { proof, afterProof, end }: Begins): Uint8Array {
  unproven.set(bytes.subarray(begin, proof));
  unproven.set(bytes.subarray(afterProof, end), proof - begin);
  return unproven.subarray(0, proof - begin + end - afterProof);
}

interface Signer {
  readonly key: KeyId;
  readonly method: string;
}

/** Names that stand in act after act, one string each: a few thousand in a record of millions. */
const KEPT_NAMES = 50_000;
const signers = new Map<string, Signer>();
const names = new Map<string, string>();

function signerOf(text: string): Signer | undefined {
  const known = signers.get(text);
  if (known) return known;
  if (!isKeyId(text)) return undefined;
  const key = copyOf(text) as KeyId;
  if (signers.size >= KEPT_NAMES) signers.clear();
  const signer = { key, method: `did:key:${key}#${key}` };
  signers.set(key, signer);
  return signer;
}

function shared(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const copy = copyOf(text);
  if (names.size >= KEPT_NAMES) names.clear();
  names.set(copy, copy);
  return copy;
}

/** A string of its own: a part cut from a longer one would keep all of it in memory. */
function copyOf(text: string): string {
  return fromUtf8(utf8(text));
}
