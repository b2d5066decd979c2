/**
 * The tellers of a called meeting (G-44 to G-46): those whom its opener named count heads and this election,
 * and nothing else. One of each side counts it; where these differ, those who are there stand behind a board.
 */
import type { ActId, KeyId, MemberId, Millis } from "@nabat/kernel";
import { ok, refuse, type Result } from "@nabat/kernel";
import type { State } from "../engine/state.ts";
import { countsForNobody } from "../keys/running.ts";
import { hasVote, rollSize } from "../members/standing.ts";
import type { Motion } from "../motions/part.ts";
import type { Procedure } from "./acts.ts";
import type { Course } from "./part.ts";
import { callAt, leadingCourse, openCourse, waitingProcedures } from "./queries.ts";

/** So long those who come have to come, before tellers may be elected, in ms (G-44). */
export const GATHER_MS = 15 * 60_000;

type Board = Extract<Procedure, { what: "board" }>;

/** Does this meeting elect its tellers: a called one that decides (G-44)? */
export function electsTellers(state: State, course: Course): boolean {
  return callAt(state, course)?.type === "decide";
}

/** The board with tellers that a motion would elect. */
export function tellersBoard(motion: Motion): Board | undefined {
  if (motion.subject.type !== "procedure") return undefined;
  const { procedure } = motion.subject;
  return procedure.what === "board" && procedure.tellers !== undefined ? procedure : undefined;
}

/**
 * Who is signed in as there and has a vote (M-23), with keys that aren't new (K-12), and over whose keys this meeting isn't
 * to decide (K-15): they alone are counted. Else whoever holds the stolen phone is one of those who are there. In several
 * halls those of all of them, and holders of cards with them (G-41, G-44).
 */
export function votersHere(state: State, course: Course, at: Millis): MemberId[] {
  const open = keysOnTheAgenda(state, course);
  return [...course.here.keys()].filter(
    (m) => hasVote(state, m, at) && !countsForNobody(state, m, at) && !open.includes(m),
  );
}

/** How many are signed in there so, of how many on the roll; what tellers say of a hall isn't asked. */
export function partHere(
  state: State,
  course: Course | undefined,
  at: Millis,
): { readonly here: number; readonly whole: number } {
  return { here: course ? votersHere(state, course, at).length : 0, whole: rollSize(state, at) };
}

/** Over whose keys a motion stands on this meeting's agenda with notice (K-15). */
function keysOnTheAgenda(state: State, course: Course): MemberId[] {
  const call = callAt(state, course);
  return (call?.agenda ?? []).flatMap((item) => {
    const subject = item.motion === undefined ? undefined : state.motions.motions.get(item.motion)?.subject;
    return call && item.at <= call.noticed && subject?.type === "keys" ? [subject.member] : [];
  });
}

/** Who takes part from outside the hall and has a vote (G-40, M-23). */
export function votersOutside(state: State, course: Course, at: Millis): MemberId[] {
  return [...course.remote.keys()].filter((m) => hasVote(state, m, at));
}

/** May tellers be put to the vote yet (G-44): after a quarter of an hour, or with half of the roll there? */
export function gathered(state: State, course: Course, at: Millis): Result<true> {
  if (!electsTellers(state, course) || course.tellersBy !== undefined) return ok(true);
  const from = (state.sittings.sittings.get(course.sitting)?.opened ?? at) + GATHER_MS;
  const { here, whole } = partHere(state, course, at);
  if (at >= from || 2 * here >= whole) return ok(true);
  return refuse("G-44", "still-coming", { from, here });
}

/** Nothing else is voted on before those present have elected their tellers (G-44). */
export function tellersFirst(state: State, sitting: ActId, motion?: Motion): Result<true> {
  const course = leadingCourse(state, sitting);
  if (!electsTellers(state, course) || course.tellersBy !== undefined) return ok(true);
  return motion && tellersBoard(motion) ? ok(true) : refuse("G-44", "elect-tellers-first");
}

