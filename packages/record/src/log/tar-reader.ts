/**
 * A strict reader of tar archives that come from strangers (rule R-45). It takes the archive in
 * pieces of any length, keeps no more than one block of its own, and stops at the first fault.
 */
import { ok, refuse, type Refusal, type Result } from "@nabat/kernel";
import { isZero, parseTarHeader, TAR_BLOCK, type TarHeader } from "./tar.ts";

/** What a reader allows. */
export interface TarLimits {
  readonly maxFiles: number;
  /** Bytes of one file. */
  readonly maxFileBytes: number;
  /** Bytes of all files together. */
  readonly maxTotalBytes: number;
}

/** Who takes the files as they come. */
export interface TarSink {
  /** A file begins; its content follows in `data` calls that sum up to `header.size`. May refuse it. */
  readonly file: (header: TarHeader) => Result<unknown>;
  /** A piece of the current file's content: a view, valid during the call. */
  readonly data: (piece: Uint8Array) => void;
  /** The current file is whole. */
  readonly end: (header: TarHeader) => void;
}

export class TarReader {
  readonly #limits: TarLimits;
  readonly #sink: TarSink;
  readonly #seen = new Set<string>();
  readonly #block = new Uint8Array(TAR_BLOCK);
  #held = 0;
  #current: TarHeader | undefined;
  #content = 0;
  #padding = 0;
  #total = 0;
  #zeroBlocks = 0;
  #fault: Refusal | undefined;

  constructor(limits: TarLimits, sink: TarSink) {
    this.#limits = limits;
    this.#sink = sink;
  }

  /** Takes the next piece of the archive. After a refusal it refuses everything with the same words. */
  push(piece: Uint8Array): Result<true> {
    let at = 0;
    while (at < piece.length && this.#fault === undefined) {
      if (this.#content > 0) {
        const part = piece.subarray(at, at + this.#content);
        this.#sink.data(part);
        at += part.length;
        this.#content -= part.length;
        this.#closeIfWhole();
      } else if (this.#padding > 0) {
        const part = piece.subarray(at, at + this.#padding);
        if (!isZero(part)) this.#fault = refuse("R-45", "bad-padding");
        at += part.length;
        this.#padding -= part.length;
      } else {
        const part = piece.subarray(at, at + TAR_BLOCK - this.#held);
        this.#block.set(part, this.#held);
        at += part.length;
        this.#held += part.length;
        if (this.#held === TAR_BLOCK) {
          this.#held = 0;
          this.#header();
        }
      }
    }
    return this.#fault ?? ok(true);
  }

  /** Says that the archive is over. Refuses one that was cut off. */
  finish(): Result<true> {
    if (this.#fault !== undefined) return this.#fault;
    const whole = this.#zeroBlocks >= 2 && this.#held === 0 && this.#content === 0 && this.#padding === 0;
    return whole ? ok(true) : refuse("R-45", "cut-off");
  }

  #header(): void {
    const parsed = parseTarHeader(this.#block);
    if (!parsed.ok) {
      this.#fault = parsed;
      return;
    }
    const header = parsed.value;
    if (header === undefined) {
      this.#zeroBlocks++;
      return;
    }
    this.#fault = this.#refusal(header);
    if (this.#fault !== undefined) return;
    this.#seen.add(header.path);
    this.#total += header.size;
    const taken = this.#sink.file(header);
    if (!taken.ok) {
      this.#fault = taken;
      return;
    }
    this.#current = header;
    this.#content = header.size;
    this.#padding = (TAR_BLOCK - (header.size % TAR_BLOCK)) % TAR_BLOCK;
    this.#closeIfWhole();
  }

  #refusal(header: TarHeader): Refusal | undefined {
    const { path, size } = header;
    if (this.#zeroBlocks > 0) return refuse("R-45", "data-after-end");
    if (this.#seen.has(path)) return refuse("R-45", "path-twice", { path });
    if (this.#seen.size >= this.#limits.maxFiles) return refuse("R-45", "too-many-files");
    if (size > this.#limits.maxFileBytes) return refuse("R-45", "file-too-large", { path, bytes: size });
    if (this.#total + size > this.#limits.maxTotalBytes) return refuse("R-45", "archive-too-large");
    return undefined;
  }

  #closeIfWhole(): void {
    if (this.#content > 0 || this.#current === undefined) return;
    const header = this.#current;
    this.#current = undefined;
    this.#sink.end(header);
  }
}

/** Reads a whole archive from memory: path to content, in the archive's order. */
export function readTar(bytes: Uint8Array, limits: TarLimits): Result<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let content = new Uint8Array(0);
  let at = 0;
  const reader = new TarReader(limits, {
    file: (header) => {
      // Never trust a stated size for memory: a file can't be longer than its archive.
      if (header.size > bytes.length) return refuse("R-45", "cut-off");
      content = new Uint8Array(header.size);
      at = 0;
      return ok(true);
    },
    data: (piece) => {
      content.set(piece, at);
      at += piece.length;
    },
    end: (header) => void files.set(header.path, content),
  });
  const pushed = reader.push(bytes);
  if (!pushed.ok) return pushed;
  const finished = reader.finish();
  return finished.ok ? ok(files) : finished;
}
