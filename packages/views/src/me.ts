/** What I signed and on which device; my keys (K rules). */
import { endedLately, RECOVERY_MS, type Side, sideOf } from "@nabat/body";
import type { ActId, KeyId, MemberId, Millis } from "@nabat/kernel";
import { type EntryLine, entryLines } from "./entries.ts";
import { type NewKeysLine, newKeysView } from "./new-keys.ts";
import type { BodyReader } from "./reader.ts";
import { mustRead } from "./shared.ts";

export interface DeviceLine {
  readonly key: KeyId;
  readonly reserve: boolean;
  /** Which of several sheets it is. */
  readonly sheet?: "new" | "old";
  readonly weak: boolean;
  readonly since: Millis;
  readonly ended?: Millis;
  /** When it is to end: a day's key, or one in whose place new ones come (K-6, K-9). */
  readonly ends?: Millis;
  /** It hasn't come in yet (K-6). */
  readonly coming?: true;
  /** The device that is looking. */
  readonly here: boolean;
  /** Acts entered with it. */
  readonly acts: number;
}

export interface KeysView {
  readonly devices: readonly DeviceLine[];
  /** New keys or a card asked for for this person, newest first. */
  readonly askings: readonly NewKeysLine[];
  /** Another device ended the one that is looking: it may object until then (K-14). */
  readonly ended?: { readonly id: ActId; readonly until: Millis };
  /** What is withheld from the device that is looking, and until when (K-12, K-14, K-15). */
  readonly side?: Side;
}

/** A member's keys, standing ones first. */
export async function keysView(reader: BodyReader, member: MemberId): Promise<KeysView> {
  const { state, now, viewer } = reader;
  // After new keys somebody has two sheets of paper: the list says which is which.
  const own = [...state.keys.keys.values()].filter((k) => k.member === member && k.reserve);
  const sheets = own.length;
  const newest = Math.max(...own.map((k) => k.since));
  const devices = [...state.keys.keys]
    .filter(([, k]) => k.member === member)
    .map(([key, k]): DeviceLine => ({
      key,
      reserve: k.reserve,
      weak: k.weak,
      since: k.since,
      ...(k.ended === undefined ? {} : k.ended <= now ? { ended: k.ended } : { ends: k.ended }),
      ...(k.since > now ? { coming: true as const } : {}),
      here: key === viewer.key,
      ...(k.reserve && sheets > 1 ? { sheet: k.since === newest ? ("new" as const) : ("old" as const) } : {}),
      acts: state.seqs.get(key) ?? 0,
    }))
    .sort(
      (a, b) =>
        Number(b.here) - Number(a.here) ||
        Number(a.ended !== undefined) - Number(b.ended !== undefined) ||
        b.since - a.since,
    );
  const { items: askings } = reader.mayRead ? await newKeysView(reader, { member, limit: 50 }) : { items: [] };
  const { key } = viewer;
  const ended = key === undefined ? undefined : endedLately(state, key, now);
  const side = key === undefined ? undefined : sideOf(state, member, key, now);
  return {
    devices,
    askings,
    ...(ended ? { ended: { id: ended.id, until: ended.at + RECOVERY_MS } } : {}),
    ...(side ? { side } : {}),
  };
}

export interface SignedLine extends EntryLine {
  readonly key?: KeyId;
}

/** What `member` signed, newest first, with the key of each. */
export async function signedView(
  reader: BodyReader,
  member: MemberId,
  query: { readonly before?: number; readonly limit?: number } = {},
): Promise<{ readonly items: readonly SignedLine[]; readonly next?: number }> {
  mustRead(reader);
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 1000);
  const found = await reader.entries({
    by: member,
    ...(query.before === undefined ? {} : { before: query.before }),
    limit: limit + 1,
  });
  const lines = await entryLines(reader, found.slice(0, limit));
  const items = lines.map((line, i) => {
    const method = found[i]?.act?.proof.verificationMethod;
    return { ...line, ...(method ? { key: method.slice(method.indexOf("#") + 1) as KeyId } : {}) };
  });
  const last = items.at(-1);
  return { items, ...(found.length > limit && last ? { next: last.index } : {}) };
}
