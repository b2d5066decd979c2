/**
 * Tar archives for the bundle (rules ): POSIX ustar with regular files alone and every
 * other field fixed, so that the same record gives the same bytes. Functions per header and padding,
 * for writers that stream; the reader is in tar-reader.ts.
 */
import { concatBytes, ok, refuse, type Result, utf8 } from "@nabat/kernel";

/** Bytes of a tar block: headers are one block, contents are padded to whole blocks. */
export const TAR_BLOCK = 512;

/** Bytes of the largest file that a header can state: eleven octal digits. */
export const MAX_TAR_FILE_BYTES = 8 ** 11 - 1;

const NAME_BYTES = 100;
const PREFIX_BYTES = 155;
/** Forms of a checksum field that writers of ustar use. */
const CHECKSUM = /^(?:[0-7]{6}\0 |[0-7]{6} \0|[0-7]{7}\0)$/;
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** What a header says: a regular file, its path and its length in bytes. */
export interface TarHeader {
  readonly path: string;
  readonly size: number;
}

/**
 * True for a path that a bundle may hold: ASCII letters, digits, `.`, `_`, `-`, in segments
 * parted by `/`, none beginning with a dot, so neither absolute nor upward nor hidden.
 */
export function isTarPath(path: string): boolean {
  return path.length <= NAME_BYTES + 1 + PREFIX_BYTES && path.split("/").every((s) => SEGMENT.test(s));
}

/** The header block of a regular file. Throws `RangeError` on a path or size that don't allow. */
export function tarHeader(path: string, size: number): Uint8Array {
  const names = splitPath(path);
  if (!isTarPath(path) || names === undefined) throw new RangeError(`not a tar path: ${path}`);
  if (!Number.isSafeInteger(size) || size < 0 || size > MAX_TAR_FILE_BYTES) throw new RangeError("not a file size");
  const block = new Uint8Array(TAR_BLOCK);
  const put = (at: number, text: string): void => block.set(utf8(text), at);
  put(0, names.name);
  put(100, "0000644\0");
  put(108, "0000000\0");
  put(116, "0000000\0");
  put(124, `${octal(size, 11)}\0`);
  put(136, "00000000000\0");
  put(148, "        ");
  put(156, "0");
  put(257, "ustar\u000000");
  put(345, names.prefix);
  put(148, `${octal(checksum(block), 6)}\0 `);
  return block;
}

/** The zero bytes after a file's content of `size` bytes. */
export function tarPadding(size: number): Uint8Array {
  return new Uint8Array((TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK);
}

/** The two zero blocks that end an archive. */
export function tarEnd(): Uint8Array {
  return new Uint8Array(2 * TAR_BLOCK);
}

/** One whole file: header, content, padding. */
export function tarFile(path: string, content: Uint8Array): Uint8Array {
  return concatBytes(tarHeader(path, content.length), content, tarPadding(content.length));
}

/** Reads a header block; undefined for a block of zeroes. Refuses whatever is not a regular ustar file. */
export function parseTarHeader(block: Uint8Array): Result<TarHeader | undefined> {
  if (block.length !== TAR_BLOCK) return refuse("R-45", "short-header");
  if (isZero(block)) return ok(undefined);
  if (!CHECKSUM.test(String.fromCharCode(...block.subarray(148, 156)))) return refuse("R-45", "bad-checksum");
  if (readOctal(block.subarray(148, 156)) !== checksum(block)) return refuse("R-45", "bad-checksum");
  const magic = text(block.subarray(257, 265), true);
  if (magic !== "ustar\u000000") return refuse("R-45", "not-ustar");
  const type = block[156];
  if (type !== 0x30 && type !== 0) return refuse("R-45", "not-a-regular-file");
  const size = readOctal(block.subarray(124, 136));
  if (size === undefined) return refuse("R-45", "bad-size");
  const name = text(block.subarray(0, NAME_BYTES));
  const prefix = text(block.subarray(345, 345 + PREFIX_BYTES));
  if (name === undefined || prefix === undefined) return refuse("R-45", "bad-path");
  const path = prefix === "" ? name : `${prefix}/${name}`;
  return isTarPath(path) ? ok({ path, size }) : refuse("R-45", "bad-path");
}

/** True if every byte is zero. */
export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((b) => b === 0);
}

/** The name and prefix fields of a path: the prefix stays empty where the path fits into the name. */
function splitPath(path: string): { name: string; prefix: string } | undefined {
  if (path.length <= NAME_BYTES) return { name: path, prefix: "" };
  for (let at = path.indexOf("/"); at > 0 && at <= PREFIX_BYTES; at = path.indexOf("/", at + 1)) {
    if (path.length - at - 1 <= NAME_BYTES) return { name: path.slice(at + 1), prefix: path.slice(0, at) };
  }
  return undefined;
}

/** The sum of a header's bytes with the checksum field counted as spaces. */
function checksum(block: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < TAR_BLOCK; i++) sum += i >= 148 && i < 156 ? 0x20 : (block[i] as number);
  return sum;
}

function octal(n: number, digits: number): string {
  return n.toString(8).padStart(digits, "0");
}

/** An octal field: digits, then one or more NUL or space to its end. */
function readOctal(field: Uint8Array): number | undefined {
  const match = /^([0-7]+)[\0 ]+$/.exec(String.fromCharCode(...field));
  return match === null ? undefined : Number.parseInt(match[1] as string, 8);
}

/** An ASCII field up to its first NUL, after which only NULs may come; or the whole field. */
function text(field: Uint8Array, whole = false): string | undefined {
  const all = String.fromCharCode(...field);
  if (whole) return all;
  const end = all.indexOf("\0");
  if (end < 0) return all;
  return isZero(field.subarray(end)) ? all.slice(0, end) : undefined;
}
