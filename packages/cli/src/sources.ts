/** A record wherever it lies: a folder, a bundle, a clerk's address, the same files on any web host. */
import { existsSync } from "node:fs";
import type { Source } from "@nabat/body/checker/mod.ts";
import {
  bodyFacts,
  namesBody,
  openRecord,
  openStatic,
  openUrl,
  remoteOf,
  type RemoteRecord,
  signIn,
  WireFault,
} from "@nabat/exchange";
import type { Manifest } from "@nabat/record";
import { UsageError } from "./io.ts";
import { readKeyFile } from "./key-file.ts";

export interface OpenSource {
  readonly source: Source;
  readonly manifest?: Manifest;
  /** Only for an address. */
  readonly remote?: RemoteRecord;
  readonly close: () => Promise<void>;
}

/** True for an address of a clerk. */
export function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text);
}

/** Opens a record; with a key, signed in to read. Throws {@link UsageError} where there is nothing. */
export async function openSource(where: string, keyFile?: string): Promise<OpenSource> {
  if (!isAddress(where)) {
    if (!existsSync(where)) throw new UsageError("usage-no-file-or-folder", { where });
    if (keyFile !== undefined && !existsSync(keyFile)) throw new UsageError("usage-key-unread", { path: keyFile });
    return openRecord(where);
  }
  if (!URL.canParse(where)) throw new UsageError("usage-no-address", { where });
  if (!namesBody(where)) return openStatic(where);
  try {
    return await openAtClerk(where, keyFile);
  } catch (error) {
    // The files of a record may lie on a plain web host under a path that looks like a record keeper's.
    const plainFiles = error instanceof WireFault ? await openStatic(where).catch(() => undefined) : undefined;
    if (plainFiles === undefined) throw error;
    return plainFiles;
  }
}

async function openAtClerk(where: string, keyFile?: string): Promise<OpenSource> {
  const plain = remoteOf(where);
  const remote =
    keyFile === undefined ? plain : await signIn(plain, readKeyFile(keyFile, (await bodyFacts(plain)).nonce));
  const record = await openUrl(remote);
  return { source: record.source, remote: record, close: async () => undefined };
}
