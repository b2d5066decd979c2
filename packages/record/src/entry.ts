/**
 * Entries of a record: an act or a notice with the moment of its admission.
 * The entry's canonical bytes are what the Merkle log hashes.
 */
import {
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
import { actByLayout, after } from "./act-layout.ts";
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

const ACT = utf8('{"act":');
const AT = utf8(',"at":');

/** The entry of an act without evidence, read the short way; `undefined` where it must be read the long way. */
function entryByLayout(sha256: Sha256, bytes: Uint8Array): ParsedEntry | undefined {
  if (after(bytes, 0, ACT) < 0) return undefined;
  const act = actByLayout(sha256, bytes, ACT.length, 1);
  const at = act ? after(bytes, act.end, AT) : -1;
  const end = at < 0 ? -1 : wholeEnd(bytes, at);
  if (act === undefined || end < 0 || bytes[end] !== 125 || end + 1 !== bytes.length) return undefined;
  return { type: "act", at: wholeAt(bytes, at, end), signed: act.signed };
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
