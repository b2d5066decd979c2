/** A record wherever it lies: a folder, a bundle, a clerk's address. */
import { existsSync } from "node:fs";
import type { Source } from "@nabat/body/checker/mod.ts";
import { bodyFacts, openRecord, openUrl, remoteOf, type RemoteRecord, signIn } from "@nabat/exchange";
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
    if (!existsSync(where)) throw new UsageError(`${where}: there is no such file or folder`);
    return openRecord(where);
  }
  const plain = remoteOf(where);
  const remote =
    keyFile === undefined ? plain : await signIn(plain, readKeyFile(keyFile, (await bodyFacts(plain)).nonce));
  const record = await openUrl(remote);
  return { source: record.source, remote: record, close: async () => undefined };
}
