/** A record in a store as a checker's source: the same questions as to a bundle, answered from the database. */
import type { BodyId } from "@nabat/kernel";
import type { EntryBundle, Source } from "@nabat/body/checker/mod.ts";
import { bundleBytes, type Grade, GRADES, TILE_WIDTH } from "@nabat/record";
import type { Store } from "@nabat/store";

/** The record of `body` under a signed `checkpoint`; `grades` are those that it holds all of ({@link heldGrades}). Tiles are not kept in a store; they are made from its entries. */
export function storedSource(
  store: Store,
  body: BodyId,
  checkpoint: Uint8Array,
  grades: readonly Grade[] = GRADES,
): Source {
  return {
    checkpoint,
    bundles: async function* (from, size): AsyncGenerator<EntryBundle> {
      for (let first = from - (from % TILE_WIDTH); first < size; first += TILE_WIDTH) {
        const count = Math.min(TILE_WIDTH, size - first);
        const entries: Uint8Array[] = [];
        for await (const { bytes } of store.ledger.readEntries(body, first, first + count)) entries.push(bytes);
        yield { first, count, bytes: entries.length > 0 ? bundleBytes(entries) : new Uint8Array(0) };
      }
    },
    evidence: async (hash) => (await store.attachments.get(body, hash))?.bytes ?? undefined,
    attachments: {
      grades,
      read: async function* () {
        for await (const { hash, salt, bytes } of store.attachments.all(body)) {
          if (salt && bytes) yield { hash, attachment: { salt, bytes } };
        }
      },
    },
  };
}
