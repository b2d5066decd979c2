/** The record: how large, kept by whom, copied and watched where; what was erased or withheld, and why. */
import {
  appealsNeeded,
  copyHolders,
  isCopyHolder,
  mayAppeal,
  type OutNote,
  outNote,
  ownAttachments,
  statutesAt,
} from "@nabat/body";
import type { ActId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";
import type { BodyReader } from "./reader.ts";
import { type Page, pageOf, type Paging } from "./lists.ts";
import { type Shown, textsOf } from "./shared.ts";

/** What the server knows beside the state. */
export interface RecordFacts {
  /** Root at the present size, in hex. */
  readonly root?: string;
  readonly origin?: string;
  /** When each copy-holder or witness last answered, and at which size. */
  readonly heard?: ReadonlyMap<string, { readonly at: Millis; readonly size: number }>;
  readonly backup?: Millis;
}

export interface RecordView {
  readonly size: number;
  readonly at: Millis;
  readonly root?: string;
  readonly origin?: string;
  readonly epoch: number;
  readonly clerk: KeyId;
  readonly entries: "members" | "public";
  readonly copies: readonly {
    readonly key: KeyId;
    readonly by: ActId;
    readonly heard?: { readonly at: Millis; readonly size: number };
  }[];
  readonly witnesses: readonly {
    readonly key: KeyId;
    readonly by: ActId;
    readonly heard?: { readonly at: Millis; readonly size: number };
  }[];
  /** Servers that cosign though nobody named them. */
  readonly others: readonly { readonly key: string; readonly heard: { readonly at: Millis; readonly size: number } }[];
  readonly declared?: { readonly size: number; readonly state: Hash; readonly by: ActId };
  readonly recomputed: readonly { readonly key: KeyId; readonly size: number; readonly at: Millis }[];
  readonly backup?: Millis;
  readonly withheld: readonly {
    readonly attachment: Hash;
    readonly at: Millis;
    readonly until: Millis;
    readonly duty: Shown;
    readonly appeal: Shown;
    readonly over: boolean;
  }[];
  readonly erasedTotal: number;
  /** What decisions took out of view and didn't bring back, newest first (E-11). */
  readonly outOfView: readonly OutLine[];
}

export interface OutLine extends OutNote {
  readonly hash: Hash;
  /** Members who appealed, and how many must where the author doesn't (E-8). */
  readonly appeals: number;
  readonly needed: number;
  /** Still readable for this viewer, who brought it in. */
  readonly yours: boolean;
  readonly mayAppeal: boolean;
}

function outLines({ state, now, viewer }: BodyReader): OutLine[] {
  const { outOfView, erased, owners } = state.archive;
  return [...outOfView].reverse().flatMap(([hash, out]) => {
    const note = erased.has(hash) ? undefined : outNote(state, hash, now);
    if (!note) return [];
    const { member } = viewer;
    return {
      ...note,
      hash,
      appeals: out.appeals.length,
      needed: appealsNeeded(state, now),
      yours: member !== undefined && owners.get(hash) === member,
      mayAppeal: member !== undefined && mayAppeal(state, hash, member, now).ok,
    };
  });
}

/** The record page's facts. Public. */
export async function recordView(reader: BodyReader, facts: RecordFacts = {}): Promise<RecordView> {
  const { state, now } = reader;
  const { archive, founding } = state;
  const text = await textsOf(
    reader,
    [...archive.withheld.values()].flatMap((w) => [w.duty, w.appeal]),
  );
  const heard = (key: string) => {
    const h = facts.heard?.get(key);
    return h ? { heard: h } : {};
  };
  return {
    size: state.size,
    at: state.at,
    ...(facts.root === undefined ? {} : { root: facts.root }),
    ...(facts.origin === undefined ? {} : { origin: facts.origin }),
    epoch: founding.epoch,
    clerk: founding.clerk,
    entries: statutesAt(state, reader.now)?.statutes.entries ?? "members",
    copies: copyHolders(state, reader.now).map(([key, by]) => ({ key, by, ...heard(key) })),
    witnesses: [...archive.witnesses].map(([key, by]) => ({ key, by, ...heard(key) })),
    others: [...(facts.heard ?? [])].flatMap(([key, h]) =>
      archive.witnesses.has(key as KeyId) || isCopyHolder(state, key as KeyId, reader.now) ? [] : [{ key, heard: h }],
    ),
    ...(archive.declared ? { declared: archive.declared } : {}),
    recomputed: [...archive.recomputed].map(([key, r]) => ({ key, size: r.size, at: r.at })),
    ...(facts.backup === undefined ? {} : { backup: facts.backup }),
    withheld: [...archive.withheld].map(([attachment, w]) => ({
      attachment,
      at: w.at,
      until: w.until,
      duty: text(w.duty),
      appeal: text(w.appeal),
      over: w.until <= now,
    })),
    erasedTotal: archive.erased.size,
    outOfView: outLines(reader),
  };
}

export interface ErasedLine {
  readonly hash: Hash;
  readonly at: Millis;
  readonly how: "author" | "term";
  readonly by: ActId;
}

/** What was erased, newest first. */
export function erasedView(reader: BodyReader, paging: Paging = {}): Page<ErasedLine> {
  const all = [...reader.state.archive.erased].map(([hash, e]) => ({ hash, at: e.at, how: e.how, by: e.by }));
  all.sort((a, b) => b.at - a.at || (a.hash < b.hash ? -1 : 1));
  return pageOf(all, paging, (e) => e.hash);
}

export interface OwnText {
  readonly hash: Hash;
  readonly text: Shown;
  readonly may: boolean;
  /** Rule and code that keep it, where it is kept. */
  readonly rule?: string;
  readonly code?: string;
  /** The decision that rests on it. */
  readonly bound?: ActId;
}

/** Texts that `member` brought in and that are still here, with what keeps those that must stay (E-2). */
export async function ownTexts(reader: BodyReader, member: MemberId, paging: Paging = {}): Promise<Page<OwnText>> {
  const lines = ownAttachments(reader.state, member, reader.now);
  const page = pageOf(lines, paging, (line) => line.hash);
  const text = await textsOf(
    reader,
    page.items.map((line) => line.hash),
  );
  return {
    ...page,
    items: page.items.map(({ by, ...line }) => ({ ...line, text: text(line.hash), ...(by ? { bound: by } : {}) })),
  };
}
