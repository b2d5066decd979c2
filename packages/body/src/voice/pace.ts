/**
 * A pace per person, kind and day (N-4, N-5): generous for people, shut for programs. So many at a stretch,
 * and what was used comes back evenly over a day; so nobody waits for midnight, and nothing has to be
 * counted anew. Plain integers: for each person and kind one moment, at which all is theirs again.
 */
import { type KeyId, type MemberId, type Millis, ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { standingOf } from "../members/standing.ts";

/** In ms. */
export const DAY_MS = 24 * 3600_000;
/** What guests may of what members may, each and all together: one in so many (N-4, N-5). */
const GUESTS = 5;
/** A guest's first remarks of a day need no room among all guests (N-5). */
const FIRST_REMARKS = 5;
/**
 * So many times as much: invitations while a body is being founded, and everything in a practice body whose own
 * clock stands while people act (P-2).
 */
export const MORE = 10;

/**
 * What is never a matter of pace: votes, counting once more, objections, erasures, second signatures and
 * leaving. Most of it can be done only once for each thing anyway.
 */
const FREE: ReadonlySet<string> = new Set([
  "vote.cast",
  "vote.card",
  "vote.close",
  "result",
  "tally",
  "teller.reveal",
  "number.missing",
  "opening.again",
  "recount",
  "paper.vote",
  "paper.sign",
  "now.sign",
  "put.all",
  "second",
  "ask.secret",
  "withdraw",
  "accept",
  "cosign",
  "key.object",
  "card.object",
  "device.end",
  "erase",
  "appeal",
  "stay.appeal",
  "leave",
  "leave.card",
  "leave.card.undo",
  "meeting.sign",
  "nomination.accept",
  "nomination.decline",
  "resign",
  "list.sign",
  "list.card",
  "sitting.close",
  "sitting.interrupt",
  "greet.reveal",
  "clock",
]);

/** So many in a day by one member; of what stands in neither list, {@link ORDINARY}. */
const PACE: Readonly<Record<string, number>> = {
  say: 100,
  account: 20,
  minority: 20,
  move: 20,
  "move.amendment": 30,
  "move.procedure": 40,
  revise: 20,
  rename: 10,
  invite: 60,
  "device.add": 12,
  "key.recover": 10,
  "meeting.call": 10,
  "meeting.item": 30,
  "meeting.place": 20,
  "sitting.open": 20,
  "election.open": 20,
  nominate: 30,
  witness: 5,
  copy: 5,
  "guest.still": 5,
  "tally.list": 100,
  // Whoever has left does it, and so a fifth of these in a day.
  "leave.undo": 25,
};
/** So many of any other kind. */
export const ORDINARY = 200;

/** With the sheet: whoever holds a stolen phone doesn't use up what its owner's sheet may (K-5). */
const BY_SHEET: Readonly<Record<string, number>> = { "device.add": 24 };

/** What of an act its pace goes by; `undefined`: it has none. Amendments and procedure are counted apart from motions (V-72), keys at a door or by a decision apart from those that two ask for. */
export function paceKind(kind: string, data: unknown): string | undefined {
  // A count is a matter of figures; a list that comes with it is read by everybody who looks.
  if (kind === "tally" && (data as { readonly file?: unknown }).file !== undefined) return "tally.list";
  if (FREE.has(kind)) return undefined;
  if (kind === "key.recover") {
    const { sitting, decided } = data as { readonly sitting?: unknown; readonly decided?: unknown };
    return sitting === undefined && decided === undefined ? kind : "key.recover.met";
  }
  if (kind !== "move") return kind;
  const type = (data as { readonly subject?: { readonly type?: string } }).subject?.type;
  return type === "amendment" || type === "procedure" ? `move.${type}` : kind;
}

/** So many of a kind a member may enter at a stretch, and over each day after; guests a fifth of it, rounded up. */
export function paceOf(kind: string, guest = false): number {
  const most = PACE[kind] ?? ORDINARY;
  return guest ? Math.ceil(most / GUESTS) : most;
}

/** A moment moved on by one entry, or when the next one can come: it may lie a day ahead at most. */
function spend(before: Millis | undefined, most: number, at: Millis): { readonly next: Millis; readonly from: Millis } {
  const step = Math.floor(DAY_MS / most);
  const next = Math.max(before ?? at, at) + step;
  return { next, from: next - DAY_MS };
}

/** What one entry of a kind uses up: of the person's own, and of all guests'. */
interface Use {
  readonly kind: string;
  /** Under which it is noted: what the sheet signs is counted apart. */
  readonly slot: string;
  readonly most: number;
  /** A guest's, which the guests' common room takes in, because it isn't one of their first. */
  readonly pool?: number;
}

/** An entry as its pace sees it: by whom, what, and with which key. */
export interface Paced {
  readonly by: MemberId;
  readonly kind: string;
  readonly data: unknown;
  readonly key?: KeyId;
}

function useOf(state: State, { by, kind, data, key }: Paced, at: Millis): Use | undefined {
  const named = paceKind(kind, data);
  const member = state.members.members.get(by);
  if (named === undefined || !member) return undefined;
  const sheet = key !== undefined && state.keys.keys.get(key)?.reserve === true;
  const slot = sheet ? `sheet.${named}` : named;
  const clock = state.practice.clock === undefined ? 1 : MORE;
  if (standingOf(member, at) === "member") {
    const founding = named === "invite" && state.founding.phase === "provisional";
    const most = (sheet ? BY_SHEET[named] : undefined) ?? paceOf(named);
    return { kind: named, slot, most: most * clock * (founding ? MORE : 1) };
  }
  const most = paceOf(named, true) * clock;
  const first = named === "say" ? FIRST_REMARKS : 1;
  return isFirst(state, by, slot, most, first, at)
    ? { kind: named, slot, most }
    : { kind: named, slot, most, pool: (paceOf(named) * clock * members(state, at)) / GUESTS };
}

/** Is this one of the `first` that a guest enters in a day? */
function isFirst(state: State, by: MemberId, kind: string, most: number, first: number, at: Millis): boolean {
  const used = (state.voice.paces.get(by)?.get(kind) ?? at) - at;
  return used < first * Math.floor(DAY_MS / most);
}

function members(state: State, at: Millis): number {
  let n = 0;
  for (const m of state.members.members.values()) if (standingOf(m, at) === "member") n++;
  return Math.max(1, n);
}

/** Is there room for this entry in its author's pace (N-4), and of a guest's in all guests' (N-5)? Refuses with the moment from which there is. */
export function inPace(state: State, of: Paced, at: Millis): Result<true> {
  const use = useOf(state, of, at);
  if (!use) return ok(true);
  const own = spend(state.voice.paces.get(of.by)?.get(use.slot), use.most, at);
  if (own.from > at) return refuse("N-4", "pace", { kind: use.kind, most: use.most, from: own.from });
  if (use.pool === undefined) return ok(true);
  const all = spend(state.voice.together.get(use.kind), use.pool, at);
  return all.from > at ? refuse("N-5", "guests-together", { kind: use.kind, from: all.from }) : ok(true);
}

/** How many of this kind its author can still enter now: what a form says before it is sent. */
export function leftOf(state: State, by: MemberId, kind: string, data: unknown, at: Millis): number | undefined {
  const use = useOf(state, { by, kind, data }, at);
  if (!use) return undefined;
  const used = Math.max(0, (state.voice.paces.get(by)?.get(use.slot) ?? at) - at);
  return Math.max(0, Math.floor((DAY_MS - used) / Math.floor(DAY_MS / use.most)));
}

/** Notes an entry that was admitted. Called before what it does is written: the author's standing is that of the admission. */
export function notePace(state: State, of: Paced, at: Millis): void {
  sweep(state, at);
  const use = useOf(state, of, at);
  if (!use) return;
  const own = state.voice.paces.get(of.by) ?? new Map<string, Millis>();
  own.set(use.slot, spend(own.get(use.slot), use.most, at).next);
  state.voice.paces.set(of.by, own);
  if (use.pool !== undefined)
    state.voice.together.set(use.kind, spend(state.voice.together.get(use.kind), use.pool, at).next);
}

/** Once a day: throws away what is over, so that nothing is kept of when somebody spoke. */
function sweep(state: State, at: Millis): void {
  const { voice } = state;
  if (at < voice.swept + DAY_MS) return;
  voice.swept = at;
  for (const [by, own] of voice.paces) {
    for (const [kind, until] of own) if (until <= at) own.delete(kind);
    if (own.size === 0) voice.paces.delete(by);
  }
  for (const [kind, until] of voice.together) if (until <= at) voice.together.delete(kind);
}
