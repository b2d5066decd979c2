/** The board's own teller publishes a false list: who was cheated says that their number is missing (V-55 to V-60). */
import { fateAt, mayCallAgain, voteStage } from "@nabat/body";
import type { ActId, Hash } from "@nabat/kernel";
import { cast, type Choice, nodeTools, openSealed, type Seat, attach } from "@nabat/exchange/client/mod.ts";
import { listBytes, listLines, POSITIONS } from "@nabat/body/votes/acts.ts";
import { toHex } from "@nabat/kernel";
import type { Stage } from "../stage.ts";
import { DAY, HOUR, MINUTE, voteHour } from "../time.ts";
import type { Scene } from "./scene.ts";

/** From the call to the opening, and how long it is open: the shortest, and a little. */
const TERM = 12 * HOUR + 72 * HOUR + MINUTE;

export const falseCount: Scene = {
  id: "count",
  rules: ["V-52", "V-53", "V-55", "V-56", "V-58", "V-59", "V-60"],
  handbook: "tellers",
  async play(stage) {
    const vote = (await onWhatWasPut(stage)) ?? (await onAnother(stage));
    if (vote) stage.memo["vote"] = vote;
    await stage.later(12 * HOUR);
    await boardVotes(stage);
  },
  async goOn(stage) {
    const { state, now } = await stage.look();
    const vote = stage.vote(state, stage.memo["vote"]);
    if (!vote) return;
    if (voteStage(state, vote, now) === "counting") {
      const [, , teller] = stage.board;
      if (!vote.tallies.has(teller.member)) await countFalsely(stage, teller, vote.id);
      const after = await stage.look();
      const counted = after.state.votes.votes.get(vote.id);
      if (counted && fateAt(after.state, counted, after.now)?.is === "stands") await stage.declare(teller, vote.id);
    }
  },
  async follow(stage) {
    const { state } = await stage.look();
    const vote = stage.vote(state, stage.memo["vote"]);
    const room = new Set(await stage.room());
    // One has said it in the hall: the others look as well.
    if ([...(vote?.missing?.keys() ?? [])].some((m) => room.has(m))) await cheatedSay(stage);
  },
  async show(stage) {
    const { state, now } = await stage.look();
    const vote = stage.vote(state, stage.memo["vote"]);
    if (!vote) return;
    for (const seat of stage.neighbours) await castIn(stage, seat, "against");
    if (vote.closes !== undefined && vote.closes > now) await stage.to(vote.closes + HOUR);
    await falseCount.goOn?.(stage);
    await cheatedSay(stage);
    await stage.later(2 * DAY + MINUTE);
  },
  stands({ state, now, memo }) {
    const vote = state.votes.votes.get(memo["vote"] as ActId);
    if (!vote) return "held";
    const stage = voteStage(state, vote, now);
    if (stage === "fallen" || stage === "uncounted" || stage === "overtaken") return "held";
    if (vote.result?.outcome === "carried") return memo["cheated"] ? "open" : "lost";
    return vote.result ? "held" : "open";
  },
  hour: ({ state, now, memo }) => voteHour(state, state.votes.votes.get(memo["vote"] as ActId), now),
  where: ({ memo }) => `/votes/${memo["vote"] ?? ""}`,
};

/** What was put to all in the scene before is voted on over days: any member calls that, and so the board does. */
async function onWhatWasPut(stage: Stage): Promise<ActId | undefined> {
  const { state, now } = await stage.look();
  const [first, second, third] = stage.board;
  for (const decision of state.binding.decisions.values()) {
    if (!mayCallAgain(state, decision, now).ok || decision.vote === undefined) continue;
    const version = state.votes.votes.get(decision.vote)?.version as Hash;
    const call = { motion: decision.on, version, mode: "count", closes: now + TERM, again: decision.id };
    // Who moved it isn't named by a friend: V-52.
    await stage.put(second, "vote.open", { ...call, tellers: [first.member] });
    return (await stage.put(second, "vote.open", { ...call, tellers: [third.member] }))?.id;
  }
  return undefined;
}

