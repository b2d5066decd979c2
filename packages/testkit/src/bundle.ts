/** A `House` as one exported file. */
import { toHex } from "@nabat/kernel";
import { GRADES, originOf } from "@nabat/record";
import { type BundleParts, writeBundle } from "@nabat/exchange/bundle/mod.ts";
import type { House } from "./body.ts";
import { keyFrom, sha256 } from "./keys.ts";
import { besideOf, checkpointOf, entriesOf, treeOf } from "./record.ts";

/** The bytes of a bundle with everything that the house holds. */
export async function bundleFile(house: House, change: Partial<BundleParts> = {}): Promise<Uint8Array> {
  const entries = entriesOf(house);
  const tree = treeOf(entries);
  const manifest = {
    format: 1 as const,
    body: house.body,
    origin: originOf(house.body),
    size: tree.size,
    root: toHex(tree.root()),
    clerkKeys: [{ epoch: 0, key: keyFrom("clerk").id }],
    made: 1_790_000_000_000,
    grades: GRADES,
  };
  const attachments = [...besideOf(house)].map(([hash, attachment]) => ({ hash, attachment }));
  const parts = { manifest, checkpoint: checkpointOf(house, tree), entries: [entries], evidence: [], attachments };
  const pieces: Uint8Array[] = [];
  for await (const piece of writeBundle(sha256, { ...parts, ...change })) pieces.push(piece.slice());
  return Buffer.concat(pieces);
}
