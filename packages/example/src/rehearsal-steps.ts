/** What invented members do when they are let: what waits for each of them, and nothing that is somebody else's to do. */
import {
  boxesOf,
  callStage,
  closedList,
  electsTellers,
  listed,
  isMember,
  isOpen,
  mayAccept,
  maySign,
  maySignList,
  partsOf,
  peopleHash,
  peopleOn,
  rollSize,
  secondsNeeded,
  type State,
  statutesAt,
  tellersBoard,
  voteStage,
} from "@nabat/body";
import { cast, countListed, countSealed, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import type { ActId } from "@nabat/kernel";

/** The state of the rehearsal's body, and its own moment. */
export interface Now {
  readonly state: State;
  readonly now: number;
}

/** Enters an act and counts it; a refusal is a refusal, as for anybody. */
type Put = (seat: Seat, kind: string, data: object) => Promise<ActId | undefined>;

/** Lets each do what waits for them; how many acts were entered. */
export async function rehearsalSteps(seats: readonly Seat[], look: () => Promise<Now>): Promise<number> {
  let done = 0;
  const put: Put = async (seat, kind, data) => {
    const entered = await seat.put(kind, data);
    if (entered.ok) done++;
    return entered.ok ? entered.value.id : undefined;
  };
  if ((await look()).state.founding.phase === "provisional") await adopt(seats, look, put);
  await sign(seats, await look(), put);
  await accept(seats, await look(), put);
  await attend(seats, await look(), put);
  await secondAll(seats, await look(), put);
  done += await vote(seats, await look());
  await count(seats, await look(), put);
  return done;
}

/** Whoever has joined closes the list of founders, if nobody has, and signs it. */
async function adopt(seats: readonly Seat[], look: () => Promise<Now>, put: Put): Promise<void> {
  const { state, now } = await look();
  const [first] = seats;
  if (!first) return;
  const people = peopleHash(peopleOn(state, now), nodeTools.sha256);
  const list = closedList(state, now)?.id ?? (await put(first, "list.close", { people }));
  if (list === undefined) return;
  const after = await look();
  for (const seat of seats)
    if (maySignList(after.state, list, seat.member, after.now).ok) await put(seat, "list.sign", { list });
}

async function sign(seats: readonly Seat[], { state, now }: Now, put: Put): Promise<void> {
  for (const call of state.meetings.calls.values()) {
    if (callStage(state, call, now) !== "signing") continue;
    const missing = call.needed - call.signers.length;
    for (const seat of seats.filter((s) => maySign(state, call, s.member, now).ok).slice(0, missing))
      await put(seat, "meeting.sign", { call: call.id });
  }
}

async function accept(seats: readonly Seat[], { state }: Now, put: Put): Promise<void> {
  for (const election of state.elections.elections.values())
    for (const seat of seats)
      if (mayAccept(election, seat.member).ok) await put(seat, "nomination.accept", { election: election.id });
}

/** Tellers count who is here; one asks for the floor where an item is under way and nobody has spoken yet. */
async function attend(seats: readonly Seat[], { state, now }: Now, put: Put): Promise<void> {
  for (const [id, course] of state.meetings.courses) {
    const sitting = state.sittings.sittings.get(id);
    if (!sitting || !isOpen(state, id, now)) continue;
    for (const seat of seats)
      if (electsTellers(state, course) && !course.here.has(seat.member))
        await put(seat, "sitting.here", { sitting: id });
    for (const seat of seats)
      if (sitting.tellers.includes(seat.member) && !sitting.counts.has(seat.member))
        await put(seat, "sitting.count", { sitting: id, present: rollSize(state, now) });
    const eager = seats.find((s) => !course.spoken.has(s.member) && !course.waiting.some((w) => w.member === s.member));
    if (course.item !== undefined && !course.proceeded && course.waiting.length === 0 && !course.speaking && eager)
      await put(eager, "floor.ask", { sitting: id });
    if (course.speaking) {
      const speaker = seats.find((s) => s.member === course.speaking?.member);
      if (speaker) await put(speaker, "floor.end", { sitting: id });
    }
  }
}

/** As many as a motion needs second it; behind tellers who are put, all who are there stand (G-46). */
async function secondAll(seats: readonly Seat[], { state, now }: Now, put: Put): Promise<void> {
  for (const motion of state.motions.motions.values()) {
    if (motion.status !== "standing") continue;
    const needed = Math.max(secondsNeeded(state, now), statutesAt(state, now)?.statutes.voting.seconds ?? 0);
    const fit = seats.filter((s) => s.member !== motion.mover && !motion.seconds.includes(s.member));
    const more = tellersBoard(motion) ? fit.length : Math.max(0, needed - motion.seconds.length);
    for (const seat of fit.slice(0, more)) await put(seat, "second", { motion: motion.id });
  }
}

/** On devices: most for, one against, one opposed yet taking part; of a ballot, turn by turn. */
async function vote(seats: readonly Seat[], { state, now }: Now): Promise<number> {
  let done = 0;
  for (const v of state.votes.votes.values()) {
    if (voteStage(state, v, now) !== "open" || v.mode === "hands" || v.mode === "paper") continue;
    const boxes = v.tellers.flatMap((t) => boxesOf(state, t, now));
    const ballot = {
      vote: v.id,
      version: v.version,
      mode: v.mode,
      boxes,
      ...(v.devices ? { devices: v.devices } : {}),
    };
    for (const [n, seat] of seats.entries()) {
      if (v.cast.has(seat.member) || !isMember(state, seat.member, now)) continue;
      const key = v.ballot?.[n % v.ballot.length]?.key;
      const choice = v.ballot
        ? key === undefined
          ? []
          : [key]
        : n === 4
          ? "against"
          : n === 5
            ? "taking-part"
            : "for";
      if ((await cast(seat, ballot, choice)).ok) done++;
    }
  }
  return done;
}

/** Invented tellers count: hands as everybody who is here would raise them, devices as they were sealed. */
async function count(seats: readonly Seat[], { state, now }: Now, put: Put): Promise<void> {
  for (const v of state.votes.votes.values()) {
    if (voteStage(state, v, now) !== "counting") continue;
    for (const part of partsOf(v)) {
      const sealed = part.key === "devices" || v.mode === "count";
      for (const seat of seats) {
        if (!part.tellers.includes(seat.member) || part.tallies.some((t) => t.by === seat.member)) continue;
        const where = part.key === "devices" ? { devices: true } : part.key === "" ? {} : { hall: part.key };
        if (sealed)
          await put(seat, "tally", {
            vote: v.id,
            ...where,
            ...(listed(v)
              ? await countListed(seat, v.id, v.ballot ? v : undefined)
              : { counts: await countSealed(seat, v.id, v.ballot ? v : undefined) }),
          });
        else
          await put(seat, "tally", {
            vote: v.id,
            ...where,
            counts: shown(v),
            present: Math.max(0, v.whole - (v.remotes ?? 0)),
          });
      }
    }
  }
}

/** A show of hands of all who are here: all but one for; of a ballot the first has one more than half. */
function shown(v: {
  readonly whole: number;
  readonly remotes?: number;
  readonly ballot?: readonly { readonly key: string }[];
}): Record<string, number> {
  const here = Math.max(0, v.whole - (v.remotes ?? 0));
  const against = here > 2 ? 1 : 0;
  if (!v.ballot) return { for: here - against, against, abstain: 0, "taking-part": 0 };
  const first = Math.floor(here / 2) + 1;
  const marks = v.ballot.map(
    (b, n) => [b.key, n === 0 ? Math.min(first, here) : n === 1 ? Math.max(0, here - first) : 0] as const,
  );
  return { ...Object.fromEntries(marks), none: v.ballot.length === 1 ? Math.max(0, here - first) : 0, blank: 0 };
}
