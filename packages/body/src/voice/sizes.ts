/**
 * How long a text may be, by what it is (N-1 to N-3): read from the sizes that an act itself states, so that
 * a record tells it without any text. What a name or title may hold is checked where its bytes are
 * ({@link wordingFault}).
 */
import { OPENING_KINDS } from "../archive/openings.ts";
import { type Hash, ok, refuse, type Result } from "@nabat/kernel";
import type { AttachmentRef } from "@nabat/record";

/** What an attachment is for in its act. */
export type TextUse = "name" | "title" | "remark" | "place" | "file" | "text";

/** What a text is for, as far as its bytes are looked at: a name, a title, or any other. */
export type Wording = "name" | "title" | "text";

/** Characters of a name and of a title (N-1, N-2). */
export const NAME_CHARACTERS = 80;
export const TITLE_CHARACTERS = 200;
/** Most bytes of each use; of a name and a title four for each character. */
export const MOST_BYTES: Readonly<Record<TextUse, number>> = {
  name: 4 * NAME_CHARACTERS,
  title: 4 * TITLE_CHARACTERS,
  remark: 20_000,
  place: 4_000,
  file: 1_000_000,
  text: 100_000,
};
/** Most bytes of a guest's remark, and of whatever else a guest writes (N-3). */
export const GUEST_BYTES = 4_000;

/** An attachment that an act names, and for what. */
export interface UsedText {
  readonly use: TextUse;
  readonly ref: AttachmentRef;
}

/** Every attachment that an act names, with what it is for. The body's own name is a title. */
export function textsUsed(kind: string, data: unknown): UsedText[] {
  const out: UsedText[] = [];
  gather(kind, "", data, out);
  return out;
}

function gather(kind: string, key: string, value: unknown, out: UsedText[]): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) gather(kind, key, item, out);
    return;
  }
  const o = value as Record<string, unknown>;
  if (typeof o["hash"] === "string" && typeof o["grade"] === "string" && typeof o["media"] === "string")
    out.push({ use: useOf(kind, key), ref: o as unknown as AttachmentRef });
  else for (const k of Object.keys(o)) gather(kind, k, o[k], out);
}

function useOf(kind: string, key: string): TextUse {
  if (key === "name") return kind === "found" ? "title" : "name";
  if (key === "founderName") return "name";
  if (key === "title" || key === "place" || key === "file") return key;
  return kind === "say" || kind === "stay.appeal" ? "remark" : "text";
}

const RULE: Readonly<Record<TextUse, string>> = {
  name: "N-1",
  title: "N-2",
  remark: "N-3",
  place: "N-3",
  file: "N-3",
  text: "N-3",
};

/**
 * Are the texts that an act names no longer than their kind may be (N-1 to N-3)? `guest`: by a guest or an
 * applicant. Refuses also a name, title or remark that is no plain text.
 */
export function sizesHold(kind: string, data: unknown, guest: boolean): Result<true> {
  for (const { use, ref } of textsUsed(kind, data)) {
    const most = guest && use !== "file" ? Math.min(MOST_BYTES[use], GUEST_BYTES) : MOST_BYTES[use];
    if (ref.size > most) return refuse(RULE[use], "too-long", { use, most: shownMost(use, most), bytes: ref.size });
    if ((use === "name" || use === "title" || use === "remark") && ref.media !== "text/plain")
      return refuse(RULE[use], "plain-text-only", { use, media: ref.media });
  }
  return ok(true);
}

/** What people are told: characters of a name or title, bytes of the rest. */
function shownMost(use: TextUse, most: number): number {
  if (use === "name") return NAME_CHARACTERS;
  return use === "title" ? TITLE_CHARACTERS : most;
}

/** Names, titles and other plain texts among the attachments that an act names, by hash: what is checked where the bytes are. */
export function wordingsOf(kind: string, data: unknown): ReadonlyMap<Hash, Wording> {
  const out = new Map<Hash, Wording>();
  for (const { use, ref } of textsUsed(kind, data)) {
    // Named as both, it must be fit to be a name.
    if (use === "name") out.set(ref.hash, use);
    else if (use === "title" && out.get(ref.hash) !== "name") out.set(ref.hash, use);
    else if (use !== "file" && ref.media === "text/plain" && !OPENING_KINDS.has(kind) && !out.has(ref.hash))
      out.set(ref.hash, "text");
  }
  return out;
}
