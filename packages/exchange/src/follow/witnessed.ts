/**
 * What this server has cosigned last of each record, in one place, whatever address it came from: its
 * own rounds and requests of others (C2SP tlog-witness). Stored before a cosignature is given, and
 * compared and stored in one step, so that no two requests at once bring out two records.
 */
import {
  type BodyId,
  canonicalBytes,
  equalBytes,
  fromBase64,
  fromHex,
  fromUtf8,
  ok,
  refuse,
  type Result,
  type Sha256,
  toBase64,
  toHex,
} from "@nabat/kernel";
import { type TreeHead, verifyConsistency } from "@nabat/record";
import type { Settings } from "@nabat/store";
import type { Seen } from "./watch.ts";

const NAME = "witnessed";
const TRIES = 20;

/** The head of `body` that this server cosigned last. */
export async function witnessed(settings: Settings, body: BodyId): Promise<Seen | undefined> {
  return read(await settings.get(body, NAME));
}

/** Proof that `from` grew into `to`; asked for only where the sizes differ. */
export type Prove = (from: TreeHead, to: TreeHead) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;

/**
 * Makes `head` the last one cosigned. Refuses R-35 where a longer record was cosigned before, R-24 where
 * another of that size was, R-23 where `head` doesn't continue it. Facts name the size cosigned before.
 */
export async function advance(
  sha256: Sha256,
  settings: Settings,
  body: BodyId,
  head: Seen,
  prove: Prove,
): Promise<Result<Seen | undefined>> {
  const next = canonicalBytes({ size: head.size, root: toHex(head.root), note: toBase64(head.note) });
  for (let n = 0; n < TRIES; n++) {
    const bytes = await settings.get(body, NAME);
    const before = read(bytes);
    if (before && before.size > head.size) return refuse("R-35", "old-size-differs", { size: before.size });
    if (before?.size === head.size)
      return equalBytes(before.root, head.root) ? ok(before) : refuse("R-24", "forked", { size: head.size });
    if (before) {
      const held = verifyConsistency(sha256, before, head, await prove(before, head));
      if (!held.ok) return held;
    }
    if (await settings.replace(body, NAME, bytes, next)) return ok(before);
  }
  throw new Error("the head cosigned last changed again and again");
}

function read(bytes: Uint8Array | null): Seen | undefined {
  if (!bytes) return undefined;
  const { size, root, note } = JSON.parse(fromUtf8(bytes)) as { size: number; root: string; note: string };
  return { size, root: fromHex(root), note: fromBase64(note) };
}
