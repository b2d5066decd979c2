/**
 * `nabat.json` of a bundle or folder: what it says of itself. Nothing in it is believed that
 * the record doesn't prove; `grades` says which attachments the bundle is meant to hold, so that a
 * missing one can be told from one that its owner was never entitled to.
 */
import {
  type BodyId,
  fromUtf8,
  isHash,
  isKeyId,
  type KeyId,
  type MemberId,
  ok,
  refuse,
  type Result,
  toHex,
  utf8,
} from "@nabat/kernel";
import { type Grade, GRADES } from "../attachment.ts";
import { originOf, parseCheckpoint } from "./checkpoint.ts";

/** Path of the manifest inside a bundle. */
export const MANIFEST_PATH = "nabat.json";

export interface Manifest {
  readonly format: 1;
  readonly body: BodyId;
  readonly origin: string;
  readonly size: number;
  /** Merkle root in hex. */
  readonly root: string;
  readonly clerkKeys: readonly { readonly epoch: number; readonly key: KeyId }[];
  /** When it was made, ms since 1970. */
  readonly made: number;
  /** Grades of attachments that it holds all of, as far as they still exist. */
  readonly grades: readonly Grade[];
  /** The member whose copy it is, who is given their own sealed positions and no others (N-11). */
  readonly reader?: MemberId;
}

/** The manifest's bytes: JSON in a fixed order, so that one record gives one bundle. */
export function manifestBytes(manifest: Manifest): Uint8Array {
  const { format, body, origin, size, root, clerkKeys, made, grades, reader } = manifest;
  const keys = clerkKeys.map(({ epoch, key }) => ({ epoch, key }));
  const whose = reader === undefined ? {} : { reader };
  const said = { format, body, origin, size, root, clerkKeys: keys, made, grades, ...whose };
  return utf8(`${JSON.stringify(said, null, 1)}\n`);
}

/** Reads a manifest. Refuses another form. */
export function parseManifest(bytes: Uint8Array): Result<Manifest> {
  const bad = refuse("R-48", "bad-manifest");
  if (bytes.length > 1_000_000) return bad;
  let m: Manifest;
  try {
    m = JSON.parse(fromUtf8(bytes)) as Manifest;
  } catch {
    return bad;
  }
  if (typeof m !== "object" || m === null) return bad;
  if ((m.format as number) !== 1) return refuse("R-48", "unknown-format");
  const good =
    typeof m.body === "string" &&
    isHash(m.body) &&
    m.origin === originOf(m.body) &&
    Number.isSafeInteger(m.size) &&
    typeof m.root === "string" &&
    isHash(m.root) &&
    Number.isSafeInteger(m.made) &&
    Array.isArray(m.clerkKeys) &&
    m.clerkKeys.every((k) => Number.isSafeInteger(k?.epoch) && typeof k.key === "string" && isKeyId(k.key)) &&
    Array.isArray(m.grades) &&
    m.grades.every((g) => GRADES.includes(g)) &&
    (m.reader === undefined || (typeof m.reader === "string" && /^[0-9a-f]{32}$/.test(m.reader)));
  return good ? ok(m) : bad;
}

/** Holds a manifest against the checkpoint beside it. Refuses one that names another body, size or root. */
export function manifestFits(manifest: Manifest, checkpoint: Uint8Array): Result<true> {
  const parsed = parseCheckpoint(checkpoint);
  if (!parsed.ok) return ok(true); // A checkpoint that can't be read is refused by its own rule.
  const { origin, size, root } = parsed.value.checkpoint;
  const what = manifest.origin !== origin ? "body" : manifest.size !== size ? "size" : "root";
  return what === "root" && manifest.root === toHex(root)
    ? ok(true)
    : refuse("R-48", "contradicts-the-record", { what });
}
