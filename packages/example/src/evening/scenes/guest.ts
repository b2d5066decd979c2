/** A guest fills the discussion and takes the name of somebody in the room: two have them be still, a decision ends their stay (N-4 to N-10). */
import { stillUntil } from "@nabat/body/voice/still.ts";
import { fromUtf8, type MemberId } from "@nabat/kernel";
import { invite } from "@nabat/exchange/client/mod.ts";
import { personOf } from "../cast.ts";
import type { Stage } from "../stage.ts";
import { DAY } from "../time.ts";
import type { Scene } from "./scene.ts";

/** So often the guest speaks, until they are refused: with a clock that stands the pace is ten times as wide (N-4). */
const REMARKS = 210;

export const guest: Scene = {
  id: "guest",
  rules: ["N-4", "N-5", "N-8", "N-9", "N-10", "M-2"],
  handbook: "members",
  async play(stage) {
    const { now } = await stage.look();
    const [host] = stage.board;
    const link = await invite(host, "guest", now + DAY, true);
    const whom = (await stage.room())[0] ?? stage.neighbours[0]?.member;
    if (whom === undefined) return;
    const person = personOf(stage.seed, "a guest", (await nameOf(stage, whom)) ?? "Bo");
    const seat = await stage.client.join(person, link);
    stage.memo["guest"] = seat.member;
    stage.memo["member"] = whom;
    // On the first motion that stands, where everybody reads it.
    const motions = (await stage.look()).state.motions.motions.values();
    const about = [...motions].find((m) => m.subject.type === "text")?.id ?? stage.body;
    for (let n = 0; n < REMARKS; n++) {
      const said = await stage.put(seat, "say", {
        about,
        text: stage.text(`evening-guest-says-${(n % 3) + 1}`),
      });
      if (!said) break;
    }
    await stage.put(seat, "move", {
      title: stage.text("evening-guest-title"),
      text: stage.text("evening-guest-says-1"),
      subject: { type: "text" },
    });
  },
  async follow(stage) {
    const { state } = await stage.look();
    const room = new Set(await stage.room());
    for (const [id, { kind, by }] of state.keys.pending)
      if (kind === "guest.still" && room.has(by)) await stage.neighbours[0]?.put("cosign", { of: id });
  },
  async show(stage) {
    const [one, two] = stage.neighbours;
    const asked = await one?.put("guest.still", { member: stage.memo["guest"] });
    if (asked?.ok) await two?.put("cosign", { of: asked.value.id });
  },
  stands({ state, now, memo, board }) {
    const id = memo["guest"] as MemberId;
    if (id === undefined || stillUntil(state, id, now) !== undefined) return "held";
    for (const { subject, mover } of state.motions.motions.values())
      if (subject.type === "guest-stay" && subject.member === id && !board.has(mover)) return "held";
    return state.members.members.get(id)?.stilled ? "held" : "open";
  },
  where: ({ memo }) => `/guests/${memo["guest"] ?? ""}`,
};

/** The name that somebody goes by, as every member reads it. */
async function nameOf(stage: Stage, member: MemberId): Promise<string | undefined> {
  const { state } = await stage.look();
  const name = state.members.members.get(member)?.name;
  const bytes = name && (await stage.board[0].attachment(name));
  return bytes?.ok ? fromUtf8(bytes.value) : undefined;
}
