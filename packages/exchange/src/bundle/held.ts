/** What a copy holds all of: it promises no more than it was given (N-11, R-48). */
import type { BodyId, Hash, Sha256 } from "@nabat/kernel";
import { attachmentRefs, type Grade, GRADES, parseEntry } from "@nabat/record";
import type { Store } from "@nabat/store";

/** Hashes looked up at a time. */
const AT_ONCE = 500;

/** The grades of which everything is here that didn't go by right. The record keeper holds all; a copy may lack sealed positions. */
export async function heldGrades(sha256: Sha256, store: Store, body: BodyId, size: number): Promise<readonly Grade[]> {
  const head = await store.ledger.head(body);
  if (head?.role === "clerk") return GRADES;
  let asked: Hash[] = [];
  const lacks = async (): Promise<boolean> => {
    const found = await store.attachments.getMany(body, asked);
    const missing = asked.some((hash) => {
      const here = found.get(hash);
      return !here || (!here.bytes && !here.erasedBy);
    });
    asked = [];
    return missing;
  };
  for await (const { bytes } of store.ledger.readEntries(body, 0, size)) {
    const parsed = parseEntry(sha256, bytes);
    if (!parsed.ok || parsed.value.type !== "act") continue;
    for (const ref of attachmentRefs(parsed.value.signed.document.data))
      if (ref.grade === "closed") asked.push(ref.hash);
    if (asked.length >= AT_ONCE && (await lacks())) return OPEN;
  }
  return (await lacks()) ? OPEN : GRADES;
}

const OPEN: readonly Grade[] = ["public", "members"];
