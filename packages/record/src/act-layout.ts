/**
 * The short way to read an act. Nearly every act of a record has one layout in canonical
 * form; what stands in the bytes is compared with it piece by piece, its data looked through once, and its
 * id is the hash of the bytes before and behind the proof. What doesn't fit is not thereby wrong: it is
 * read the long way (act.ts, entry.ts), which alone refuses. Both ways give the same; a test compares them.
 */
import {
  type ActId,
  type BodyId,
  canonicalEnd,
  fromUtf8,
  type Hash,
  isKeyId,
  type KeyId,
  type MemberId,
  hexHash,
  type Sha256,
  utf8,
  wholeAt,
  wholeEnd,
} from "@nabat/kernel";
import { isSignatureText } from "./base58.ts";
import type { Act, Data, Signed } from "./document.ts";
import { Prepared } from "./proof.ts";

const AT = utf8('{"at":');
const BODY = utf8(',"body":"');
const BY = utf8('","by":"');
const DATA = utf8('","data":');
const KIND = utf8(',"kind":"');
const PROOF = utf8('","proof":{"cryptosuite":"eddsa-jcs-2022","proofPurpose":"assertionMethod","proofValue":"z');
const METHOD = utf8('","type":"DataIntegrityProof","verificationMethod":"did:key:');
const SAW = utf8('"},"saw":{"root":"');
const SIZE = utf8('","size":');
const SEQ = utf8('},"seq":');
const V = utf8(',"v":1}');

/** Nesting of an act's data, counted from the act. */
const DATA_DEPTH = 1;

const QUOTE = 34;
const HASH_SIGN = 35;

/** Longest multikey and signature in characters (see `isKeyId`, `isSignatureText`). */
const KEY_CHARACTERS = 50;
const SIGNATURE_CHARACTERS = 88;

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
  if (bytes.length > ROOM) return undefined;
  const at = after(bytes, begin, AT);
  const atEnd = at < 0 ? -1 : wholeEnd(bytes, at);
  const body = atEnd < 0 ? -1 : after(bytes, atEnd, BODY);
  const by = body < 0 || !hexAt(bytes, body, 64) ? -1 : after(bytes, body + 64, BY);
  const data = by < 0 || !hexAt(bytes, by, 32) ? -1 : after(bytes, by + 32, DATA);
  if (data < 0 || bytes[data] !== 123) return undefined;
  const dataEnd = canonicalEnd(bytes, data, depth + DATA_DEPTH);
  const kind = dataEnd < 0 ? -1 : after(bytes, dataEnd, KIND);
  const kindEnd = kind < 0 ? -1 : endOfKind(bytes, kind);
  const value = kindEnd < 0 ? -1 : after(bytes, kindEnd, PROOF);
  const valueEnd = value < 0 ? -1 : upTo(bytes, value, QUOTE, SIGNATURE_CHARACTERS);
  const key = valueEnd < 0 ? -1 : after(bytes, valueEnd, METHOD);
  const keyEnd = key < 0 ? -1 : upTo(bytes, key, HASH_SIGN, KEY_CHARACTERS);
  if (keyEnd < 0) return undefined;
  const again = keyEnd + 1;
  for (let i = key; i < keyEnd; i++) if (bytes[i] !== bytes[again + i - key]) return undefined;
  const proofEnd = again + keyEnd - key;
  const root = after(bytes, proofEnd, SAW);
  const size = root < 0 || !hexAt(bytes, root, 64) ? -1 : after(bytes, root + 64, SIZE);
  const sizeEnd = size < 0 ? -1 : wholeEnd(bytes, size);
  const seq = sizeEnd < 0 ? -1 : after(bytes, sizeEnd, SEQ);
  const seqEnd = seq < 0 ? -1 : wholeEnd(bytes, seq);
  const end = seqEnd < 0 ? -1 : after(bytes, seqEnd, V);
  // Sizes and counts begin at 1.
  if (end < 0 || bytes[size] === 48 || bytes[seq] === 48) return undefined;
  const text = fromUtf8(bytes.subarray(begin, end));
  const signer = signerOf(text.slice(key - begin, keyEnd - begin));
  const signature = text.slice(value - begin, valueEnd - begin);
  if (signer === undefined || !isSignatureText(signature)) return undefined;
  const document: Act = {
    at: wholeAt(bytes, at, atEnd),
    body: shared(text.slice(body - begin, body - begin + 64)) as BodyId,
    by: shared(text.slice(by - begin, by - begin + 32)) as MemberId,
    data: JSON.parse(text.slice(data - begin, dataEnd - begin)) as Data,
    kind: shared(text.slice(kind - begin, kindEnd - begin)),
    proof: {
      cryptosuite: "eddsa-jcs-2022",
      proofPurpose: "assertionMethod",
      proofValue: `z${signature}`,
      type: "DataIntegrityProof",
      verificationMethod: signer.method,
    },
    saw: { root: text.slice(root - begin, root - begin + 64) as Hash, size: wholeAt(bytes, size, sizeEnd) },
    seq: wholeAt(bytes, seq, seqEnd),
    v: 1,
  };
  // `"proof":{…},` is left out: from the quote before its name to the comma behind it.
  const proof = kindEnd + 2;
  const saw = proofEnd + 3;
  unproven.set(bytes.subarray(begin, proof));
  unproven.set(bytes.subarray(saw, end), proof - begin);
  const id = hexHash(sha256, unproven.subarray(0, proof - begin + end - saw)) as ActId;
  return { signed: new Prepared(sha256, document, id, signer.key, signature), end };
}

/** Where the bytes go on after `piece`, if they hold it at `at`; else -1. */
export function after(bytes: Uint8Array, at: number, piece: Uint8Array): number {
  for (let i = 0; i < piece.length; i++) if (bytes[at + i] !== piece[i]) return -1;
  return at + piece.length;
}

function hexAt(bytes: Uint8Array, at: number, length: number): boolean {
  for (let i = at; i < at + length; i++) {
    const c = bytes[i] as number;
    if (!((c >= 48 && c <= 57) || (c >= 97 && c <= 102))) return false;
  }
  return true;
}

/** Where the kind's name that begins at `at` ends: a letter, then 1 to 40 letters, full stops, hyphens. */
function endOfKind(bytes: Uint8Array, at: number): number {
  let i = at;
  for (; ; i++) {
    const c = bytes[i] as number;
    const letter = c >= 97 && c <= 122;
    if (!letter && (i === at || (c !== 45 && c !== 46))) break;
  }
  return i - at >= 2 && i - at <= 41 ? i : -1;
}

/** Where the first `mark` behind `at` stands, if it is at most `most` characters away and all before are ASCII. */
function upTo(bytes: Uint8Array, at: number, mark: number, most: number): number {
  for (let i = at; i <= at + most; i++) {
    const c = bytes[i] as number;
    if (c === mark) return i;
    if (!(c >= 33 && c <= 126)) return -1;
  }
  return -1;
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
