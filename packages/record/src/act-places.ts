/**
 * Where the parts of an act lie in its bytes, for an act of the one layout that nearly every act
 * of a record has in canonical form: what stands there is compared with it piece by piece, and the data is
 * looked through once. What doesn't fit is not thereby wrong: it is read the long way.
 */
import { canonicalEnd, utf8, wholeEnd } from "@nabat/kernel";

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

/** Characters of a hash and of a member's id. */
export const HASH_CHARACTERS = 64;
export const MEMBER_CHARACTERS = 32;
/** Longest multikey and signature in characters (see `isKeyId`, `isSignatureText`). */
const KEY_CHARACTERS = 50;
const SIGNATURE_CHARACTERS = 88;

/** Where the parts without a fixed length end, counted from the first byte of the array. All others follow from these. */
export interface Ends {
  readonly at: number;
  readonly data: number;
  readonly kind: number;
  readonly signature: number;
  readonly key: number;
  readonly size: number;
  readonly seq: number;
}

/** Where each part begins, of an act that begins at `begin`; `proof` and `afterProof`: what its id leaves out. */
export interface Begins {
  readonly at: number;
  readonly body: number;
  readonly by: number;
  readonly data: number;
  readonly kind: number;
  readonly proof: number;
  readonly signature: number;
  readonly key: number;
  readonly afterProof: number;
  readonly root: number;
  readonly size: number;
  readonly seq: number;
  readonly end: number;
}

/** Where the parts begin whose ends are these. */
export function beginsOf(begin: number, ends: Ends): Begins {
  const body = ends.at + BODY.length;
  const by = body + HASH_CHARACTERS + BY.length;
  const key = ends.signature + METHOD.length;
  const proofEnd = ends.key + 1 + ends.key - key;
  const root = proofEnd + SAW.length;
  return {
    at: begin + AT.length,
    body,
    by,
    data: by + MEMBER_CHARACTERS + DATA.length,
    kind: ends.data + KIND.length,
    // `"proof":{…},`: from the quote before its name to the comma behind it.
    proof: ends.kind + 2,
    signature: ends.kind + PROOF.length,
    key,
    afterProof: proofEnd + 3,
    root,
    size: root + HASH_CHARACTERS + SIZE.length,
    seq: ends.size + SEQ.length,
    end: ends.seq + V.length,
  };
}

/**
 * The ends of the parts of the act that begins at `begin`, or `undefined` where it has another layout. `depth`:
 * how deep it lies in its document, 0 or 1. Whether key and signature are of their form is left to the caller.
 */
export function endsOf(bytes: Uint8Array, begin: number, depth: number): Ends | undefined {
  const at = after(bytes, begin, AT);
  const atEnd = at < 0 ? -1 : wholeEnd(bytes, at);
  const body = atEnd < 0 ? -1 : after(bytes, atEnd, BODY);
  const by = body < 0 || !hexAt(bytes, body, HASH_CHARACTERS) ? -1 : after(bytes, body + HASH_CHARACTERS, BY);
  const data = by < 0 || !hexAt(bytes, by, MEMBER_CHARACTERS) ? -1 : after(bytes, by + MEMBER_CHARACTERS, DATA);
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
  const root = after(bytes, again + keyEnd - key, SAW);
  const size = root < 0 || !hexAt(bytes, root, HASH_CHARACTERS) ? -1 : after(bytes, root + HASH_CHARACTERS, SIZE);
  const sizeEnd = size < 0 ? -1 : wholeEnd(bytes, size);
  const seq = sizeEnd < 0 ? -1 : after(bytes, sizeEnd, SEQ);
  const seqEnd = seq < 0 ? -1 : wholeEnd(bytes, seq);
  const end = seqEnd < 0 ? -1 : after(bytes, seqEnd, V);
  // Sizes and counts begin at 1.
  if (end < 0 || bytes[size] === 48 || bytes[seq] === 48) return undefined;
  return { at: atEnd, data: dataEnd, kind: kindEnd, signature: valueEnd, key: keyEnd, size: sizeEnd, seq: seqEnd };
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
