/** What invented members do when they are let: what waits for each of them, and nothing that is somebody else's to do. */
import {
  boxesOf,
  callStage,
  closedList,
  electsTellers,
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
  signatures,
  type State,
  statutesAt,
  tellersBoard,
  voteStage,
} from "@nabat/body";
import { mayAgree, maySignFor } from "@nabat/body/binding/ways.ts";
import { cast, countListed, nodeTools, type Seat } from "@nabat/exchange/client/mod.ts";
import type { ActId } from "@nabat/kernel";

/** The state of the rehearsal's body, and its own moment. */
export interface Now {
  readonly state: State;
  readonly now: number;
}

/** So long what they do at a sitting takes them: a text and its vote have a minute between them (B-12). */
const MINUTE = 60_000;

/** Enters an act and counts it; a refusal is a refusal, as for anybody. */
type Put = (seat: Seat, kind: string, data: object) => Promise<ActId | undefined>;

/** Lets each do what waits for them, which takes a minute where people sit together; how many acts were entered. */
export async function rehearsalSteps(seats: readonly Seat[], look: () => Promise<Now>): Promise<number> {
  let done = 0;
  const put: Put = async (seat, kind, data) => {
    const entered = await seat.put(kind, data);
    if (entered.ok) done++;
    return entered.ok ? entered.value.id : undefined;
  };
  await adopt(seats, look, put);
  await sign(seats, await look(), put);
  await accept(seats, await look(), put);
  await attend(seats, await look(), put);
  await secondAll(seats, await look(), put);
  await agree(seats, await look(), put);
  done += await vote(seats, await look());
  await count(seats, await look(), put);
  await minute(seats, await look());
  return done;
}

/**
 * Whoever has joined closes the list of founders, if nobody has, and signs it. The signature that adopts is left
 * to who practises: who hasn't signed by then is no member (F-18).
 */
async function adopt(seats: readonly Seat[], look: () => Promise<Now>, put: Put): Promise<void> {
  const { state, now } = await look();
  const [first] = seats;
  if (!first) return;
  const people = peopleHash(peopleOn(state, now), nodeTools.sha256);
  const adopted = state.founding.phase === "adopted";
  const id = closedList(state, now)?.id ?? (adopted ? undefined : await put(first, "list.close", { people }));
  if (id === undefined) return;
  const after = await look();
  const list = closedList(after.state, after.now);
  const ours = new Set(seats.map((s) => s.member));
  const waits = list?.people.some((m) => !ours.has(m) && !list.signed.has(m)) === true && !adopted;
  const { signed, needed } = list ? signatures(after.state, list, after.now) : { signed: 0, needed: 0 };
  const may = seats.filter((s) => maySignList(after.state, id, s.member, after.now).ok);
  for (const seat of waits ? may.slice(0, Math.max(0, needed - 1 - signed)) : may)
    await put(seat, "list.sign", { list: id });
}

async function sign(seats: readonly Seat[], { state, now }: Now, put: Put): Promise<void> {
  for (const call of state.meetings.calls.values()) {
    if (callStage(state, call, now) !== "signing") continue;
    const missing = call.needed - call.signers.length;
    for (const seat of seats.filter((s) => maySign(state, call, s.member, now).ok).slice(0, missing))
      await put(seat, "meeting.sign", { call: call.id });
  }
}

async function accept(seats: readonly Seat[], { state, now }: Now, put: Put): Promise<void> {
  for (const election of state.elections.elections.values())
    for (const seat of seats)
      if (mayAccept(state, election, seat.member, now).ok)
        await put(seat, "nomination.accept", { election: election.id });
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

/** Behind tellers stand more than half of those who are there (G-46); else as many second as our rules ask. */
async function secondAll(seats: readonly Seat[], { state, now }: Now, put: Put): Promise<void> {
  for (const motion of state.motions.motions.values()) {
    if (motion.status !== "standing") continue;
    const here = state.meetings.courses.get(motion.sitting ?? ("" as ActId))?.here.size ?? 0;
    const behind = tellersBoard(motion) ? Math.floor(here / 2) + 1 : 0;
    const needed = Math.max(behind, secondsNeeded(state, now), statutesAt(state, now)?.statutes.voting.seconds ?? 0);
    const fit = seats.filter((s) => s.member !== motion.mover && !motion.seconds.includes(s.member));
    for (const seat of fit.slice(0, Math.max(0, needed - motion.seconds.length)))
      await put(seat, "second", { motion: motion.id });
  }
}

/** Where somebody agreed that a text be decided now, or signed for it, they do as well (B-5, B-6). */
async function agree(seats: readonly Seat[], { state, now }: Now, put: Put): Promise<void> {
  const { agreed, signed } = state.binding;
  for (const [motion, { version }] of agreed)
    for (const seat of seats)
      if (mayAgree(state, motion, version, seat.member, now).ok) await put(seat, "now.agree", { motion, version });
  for (const [motion, { version }] of signed)
    for (const seat of seats)
      if (maySignFor(state, motion, version, seat.member, now).ok) await put(seat, "now.sign", { motion, version });
}

/** A minute passes where a sitting is open: the clock of a practice body stands still until it is set. */
async function minute([first]: readonly Seat[], { state, now }: Now): Promise<void> {
  const sits = [...state.meetings.courses.keys()].some((id) => isOpen(state, id, now));
  if (sits) await first?.put("clock", { to: now + MINUTE });
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
            ...(await countListed(seat, v.id, v.ballot ? v : undefined)),
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