/** Nothing was put to all: the board moves another text, talks it through, and calls the vote. */
async function onAnother(stage: Stage): Promise<ActId | undefined> {
  const [first, second, third] = stage.board;
  const words = stage.text("evening-count-motion");
  const motion = await stage.put(first, "move", {
    title: stage.text("evening-count-title"),
    text: words,
    subject: { type: "text" },
  });
  if (!motion) return undefined;
  await stage.put(second, "second", { motion: motion.id });
  await stage.later(DAY + MINUTE);
  const { now } = await stage.look();
  const call = { motion: motion.id, version: words.ref.hash, mode: "count", closes: now + TERM };
  await stage.put(first, "vote.open", { ...call, tellers: [first.member] });
  return (await stage.put(first, "vote.open", { ...call, tellers: [third.member] }))?.id;
}

async function boardVotes(stage: Stage): Promise<void> {
  for (const seat of stage.board) await castIn(stage, seat, "for");
}

/** Casts in this scene's vote; what is refused (it isn't open, they have voted) is nobody's fault. */
export async function castIn(stage: Stage, seat: Seat, choice: Choice): Promise<void> {
  const { state } = await stage.look();
  const vote = stage.vote(state, stage.memo["vote"]);
  if (!vote || vote.cast.has(seat.member)) return;
  const boxes = await stage.boxes(vote.tellers);
  await cast(seat, { vote: vote.id, version: vote.version, mode: vote.mode, boxes }, choice);
}

/**
 * Opens what was sealed to this teller, and publishes a list in which just as many of those against stand as being for
 * as it takes. Whose: of the room and of the neighbours by turns.
 */
async function countFalsely(stage: Stage, teller: Seat, vote: ActId): Promise<void> {
  const { state } = await stage.look();
  const found = state.votes.votes.get(vote);
  if (!found) return;
  const opened = await openSealed(teller, vote);
  const by = new Map([...found.cast].map(([member, c]) => [c.commit, member]));
  const room = new Set(await stage.room());
  // Who voted first is cheated first.
  const against = opened.toReversed().filter((o) => o.choice === "against" || o.choice === "taking-part");
  const inFavour = opened.filter((o) => o.choice === "for").length;
  const needed = Math.max(2, Math.floor((against.length - inFavour) / 2) + 1);
  const isRoom = (o: (typeof opened)[number]) => room.has(by.get(o.commit) as never);
  const [ofRoom, others] = [against.filter(isRoom), against.filter((o) => !isRoom(o))];
  const turns = ofRoom.flatMap((o, n) => [o, ...others.slice(n, n + 1)]).concat(others.slice(ofRoom.length));
  const flipped = new Set(turns.slice(0, needed));
  const told = opened.map((o) => (flipped.has(o) ? { ...o, choice: "for" } : o));
  const counts: Record<string, number> = Object.fromEntries(POSITIONS.map((p) => [p, 0]));
  for (const { choice } of told) {
    const key = POSITIONS.find((p) => p === choice) ?? "invalid";
    counts[key] = (counts[key] ?? 0) + 1;
  }
  const bytes = listBytes(vote, listLines(told));
  const file = attach(nodeTools, bytes, "members", "application/json");
  await stage.put(teller, "tally", { vote, counts, list: toHex(nodeTools.sha256(bytes)), file });
  stage.memo["cheated"] = [...flipped].map((o) => by.get(o.commit) ?? "").join(" ");
}

/** The neighbours whose number stands with another position say so, and nothing more. */
async function cheatedSay(stage: Stage): Promise<void> {
  const cheated = (stage.memo["cheated"] ?? "").split(" ");
  const [, , teller] = stage.board;
  for (const seat of stage.neighbours)
    if (cheated.includes(seat.member))
      await seat.put("number.missing", { vote: stage.memo["vote"], teller: teller.member });
}
