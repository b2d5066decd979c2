/** What the one-file Nabat is given in its story: a house's record as one file, a key file, the words of a sheet. */
import { createHash } from "node:crypto";
import { wordlist as english } from "@scure/bip39/wordlists/english.js";
import { writeBundle } from "@nabat/exchange";
import { fromUtf8, toHex } from "@nabat/kernel";
import { wordsSeed } from "@nabat/platform/common/words.ts";
import { GRADES, originOf } from "@nabat/record";
import { keyFrom, sha256 } from "@nabat/testkit/keys.ts";
import { besideOf, checkpointOf, entriesOf, treeOf } from "@nabat/testkit/record.ts";
import type { SampleHouse } from "@nabat/testkit/sample.ts";

/** The house's record as one file, as it was at `size`; `spoil` changes entries after they were signed. */
export async function bundle(
  made: SampleHouse,
  size?: number,
  spoil?: (entries: Uint8Array[]) => void,
): Promise<Buffer> {
  const { house } = made.sample;
  const entries = entriesOf(house, size);
  spoil?.(entries);
  const tree = treeOf(entries);
  const named = new Set(entries.flatMap((e) => [...fromUtf8(e).matchAll(/"hash":"([0-9a-f]{64})"/g)].map((m) => m[1])));
  const attachments = [...besideOf(house)].filter(([hash]) => named.has(hash));
  const root = toHex(tree.root());
  const manifest = {
    format: 1 as const,
    body: house.body,
    origin: originOf(house.body),
    size: tree.size,
    root,
    clerkKeys: [{ epoch: 0, key: keyFrom("clerk").id }],
    grades: GRADES,
    made: house.now,
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of writeBundle(sha256, {
    manifest,
    checkpoint: checkpointOf(house, tree),
    entries: [entries],
    evidence: [],
    attachments: attachments.map(([hash, attachment]) => ({ hash, attachment })),
  }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A member's device key as a file of the command line's form. */
export function keyFile(made: SampleHouse, name: string): string {
  const { nonce, member } = made.people[name] as { nonce: string; member: string };
  return JSON.stringify({ secret: createHash("sha256").update(`${name}/${nonce}//device`).digest("hex"), member });
}

/**
 * The words of a sheet with another last one. Of sixteen such, one has the right check and stands for some
 * other sheet (`right`); the others are no sheet's.
 */
export function wordsLike(words: string, right: boolean): string {
  const others = words.split(" ").slice(0, -1);
  const found = english
    .map((word) => [...others, word].join(" "))
    .find((tried) => tried !== words && (wordsSeed(tried) !== undefined) === right);
  if (found === undefined) throw new Error("no such words");
  return found;
}
