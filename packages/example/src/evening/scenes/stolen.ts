/** A neighbour's phone is stolen: the thief ends her other device and leaves in her name. Her sheet brings her back (K-14, K-16). */
import { standing } from "@nabat/body";
import type { MemberId } from "@nabat/kernel";
import { grantOf, newDevice, newKeysOf, nodeTools, type Seat } from "@nabat/exchange/client/mod.ts";
import { chanceOf, personOf } from "../cast.ts";
import type { Stage } from "../stage.ts";
import { HOUR } from "../time.ts";
import type { Scene } from "./scene.ts";

export const stolen: Scene = {
  id: "stolen",
  rules: ["K-5", "K-14", "K-16", "M-16"],
  handbook: "members",
  async play(stage) {
    const her = herself(stage);
    const [, , third] = stage.board;
    if (!her) return;
    stage.memo["member"] = her.member;
    const phone = stolenPhone(stage);
    await her.act("device.add", await grantOf(her.device.signer, stage.nonce, phone, her.member));
    await stage.later(HOUR);
    const thief = await stage.strange(her.member, phone);
    await stage.put(thief, "device.end", { device: her.keys.reserve.key }, {}, third.member);
    const ended = await stage.put(thief, "device.end", { device: her.device.signer.key }, {}, third.member);
    if (ended) stage.memo["ended"] = ended.id;
    await stage.put(thief, "leave", {}, {}, third.member);
  },
  show: (stage) => bySheet(stage),
  stands({ state, now, memo }) {
    const id = memo["member"] as MemberId;
    const member = state.members.members.get(id);
    if (!member || standing(state, id, now) !== "left") return "held";
    return now < (member.left ?? now) + 30 * 24 * HOUR ? "open" : "lost";
  },
  where: () => "/members",
  choices: {
    phone: async (stage) => {
      const her = herself(stage);
      if (her) await stage.put(her, "leave.undo", {});
    },
    two: async (stage) => {
      const her = herself(stage);
      const [helper] = stage.neighbours.filter((s) => s !== her);
      const keys = await newKeysOf(personOf(stage.seed, "her new keys").keysFor(stage.nonce));
      if (her && helper) await stage.put(helper, "key.recover", { member: her.member, ...keys });
    },
    sheet: (stage) => bySheet(stage),
  },
};

/** The second of the neighbours. */
const herself = (stage: Stage): Seat | undefined => stage.neighbours[1];

/** An old phone of hers, which she had paired and forgotten. */
const stolenPhone = (stage: Stage) => newDevice({ ...nodeTools, random: chanceOf(stage.seed, "an old phone") });

/** It wasn't she who left; the stolen phone ends, and hers stands again. */
async function bySheet(stage: Stage): Promise<void> {
  const her = herself(stage);
  if (!her) return;
  await her.put("leave.undo", {}, { with: "reserve" });
  await her.put("key.object", { of: stage.memo["ended"] });
  await her.put("device.end", { device: stolenPhone(stage).signer.key }, { with: "reserve" });
}
