/**
 * Intake: from the bytes somebody sent to an authenticated act, or a refusal. Everything that costs
 * (signatures) or may fail (form) happens here, before the act queues for its body's writer.
 */
import { fromHex, fromUtf8, type Hash, ok, refuse, type Result, toHex } from "@nabat/kernel";
import {
  type Act,
  type Attachment,
  attachmentHash,
  attachmentRefs,
  MAX_ATTACHMENT_BYTES,
  parseAct,
  SALT_BYTES,
  type Signed,
} from "@nabat/record";
import {
  type AnyKind,
  KINDS,
  kindOf,
  nestedSignatures,
  type NestedSignature,
  type State,
  wordingHolds,
  type Wording,
  wordingsOf,
} from "@nabat/body";
import { sha256, verify, verifyAsync } from "@nabat/platform";

/** An attachment that came with an act, under its salted hash. */
export interface Brought extends Attachment {
  readonly hash: Hash;
  readonly grade: "public" | "members" | "closed";
  readonly media: string;
}

/** An act that was read from its canonical bytes, and those bytes. Nothing of it is checked yet but the form. */
export interface Read {
  readonly signed: Signed<Act>;
  readonly bytes: Uint8Array;
}

/** An act whose form and signatures hold. */
export interface Authenticated extends Read {
  readonly kind: AnyKind;
  readonly attachments: readonly Brought[];
  /** Nested signatures found good, by fingerprint; the writer checks any that the state has since added. */
  readonly good: Set<string>;
  /** Attachment hashes the act names but did not bring; they must be here already. */
  readonly named: readonly Hash[];
}

/** Most attachments and bytes that one act may bring. */
const MOST_ATTACHMENTS = 20;
const MOST_BYTES = 4_000_000;

/** Reads an act from the bytes that somebody sent. Refuses R-1…R-5: what is refused here isn't even an act. */
export function readAct(bytes: Uint8Array): Result<Read> {
  const signed = parseAct(sha256, bytes);
  return signed.ok ? ok({ signed: signed.value, bytes }) : signed;
}

/** Authenticates what was read. Refuses …R-18, N-1, N-2, and the rule of a nested signature. */
export async function authenticate(
  { signed, bytes }: Read,
  brought: readonly Attachment[],
  state: State | undefined,
): Promise<Result<Authenticated>> {
  const act = signed.document;
  const kind = kindOf(KINDS, act);
  if (!kind.ok) return kind;
  const attached = matchAttachments(act, brought);
  if (!attached.ok) return attached;
  if (!(await verifyAsync(signed.key, signed.message, signed.signature))) return refuse("R-6", "bad-signature");
  const good = new Set<string>();
  for (const nested of nestedSignatures(kind.value, state, act, sha256)) {
    if (!(await verifyAsync(nested.key, nested.message, hexBytes(nested.signature))))
      return refuse(nested.rule, "bad-signature");
    good.add(fingerprint(nested));
  }
  return ok({ signed, bytes, kind: kind.value, ...attached.value, good });
}

/** In the writer: nested signatures as the state now has them. Refuses under the rule of a false one. */
export function recheckNested(item: Authenticated, state: State | undefined): Result<true> {
  for (const nested of nestedSignatures(item.kind, state, item.signed.document, sha256)) {
    if (item.good.has(fingerprint(nested))) continue;
    if (!verify(nested.key, nested.message, hexBytes(nested.signature))) return refuse(nested.rule, "bad-signature");
  }
  return ok(true);
}

function fingerprint(nested: NestedSignature): string {
  return `${nested.key} ${nested.signature} ${toHex(sha256(nested.message))}`;
}

function hexBytes(hex: string): Uint8Array {
  return /^[0-9a-f]{128}$/.test(hex) ? fromHex(hex) : new Uint8Array(0);
}

function matchAttachments(act: Act, brought: readonly Attachment[]): Result<{ attachments: Brought[]; named: Hash[] }> {
  if (brought.length > MOST_ATTACHMENTS) return refuse("R-17", "too-many-attachments", { most: MOST_ATTACHMENTS });
  const total = brought.reduce((n, a) => n + a.bytes.length, 0);
  if (total > MOST_BYTES || brought.some((a) => a.bytes.length > MAX_ATTACHMENT_BYTES))
    return refuse("R-17", "attachment-too-large", { most: MAX_ATTACHMENT_BYTES });
  const refs = new Map(attachmentRefs(act.data).map((r) => [r.hash, r]));
  const wordings = wordingsOf(act.kind, act.data);
  const attachments: Brought[] = [];
  for (const a of brought) {
    const hash = attachmentHash(sha256, a);
    const ref = refs.get(hash);
    // As `fitsRef` does, whose hash is at hand here.
    if (!ref || a.salt.length !== SALT_BYTES || a.bytes.length !== ref.size)
      return refuse("R-16", "attachment-not-named", { hash });
    if (ref.media === "text/plain" && !isText(a.bytes)) return refuse("R-18", "not-text", { hash });
    const wording = wordings.get(hash);
    const fit = wording && fitWording(a.bytes, wording);
    if (fit && !fit.ok) return fit;
    attachments.push({ hash, grade: ref.grade, media: ref.media, salt: a.salt, bytes: a.bytes });
    refs.delete(hash);
  }
  return ok({ attachments, named: [...refs.keys()] });
}

/** Are these the bytes of a name, a title or another text as N-1 to N-3 have them? What is no text at all is refused by R-18. */
export function fitWording(bytes: Uint8Array, use: Wording): Result<true> {
  let text: string;
  try {
    text = fromUtf8(bytes);
  } catch {
    return refuse("R-18", "not-text");
  }
  return wordingHolds(text, use);
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !fromUtf8(bytes).includes("\u0000");
  } catch {
    return false;
  }
}
