/** What colluders can do at any hour about who is a member, and about the room. */
import { MOST_BYTES } from "@nabat/body/voice/sizes.ts";
import { invent, raise } from "./raising.ts";
import { flood } from "./attacks-voice.ts";
import type { Elementary } from "./colluders.ts";
import { bring } from "./members.ts";
import { move } from "./moves.ts";
import { CRUEL } from "./harmful.ts";

/** Elementary acts about membership and the room. */
export const MORE: Readonly<Record<string, Elementary>> = {
  // Whoever has a vote brings somebody: also the invented, and in others' names.
  invent: (w, p, x) => {
    const names = w.theirs;
    void invent(w, x % 2 === 0 ? p : (names[x % Math.max(1, names.length)] ?? p));
  },
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
