/**
 * Brings a checked record into a store: entries in groups, what stands beside them, the checkpoint.
 * The server is its clerk where it holds the key of the epoch in office, else it keeps a copy.
 */
import { randomBytes } from "node:crypto";
import { type ActId, type BodyId, type Hash, isHash } from "@nabat/kernel";
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
}

/** What an attachment's row needs from the act that names it. */
interface Named {
  readonly actId: ActId;
  readonly grade: string;
  readonly media: string;
}

/** Writes the record. Its source must have been checked. Throws {@link UsageError} where the body is here already. */
export async function keepRecord(
  store: Store,
  source: Source,
  state: State,
  key: SigningKey,
  report: Report,
  leaseMs = LEASE_MS,
): Promise<Kept> {
  const { body } = state;
  if (await store.ledger.head(body)) throw new UsageError(`${body} is kept in this data folder already`);
  const role = key.key === state.founding.clerk ? "clerk" : "copy";
  const holder = `restore-${randomBytes(6).toString("hex")}`;
  const { epoch } = state.founding;
  const named = new Map<Hash, Named>();
  const tree = new GrowingTree(sha256);
  let leasedAt = performance.now();
  for await (const bundle of source.bundles(0, state.size)) {
    const group = await readGroup(bundle.bytes, bundle.count, source, named);
    const expectedSize = tree.size;
    for (const { leaf } of group.entries) tree.append(leaf);
    const append: Append = { expectedSize, epoch: 0, holder, root: tree.root(), ...group };
    if (expectedSize === 0) {
      const clerkKey = state.founding.clerk;
      await store.ledger.create(
        body,
        { role, clerkKey, practice: state.founding.practice, createdAt: state.founding.at, leaseMs },
        append,
      );
    } else {
      // A large record takes longer to write than a lease lasts.
      if (performance.now() - leasedAt > leaseMs / 3) {
        await store.leases.acquire(body, holder, leaseMs);
        leasedAt = performance.now();
      }
      await appendHeld(store, body, append, leaseMs);
    }
    report(tree.size, state.size);
  }
  if (epoch > 0)
    await store.ledger.append(body, {
      expectedSize: tree.size,
      epoch: 0,
      holder,
      root: tree.root(),
      entries: [],
      next: { epoch, clerkKey: state.founding.clerk, role },
    });
  await store.ledger.keepCheckpoint(body, { size: tree.size, note: source.checkpoint, at: state.at });
  const attachments = await keepAttachments(store, body, source, named);
  await store.leases.release(body, holder);
  return { body, role, entries: tree.size, attachments };
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
      together = [];
    }
  }
  if (together.length > 0) await store.attachments.add(body, together);
  return kept;
}
