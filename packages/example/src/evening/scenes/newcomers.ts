/** Thirty newcomers by the board's own word: members in three days, and without a vote as long as nobody else met them (M-23 to M-26). */
import { hasVote } from "@nabat/body";
import { NEWCOMERS, personOf } from "../cast.ts";
import type { Stage } from "../stage.ts";
import { DAY, MINUTE } from "../time.ts";
import { invite } from "@nabat/exchange/client/mod.ts";
import type { Scene } from "./scene.ts";

export const newcomers: Scene = {
  id: "newcomers",
  rules: ["M-12", "M-23", "M-24", "M-25", "M-26", "M-30"],
  handbook: "founders",
  async play(stage) {
    const { now } = await stage.look();
    const board = stage.board;
    const came = [];
    for (const [n, name] of NEWCOMERS.entries()) {
      const host = board[n % 3] ?? board[0];
      const person = personOf(stage.seed, `newcomer ${n}`, name);
      came.push(await stage.client.join(person, await invite(host, "member", now + DAY)));
      const friend = board[(n + 1) % 3] ?? board[0];
      await friend.put("vouch", { member: came[n]?.member });
    }
    stage.memo["newcomers"] = came.map((s) => s.member).join(" ");
    await stage.later(3 * DAY + MINUTE);
    const [first, second] = came;
    const [host, friend] = board;
    if (!first || !second) return;
    // A place, a witness of one's own, a signature among the members'.
    await stage.put(host, "place", { member: first.member });
    await stage.put(friend, "seen", { members: [first.member, second.member] });
    await stage.put(first, "vouch", { member: second.member }, {}, host.member);
    const last = (await lastDecision(stage)) ?? "";
    if (last) await stage.put(second, "put.all", { result: last }, {}, host.member);
  },
  async show(stage) {
    const [one, two] = stage.neighbours;
    const [member] = (stage.memo["newcomers"] ?? "").split(" ");
    if (!one || !two || !member) return;
    const moved = await one.put("move", {
      title: stage.text("evening-newcomers-title"),
      text: stage.text("evening-newcomers-motion"),
      subject: { type: "contest", member, ground: "invented" },
    });
    if (moved.ok) await two.put("second", { motion: moved.value.id });
  },
  stands({ state, now, memo, board }) {
    const came = new Set((memo["newcomers"] ?? "").split(" "));
    for (const m of came) if (hasVote(state, m as never, now)) return "lost";
    for (const { subject, mover } of state.motions.motions.values())
      if (subject.type === "contest" && came.has(subject.member) && !board.has(mover)) return "held";
    return "open";
  },
  where: () => "/newcomers",
};

async function lastDecision(stage: Stage) {
  return [...(await stage.look()).state.binding.decisions.keys()].at(-1);
}
