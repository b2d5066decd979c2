/**
 * Reads a tar archive on disk without unpacking it: where each file lies, read from front to back
 * through one large window. Built on the strict header reader of `@nabat/record`.
 */
import type { FileHandle } from "node:fs/promises";
import { equalBytes, type Refusal, refuse } from "@nabat/kernel";
import { isZero, parseTarHeader, TAR_BLOCK, type TarHeader, tarEnd } from "@nabat/record";

const WINDOW = 1024 * 1024;
/** Zero bytes that may follow an archive's end. */
const MAX_ZEROES_AFTER = 1024 * 1024;

/** A fault in the archive itself. */
export class ArchiveFault extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`${refusal.rule} ${refusal.code}`);
    this.refusal = refusal;
  }
}

/** A file inside: its header and where its content begins. */
export interface TarMember extends TarHeader {
  readonly at: number;
}

/** A file read through a window: cheap for small, rising steps. Bytes are copies. */
export class WindowedFile {
  readonly #handle: FileHandle;
  readonly size: number;
  /** The window's memory, filled again and again. */
  #room: Buffer<ArrayBuffer> | undefined;
  #window = Buffer.alloc(0);
  #start = 0;

  constructor(handle: FileHandle, size: number) {
    this.#handle = handle;
    this.size = size;
  }

  /** `length` bytes from `at` on; fewer at the end of the file. */
  async read(at: number, length: number): Promise<Uint8Array> {
    const left = Math.max(0, this.size - at);
    if (length > WINDOW) return this.#into(Buffer.alloc(Math.min(length, left)), at);
    if (at < this.#start || at + length > this.#start + this.#window.length) {
      // While it is filled nobody else may have it: two readings at once each have their own.
      const room = this.#room ?? Buffer.alloc(Math.min(WINDOW, this.size));
      this.#room = undefined;
      this.#window = Buffer.alloc(0);
      this.#window = await this.#into(room.subarray(0, left), at);
      this.#start = at;
      this.#room = room;
    }
    const from = at - this.#start;
    return new Uint8Array(this.#window.subarray(from, from + length));
  }

  async #into(buffer: Buffer<ArrayBuffer>, at: number): Promise<Buffer<ArrayBuffer>> {
    let done = 0;
    while (done < buffer.length) {
      const { bytesRead } = await this.#handle.read(buffer, done, buffer.length - done, at + done);
      if (bytesRead === 0) return buffer.subarray(0, done);
      done += bytesRead;
    }
    return buffer;
  }
}

/** The files of an archive from `at` on, in order. Throws {@link ArchiveFault} on a damaged one. */
export async function* tarMembers(file: WindowedFile, at = 0): AsyncGenerator<TarMember> {
  for (;;) {
    const block = await file.read(at, TAR_BLOCK);
    const header = parseTarHeader(block);
    if (!header.ok) throw new ArchiveFault(block.length < TAR_BLOCK ? refuse("R-45", "cut-off") : header);
    if (header.value === undefined) {
      const end = await file.read(at, 2 * TAR_BLOCK);
      if (!equalBytes(end, tarEnd())) throw new ArchiveFault(refuse("R-45", "cut-off"));
      await nothingAfter(file, at + end.length);
      return;
    }
    const { size } = header.value;
    if (at + TAR_BLOCK + size > file.size) throw new ArchiveFault(refuse("R-45", "cut-off"));
    yield { ...header.value, at: at + TAR_BLOCK };
    const over = at + TAR_BLOCK + size;
    at += TAR_BLOCK + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
    if (at > over && !isZero(await file.read(over, at - over)))
      throw new ArchiveFault(refuse("R-45", "bad-padding", { path: header.value.path }));
  }
}

/** After the end there may be more zeroes, as `tar` fills up its last record; nothing else, and not for ever. */
async function nothingAfter(file: WindowedFile, from: number): Promise<void> {
  const rest = await file.read(from, Math.min(MAX_ZEROES_AFTER + 1, Math.max(0, file.size - from)));
  if (rest.length > MAX_ZEROES_AFTER || !isZero(rest)) throw new ArchiveFault(refuse("R-45", "data-after-end"));
}
