/**
 * Entries of a record: an act or a notice with the moment of its admission.
 * The entry's canonical bytes are what the Merkle log hashes.
 */
import {
  type ActId,
  canonicalBytes,
  type CanonicalValue,
  type Hash,
  isHash,
  type Millis,
  ok,
  parseCanonical,
  refuse,
  type Result,
  type Sha256,
  utf8,
  wholeAt,
  wholeEnd,
} from "@nabat/kernel";
import { checkAct, checkNotice } from "./act.ts";
import { actByLayout, type Looked, lookAtAct, lookedAtAct } from "./act-layout.ts";
import { after, type Ends } from "./act-places.ts";
import type { Act, Notice, Signed } from "./document.ts";

/** Largest entry in bytes: an act or notice and what the clerk adds. C2SP bundles allow 65,535. */
export const MAX_ENTRY_BYTES = 9000;

/** An act as entered. `evidence` is the hash of the bytes kept for what the rules needed from outside. */
export interface ActEntry {
  readonly at: Millis;
  readonly act: Act;
  readonly evidence?: Hash;
}

/** A server's notice as entered. */
export interface NoticeEntry {
  readonly at: Millis;
  readonly notice: Notice;
}

export type Entry = ActEntry | NoticeEntry;

/** An entry read back, its signature prepared for checking. */
export type ParsedEntry =
  | { readonly type: "act"; readonly at: Millis; readonly evidence?: Hash; readonly signed: Signed<Act> }
  | { readonly type: "notice"; readonly at: Millis; readonly signed: Signed<Notice> };

/** The canonical bytes of an entry. */
export function entryBytes(entry: Entry): Uint8Array {
  return canonicalBytes(entry);
}

const NO_BYTES = new Uint8Array(0);
const ACT = utf8('{"act":');
const AT = utf8(',"at":');

/** The entry of an act without evidence, read the short way; `undefined` where it must be read the long way. */
function entryByLayout(sha256: Sha256, bytes: Uint8Array): ParsedEntry | undefined {
  if (after(bytes, 0, ACT) < 0) return undefined;
  const act = actByLayout(sha256, bytes, ACT.length, 1);
  const at = act ? momentBehind(bytes, act.end) : undefined;
  return act === undefined || at === undefined ? undefined : { type: "act", at, signed: act.signed };
}

/** The moment with which the entry of an act ends that ends at `end`, if nothing else stands there. */
function momentBehind(bytes: Uint8Array, end: number): Millis | undefined {
  const at = after(bytes, end, AT);
  const atEnd = at < 0 ? -1 : wholeEnd(bytes, at);
  return atEnd < 0 || bytes[atEnd] !== 125 || atEnd + 1 !== bytes.length ? undefined : wholeAt(bytes, at, atEnd);
}

/** Looks at the entry of an act without evidence; `undefined` where it must be read with {@link parseEntry}. */
export function lookAtEntry(sha256: Sha256, bytes: Uint8Array): Looked | undefined {
  if (after(bytes, 0, ACT) < 0) return undefined;
  const act = lookAtAct(sha256, bytes, ACT.length, 1);
  return act === undefined || momentBehind(bytes, act.end) === undefined ? undefined : act;
}

/** What {@link parseEntry} gives, of an entry that {@link lookAtEntry} has looked at, but for what its signature's check needs. */
export function lookedAtEntry(bytes: Uint8Array, ends: Ends, id: ActId): ParsedEntry {
  const { document, key, end } = lookedAtAct(bytes, ACT.length, ends);
  const at = wholeAt(bytes, end + AT.length, bytes.length - 1);
  return { type: "act", at, signed: { document, id, key, message: NO_BYTES, signature: NO_BYTES } };
}

/** Reads an entry. Refuses R-10 on the envelope, else as `checkAct` and `checkNotice` do. */
export function parseEntry(sha256: Sha256, bytes: Uint8Array): Result<ParsedEntry> {
  if (bytes.length > MAX_ENTRY_BYTES) return refuse("R-10", "entry-too-large", { bytes: bytes.length });
  const quick = entryByLayout(sha256, bytes);
  if (quick) return ok(quick);
  const parsed = parseCanonical(bytes);
  if (!parsed.ok) return parsed;
  const value = parsed.value as { [k: string]: CanonicalValue };
  const at = value["at"];
  if (typeof at !== "number") return refuse("R-10", "not-an-entry");
  const names = Object.keys(value).join(",");
  if (names === "at,notice" && value["notice"] !== undefined) {
    const signed = checkNotice(sha256, value["notice"]);
    return signed.ok ? ok({ type: "notice", at, signed: signed.value }) : signed;
  }
  if ((names !== "act,at" && names !== "act,at,evidence") || value["act"] === undefined)
    return refuse("R-10", "not-an-entry");
  const evidence = value["evidence"];
  if (evidence !== undefined && (typeof evidence !== "string" || !isHash(evidence)))
    return refuse("R-10", "not-an-entry");
  const signed = checkAct(sha256, value["act"]);
  if (!signed.ok) return signed;
  return ok({
    type: "act",
    at,
    ...(evidence === undefined ? {} : { evidence: evidence as Hash }),
    signed: signed.value,
  });
}
