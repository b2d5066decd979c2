/** A position as a vote on devices takes it: a salted commitment, and its opening for those who may read it. */
import { type Hash, toHex } from "@nabat/kernel";
import type { Attachment, AttachmentRef } from "@nabat/record";
import { openingBytes, openingFile, POSITIONS } from "@nabat/body/votes/opening-bytes.ts";
import { random, seal, sha256 } from "@nabat/platform/browser/mod.ts";
import { bytesAttachment } from "../act/fields.ts";
import type { KeptOpening } from "../device/own-body.ts";

/** What goes into `vote.cast` or `vote.card`, and what the voter keeps. */
export interface Position {
  readonly commit: Hash;
  readonly opening: AttachmentRef;
  readonly attachment: Attachment;
  readonly own: KeptOpening;
}

/** Who may read the opening: members, or the holders of these box keys alone. */
export type Readers = { readonly grade: "members" } | { readonly grade: "closed"; readonly boxes: readonly string[] };

/** Bytes that a sealed paper is padded to: with 99 marks it is no longer, so its size tells nothing of them. */
export const PAPER_BYTES = 896;

/**
 * Makes a position; `known` are the choices of this vote, for a ballot its keys. Throws `RangeError` on
 * a choice that isn't one, or closed without readers.
 */
export async function makePosition(
  vote: string,
  choice: string | readonly string[],
  readers: Readers,
  known: readonly string[] = POSITIONS,
): Promise<Position> {
  if ((typeof choice === "string" ? [choice] : choice).some((c) => !known.includes(c)))
    throw new RangeError("not a position");
  if (readers.grade === "closed" && readers.boxes.length === 0) throw new RangeError("sealed to nobody");
  const salt = toHex(random(16));
  const number = readers.grade === "closed" ? toHex(random(16)) : undefined;
  const plain = openingBytes(vote, choice, salt, number);
  const commit = toHex(sha256(plain)) as Hash;
  const bytes =
    readers.grade === "closed"
      ? await seal(plain, readers.boxes, typeof choice === "string" ? 0 : PAPER_BYTES)
      : openingFile(plain, choice);
  const { ref, attachment } = bytesAttachment({ sha256, random }, bytes, readers.grade, "application/json");
  return {
    commit,
    opening: ref,
    attachment,
    own: { choice, salt, commit, ...(number === undefined ? {} : { number }) },
  };
}

/** The box keys in a form's `data-tellers`: a list of keys, or a list per teller. */
export function boxesIn(text: string | undefined): string[] {
  if (!text) return [];
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string" && /^[0-9a-f]{64}$/.test(value)) found.push(value);
    else if (Array.isArray(value)) for (const v of value) walk(v);
    else if (typeof value === "object" && value !== null)
      for (const [k, v] of Object.entries(value)) if (k !== "id" && k !== "member") walk(v);
  };
  walk(JSON.parse(text));
  return [...new Set(found)];
}
