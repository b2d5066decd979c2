/**
 * The backup of a whole clerk: one tar with `backup.json`, the clerk's key sealed, and each
 * body's bundle unpacked under `bodies/<id>/`. So every body in it can be taken out with `tar` alone.
 */
import { open } from "node:fs/promises";
import { type BodyId, fromUtf8, isHash, isKeyId, type KeyId, refuse, utf8 } from "@nabat/kernel";
import { parseTarHeader, TAR_BLOCK, tarEnd, tarFile, tarHeader } from "@nabat/record";
import { type OpenRecord, recordAt } from "./open.ts";
import { ArchiveFault, tarMembers, WindowedFile } from "./tar-file.ts";

const ABOUT = "backup.json";
const KEY = "clerk-key";

/** What a backup is made from. */
export interface BackupParts {
  /** Moment, ms since 1970. */
  readonly made: number;
  readonly clerk: KeyId;
  readonly sealedKey: Uint8Array;
  readonly bodies: AsyncIterable<{ readonly body: BodyId; readonly pieces: AsyncIterable<Uint8Array> }>;
}

/** The backup's bytes, piece by piece. */
export async function* backupPieces(parts: BackupParts): AsyncGenerator<Uint8Array> {
  yield tarFile(ABOUT, utf8(`${JSON.stringify({ backup: 1, made: parts.made, clerk: parts.clerk }, undefined, 1)}\n`));
  yield tarFile(KEY, parts.sealedKey);
  for await (const { body, pieces } of parts.bodies) yield* underPrefix(`bodies/${body}/`, pieces);
  yield tarEnd();
}

/** A bundle's pieces with every path under a prefix and without the archive's end. Headers come as pieces of their own or with their file. */
async function* underPrefix(prefix: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = 0;
  for await (const piece of pieces) {
    let at = 0;
    while (at < piece.length) {
      if (left > 0) {
        const part = piece.subarray(at, at + left);
        left -= part.length;
        at += part.length;
        yield part;
        continue;
      }
      const header = parseTarHeader(piece.subarray(at, at + TAR_BLOCK));
      if (!header.ok) throw new ArchiveFault(header);
      if (header.value === undefined) return;
      const { path, size } = header.value;
      yield tarHeader(prefix + path, size);
      left = Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
      at += TAR_BLOCK;
    }
  }
}

export interface OpenBackup {
  readonly clerk: KeyId;
  readonly made: number;
  readonly key: Uint8Array;
  readonly records: readonly OpenRecord[];
  readonly close: () => Promise<void>;
}

/** Opens a backup; `undefined` where the file is none (it may be a bundle). Throws {@link ArchiveFault} on a damaged one. */
export async function openBackup(path: string): Promise<OpenBackup | undefined> {
  const handle = await open(path, "r");
  let keep = false;
  try {
    const info = await handle.stat();
    if (info.isDirectory()) return undefined;
    const file = new WindowedFile(handle, info.size);
    let about: { made: number; clerk: KeyId } | undefined;
    let key: Uint8Array | undefined;
    const begins = new Map<BodyId, number>();
    for await (const member of tarMembers(file)) {
      const body = /^bodies\/([0-9a-f]{64})\//.exec(member.path)?.[1];
      if (body !== undefined && isHash(body)) {
        if (!begins.has(body as BodyId)) begins.set(body as BodyId, member.at - TAR_BLOCK);
      } else if (member.path === ABOUT) {
        about = readAbout(await file.read(member.at, Math.min(member.size, MAX_ABOUT_BYTES)));
      } else if (member.path === KEY) {
        key = await file.read(member.at, member.size);
      } else if (about === undefined) {
        return undefined;
      }
    }
    if (about === undefined || key === undefined) throw new ArchiveFault(refuse("R-49", "not-a-backup"));
    const records: OpenRecord[] = [];
    for (const [body, at] of begins) records.push(await recordAt(file, at, `bodies/${body}/`, handle));
    keep = true;
    return { ...about, key, records, close: () => handle.close() };
  } finally {
    if (!keep) await handle.close();
  }
}

/** Most bytes of `backup.json`. */
const MAX_ABOUT_BYTES = 10_000;

/** What a backup says of itself. Throws {@link ArchiveFault} on anything else. */
function readAbout(bytes: Uint8Array): { made: number; clerk: KeyId } {
  try {
    const { made, clerk } = JSON.parse(fromUtf8(bytes)) as { made: unknown; clerk: unknown };
    if (Number.isSafeInteger(made) && typeof clerk === "string" && isKeyId(clerk))
      return { made: made as number, clerk };
  } catch {
    // Told below.
  }
  throw new ArchiveFault(refuse("R-49", "not-a-backup"));
}
