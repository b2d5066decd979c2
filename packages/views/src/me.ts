/** What I signed and on which device; my keys (K rules). */
import type { ActId, KeyId, MemberId, Millis } from "@nabat/kernel";
import { type EntryLine, entryLines } from "./entries.ts";
import type { BodyReader } from "./reader.ts";
import { mustRead } from "./shared.ts";

export interface DeviceLine {
  readonly key: KeyId;
  readonly reserve: boolean;
  readonly weak: boolean;
  readonly since: Millis;
  readonly ended?: Millis;
  /** The device that is looking. */
  readonly here: boolean;
  /** Acts entered with it. */
  readonly acts: number;
}

export interface KeysView {
  readonly devices: readonly DeviceLine[];
  readonly recoveries: readonly {
    readonly id: ActId;
    readonly at: Millis;
    readonly effective?: Millis;
    readonly cosigned: number;
  }[];
}

/** A member's keys, standing ones first. */
export function keysView(reader: BodyReader, member: MemberId): KeysView {
  const { state, now, viewer } = reader;
  const devices = [...state.keys.keys]
    .filter(([, k]) => k.member === member)
    .map(([key, k]) => ({
      key,
      reserve: k.reserve,
      weak: k.weak,
      since: k.since,
      ...(k.ended === undefined ? {} : { ended: k.ended }),
      here: key === viewer.key,
      acts: state.seqs.get(key) ?? 0,
    }))
    .sort(
      (a, b) =>
        Number(b.here) - Number(a.here) ||
        Number(a.ended !== undefined) - Number(b.ended !== undefined) ||
        b.since - a.since,
    );
  const recoveries = [...state.keys.recoveries]
    .filter(([, r]) => r.member === member && !r.off && (r.effective === undefined || r.effective > now))
    .map(([id, r]) => ({
      id,
      at: r.at,
      ...(r.effective === undefined ? {} : { effective: r.effective }),
      cosigned: r.cosigned.length,
    }));
  return { devices, recoveries };
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
