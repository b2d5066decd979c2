/**
 * Entries in plain words: who did what, by which right. An entry is told as a message id with its
 * arguments (`entry-move` {who, title}); `speech` words it, so pages, API and command line agree.
 */
import { holderOf, type State, type Subject } from "@nabat/body";
import type { ActId, Hash, KeyId, MemberId, Millis } from "@nabat/kernel";
import { attachmentRefs, type Grade } from "@nabat/record";
import type { BodyReader, EntryFound } from "./reader.ts";
import { mustRead, peopleOf, type Person, type Shown, textsOf } from "./shared.ts";

/** What an entry says: message id and arguments; `who` is the author's name. */
export interface Told {
  readonly id: string;
  readonly args: Readonly<Record<string, string | number>>;
}

export interface EntryLine {
  readonly index: number;
  readonly at: Millis;
  readonly id: ActId;
  /** Kind of the act, or `notice.<name>`. */
  readonly kind: string;
  readonly by?: Person;
  readonly told: Told;
  readonly right?: { readonly rule: string; readonly from?: ActId };
  /** Page of what it is about, below `/b/:body`. */
  readonly path?: string;
}

export interface EntryView extends EntryLine {
  readonly key?: KeyId;
  readonly seq?: number;
  /** The author's own claim of the time. */
  readonly claimed?: Millis;
  readonly saw?: number;
  /** Who confirmed it with a second signature (K-8). */
  readonly confirmedBy: readonly Person[];
  /** The act or notice as it stands in the record. */
  readonly document: unknown;
  readonly attachments: readonly {
    readonly hash: Hash;
    readonly grade: Grade;
    readonly media: string;
    readonly size: number;
    readonly text: Shown;
  }[];
}

/** What entries point to: titles and names that their sentences need. */
interface Points {
  readonly titles: readonly Hash[];
  readonly people: readonly MemberId[];
  readonly path?: string;
  readonly args: Record<string, string | number>;
}

/** Lines for entries, with all names and titles fetched at once. */
export async function entryLines(reader: BodyReader, entries: readonly EntryFound[]): Promise<EntryLine[]> {
  const points = entries.map((e) => pointsOf(reader.state, e));
  const text = await textsOf(
    reader,
    points.flatMap((p) => p.titles),
  );
  const person = await peopleOf(reader, [
    ...entries.flatMap((e) => e.act?.by ?? []),
    ...points.flatMap((p) => p.people),
  ]);
  return entries.map((e, i) => {
    const p = points[i]!;
    const by = e.act && person(e.act.by);
    const kind = e.act?.kind ?? `notice.${e.notice?.notice ?? ""}`;
    const title = p.titles[0] && text(p.titles[0]).text;
    const whom = p.people[0] && person(p.people[0]).name;
    return {
      index: e.index,
      at: e.at,
      id: e.id,
      kind,
      ...(by ? { by } : {}),
      told: {
        id: `entry-${kind.replaceAll(".", "-")}`,
        args: { who: by?.name ?? "", title: title ?? "", whom: whom ?? "", ...p.args },
      },
      ...(e.right ? { right: e.right } : {}),
      ...(p.path ? { path: p.path } : {}),
    };
  });
}

/** Kinds about somebody's way to a vote: they lead to the page of newcomers. */
const TO_NEWCOMERS: ReadonlySet<string> = new Set(["seen", "sponsor", "place", "greet.draw", "greet.reveal"]);

