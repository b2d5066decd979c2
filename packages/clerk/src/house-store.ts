/** Adapter: a house's writes and look-ups in terms of the store's ports. */
import { type ActId, type BodyId, fromUtf8, type Hash } from "@nabat/kernel";
import type { Opening } from "@nabat/body";
import type { Store } from "@nabat/store";
import type { Group, HouseStore } from "./house-ports.ts";

/** Evidence stands among the attachments: public, with an empty salt, under the hash of its bytes. */
export const EVIDENCE_MEDIA = "application/octet-stream";

/** The groups' columns as the ledger takes them. */
export function appendOf(group: Group, epoch: number, holder: string) {
  return {
    expectedSize: group.expectedSize,
    epoch,
    holder,
    root: group.root,
    entries: group.entries.map((e) => ({ actId: e.id, kind: e.kind, at: e.at, bytes: e.bytes, leaf: e.leaf })),
    attachments: [
      ...group.attachments.map((a) => ({
        actId: a.act,
        hash: a.hash,
        grade: a.grade,
        media: a.media,
        salt: a.salt,
        bytes: a.bytes,
      })),
      ...group.evidence.map((e) => ({
        actId: e.act,
        hash: e.hash,
        grade: "public",
        media: EVIDENCE_MEDIA,
        salt: new Uint8Array(0),
        bytes: e.bytes,
      })),
    ],
    erasures: group.erasures,
    ...(group.next ? { next: { ...group.next, role: "copy" as const } } : {}),
  };
}

/** The house's store over the ports; `epoch` is the lease's. */
export function houseStore(
  store: Store,
  body: BodyId,
  lease: { readonly epoch: number; readonly holder: string },
): HouseStore {
  let epoch = lease.epoch;
  return {
    async append(group) {
      await store.ledger.append(body, appendOf(group, epoch, lease.holder));
      if (group.next) epoch = group.next.epoch;
    },
    here: (hashes) => store.attachments.getMany(body, hashes),
    async find(id: ActId) {
      const found = await store.ledger.findAct(body, id);
      return found ? { index: found.index, at: found.at } : undefined;
    },
    kept: (of) => (of === undefined ? store.attachments.kept(body) : store.attachments.keptOf(body, of)),
    sizes: (of) => store.attachments.sizes(body, of),
    async openings(hashes) {
      const out = new Map<Hash, Opening>();
      for (let i = 0; i < hashes.length; i += 5000) {
        const found = await store.attachments.getMany(body, hashes.slice(i, i + 5000));
        for (const [hash, a] of found) {
          const opening = a.bytes && readOpening(a.bytes);
          if (opening) out.set(hash, opening);
        }
      }
      return out;
    },
  };
}

/** An opening from its bytes; `undefined` where they are none. */
export function readOpening(bytes: Uint8Array): Opening | undefined {
  try {
    const { salt, choice } = JSON.parse(fromUtf8(bytes)) as Opening;
    return typeof salt === "string" && (typeof choice === "string" || Array.isArray(choice))
      ? { salt, choice }
      : undefined;
  } catch {
    return undefined;
  }
}