/** Is this the vote by which a called meeting elects its first tellers (G-44)? It is taken in the hall that leads (G-41). */
export function electsTellersFirst(state: State, sitting: ActId, motion: Motion): boolean {
  const course = leadingCourse(state, sitting);
  return tellersBoard(motion) !== undefined && electsTellers(state, course) && course.tellersBy === undefined;
}

/**
 * Who counts the vote on tellers (G-45): one named by who put them, and one of another side: one of those who were
 * elected already; else named by whoever put the other tellers whom most who are there stand behind; else who presides. `undefined`: this vote isn't one on tellers.
 */
export function countersOf(state: State, sitting: ActId, motion: Motion, at: Millis): MemberId[] | undefined {
  const board = tellersBoard(motion);
  const course = leadingCourse(state, sitting);
  if (!board || !electsTellers(state, course)) return undefined;
  const one = board.counts ?? motion.mover;
  // Of several others who have put tellers, the one whom most who are there stand behind: else two friends put one each.
  const there = new Set(votersHere(state, course, at));
  const behind = (m: Motion): number => m.seconds.filter((s) => there.has(s)).length;
  const [rival] = waitingProcedures(state, course)
    .flatMap((id) => state.motions.motions.get(id) ?? [])
    .filter((m) => m.mover !== motion.mover && tellersBoard(m) !== undefined)
    .sort((a, b) => behind(b) - behind(a));
  const elected = state.sittings.sittings.get(course.sitting)?.tellers ?? [];
  const sides = [
    // Whom those there have elected already count their own replacing.
    ...(course.tellersBy === undefined ? [] : elected),
    ...(rival ? [tellersBoard(rival)?.counts ?? rival.mover] : []),
    course.chair,
    ...elected,
  ];
  const other = sides.find((m) => m !== one);
  return other === undefined ? [one] : [one, other];
}

/** Do more than half of those who signed that they are there stand behind these tellers (G-46)? Two at least. */
export function standsBySeconds(state: State, motion: Motion, at: Millis): boolean {
  if (!tellersBoard(motion) || motion.sitting === undefined) return false;
  if (motion.status !== "standing" && motion.status !== "voting") return false;
  const open = openCourse(state, motion.sitting, at);
  if (!open.ok || !electsTellers(state, open.value) || !gathered(state, open.value, at).ok) return false;
  // Who is there by a card stands behind nobody, and so isn't one of those of whom it takes more than half.
  const here = new Set(votersHere(state, open.value, at).filter((m) => open.value.hereBy.has(m)));
  const behind = [motion.mover, ...motion.seconds].filter((m) => here.has(m)).length;
  return behind >= 2 && 2 * behind > here.size;
}

/**
 * May `by` sign with this key that they are there (G-44)? Once; and anew with the new key where the one that signed it has
 * ended, or is to end: so that who got new keys meanwhile is there by them (K-12), and is still counted once.
 */
export function maySignHere(
  state: State,
  sitting: ActId,
  by: MemberId,
  at: Millis,
  key: KeyId | undefined,
): Result<Course> {
  const open = openCourse(state, sitting, at);
  if (!open.ok) return open;
  if (open.value.remote.has(by)) return refuse("G-44", "outside");
  if (!open.value.here.has(by)) return open;
  const before = open.value.hereBy.get(by);
  const anew = key !== undefined && before !== undefined && before !== key && tookPlaceOf(state, key, before, at);
  return anew ? open : refuse("G-44", "here-already");
}

/** Has the key that signed before ended, or came this one in by another asking than that? */
function tookPlaceOf(state: State, key: KeyId, before: KeyId, at: Millis): boolean {
  const [now, then] = [state.keys.keys.get(key), state.keys.keys.get(before)];
  return then === undefined || (then.ended !== undefined && then.ended <= at) || now?.of !== then.of;
}
