/** What the contract tests need: a way to open an empty store, and made-up records. */
import { createHash, randomBytes } from "node:crypto";
import type { ActId, BodyId, Hash } from "@nabat/kernel";
import type { Append, NewAttachment, NewBody, NewEntry, Store } from "../ports.ts";

/** Gives an empty store, and takes it away again. */
export interface Fixture {
  readonly name: string;
  open(): Promise<{ readonly store: Store; close(): Promise<void> }>;
}

/** A random 32-byte id. */
export function randomId(): Hash & ActId & BodyId {
  return randomBytes(32).toString("hex") as unknown as Hash & ActId & BodyId;
}

/** An entry of `size` random bytes with its RFC 6962 leaf hash. */
export function entry(size = 700, at = 1_000): NewEntry {
  const bytes = new Uint8Array(randomBytes(size));
  return { actId: randomId(), kind: "vote.cast", at, bytes, leaf: leafHash(bytes) };
}

/** SHA-256(0 ‖ bytes). */
export function leafHash(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(new Uint8Array(1)).update(bytes).digest());
}

export function attachment(actId: ActId, size = 200, grade = "members"): NewAttachment {
  return {
    actId,
    hash: randomId(),
    grade,
    media: "text/plain",
    salt: new Uint8Array(randomBytes(16)),
    bytes: new Uint8Array(randomBytes(size)),
  };
}

/** A group of `n` entries for a record that stands at `expectedSize`. */
export function group(expectedSize: number, n: number, more: Partial<Append> = {}): Append {
  return {
    expectedSize,
    epoch: 1,
    holder: "me",
    root: new Uint8Array(randomBytes(32)),
    entries: Array.from({ length: n }, () => entry()),
    ...more,
  };
}

export const START: NewBody = { role: "clerk", clerkKey: "z6MkClerk", practice: false, createdAt: 5, leaseMs: 60_000 };

/** Makes a body with one entry, its lease held by `me`. */
export async function body(store: Store, more: Partial<Append> = {}, start: Partial<NewBody> = {}): Promise<BodyId> {
  const id = randomId();
  await store.ledger.create(id, { ...START, ...start }, group(0, 1, more));
  return id;
}

/** All of an async iterable. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = [];
  for await (const item of items) out.push(item);
  return out;
}
