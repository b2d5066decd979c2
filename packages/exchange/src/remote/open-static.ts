/**
 * A record on a plain web host: the files of a bundle as they were unpacked, or a bare
 * tlog-tiles mirror. The host answers with files or with 404; nobody there knows what they are.
 */
import { CHECKPOINT_PATH } from "@nabat/record";
import type { ReadPath } from "../bundle/entry-bundle.ts";
import { type OpenRecord, recordOf } from "../bundle/open.ts";
import { type At, get, WireFault } from "./api.ts";

/** Opens the record whose files lie under `address`. Throws {@link WireFault} where there is none. */
export async function openStatic(address: string): Promise<OpenRecord> {
  const at: At = { base: new URL(address).href.replace(/[?#].*$/, "").replace(/\/+$/, "") };
  const read: ReadPath = async (path) => (await get(at, path))?.bytes;
  if ((await read(CHECKPOINT_PATH)) === undefined)
    throw new WireFault(
      `${address} names no body and has no checkpoint: an address such as https://host/b/<body>, or of a folder that holds a record's files, is needed`,
    );
  return recordOf(read);
}
