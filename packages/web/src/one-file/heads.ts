/**
 * Comparing heads: the size and root of the record in hand against what another device shows. For a
 * smaller size the root at that size is computed from the entries themselves.
 */
import { type Hash, toHex, utf8 } from "@nabat/kernel";
import { GrowingTree, parseBundle, parseCheckpoint } from "@nabat/record";
import type { Source } from "@nabat/body/checker/mod.ts";
import { sha256 } from "@nabat/platform/browser/mod.ts";
import type { Head } from "./check-job.ts";

export interface Stated {
  readonly size: number;
  readonly root: Hash;
}

export type Compared =
  | { readonly is: "same"; readonly size: number }
  | { readonly is: "differs"; readonly size: number; readonly root: Hash }
  | { readonly is: "larger"; readonly size: number };

/** The text of the code that shows a head. */
export function headText(head: Head): string {
  return `nabat-head ${head.body} ${head.size} ${head.root}`;
}

/** Size and root in a text: our code's, a signed head, or a number and 64 hex characters in groups. */
export function readHead(text: string): Stated | undefined {
  const note = parseCheckpoint(utf8(text.endsWith("\n") ? text : `${text}\n`));
  if (note.ok) return { size: note.value.checkpoint.size, root: toHex(note.value.checkpoint.root) as Hash };
  const coded = /nabat-head [0-9a-f]{64} (\d{1,15}) ([0-9a-f]{64})/.exec(text);
  if (coded) return { size: Number(coded[1]), root: coded[2] as Hash };
  const root = /(?:[0-9a-f]{4}[ \u00a0\n]){15}[0-9a-f]{4}|[0-9a-f]{64}/.exec(text);
  if (!root) return undefined;
  const size = /\d[\d .,\u00a0\u202f]{0,18}/.exec(text.replace(root[0], " "))?.[0].replaceAll(/\D/g, "");
  return size ? { size: Number(size), root: root[0].replaceAll(/[^0-9a-f]/g, "") as Hash } : undefined;
}

/** Holds another device's head against the record in hand. */
export async function compareHead(source: Source, mine: Head, other: Stated): Promise<Compared> {
  if (other.size > mine.size) return { is: "larger", size: other.size };
  const root = other.size === mine.size ? mine.root : await rootAt(source, mine.size, other.size);
  return root === other.root ? { is: "same", size: other.size } : { is: "differs", size: other.size, root };
}

async function rootAt(source: Source, whole: number, size: number): Promise<Hash> {
  const tree = new GrowingTree(sha256);
  for await (const bundle of source.bundles(0, whole)) {
    if (bundle.first >= size) break;
    const entries = parseBundle(bundle.bytes, bundle.count);
    if (!entries.ok) break;
    for (const entry of entries.value) if (tree.size < size) tree.appendEntry(entry);
  }
  return toHex(tree.root()) as Hash;
}
