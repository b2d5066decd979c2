/**
 * An exported record as it lies on this device: a bundle (tar) or its unpacked files.
 * A bundle is read once from front to back by the strict reader, which notes where each file lies;
 * after that files are read in place. All of it comes from strangers: paths, lengths, counts are bounded.
 */
import { type Hash, ok, type Refusal, refuse } from "@nabat/kernel";
import {
  attachmentOutOfPlace,
  ATTACHMENTS,
  CHECKPOINT_PATH,
  isBundlePath,
  type Manifest,
  MANIFEST_PATH,
  manifestFits,
  MAX_ATTACHMENT_BYTES,
  MAX_NOTE_BYTES,
  parseManifest,
  SALT_BYTES,
  TAR_BLOCK,
  TarReader,
  TILE_WIDTH,
  tileOf,
  tilePath,
} from "@nabat/record";
import type { AttachmentSource, EntryBundle, FoundAttachment, Source } from "@nabat/body/checker/mod.ts";

/** What a person chose. */
export type Given =
  | { readonly as: "tar"; readonly name: string; readonly file: Blob }
  | { readonly as: "files"; readonly name: string; readonly files: ReadonlyMap<string, Blob> };

export interface Place {
  readonly at: number;
  readonly size: number;
}

/** Where the files of a bundle lie; a folder needs none. */
export type Layout = ReadonlyMap<string, Place>;

/** A fault in the archive itself, before any entry was read. */
export class ArchiveFault extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`${refusal.rule} ${refusal.code}`);
    this.refusal = refusal;
  }
}

/** A record open for reading. */
export interface OpenedRecord {
  readonly source: Source;
  readonly layout: Layout;
  readonly manifest?: Manifest;
  /** The text bytes of an attachment, without its salt. */
  readonly attachment: (hash: string) => Promise<Uint8Array | undefined>;
}

/** Bytes at a path, or nothing. */
type ReadPath = (path: string) => Promise<Uint8Array | undefined>;

/** Largest file read into memory: a bundle of 256 entries of 64 KiB. */
const MAX_FILE_BYTES = TILE_WIDTH * 65_537;
const MAX_FILES = 3_000_000;
const WINDOW = 4 * 1024 * 1024;

/** Opens what was chosen. `layout`: from an earlier opening of the same file. Throws {@link ArchiveFault}. */
export async function openGiven(
  given: Given,
  layout?: Layout,
  read?: (done: number, of: number) => void,
): Promise<OpenedRecord> {
  const places = layout ?? (given.as === "tar" ? await layoutOf(given.file, read) : new Map<string, Place>());
  const readPath = given.as === "tar" ? inPlace(given.file, places) : fromFiles(given.files);
  const checkpoint = await readPath(CHECKPOINT_PATH);
  if (checkpoint === undefined) throw new ArchiveFault(refuse("R-44", "no-checkpoint"));
  if (checkpoint.length > MAX_NOTE_BYTES)
    throw new ArchiveFault(refuse("R-28", "note-too-large", { bytes: checkpoint.length }));
  const said = await readPath(MANIFEST_PATH);
  const manifest = said && parseManifest(said);
  if (manifest && !manifest.ok) throw new ArchiveFault(manifest);
  const fits = manifest && manifestFits(manifest.value, checkpoint);
  if (fits && !fits.ok) throw new ArchiveFault(fits);
  const grades = manifest?.value.grades ?? [];
  const source: Source = {
    checkpoint,
    ...(manifest ? { clerkKeys: manifest.value.clerkKeys } : {}),
    bundles: (from, size) => entryBundles(readPath, from, size),
    tile: readPath,
    evidence: (hash) => readPath(`evidence/${hash}`),
    attachments: {
      grades,
      ...(manifest?.value.reader === undefined ? {} : { reader: manifest.value.reader }),
      read: (wanted) => attachmentsOf(given.as === "tar" ? inPlace(given.file, places) : readPath, places, wanted),
    },
  };
  const attachment = async (hash: string) => (await readPath(ATTACHMENTS + hash))?.subarray(SALT_BYTES);
  return { source, layout: places, attachment, ...(manifest ? { manifest: manifest.value } : {}) };
}

