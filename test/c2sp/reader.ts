/**
 * A reader of transparency logs as anybody would write it from the published texts, C2SP signed-note,
 * tlog-checkpoint and tlog-tiles, and RFC 6962, RFC 9162: it shares nothing with Nabat but those texts.
 * It believes no file that it hasn't traced to the signed checkpoint, and says of each what is wrong.
 */
import { createHash, createPublicKey, verify } from "node:crypto";

/** A file of the log, or nothing. */
export type ReadFile = (path: string) => Buffer | undefined;

const sha256 = (...parts: Uint8Array[]): Buffer => createHash("sha256").update(Buffer.concat(parts)).digest();
const leafHash = (entry: Uint8Array): Buffer => sha256(Buffer.of(0), entry);
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Buffer.of(1), left, right);

/** signed-note: `<name>+<8 hex>+<base64 of 0x01 and 32 bytes>`. */
function verifierKey(text: string): { name: string; id: Buffer; key: Buffer } {
  const [, name, hex, base64] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  if (!name || !hex || !base64) throw new Error("not a verifier key");
  const bytes = Buffer.from(base64, "base64");
  const id = sha256(Buffer.from(`${name}\n`), bytes).subarray(0, 4);
  if (bytes[0] !== 1 || bytes.length !== 33 || id.toString("hex") !== hex)
    throw new Error("not an Ed25519 key of its id");
  return { name, id, key: bytes.subarray(1) };
}

/** The size and root that a checkpoint states under the signature of `vkey`. */
export function openCheckpoint(note: Buffer, vkey: string): { origin: string; size: number; root: Buffer } {
  const { name, id, key } = verifierKey(vkey);
  const all = note.toString("utf8");
  const parted = all.lastIndexOf("\n\n");
  if (parted < 0 || !all.endsWith("\n")) throw new Error("not a note");
  const text = all.slice(0, parted + 1);
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), key]);
  const publicKey = createPublicKey({ key: spki, format: "der", type: "spki" });
  const signed = all
    .slice(parted + 2, -1)
    .split("\n")
    .some((line) => {
      const [dash, who, base64] = line.split(" ");
      const bytes = Buffer.from(base64 ?? "", "base64");
      if (dash !== "—" || who !== name || !bytes.subarray(0, 4).equals(id)) return false;
      return verify(null, Buffer.from(text), publicKey, bytes.subarray(4));
    });
  if (!signed) throw new Error("not signed by this key");
  const [origin, size, root] = text.split("\n");
  if (!origin || !/^(0|[1-9]\d*)$/.test(size ?? "")) throw new Error("not a checkpoint");
  return { origin, size: Number(size), root: Buffer.from(root ?? "", "base64") };
}

/** tlog-tiles: `tile/<L>/<N>[.p/<W>]`, N in groups of three digits. */
function tilePath(level: number | "entries", index: number, width: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, "0");
  const groups = digits.match(/\d{3}/g) ?? [];
  const n = groups.map((g, i) => (i < groups.length - 1 ? `x${g}` : g)).join("/");
  return `tile/${level}/${n}${width === 256 ? "" : `.p/${width}`}`;
}

/** RFC 6962, section 2.1, word by word. */
function merkle(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0] as Buffer;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(merkle(leaves.slice(0, k)), merkle(leaves.slice(k)));
}

function mustRead(read: ReadFile, path: string): Buffer {
  const bytes = read(path);
  if (!bytes) throw new Error(`${path} is missing`);
  return bytes;
}

/** Reads the whole log under its checkpoint; gives its entries. Throws where anything doesn't hold. */
export function readLog(read: ReadFile, vkey: string): { origin: string; size: number; entries: Buffer[] } {
  const { origin, size, root } = openCheckpoint(mustRead(read, "checkpoint"), vkey);
  const entries: Buffer[] = [];
  for (let n = 0; n * 256 < size; n++) {
    const width = Math.min(256, size - n * 256);
    const path = tilePath("entries", n, width);
    const bytes = mustRead(read, path);
    let at = 0;
    for (let i = 0; i < width; i++) {
      const length = bytes.readUInt16BE(at);
      if (at + 2 + length > bytes.length) throw new Error(`${path} is cut off`);
      entries.push(bytes.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
    if (at !== bytes.length) throw new Error(`${path} is too long`);
  }
  const leaves = entries.map(leafHash);
  if (!merkle(leaves).equals(root)) throw new Error("the entries don't give the root");
  // Every tile of every level: its hashes are those of complete subtrees of 256 ^ level entries.
  for (let level = 0, hashes: Buffer[] = leaves; hashes.length > 0; level++) {
    for (let n = 0; n * 256 < hashes.length; n++) {
      const row = hashes.slice(n * 256, (n + 1) * 256);
      const path = tilePath(level, n, row.length);
      if (!mustRead(read, path).equals(Buffer.concat(row))) throw new Error(`${path} is not of these entries`);
    }
    const full = Math.floor(hashes.length / 256);
    hashes = Array.from({ length: full }, (_, i) => merkle(hashes.slice(i * 256, (i + 1) * 256)));
  }
  return { origin, size, entries };
}
