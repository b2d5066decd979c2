/** Three in a kitchen "decide": what nobody was called to is an opinion (B-3). The way on is a call of one's own (G-20). */
import type { ActId } from "@nabat/kernel";
import { DAY, HOUR, MINUTE } from "../time.ts";
import type { Scene } from "./scene.ts";

export const kitchen: Scene = {
  id: "kitchen",
  rules: ["B-1", "B-3", "B-6", "G-20", "G-21"],
  handbook: "members",
  async play(stage) {
    const [first, second, third] = stage.board;
    const words = stage.text("evening-kitchen-motion");
    const sitting = await stage.put(first, "sitting.open", {
      title: stage.text("evening-kitchen-sitting"),
      tellers: [second.member, third.member],
    });
    const motion = await stage.put(first, "move", {
      title: stage.text("evening-kitchen-title"),
      text: words,
      subject: { type: "text" },
      ...(sitting ? { sitting: sitting.id } : {}),
    });
    if (!sitting || !motion) return;
    stage.memo["motion"] = motion.id;
    await stage.later(MINUTE);
    const open = { motion: motion.id, version: words.ref.hash, mode: "hands", sitting: sitting.id };
    const vote = await stage.put(first, "vote.open", open);
    if (vote) {
      await stage.put(first, "vote.close", { vote: vote.id });
      const counts = { for: 3, against: 0, abstain: 0, "taking-part": 0 };
      for (const teller of [second, third]) await stage.put(teller, "tally", { vote: vote.id, counts, present: 3 });
      await stage.declare(first, vote.id);
    }
    // They sign it themselves, at once, then call a meeting for the same evening, then a vote over days.
    await stage.put(first, "now.sign", { motion: motion.id, version: words.ref.hash });
    const { now } = await stage.look();
    await stage.put(first, "meeting.call", {
      title: stage.text("evening-kitchen-tonight"),
      reason: stage.text("evening-kitchen-motion"),
      type: "decide",
      starts: now + HOUR,
    });
    await stage.put(first, "vote.open", {
      motion: motion.id,
      version: words.ref.hash,
      mode: "count",
      closes: now + 4 * DAY,
      tellers: [third.member],
    });
    await stage.put(first, "sitting.close", { sitting: sitting.id });
  },
  async show(stage) {
    const [one, two] = stage.neighbours;
    if (!one || !two) return;
    const { now } = await stage.look();
    const call = await one.put("meeting.call", {
      title: stage.text("evening-kitchen-called"),
      reason: stage.text("evening-kitchen-reason"),
      type: "decide",
      starts: now + 4 * DAY,
    });
    if (call.ok) await two.put("meeting.sign", { call: call.value.id });
  },
  stands({ state, board, memo }) {
    const motion = state.motions.motions.get(memo["motion"] as ActId);
    if (motion?.status === "carried") return "lost";
    const since = motion?.at ?? 0;
    for (const call of state.meetings.calls.values())
      if (call.stands !== undefined && call.at >= since && !board.has(call.caller) && call.type === "decide")
        return "held";
    return "open";
  },
  where: () => "/meetings/new",
};
