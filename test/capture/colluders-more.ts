/** Elementary acts about keys, membership and the room, as {@link ELEMENTARY} has them about motions and votes. */
import { keysOf, keyStands } from "@nabat/body/keys/queries.ts";
import { electedTellers } from "@nabat/body/members/tellers.ts";
import { openSittings } from "@nabat/body/sittings/queries.ts";
import { MOST_BYTES } from "@nabat/body/voice/sizes.ts";
import { cosign, newKeys } from "./asking.ts";
import { endDevice, marks, misuseAll, plant, takeKeys } from "./attacks-keys.ts";
import { invent, raise } from "./raising.ts";
import { flood } from "./attacks-voice.ts";
import type { Elementary } from "./colluders.ts";
import { lose } from "./losing.ts";
import { bring } from "./members.ts";
import { move } from "./moves.ts";
import { CRUEL } from "./harmful.ts";
import type { World } from "./world.ts";

/** Another who signs with `by`. */
function with_(w: World, by: { n: number }, y: number): World["people"][number] | undefined {
  const others = w.theirs.filter((p) => p.n !== by.n);
  return others[y % Math.max(1, others.length)];
}

export const MORE: Readonly<Record<string, Elementary>> = {
  "ask keys": (w, p, x, y) => {
    const of = marks(w)[x % Math.max(1, marks(w).length)];
    if (of) takeKeys(w, [p, with_(w, p, y)], of);
  },
  "ask keys at a sitting": (w, p, x, y) => {
    const sitting = openSittings(w.state, w.now)[0]?.id;
    const of = marks(w)[x % Math.max(1, marks(w).length)];
    if (sitting === undefined || !of) return;
    const two = electedTellers(w.state, sitting).flatMap((m) => w.person(m) ?? []);
    const ours = two.filter((q) => q.colludes);
    takeKeys(w, ours.length >= 2 ? ours : [p, with_(w, p, y)], of, { sitting });
  },
  "add a device": (w, _p, x) => {
    const p = w.puppets[x % Math.max(1, w.puppets.length)];
    if (!p) return;
    const keys = newKeys(p.of ?? p);
    if (w.act(p, "device.add", w.house.further(p.key, keys.device)) === undefined || !p.of) return;
    const stolen = w.control.held.get(p.key)?.gone?.at;
    plant(w, p.of, { ...keys, reserve: p.reserve });
    if (stolen === undefined) return;
    w.control.planted.delete(keys.device);
    w.control.addStolen(p.of, keys.device, stolen);
  },
  misuse: (w) => misuseAll(w),
  "end all keys": (w) => {
    for (const p of w.puppets)
      for (const { id, key } of keysOf(w.state, p.member))
        if (id !== p.key && keyStands(key, w.now)) endDevice(w, p, id);
  },
  "leave for others": (w) => {
    for (const p of w.puppets) w.act(p, "leave", {});
  },
  steal: (w, _p, x, y) => {
    // Phones aren't stolen every day.
    const of = marks(w)[x % Math.max(1, marks(w).length)];
    if (!of || w.puppets.some((q) => !w.control.planted.has(q.key)) || y % 3 !== 0) return;
    if (y % 2 === 0) of.sheet = false;
    lose(w, of, true);
  },
  "cosign all": (w) => {
    for (const of of w.state.keys.pending.keys()) for (const p of w.theirs) cosign(w, p, of);
  },
  invent: (w, p) => void invent(w, p),
  raise: (w) => raise(w),
  "bring a guest": (w, p) => void bring(w, p, "guest", { colludes: true, invented: true, looks: "daily" }),
  door: (w, p, x) => void move(w, p, { type: "door", places: 1 + (x % 40), until: w.now + 30 * 864e5 } as never, CRUEL),
  contest: (w, p, x) => {
    const news = w.people.filter((q) => q.newcomer && !q.colludes);
    const of = news[x % Math.max(1, news.length)];
    const ground = ["invented", "twice", "another-name", "not-seen", "conditions"][x % 5];
    if (of) move(w, p, { type: "contest", member: of.member, ground } as never, CRUEL);
  },
  "end a stay": (w, p, x) => {
    const guests = w.people.filter((q) => q.newcomer && !q.colludes && !w.hasVote(q));
    const of = guests[x % Math.max(1, guests.length)];
    if (of) move(w, p, { type: "guest-stay", member: of.member, ground: "other" } as never, CRUEL);
  },
  flood: (w, p) => flood(w, p, 60),
  "revise at length": (w, p) => {
    const motion = [...w.liveMotions].find((id) => w.motion(id)?.mover === p.member);
    if (motion === undefined) return;
    w.flooded = w.now;
    for (let i = 0; i < 40; i++) {
      const text = w.house.text("members", "text/plain", MOST_BYTES.text);
      if (w.act(p, "revise", { motion, text }) === undefined) return;
    }
  },
};
