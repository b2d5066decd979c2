/**
 * Brings a checked record into a store: entries in groups, what stands beside them, the checkpoint.
 * The server is its clerk where it holds the key of the epoch in office, else it keeps a copy.
 */
import { randomBytes } from "node:crypto";
import { type ActId, type BodyId, equalBytes, type Hash, isHash, utf8 } from "@nabat/kernel";
import { attachmentRefs, GrowingTree, leafHash, parseBundle, parseEntry } from "@nabat/record";
import type { Source } from "@nabat/body/checker/mod.ts";
import type { State } from "@nabat/body";
import { sha256, type SigningKey } from "@nabat/platform";
import { type Append, LeaseLost, type NewAttachment, type NewEntry, type Store } from "@nabat/store";
import { UsageError } from "./io.ts";
import type { Report } from "./progress.ts";

const LEASE_MS = 60_000;
const TOGETHER = 500;

export interface Kept {
  readonly body: BodyId;
  readonly role: "clerk" | "copy";
  readonly entries: number;
  readonly attachments: number;
  /** It was here before. */
  readonly already?: true;
}

/** What an attachment's row needs from the act that names it. */
interface Named {
  readonly actId: ActId;
  readonly grade: string;
  readonly media: string;
}

/** Name of the setting that says that a record is only partly here. */
const UNFINISHED = "restoring";

/** False for a record that an interrupted restore left behind. */
export async function isWhole(store: Store, body: BodyId): Promise<boolean> {
  return (await store.settings.get(body, UNFINISHED)) === null;
}

/**
 * Writes the record. Its source must have been checked. Until all of it is here it is nobody's to keep:
 * one that was interrupted is gone on with when the same file, or a longer one of the same record, is
 * restored again. Throws {@link UsageError} where the body is here already.
 */
export async function keepRecord(
  store: Store,
  source: Source,
  state: State,
  key: SigningKey,
  report: Report,
  leaseMs = LEASE_MS,
): Promise<Kept> {
  const { body } = state;
  const begun = await store.ledger.head(body);
  if (begun && (await isWhole(store, body))) throw new UsageError("usage-kept-already", { body });
  const role = key.key === state.founding.clerk ? "clerk" : "copy";
  const holder = `restore-${randomBytes(6).toString("hex")}`;
  const named = new Map<Hash, Named>();
  const tree = new GrowingTree(sha256);
  await store.settings.put(body, UNFINISHED, utf8("1"));
  if (begun) await takeLease(store, body, holder);
  const now = begun?.epoch ?? 0;
  let renewed = performance.now();
  for await (const bundle of source.bundles(0, state.size)) {
    const group = await readGroup(bundle.bytes, bundle.count, source, named);
    const expectedSize = tree.size;
    for (const { leaf } of group.entries) tree.append(leaf);
    if (begun && tree.size <= begun.size) {
      if (tree.size === begun.size && !equalBytes(tree.root(), begun.root))
        throw new UsageError("usage-begun-other", { body });
      continue;
    }
    const append: Append = { expectedSize, epoch: now, holder, root: tree.root(), ...group };
    if (expectedSize === 0) {
      const { clerk: clerkKey, practice, at: createdAt } = state.founding;
      await store.ledger.create(body, { role: "copy", clerkKey, practice, createdAt, leaseMs }, append);
    } else {
      // A large record takes longer to write than a lease lasts.
      if (performance.now() - renewed > leaseMs / 3) {
        await store.leases.acquire(body, holder, leaseMs);
        renewed = performance.now();
      }
      await appendHeld(store, body, append, leaseMs);
    }
    report(tree.size, state.size);
  }
  const attachments = await keepAttachments(store, body, source, named, async () => {
    await store.leases.renew(body, holder, LEASE_MS);
  });
  const { epoch, clerk: clerkKey } = state.founding;
  const last: Append = {
    expectedSize: tree.size,
    epoch: now,
    holder,
    root: tree.root(),
    entries: [],
    checkpoint: { size: tree.size, note: source.checkpoint, at: state.at },
    next: { epoch, clerkKey, role },
  };
  await appendHeld(store, body, last, leaseMs);
  await store.settings.drop(body, UNFINISHED);
  await store.leases.release(body, holder);
  return { body, role, entries: tree.size, attachments };
}

/** Takes the lease of a record that an interrupted restore may still hold for a minute. */
async function takeLease(store: Store, body: BodyId, holder: string): Promise<void> {
  const until = performance.now() + LEASE_MS + 5000;
  while (!(await store.leases.acquire(body, holder, LEASE_MS))) {
    if (performance.now() > until) throw new UsageError("usage-held", { body });
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Appends a group; where the lease ran out meanwhile (a machine that slept) and nobody took it, it is taken again. */
async function appendHeld(store: Store, body: BodyId, group: Append, leaseMs: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await store.ledger.append(body, group);
    } catch (error) {
      if (!(error instanceof LeaseLost) || tries >= 5) throw error;
      if (!(await store.leases.acquire(body, group.holder, leaseMs))) throw error;
    }
  }
}

async function readGroup(
  bytes: Uint8Array,
  count: number,
  source: Source,
  named: Map<Hash, Named>,
): Promise<{ entries: NewEntry[]; attachments: NewAttachment[] }> {
  const split = parseBundle(bytes, count);
  if (!split.ok) throw new Error("a checked bundle changed while it was read");
  const entries: NewEntry[] = [];
  const attachments: NewAttachment[] = [];
  for (const entry of split.value) {
    const parsed = parseEntry(sha256, entry);
    if (!parsed.ok) throw new Error("a checked entry changed while it was read");
    const { signed, at } = parsed.value;
    const kind =
      parsed.value.type === "act" ? parsed.value.signed.document.kind : `notice.${parsed.value.signed.document.notice}`;
    entries.push({ actId: signed.id, kind, at, bytes: entry.slice(), leaf: leafHash(sha256, entry) });
    for (const ref of attachmentRefs(signed.document.data)) {
      if (!named.has(ref.hash)) named.set(ref.hash, { actId: signed.id, grade: ref.grade, media: ref.media });
    }
    if (parsed.value.type !== "act" || parsed.value.evidence === undefined) continue;
    const evidence = await source.evidence(parsed.value.evidence);
    if (evidence) {
      attachments.push({
        actId: signed.id,
        hash: parsed.value.evidence,
        grade: "public",
        media: "application/octet-stream",
        salt: new Uint8Array(0),
        bytes: evidence,
      });
    }
  }
  return { entries, attachments };
}

async function keepAttachments(
  store: Store,
  body: BodyId,
  source: Source,
  named: ReadonlyMap<Hash, Named>,
  renew: () => Promise<void>,
): Promise<number> {
  let together: NewAttachment[] = [];
  let kept = 0;
  const wanted = () => [...named].map(([hash, { grade }]) => ({ hash, grade: grade as never }));
  for await (const { hash, attachment } of source.attachments?.read(wanted) ?? []) {
    const about = isHash(hash) ? named.get(hash) : undefined;
    if (about === undefined) continue;
    together.push({ hash, ...about, salt: attachment.salt, bytes: attachment.bytes });
    kept++;
    if (together.length === TOGETHER) {
      await store.attachments.add(body, together);
      await renew();
      together = [];
    }
  }
  if (together.length > 0) await store.attachments.add(body, together);
  return kept;
}