function pointsOf(state: State, e: EntryFound): Points {
  const data = (e.act?.data ?? e.notice?.data ?? {}) as Record<string, never> & {
    motion?: ActId;
    vote?: ActId;
    sitting?: ActId;
    about?: ActId;
    title?: { hash: Hash };
    member?: MemberId;
    members?: MemberId[];
    as?: string;
    outcome?: string;
    present?: number;
    subject?: Subject;
    name?: { hash: Hash };
    type?: string;
    result?: ActId;
    election?: ActId;
    call?: ActId;
    card?: ActId;
  };
  const vote = data.vote === undefined ? undefined : state.votes.votes.get(data.vote);
  // Of a putting to all: what that decision is about.
  const decided = data.result === undefined ? undefined : state.binding.decisions.get(data.result);
  const call = data.call === undefined ? undefined : state.meetings.calls.get(data.call);
  const electionId = data.election ?? vote?.election ?? decided?.on;
  const election = electionId === undefined ? undefined : state.elections.elections.get(electionId);
  const motionId = data.motion ?? decided?.on ?? vote?.motion ?? (e.act?.kind === "move" ? e.id : data.about);
  const motion = motionId === undefined ? undefined : state.motions.motions.get(motionId);
  const sittingId = e.act?.kind === "sitting.open" ? e.id : data.sitting;
  const sitting = sittingId === undefined ? undefined : state.sittings.sittings.get(sittingId);
  const title =
    data.title?.hash ??
    motion?.title ??
    election?.title ??
    sitting?.title ??
    (e.act?.kind === "meeting.keys" ? call?.title : undefined) ??
    (e.act?.kind === "found" ? data.name?.hash : undefined);
  const holder = data.card === undefined ? undefined : holderOf(state, data.card);
  const voteId = e.act?.kind === "vote.open" ? e.id : data.vote;
  const args: Record<string, string | number> = {};
  for (const name of ["as", "outcome", "present", "type"] as const)
    if (data[name] !== undefined) args[name] = data[name];
  if (data.subject) args["subject"] = data.subject.type;
  if (e.act?.kind === "sitting.here" || e.act?.kind === "stay.appeal")
    args["card"] = data.member === undefined ? "none" : "code";
  if (data.members) args["count"] = data.members.length;
  const path = voteId
    ? `/votes/${voteId}`
    : motion
      ? `/motions/${motion.id}`
      : election
        ? `/elections/${election.id}`
        : sitting
          ? `/sittings/${sitting.id}`
          : e.act?.kind === "appeal"
            ? "/record#out-of-view"
            : e.act?.kind === "guest.still"
              ? `/guests/${data.member}`
              : e.act?.kind === "stay.appeal"
                ? `/guests/${data.member ?? e.act.by}`
                : e.act?.kind === "leave.card" || e.act?.kind === "leave.card.undo"
                  ? "/by-card"
                  : e.act?.kind === "meeting.keys" && call
                    ? `/meetings/${call.id}`
                    : e.act?.kind === "key.recover" || e.act?.kind === "key.object" || e.act?.kind === "card.object"
                      ? "/new-keys"
                      : TO_NEWCOMERS.has(e.act?.kind ?? "")
                        ? "/newcomers"
                        : undefined;
  return {
    titles: title ? [title] : [],
    people: holder ? [holder.id] : data.member ? [data.member] : (data.members ?? []),
    args,
    ...(path ? { path } : {}),
  };
}

/** What of the record is asked for. */
export interface EntriesQuery {
  readonly kind?: string;
  readonly by?: MemberId;
  readonly about?: ActId;
  readonly before?: number;
  readonly limit?: number;
  readonly clock?: boolean;
}

/**
 * Entries, newest first, filtered by kind, author or what they are about. `next` is an index for
 * `before`. What only sets a practice clock is left out, unless asked for by its kind or with `clock`.
 */
export async function entriesView(
  reader: BodyReader,
  query: EntriesQuery = {},
): Promise<{ readonly items: readonly EntryLine[]; readonly total: number; readonly next?: number }> {
  mustRead(reader);
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 1000);
  const { kind, by, about } = query;
  const found: EntryFound[] = [];
  for (let before = query.before; ;) {
    const some = await reader.entries({
      ...(kind ? { kind } : {}),
      ...(by ? { by } : {}),
      ...(about ? { about } : {}),
      ...(before === undefined ? {} : { before }),
      limit: limit + 1,
    });
    found.push(...some.filter((e) => kind !== undefined || query.clock === true || e.act?.kind !== "clock"));
    before = some.at(-1)?.index;
    if (found.length > limit || before === undefined || before === 0) break;
  }
  const items = await entryLines(reader, found.slice(0, limit));
  const last = items.at(-1);
  return { items, total: reader.state.size, ...(found.length > limit && last ? { next: last.index } : {}) };
}

/** One entry with everything in it; `undefined` where the record holds none of that id. */
export async function entryView(reader: BodyReader, id: ActId): Promise<EntryView | undefined> {
  mustRead(reader);
  const e = await reader.entry(id);
  if (!e) return undefined;
  const [line] = await entryLines(reader, [e]);
  const document = e.act ?? e.notice;
  const refs = attachmentRefs(document?.data);
  const text = await textsOf(
    reader,
    refs.map((r) => r.hash),
  );
  const method = document?.proof.verificationMethod;
  const seconds = (await reader.entries({ kind: "cosign", about: id, limit: 20 })).flatMap((c) => c.act?.by ?? []);
  const person = await peopleOf(reader, seconds);
  return {
    ...(line as EntryLine),
    ...(method ? { key: method.slice(method.indexOf("#") + 1) as KeyId } : {}),
    ...(e.act ? { seq: e.act.seq, claimed: e.act.at } : {}),
    ...(e.act?.saw ? { saw: e.act.saw.size } : {}),
    confirmedBy: seconds.map(person),
    document,
    attachments: refs.map((r) => ({ hash: r.hash, grade: r.grade, media: r.media, size: r.size, text: text(r.hash) })),
  };
}
