/**
 * Recomputes a whole record from its entries, with the rules that the clerk and the command line run
 * (`@nabat/body`, checker). Loaded on demand: it carries every rule.
 */
import { type Refusal, utf8 } from "@nabat/kernel";
import { TILE_WIDTH, tileOf, tilePath } from "@nabat/record";
import { bundleReader, check, type FoundAttachment, type Source, type Wanted } from "@nabat/body/checker/mod.ts";
import { KINDS } from "@nabat/body/kinds.ts";
import { sha256, verify } from "@nabat/platform/browser/mod.ts";
import type { Api } from "../api/client.ts";
import type { SawNote } from "../device/own-body.ts";

export type Came =
  | { readonly is: "good"; readonly entries: number; readonly witnesses: number }
  | { readonly is: "fault"; readonly index?: number; readonly rule: string; readonly code: string }
  | { readonly is: "not-yours" };

class NotYours extends Error {}

/** Checks the record at the checkpoint `saw`. Throws `Unreachable` where the network goes away. */
export async function recompute(
  api: Api,
  body: string,
  saw: SawNote,
  progress: (done: number, of: number) => void,
): Promise<Came> {
  const base = `/api/bodies/${body}`;
  const get = async (path: string): Promise<Uint8Array | undefined> => {
    const got = await api.bytes(`${base}/${path}`);
    if ("bytes" in got) return got.bytes;
    if (got.rule === "M-3") throw new NotYours(got.sentence);
    return undefined;
  };
  const refused = new Set<string>();
  const source: Source = {
    checkpoint: utf8(saw.note),
    async *bundles(from, size) {
      for (let first = Math.floor(from / TILE_WIDTH) * TILE_WIDTH; first < size; first += TILE_WIDTH) {
        const tile = tileOf("entries", first, size);
        const bytes = await get(tilePath(tile));
        if (!bytes) throw new Error(`no ${tilePath(tile)}`);
        yield { first, count: tile.width, bytes };
      }
    },
    evidence: (hash) => get(`attachments/${hash}`),
    attachments: {
      grades: ["public", "members"],
      notGiven: (hash) => refused.has(hash),
      read: (wanted) => attachments(api, base, wanted, refused),
    },
  };
  try {
    const { verdict } = await check(source, {
      kinds: KINDS,
      sha256,
      read: bundleReader(sha256, verify),
      verify,
      progress,
    });
    if (verdict.ok)
      return { is: "good", entries: verdict.summary.entries, witnesses: verdict.summary.witnesses.length };
    const { index, refusal } = verdict.fault as { index?: number; refusal: Refusal };
    return { is: "fault", rule: refusal.rule, code: refusal.code, ...(index === undefined ? {} : { index }) };
  } catch (error) {
    if (error instanceof NotYours) return { is: "not-yours" };
    throw error;
  }
}

/** Attachments fetched at once. */
const AT_ONCE = 12;

async function* attachments(
  api: Api,
  base: string,
  wanted: () => Iterable<Wanted>,
  refused: Set<string>,
): AsyncGenerator<FoundAttachment> {
  // Sealed ones prove nothing to this reader: the record's acts already name their hashes.
  const all = [...wanted()].filter((w) => w.grade !== "closed").map((w) => w.hash);
  for (let i = 0; i < all.length; i += AT_ONCE) {
    const part = all.slice(i, i + AT_ONCE);
    const got = await Promise.all(part.map((hash) => api.bytes(`${base}/attachments/${hash}`)));
    for (const [n, found] of got.entries()) {
      // Somebody's position (N-11).
      if (!("bytes" in found) && found.rule === "N-11") refused.add(part[n] as string);
      if ("bytes" in found && found.salt)
        yield { hash: part[n] as FoundAttachment["hash"], attachment: { salt: found.salt, bytes: found.bytes } };
    }
  }
}