/** Where each file of a tar lies. Throws {@link ArchiveFault} on whatever the strict reader refuses. */
export async function layoutOf(file: Blob, report?: (done: number, of: number) => void): Promise<Layout> {
  const places = new Map<string, Place>();
  let at = 0;
  let beside = false;
  let before = "";
  const reader = new TarReader(
    { maxFiles: MAX_FILES, maxFileBytes: MAX_FILE_BYTES, maxTotalBytes: Number.MAX_SAFE_INTEGER },
    {
      file: ({ path, size }) => {
        const misplaced = beside ? attachmentOutOfPlace(before, path) : undefined;
        if (misplaced) return misplaced;
        if (!isBundlePath(path)) return refuse("R-44", "stray-file", { path });
        beside = path.startsWith(ATTACHMENTS);
        before = path;
        if (beside && size > MAX_ATTACHMENT_BYTES + SALT_BYTES)
          return refuse("R-45", "file-too-large", { path, bytes: size });
        places.set(path, { at: at + TAR_BLOCK, size });
        at += TAR_BLOCK + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
        return ok(true);
      },
      data: () => undefined,
      end: () => undefined,
    },
  );
  const stream = file.stream().getReader();
  for (let done = 0; ;) {
    const piece = await stream.read();
    if (piece.done) break;
    const pushed = reader.push(piece.value);
    if (!pushed.ok) {
      await stream.cancel();
      throw new ArchiveFault(pushed);
    }
    done += piece.value.length;
    report?.(done, file.size);
  }
  const finished = reader.finish();
  if (!finished.ok) throw new ArchiveFault(finished);
  return places;
}

/** Reads a tar's files where they lie, through one window: cheap for small, rising steps. */
function inPlace(file: Blob, places: Layout): ReadPath {
  let window = new Uint8Array(0);
  let start = 0;
  return async (path) => {
    const place = places.get(path);
    if (place === undefined) return undefined;
    const { at, size } = place;
    if (size > WINDOW) return new Uint8Array(await file.slice(at, at + size).arrayBuffer());
    if (at < start || at + size > start + window.length) {
      window = new Uint8Array(await file.slice(at, at + WINDOW).arrayBuffer());
      start = at;
    }
    return window.slice(at - start, at - start + size);
  };
}

function fromFiles(files: ReadonlyMap<string, Blob>): ReadPath {
  return async (path) => {
    const file = files.get(path);
    if (file === undefined) return undefined;
    if (file.size > MAX_FILE_BYTES)
      throw new ArchiveFault(refuse("R-45", "file-too-large", { path, bytes: file.size }));
    return new Uint8Array(await file.arrayBuffer());
  };
}

async function* entryBundles(read: ReadPath, from: number, size: number): AsyncGenerator<EntryBundle> {
  for (let n = Math.floor(from / TILE_WIDTH); n * TILE_WIDTH < size; n++) {
    const first = n * TILE_WIDTH;
    const tile = tileOf("entries", first, size);
    const bytes = await read(tilePath(tile));
    if (bytes !== undefined) yield { first, count: tile.width, bytes };
    else {
      const full = tile.width < TILE_WIDTH ? await read(tilePath({ ...tile, width: TILE_WIDTH })) : undefined;
      yield { first, count: tile.width, bytes: full ? firstEntries(full, tile.width) : new Uint8Array(0) };
    }
  }
}

/** A full bundle may stand where a partial one is wanted. */
function firstEntries(bytes: Uint8Array, count: number): Uint8Array {
  let at = 0;
  for (let i = 0; i < count && at + 1 < bytes.length; i++)
    at += 2 + (bytes[at] as number) * 256 + (bytes[at + 1] as number);
  return bytes.subarray(0, at);
}

/** A tar's attachments in its own order, a folder's as the record names them. */
async function* attachmentsOf(
  read: ReadPath,
  places: Layout,
  wanted: Parameters<AttachmentSource["read"]>[0],
): AsyncGenerator<FoundAttachment> {
  const hashes = places.size > 0 ? inTar(places) : inRecord(wanted);
  for (const hash of hashes) {
    const bytes = await read(ATTACHMENTS + hash);
    if (bytes !== undefined)
      yield { hash, attachment: { salt: bytes.subarray(0, SALT_BYTES), bytes: bytes.subarray(SALT_BYTES) } };
  }
}

function* inTar(places: Layout): Generator<Hash> {
  for (const path of places.keys()) if (path.startsWith(ATTACHMENTS)) yield path.slice(ATTACHMENTS.length) as Hash;
}

function* inRecord(wanted: Parameters<AttachmentSource["read"]>[0]): Generator<Hash> {
  for (const { hash } of wanted()) yield hash;
}

/** A choice of files as something to open: one file is a bundle, several are a folder's. */
export function givenOf(files: readonly File[]): Given | undefined {
  const [first] = files;
  if (first === undefined) return undefined;
  if (files.length === 1 && first.webkitRelativePath === "") return { as: "tar", name: first.name, file: first };
  const map = new Map<string, Blob>();
  const base = commonFolder(files);
  for (const file of files) map.set((file.webkitRelativePath || file.name).slice(base.length), file);
  return { as: "files", name: base.replace(/\/$/, "") || first.name, files: map };
}

/** The folder in which the checkpoint lies. */
function commonFolder(files: readonly File[]): string {
  const path = files
    .map((f) => f.webkitRelativePath || f.name)
    .find((p) => p === CHECKPOINT_PATH || p.endsWith(`/${CHECKPOINT_PATH}`));
  return path === undefined ? "" : path.slice(0, path.length - CHECKPOINT_PATH.length);
}
