/**
 * `nabat.json` of an exported record, as far as a reader needs it. Nothing in it is believed
 * that the record doesn't prove; `grades` tells a missing attachment from one never handed over.
 */
import { type BodyId, fromUtf8, isHash, ok, refuse, type Result } from "@nabat/kernel";
import { type Grade, GRADES } from "@nabat/record";

export interface Manifest {
  readonly body: BodyId;
  /** When it was made, ms since 1970; the maker's word. */
  readonly made: number;
  /** Grades of attachments that it is meant to hold. */
  readonly grades: readonly Grade[];
}

const MOST_BYTES = 1_000_000;

/** Reads a manifest. Refuses another form. */
export function readManifest(bytes: Uint8Array): Result<Manifest> {
  const bad = refuse("R-44", "bad-manifest");
  if (bytes.length > MOST_BYTES) return bad;
  let m: Partial<Manifest> & { readonly format?: unknown };
  try {
    m = JSON.parse(fromUtf8(bytes)) as typeof m;
  } catch {
    return bad;
  }
  if (typeof m !== "object" || m === null) return bad;
  if (m.format !== 1) return refuse("R-44", "unknown-format");
  const { body, made, grades } = m;
  if (typeof body !== "string" || !isHash(body) || !Number.isSafeInteger(made)) return bad;
  if (!Array.isArray(grades) || !grades.every((g) => GRADES.includes(g as Grade))) return bad;
  return ok({ body, made: made as number, grades: grades as Grade[] });
}
