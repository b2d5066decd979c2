/**
 * From a bundle's bytes to entries whose form and signatures have been checked:
 * the costly half of checking, which needs no state. It can run anywhere: here, or in worker threads
 * that hand back the same answers.
 */
import { type KeyId, ok, type Refusal, type Result, type Sha256 } from "@nabat/kernel";
import { leafHash, parseBundle, parseEntry, type ParsedEntry } from "@nabat/record";
import type { EntryBundle } from "./source.ts";

/** Ed25519 check (R-6); may answer later, as browsers' does. */
export type CheckSignature = (key: KeyId, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;

/** An entry as read. `held` says whether its signature holds. */
export interface ReadEntry {
  readonly parsed: ParsedEntry;
  /** Its leaf hash, 32 bytes. */
  readonly leaf: Uint8Array;
  readonly held: boolean;
}

/** Entries up to the first whose form is refused, to be gone through once; that refusal, if there was one. */
export interface BundleRead {
  readonly first: number;
  readonly entries: Iterable<ReadEntry>;
  readonly refusal?: Refusal;
}

/** Reads one bundle. */
export type BundleReader = (bundle: EntryBundle) => Promise<BundleRead>;

/** A reader of bundles in this thread. */
export function bundleReader(sha256: Sha256, check: CheckSignature): BundleReader {
  return async (bundle) => {
    const split = parseBundle(bundle.bytes, bundle.count);
    if (!split.ok) return { first: bundle.first, entries: [], refusal: split };
    const entries: (Omit<ReadEntry, "held"> & { held: boolean | Promise<boolean> })[] = [];
    let refusal: Refusal | undefined;
    for (const bytes of split.value) {
      const read = readEntry(sha256, bytes);
      if (!read.ok) {
        refusal = read;
        break;
      }
      const { key, message, signature } = read.value.parsed.signed;
      entries.push({ ...read.value, held: check(key, message, signature) });
    }
    const held = await Promise.all(entries.map((e) => e.held));
    const done = entries.map((e, i) => ({ ...e, held: held[i] === true }));
    return { first: bundle.first, entries: done, ...(refusal ? { refusal } : {}) };
  };
}

function readEntry(sha256: Sha256, bytes: Uint8Array): Result<Omit<ReadEntry, "held">> {
  const parsed = parseEntry(sha256, bytes);
  return parsed.ok ? ok({ parsed: parsed.value, leaf: leafHash(sha256, bytes) }) : parsed;
}

/** Runs `work` on items in order, up to `depth` at once, and gives the answers in order. */
export async function* ahead<T, U>(
  items: AsyncIterable<T>,
  work: (item: T) => Promise<U>,
  depth: number,
): AsyncGenerator<U> {
  const under: Promise<U>[] = [];
  for await (const item of items) {
    const promise = work(item);
    // A failure is thrown where the answer is awaited; until then it must not count as unhandled.
    promise.catch(() => undefined);
    under.push(promise);
    if (under.length >= depth) yield await (under.shift() as Promise<U>);
  }
  for (const promise of under) yield await promise;
}
