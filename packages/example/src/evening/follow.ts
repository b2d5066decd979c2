/**
 * Invented neighbours do what the room has begun, and nothing that nobody began: they sign its calls, stand behind its
 * motions, put to all what it puts to all, add the teller whom it adds, vote, and count as they see it.
 */
import {
  callStage,
  canPut,
  computeResult,
  fateAt,
  mayAddTeller,
  mayCallAgain,
  maySign,
  putNeeded,
  secondsNeeded,
  statutesAt,
  voteStage,
} from "@nabat/body";
import type { Hash, MemberId } from "@nabat/kernel";
import { cast, nodeTools } from "@nabat/exchange/client/mod.ts";
import type { Stage } from "./stage.ts";
import { HOUR, MINUTE } from "./time.ts";

/** One round of it. */
export async function follow(stage: Stage): Promise<void> {
  const room = new Set(await stage.room());
  await signCalls(stage, room);
  await secondMotions(stage, room);
  await putToAll(stage, room);
  await callAgain(stage);
  await addTellers(stage, room);
  await vote(stage, room);
  await count(stage);
  await declareTrue(stage);
}

async function signCalls(stage: Stage, room: ReadonlySet<MemberId>): Promise<void> {
  const { state, now } = await stage.look();
  for (const call of state.meetings.calls.values()) {
    if (callStage(state, call, now) !== "signing" || !call.signers.some((s) => room.has(s))) continue;
    const missing = call.needed - call.signers.length;
    const fit = stage.neighbours.filter((s) => maySign(state, call, s.member, now).ok);
    for (const seat of fit.slice(0, missing)) await seat.put("meeting.sign", { call: call.id });
  }
}

async function secondMotions(stage: Stage, room: ReadonlySet<MemberId>): Promise<void> {
  const { state, now } = await stage.look();
  const asked = statutesAt(state, now)?.statutes.voting.seconds ?? 0;
  for (const motion of state.motions.motions.values()) {
    if (motion.status !== "standing" || !room.has(motion.mover)) continue;
    const missing = Math.max(secondsNeeded(state, now), asked) - motion.seconds.length;
    const fit = stage.neighbours.filter((s) => !motion.seconds.includes(s.member));
    for (const seat of fit.slice(0, Math.max(0, missing))) await seat.put("second", { motion: motion.id });
  }
}

async function putToAll(stage: Stage, room: ReadonlySet<MemberId>): Promise<void> {
  const { state, now } = await stage.look();
  for (const decision of state.binding.decisions.values()) {
    if (!canPut(state, decision, now).ok || !decision.putBy.some((m) => room.has(m))) continue;
    const missing = putNeeded(state, decision, now) - decision.putBy.length;
    const fit = stage.neighbours.filter((s) => !decision.putBy.includes(s.member));
    for (const seat of fit.slice(0, Math.max(0, missing))) await seat.put("put.all", { result: decision.id });
  }
}

/** Who is added to a vote's tellers by one of the room, two neighbours sign for as well. */
async function addTellers(stage: Stage, room: ReadonlySet<MemberId>): Promise<void> {
  const { state, now } = await stage.look();
  for (const v of state.votes.votes.values()) {
    if (voteStage(state, v, now) !== "called") continue;
    const whom = [...(v.backing ?? [])].find(([by]) => room.has(by))?.[1];
    if (whom === undefined) continue;
    for (const seat of stage.neighbours)
      if (mayAddTeller(state, v, seat.member, now, whom).ok) await seat.put("teller.add", { vote: v.id, teller: whom });
  }
}

/** A week after it was put to all it would be in force by itself: one of them calls the vote, where the board hasn't. */
async function callAgain(stage: Stage): Promise<void> {
  const { state, now } = await stage.look();
  const [, caller, teller] = stage.neighbours;
  // The scene of the count is the one in which the board calls it.
  if (stage.memo["vote"] === undefined || !caller || !teller) return;
  for (const decision of state.binding.decisions.values()) {
    if (!mayCallAgain(state, decision, now).ok || decision.vote === undefined || decision.again.length > 0) continue;
    await caller.put("vote.open", {
      motion: decision.on,
      version: state.votes.votes.get(decision.vote)?.version as Hash,
      mode: "count",
      closes: now + 84 * HOUR + MINUTE,
      tellers: [teller.member],
      again: decision.id,
    });
  }
}

/** For what the room moved, against what the board did. */
async function vote(stage: Stage, room: ReadonlySet<MemberId>): Promise<void> {
  const { state, now } = await stage.look();
  for (const v of state.votes.votes.values()) {
    if (voteStage(state, v, now) !== "open" || v.ballot || (v.mode !== "count" && v.mode !== "name")) continue;
    const mover = state.motions.motions.get(v.motion)?.mover;
    const ours = mover !== undefined && (room.has(mover) || stage.neighbours.some((s) => s.member === mover));
    const boxes = await stage.boxes(v.tellers);
    for (const seat of stage.neighbours)
      if (!v.cast.has(seat.member))
        await cast(seat, { vote: v.id, version: v.version, mode: v.mode, boxes }, ours ? "for" : "against");
  }
}

/** Neighbours who are tellers count what was sealed to them. */
async function count(stage: Stage): Promise<void> {
  const { state, now } = await stage.look();
  for (const v of state.votes.votes.values()) {
    if (voteStage(state, v, now) !== "counting" || v.mode !== "count") continue;
    for (const seat of stage.neighbours)
      if (v.tellers.includes(seat.member) && !v.tallies.has(seat.member)) await stage.countTruly(seat, v.id);
  }
}

/** What stands is declared by anybody; so by a neighbour, where nobody's number is missed. */
async function declareTrue(stage: Stage): Promise<void> {
  const { state, now } = await stage.look();
  const [one] = stage.neighbours;
  if (!one) return;
  for (const v of state.votes.votes.values()) {
    if (voteStage(state, v, now) !== "counting") continue;
    const fate = fateAt(state, v, now);
    if (fate !== undefined && fate.is !== "stands") continue;
    if (computeResult(v, { sha256: nodeTools.sha256 }).ok) await stage.declare(one, v.id);
  }
}
