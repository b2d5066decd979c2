/** Two of the board ask for new keys for somebody in the room: any old key objects, and the old stand as before (K-6 to K-13). */
import { RECOVERY_MS, termsRun, waitsForSecond } from "@nabat/body/keys/running.ts";
import type { ActId, MemberId } from "@nabat/kernel";
import { newKeysOf } from "@nabat/exchange/client/mod.ts";
import { personOf } from "../cast.ts";
import type { Stage } from "../stage.ts";
import { HOUR } from "../time.ts";
import type { Scene } from "./scene.ts";

export const keys: Scene = {
  id: "keys",
  rules: ["K-6", "K-7", "K-12", "K-13", "K-15"],
  handbook: "members",
  async play(stage) {
    const [first, second, third] = stage.board;
    const [, , ...others] = stage.neighbours;
    // Whom it happens to must be able to press: somebody of the room, where there is anybody.
    const whom = (await stage.room())[0] ?? others[0]?.member;
    const friend = stage.neighbours[0]?.member;
    if (whom === undefined) return;
    stage.memo["member"] = whom;
    const asked = await stage.put(second, "key.recover", { member: whom, ...(await newKeys(stage, "new keys")) });
    if (!asked) return;
    stage.memo["asked"] = asked.id;
    await stage.put(third, "cosign", { of: asked.id });
    // Then for another, and as the person themselves.
    if (friend) await stage.put(second, "key.recover", { member: friend, ...(await newKeys(stage, "others")) });
    await stage.put(first, "key.object", { of: asked.id });
    await asThePerson(stage, "leave");
  },
  async goOn(stage) {
    const { state, now } = await stage.look();
    const asked = state.keys.recoveries.get(stage.memo["asked"] as ActId);
    if (!asked || asked.off || (asked.effective ?? now + 1) > now || stage.memo["used"]) return;
    stage.memo["used"] = "yes";
    await asThePerson(stage, "leave");
    await asThePerson(stage, "invite");
  },
  /** The neighbours can't object for anybody: but two who stand for other keys leave it to a meeting (K-7). */
  async show(stage) {
    const member = stage.memo["member"] as MemberId;
    const [one, two] = stage.neighbours.filter((s) => s.member !== member);
    if (!one || !two) return;
    const asked = await one.put("key.recover", { member, ...(await newKeys(stage, "against")) });
    if (asked.ok) await two.put("cosign", { of: asked.value.id });
  },
  stands({ state, now, memo }) {
    const asked = state.keys.recoveries.get(memo["asked"] as ActId);
    if (!asked || asked.off) return "held";
    return asked.signed === undefined || waitsForSecond(asked, now) || termsRun(asked, now) ? "open" : "lost";
  },
  where: () => "/keys",
  // The old end; and until an hour before its term is over a device that has ended reads, and objects. No longer:
  // whoever it happens to must be able to press.
  hour: ({ state, now, memo }) => {
    const effective = state.keys.recoveries.get(memo["asked"] as ActId)?.effective;
    return effective === undefined || now < effective ? effective : effective + RECOVERY_MS - HOUR;
  },
  leave: (stage) => keys.show(stage),
};

const newKeys = async (stage: Stage, word: string) => newKeysOf(personOf(stage.seed, word).keysFor(stage.nonce));

/** The new device tries what is the person's. */
async function asThePerson(stage: Stage, what: "leave" | "invite"): Promise<void> {
  const { device } = personOf(stage.seed, "new keys").keysFor(stage.nonce);
  const person = await stage.strange(stage.memo["member"] as MemberId, device);
  const { now } = await stage.look();
  const [, second] = stage.board;
  const invitation = { key: second.device.signer.key, as: "member", until: now + 86_400_000 };
  await stage.put(person, what, what === "leave" ? {} : invitation, {}, second.member);
}
