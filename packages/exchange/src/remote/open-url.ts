/** A record at a clerk as a checker's source: checkpoint and tiles by C2SP paths, attachments one by one. */
import { fromBase64, type Hash } from "@nabat/kernel";
import { CHECKPOINT_PATH, type Grade } from "@nabat/record";
import type { AttachmentSource, FoundAttachment, Source, Wanted } from "@nabat/body/checker/mod.ts";
import { entryBundle, type ReadPath } from "../bundle/entry-bundle.ts";
import { type BodyFacts, bodyFacts, get, type BodyAddress, WireFault } from "./api.ts";

/** Requests for attachments under way at once. */
const AT_ONCE = 8;

/** What a clerk gives to this reader. */
export interface RemoteRecord {
  readonly facts: BodyFacts;
  /** Without the right to read entries: `bundles` would be refused, and only `tile` is of use. */
  readonly mayRead: boolean;
  readonly source: Source;
}

/** Opens a record at a clerk. Throws `WireFault` where it can't be reached. */
export async function openUrl(remote: BodyAddress): Promise<RemoteRecord> {
  const facts = await bodyFacts(remote);
  const checkpoint = await get(remote, CHECKPOINT_PATH);
  if (checkpoint === undefined) throw new WireFault(`${remote.base} has no checkpoint`);
  const read: ReadPath = async (path) => (await get(remote, path))?.bytes;
  const mayRead = facts.entries === "public" || remote.token !== undefined;
  // Closed things are sealed to named readers; a grade that turns out to be refused is taken off the list.
  const grades: Grade[] = mayRead ? ["public", "members"] : ["public"];
  const refused = new Set<Hash>();
  const attachments: AttachmentSource = {
    grades,
    notGiven: (hash) => refused.has(hash),
    read: (wanted) => readAttachments(remote, { grades, refused }, wanted()),
  };
  const source: Source = {
    checkpoint: checkpoint.bytes,
    bundles: async function* (from, size) {
      // One bundle is fetched while the one before is read.
      let next = entryBundle(read, Math.floor(from / 256), size);
      for (let n = Math.floor(from / 256); n * 256 < size; n++) {
        const bundle = await next;
        if ((n + 1) * 256 < size) {
          next = entryBundle(read, n + 1, size);
          next.catch(() => undefined);
        }
        yield bundle;
      }
    },
    tile: read,
    evidence: async (hash) => (await get(remote, `attachments/${hash}`))?.bytes,
    attachments,
  };
  return { facts, mayRead, source };
}

async function* readAttachments(
  remote: BodyAddress,
  { grades, refused }: { readonly grades: Grade[]; readonly refused: Set<Hash> },
  wanted: Iterable<Wanted>,
): AsyncGenerator<FoundAttachment> {
  const under: Promise<FoundAttachment | undefined>[] = [];
  for (const { hash, grade } of wanted) {
    if (!grades.includes(grade)) continue;
    const one = readOne(remote, hash).catch((error: unknown) => {
      if (!(error instanceof WireFault) || (error.status !== 403 && error.status !== 401)) throw error;
      // Somebody's position (N-11): that one alone.
      if (error.rule === "N-11") {
        refused.add(hash);
        return undefined;
      }
      const at = grades.indexOf(grade);
      if (at >= 0) grades.splice(at, 1);
      return undefined;
    });
    one.catch(() => undefined);
    under.push(one);
    if (under.length < AT_ONCE) continue;
    const found = await under.shift();
    if (found) yield found;
  }
  for (const one of under) {
    const found = await one;
    if (found) yield found;
  }
}

async function readOne(remote: BodyAddress, hash: Hash): Promise<FoundAttachment | undefined> {
  const found = await get(remote, `attachments/${hash}`);
  const salt = found?.headers.get("Nabat-Salt");
  if (found === undefined || salt === null || salt === undefined) return undefined;
  return { hash, attachment: { salt: fromBase64(salt), bytes: found.bytes } };
}
