/**
 * Opens a record on disk, a bundle or a folder of the same files, as a checker's source. Whatever
 * stands there is untrusted: paths, lengths and counts are bounded before anything is read.
 */
import { type FileHandle, open, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Hash, refuse } from "@nabat/kernel";
import type { AttachmentSource, FoundAttachment, Source } from "@nabat/body/checker/mod.ts";
import {
  CHECKPOINT_PATH,
  attachmentOutOfPlace,
  ATTACHMENTS,
  isBundlePath,
  type Manifest,
  MANIFEST_PATH,
  manifestFits,
  MAX_ATTACHMENT_BYTES,
  MAX_NOTE_BYTES,
  parseManifest,
  SALT_BYTES,
  TAR_BLOCK,
} from "@nabat/record";
import { type ReadPath, entryBundles } from "./entry-bundle.ts";
import { ArchiveFault, tarMembers, WindowedFile } from "./tar-file.ts";

/** Bytes of the largest file that is read into memory: a bundle of 256 entries of 64 KiB. */
const MAX_FILE_BYTES = 256 * 65_537;
/** Files before the attachments: tiles of a record of 25 million entries. */
const MAX_FILES = 250_000;

/** A record on disk, open until `close`. */
export interface OpenRecord {
  readonly source: Source;
  /** Absent where the files came without one: a plain mirror of tiles. */
  readonly manifest?: Manifest;
  readonly close: () => Promise<void>;
}

/** Opens a bundle or a folder. Throws {@link ArchiveFault} on a damaged one, a system error where there is none. */
export async function openRecord(path: string): Promise<OpenRecord> {
  return (await stat(path)).isDirectory() ? openFolder(path) : openBundle(path);
}

/** Opens a folder with the layout of a bundle. */
export async function openFolder(folder: string): Promise<OpenRecord> {
  const read: ReadPath = async (path) => {
    try {
      const file = join(folder, path);
      if ((await stat(file)).size > MAX_FILE_BYTES) throw new ArchiveFault(refuse("R-45", "file-too-large", { path }));
      return new Uint8Array(await readFile(file));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT" || (error as NodeJS.ErrnoException).code === "ENOTDIR")
        return undefined;
      throw error;
    }
  };
  return recordOf(read);
}

/** The record whose files can be read one by one, each by its path. */
export async function recordOf(read: ReadPath): Promise<OpenRecord> {
  const manifest = await manifestOf(read);
  const attachments: AttachmentSource = {
    grades: manifest?.grades ?? [],
    ...(manifest?.reader === undefined ? {} : { reader: manifest.reader }),
    read: async function* (wanted) {
      for (const { hash } of wanted()) {
        const bytes = await read(ATTACHMENTS + hash);
        if (bytes !== undefined) yield found(hash, bytes);
      }
    },
  };
  return {
    source: await sourceOf(read, attachments, manifest),
    ...(manifest ? { manifest } : {}),
    close: async () => undefined,
  };
}

/** Opens a bundle (tar) where it lies. */
export async function openBundle(path: string): Promise<OpenRecord> {
  const handle = await open(path, "r");
  try {
    return await readBundle(handle);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readBundle(handle: FileHandle): Promise<OpenRecord> {
  const file = new WindowedFile(handle, (await handle.stat()).size);
  const record = await recordAt(file, 0, "", handle);
  return { ...record, close: () => handle.close() };
}

/** The record whose files begin at `begin` in an archive, all under `prefix`. Closing the archive is the caller's. */
export async function recordAt(
  file: WindowedFile,
  begin: number,
  prefix: string,
  handle: FileHandle,
): Promise<OpenRecord> {
  const places = new Map<string, { at: number; size: number }>();
  let attachmentsAt: number | undefined;
  for await (const member of tarMembers(file, begin)) {
    if (!member.path.startsWith(prefix)) break;
    const path = member.path.slice(prefix.length);
    if (path.startsWith(ATTACHMENTS)) {
      // Attachments come last; a million of them need not be listed in memory.
      attachmentsAt = member.at - TAR_BLOCK;
      break;
    }
    if (!isBundlePath(path)) throw new ArchiveFault(refuse("R-44", "stray-file", { path }));
    if (places.has(path)) throw new ArchiveFault(refuse("R-45", "path-twice", { path }));
    if (places.size >= MAX_FILES) throw new ArchiveFault(refuse("R-45", "too-many-files"));
    if (member.size > MAX_FILE_BYTES)
      throw new ArchiveFault(refuse("R-45", "file-too-large", { path, bytes: member.size }));
    places.set(path, { at: member.at, size: member.size });
  }
  const read: ReadPath = async (path) => {
    const place = places.get(path);
    return place && (await file.read(place.at, place.size));
  };
  const manifest = await manifestOf(read);
  const attachments: AttachmentSource = {
    grades: manifest?.grades ?? [],
    ...(manifest?.reader === undefined ? {} : { reader: manifest.reader }),
    read: async function* () {
      if (attachmentsAt === undefined) return;
      const apart = new WindowedFile(handle, file.size);
      let before = "";
      for await (const member of tarMembers(apart, attachmentsAt)) {
        if (!member.path.startsWith(prefix)) return;
        const path = member.path.slice(prefix.length);
        const misplaced = attachmentOutOfPlace(before, path);
        if (misplaced) throw new ArchiveFault(misplaced);
        before = path;
        if (member.size > MAX_ATTACHMENT_BYTES + SALT_BYTES)
          throw new ArchiveFault(refuse("R-45", "file-too-large", { path }));
        yield found(path.slice(ATTACHMENTS.length) as Hash, await apart.read(member.at, member.size));
      }
    },
  };
  return {
    source: await sourceOf(read, attachments, manifest),
    ...(manifest ? { manifest } : {}),
    close: async () => undefined,
  };
}

async function sourceOf(read: ReadPath, attachments: AttachmentSource, manifest?: Manifest): Promise<Source> {
  const checkpoint = await read(CHECKPOINT_PATH);
  if (checkpoint === undefined) throw new ArchiveFault(refuse("R-44", "no-checkpoint"));
  if (checkpoint.length > MAX_NOTE_BYTES)
    throw new ArchiveFault(refuse("R-28", "note-too-large", { bytes: checkpoint.length }));
  const fits = manifest && manifestFits(manifest, checkpoint);
  if (fits && !fits.ok) throw new ArchiveFault(fits);
  return {
    checkpoint,
    ...(manifest ? { clerkKeys: manifest.clerkKeys } : {}),
    bundles: (from, size) => entryBundles(read, from, size),
    tile: read,
    evidence: (hash) => read(`evidence/${hash}`),
    attachments,
  };
}

async function manifestOf(read: ReadPath): Promise<Manifest | undefined> {
  const bytes = await read(MANIFEST_PATH);
  if (bytes === undefined) return undefined;
  const manifest = parseManifest(bytes);
  if (!manifest.ok) throw new ArchiveFault(manifest);
  return manifest.value;
}

function found(hash: Hash, bytes: Uint8Array): FoundAttachment {
  return { hash, attachment: { salt: bytes.subarray(0, SALT_BYTES), bytes: bytes.subarray(SALT_BYTES) } };
}
