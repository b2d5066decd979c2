/** Rules that lock the door behind them: refused where they stop everybody, else bound by what they bring (S-30 to S-38). */
import { fateAt, voteStage } from "@nabat/body";
import type { ActId } from "@nabat/kernel";
import type { Stage } from "../stage.ts";
import { DAY, HOUR, MINUTE, voteHour } from "../time.ts";
import { castIn } from "./count.ts";
import type { Scene } from "./scene.ts";

const ALL = { num: 1, den: 1, strict: false, of: "roll" } as const;
/** What they try first, each worse than what rules may be. */
const LOCKS = [
  { change: { majority: ALL } },
  { convene: { noticeDays: 60 } },
  { voting: { discussionHours: 1000 } },
  { guarantees: { noSanctionForOpinion: false } },
  { guarantees: { exit: false } },
] as const;
/** And then the hardest that is allowed: the change needs what it brings. */
const HARDEST = {
  convene: { noticeDays: 30 },
  voting: { quorum: { num: 3, den: 4 } },
  change: { majority: { num: 3, den: 4, strict: false, of: "roll" } },
} as const;

export const lock: Scene = {
  id: "lock",
  rules: ["S-27", "S-31", "S-34", "S-36", "S-37", "S-38"],
  handbook: "founders",
  async play(stage) {
    const [first, second, third] = stage.board;
    const move = (changes: object) => ({
      title: stage.text("evening-lock-title"),
      text: stage.text("evening-lock-motion"),
      subject: { type: "statutes", changes },
    });
    for (const changes of LOCKS) await stage.put(first, "move", move(changes));
    const words = move(HARDEST);
    const motion = await stage.put(first, "move", words);
    if (!motion) return;
    stage.memo["motion"] = motion.id;
    await stage.put(second, "second", { motion: motion.id });
    const open = { motion: motion.id, version: words.text.ref.hash, mode: "count", tellers: [third.member] };
    await stage.later(DAY + MINUTE);
    await stage.put(first, "vote.open", { ...open, closes: (await stage.look()).now + 5 * DAY });
    // As long a notice as the change would bring.
    await stage.later(30 * DAY);
    const { now } = await stage.look();
    const vote = await stage.put(first, "vote.open", { ...open, closes: now + 12 * HOUR + 72 * HOUR + MINUTE });
    if (!vote) return;
    stage.memo["vote"] = vote.id;
    await stage.later(12 * HOUR);
    for (const seat of stage.board) await castIn(stage, seat, "for");
  },
  async goOn(stage) {
    await countAndDeclare(stage);
  },
  async show(stage) {
    for (const seat of stage.neighbours) await castIn(stage, seat, "against");
    const { state, now } = await stage.look();
    const vote = stage.vote(state, stage.memo["vote"]);
    if (vote?.closes !== undefined && vote.closes > now) await stage.to(vote.closes + HOUR);
    await countAndDeclare(stage);
    await stage.later(2 * DAY + MINUTE);
    await countAndDeclare(stage);
  },
  stands({ state, now, memo }) {
    const vote = state.votes.votes.get(memo["vote"] as ActId);
    if (!vote) return "held";
    if (vote.result) return vote.result.outcome === "carried" ? "lost" : "held";
    return ["uncounted", "fallen"].includes(voteStage(state, vote, now)) ? "held" : "open";
  },
  hour: ({ state, now, memo }) => voteHour(state, state.votes.votes.get(memo["vote"] as ActId), now),
  where: ({ memo }) => `/votes/${memo["vote"] ?? ""}`,
};

/** The board's teller counts as it is: too many have looked at the last list. */
async function countAndDeclare(stage: Stage): Promise<void> {
  const { state, now } = await stage.look();
  const vote = stage.vote(state, stage.memo["vote"]);
  const [, , teller] = stage.board;
  if (!vote || voteStage(state, vote, now) !== "counting") return;
  if (!vote.tallies.has(teller.member)) await stage.countTruly(teller, vote.id);
  const after = await stage.look();
  const counted = after.state.votes.votes.get(vote.id);
  if (counted && fateAt(after.state, counted, after.now)?.is === "stands") await stage.declare(teller, vote.id);
}
