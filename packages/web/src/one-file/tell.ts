/**
 * Entries and acts in words: the sentence that the record will show, and every field that is signed,
 * with the names and titles behind its marks where the opened record knows them.
 */
import { type ActId, type Hash, type MemberId } from "@nabat/kernel";
import { type Act, attachmentRefs, type AttachmentRef, type Notice, type UnsignedAct } from "@nabat/record";
import { holderOf, type State } from "@nabat/body";
import type { Say } from "@nabat/ui/say.ts";

/** The words behind a hash, where they are here. */
export type TextAt = (hash: Hash) => string | undefined;

/** An act or notice, for its sentence. */
export interface Tellable {
  readonly id?: ActId;
  readonly act?: Pick<Act, "kind" | "by" | "data">;
  readonly notice?: Pick<Notice, "notice" | "data">;
}

type Pointing = {
  readonly motion?: ActId;
  readonly vote?: ActId;
  readonly election?: ActId;
  readonly sitting?: ActId;
  readonly result?: ActId;
  readonly about?: ActId;
  readonly call?: ActId;
  readonly card?: ActId;
  readonly title?: { readonly hash: Hash };
  readonly name?: { readonly hash: Hash };
  readonly member?: MemberId;
  readonly members?: readonly MemberId[];
  readonly subject?: { readonly type: string };
} & Readonly<Record<string, unknown>>;

/** Hashes of texts that the sentences of these entries need. */
export function textsNamed(state: State | undefined, entries: readonly Tellable[]): Hash[] {
  return entries.flatMap((e) => {
    const { title, people } = pointsOf(state, e);
    const names = [...(e.act ? [e.act.by] : []), ...people].flatMap((m) => state?.members.members.get(m)?.name ?? []);
    return [...(title ? [title] : []), ...names];
  });
}

/** The sentence of an entry, as pages say it. */
export function tellEntry(say: Say, state: State | undefined, entry: Tellable, text: TextAt): string {
  const { title, people, args } = pointsOf(state, entry);
  const kind = entry.act?.kind ?? `notice.${entry.notice?.notice ?? ""}`;
  const who = (entry.act && nameOf(state, entry.act.by, text)) ?? say.t("person-unnamed");
  const titled = title && text(title);
  const id = `entry-${kind.replaceAll(".", "-")}`;
  const said = say.t(id, {
    ...args,
    who,
    whom: people[0] ? (nameOf(state, people[0], text) ?? "…") : "",
    titled: titled === undefined ? "" : say.t("quoted", { text: titled }),
  });
  return said.startsWith("⟦") ? say.t("entry-other", { who, kind }) : said;
}

/** A member's name, where it is here. */
export function nameOf(state: State | undefined, id: MemberId, text: TextAt): string | undefined {
  const hash = state?.members.members.get(id)?.name;
  return hash && text(hash);
}

function pointsOf(
  state: State | undefined,
  e: Tellable,
): { readonly title?: Hash; readonly people: readonly MemberId[]; readonly args: Record<string, string | number> } {
  const data = (e.act?.data ?? e.notice?.data ?? {}) as Pointing;
  const vote = data.vote === undefined ? undefined : state?.votes.votes.get(data.vote);
  // Of a putting to all: what that decision is about.
  const decided = data.result === undefined ? undefined : state?.binding.decisions.get(data.result);
  const call = data.call === undefined ? undefined : state?.meetings.calls.get(data.call);
  const holder = data.card === undefined || !state ? undefined : holderOf(state, data.card);
  const electionId = data.election ?? vote?.election ?? decided?.on;
  const election = electionId === undefined ? undefined : state?.elections.elections.get(electionId);
  const motionId = data.motion ?? decided?.on ?? vote?.motion ?? (e.act?.kind === "move" ? e.id : data.about);
  const motion = motionId === undefined ? undefined : state?.motions.motions.get(motionId);
  const sittingId = e.act?.kind === "sitting.open" ? e.id : data.sitting;
  const sitting = sittingId === undefined ? undefined : state?.sittings.sittings.get(sittingId);
  const title =
    data.title?.hash ??
    motion?.title ??
    election?.title ??
    sitting?.title ??
    (e.act?.kind === "meeting.keys" ? call?.title : undefined) ??
    (e.act?.kind === "found" ? data.name?.hash : undefined);
  const args: Record<string, string | number> = {};
  for (const name of ["as", "outcome", "present", "type"]) {
    const value = data[name];
    if (typeof value === "string" || typeof value === "number") args[name] = value;
  }
  if (data.subject) args["subject"] = data.subject.type;
  if (data.members) args["count"] = data.members.length;
  const people = holder ? [holder.id] : data.member ? [data.member] : (data.members ?? []);
  return { ...(title ? { title } : {}), people, args };
}

/** One field of an act as it is signed. `words`: the text that it stands for. */
export interface Line {
  readonly path: string;
  readonly value: string;
  readonly means?: string;
  readonly words?: string;
}

/** Every field of an act's data, in the order in which it is signed. */
export function linesOf(say: Say, state: State | undefined, act: UnsignedAct, text: TextAt): Line[] {
  const lines: Line[] = [];
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) return value.forEach((v, i) => walk(v, `${path}[${i + 1}]`));
    if (typeof value !== "object" || value === null) {
      const means = meaning(say, state, path, value, text);
      lines.push({ path, value: String(value), ...(means === undefined ? {} : { means }) });
      return;
    }
    const [ref] = attachmentRefs(value);
    if (ref === value) return void lines.push(refLine(say, path, ref, text));
    for (const [key, v] of Object.entries(value)) walk(v, path === "" ? key : `${path}.${key}`);
  };
  walk(act.data, "");
  return lines;
}

function refLine(say: Say, path: string, ref: AttachmentRef, text: TextAt): Line {
  const words = ref.grade === "closed" ? undefined : text(ref.hash);
  const means = `${say.t(`grade-${ref.grade}`)}, ${say.t("entry-bytes", { n: ref.size })}`;
  return { path, value: ref.hash, means, ...(words === undefined ? {} : { words }) };
}

const MOMENTS = /(^|\.)(at|until|closes|since|clock|from)$/;

function meaning(say: Say, state: State | undefined, path: string, value: unknown, text: TextAt): string | undefined {
  if (typeof value === "number") return MOMENTS.test(path) ? say.date(value) : undefined;
  if (typeof value !== "string" || state === undefined) return undefined;
  const member = nameOf(state, value as MemberId, text);
  if (member !== undefined) return member;
  const motion = state.motions.motions.get(state.votes.votes.get(value as ActId)?.motion ?? (value as ActId));
  const title = motion?.title ?? state.sittings.sittings.get(value as ActId)?.title;
  const holder = state.keys.keys.get(value as never);
  if (title !== undefined) return text(title);
  if (holder !== undefined) return nameOf(state, holder.member, text);
  return motion?.versions.some((v) => v.text === value) || path.endsWith("version") ? text(value as Hash) : undefined;
}
