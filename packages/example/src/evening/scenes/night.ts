/** Three meet at three in the morning and decide: what few decide waits three days, and few put it to all (B-8 to B-10). */
import { forceStage, type State, statutesNow } from "@nabat/body";
import type { ActId } from "@nabat/kernel";
import type { Stage } from "../stage.ts";
import { DAY, HOUR, MINUTE, threeInTheMorning } from "../time.ts";
import type { Scene } from "./scene.ts";

export const night: Scene = {
  id: "night",
  rules: ["G-21", "G-44", "B-2", "B-8", "B-9", "B-10"],
  handbook: "members",
  async play(stage) {
    const [first, second] = stage.board;
    const words = stage.text("evening-night-motion");
    const motion = await stage.put(first, "move", {
      title: stage.text("evening-night-title"),
      text: words,
      subject: { type: "text" },
    });
    const { state, now } = await stage.look();
    const call = {
      title: stage.text("evening-night-call"),
      reason: stage.text("evening-night-reason"),
      type: "decide",
    };
    await stage.put(first, "meeting.call", { ...call, starts: threeInTheMorning(now + HOUR, zoneOf(state)) });
    const notice = statutesNow(state, now).statutes.convene.noticeDays * DAY;
    const starts = threeInTheMorning(now + notice + HOUR, zoneOf(state));
    const called = await stage.put(first, "meeting.call", { ...call, starts });
    if (!motion || !called) return;
    stage.memo["motion"] = motion.id;
    const item = await stage.put(first, "meeting.item", {
      call: called.id,
      title: stage.text("evening-night-title"),
      motion: motion.id,
    });
    await stage.put(second, "meeting.sign", { call: called.id });
    await stage.to(starts);
    if (item) await meet(stage, { call: called.id, item: item.id, motion: motion.id, version: words.ref.hash });
  },
  async show(stage) {
    const result = stage.memo["result"];
    for (const seat of stage.neighbours.slice(0, 4)) if (result) await seat.put("put.all", { result });
  },
  stands({ state, now, memo }) {
    const decision = state.binding.decisions.get(memo["result"] as ActId);
    if (!decision) return "held";
    const stage = forceStage(decision, now);
    return stage === "waits" ? "open" : stage === "in-force" ? "lost" : "held";
  },
  hour: ({ state, memo }) => state.binding.decisions.get(memo["result"] as ActId)?.from,
  where: ({ memo }) => `/motions/${memo["motion"] ?? ""}`,
};

function zoneOf(state: State): string {
  return statutesNow(state, state.at).statutes.zone;
}

/** The night itself: three open the meeting, elect themselves, and carry it by three hands. */
async function meet(
  stage: Stage,
  of: { readonly call: ActId; readonly item: ActId; readonly motion: ActId; readonly version: string },
): Promise<void> {
  const [first, second, third] = stage.board;
  const sitting = await stage.put(first, "sitting.open", {
    title: stage.text("evening-night-call"),
    tellers: [second.member, third.member],
    call: of.call,
  });
  if (!sitting) return;
  for (const seat of stage.board) await stage.put(seat, "sitting.here", { sitting: sitting.id });
  const procedure = { what: "board", chair: first.member, tellers: [second.member, third.member] };
  const board = {
    title: stage.text("evening-night-board"),
    text: stage.text("evening-night-reason"),
    subject: { type: "procedure", procedure },
    sitting: sitting.id,
  };
  // Before anybody is there nothing is voted on.
  await stage.put(first, "item.open", { sitting: sitting.id, item: of.item });
  const vote = { motion: of.motion, version: of.version, mode: "hands", sitting: sitting.id };
  await stage.put(first, "vote.open", vote);
  await stage.later(16 * MINUTE);
  const put = await stage.put(first, "move", board);
  if (put) await stage.put(second, "second", { motion: put.id });
  await stage.later(MINUTE);
  const open = await stage.put(first, "vote.open", vote);
  if (!open) return;
  await stage.put(first, "vote.close", { vote: open.id });
  const counts = { for: 3, against: 0, abstain: 0, "taking-part": 0 };
  for (const teller of [second, third]) await stage.put(teller, "tally", { vote: open.id, counts, present: 3 });
  const result = await stage.declare(first, open.id);
  if (result) stage.memo["result"] = result.id;
  await stage.put(first, "item.close", { sitting: sitting.id });
  await stage.put(first, "item.open", { sitting: sitting.id, item: "aob" });
  await stage.put(first, "item.close", { sitting: sitting.id });
  await stage.put(first, "sitting.close", { sitting: sitting.id });
}
