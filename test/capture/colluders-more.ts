/** What colluders can do at any hour about who is a member, and about the room. */
import { MOST_BYTES } from "@nabat/body/voice/sizes.ts";
import { invent, raise, unborn } from "./raising.ts";
import { flood } from "./attacks-voice.ts";
import type { Elementary } from "./colluders.ts";
import { bring } from "./members.ts";
import { move } from "./moves.ts";
import { CRUEL } from "./harmful.ts";

/** An invented one without a vote, and a word of each of theirs about them; in the end of one alone. */
const about =
  (kind: string, data: (member: string) => object): Elementary =>
  (w, p, x, y) => {
    const all = unborn(w);
    const of = all[x % Math.max(1, all.length)];
    for (const q of y % 2 === 0 ? w.theirs : [p]) if (of && q !== of) w.act(q, kind, data(of.member));
  };

/** Elementary acts about membership and the room. */
export const MORE: Readonly<Record<string, Elementary>> = {
  // Whoever has a vote brings somebody: also the invented, and in others' names.
  invent: (w, p, x) => {
    const names = w.theirs;
    void invent(w, x % 2 === 0 ? p : (names[x % Math.max(1, names.length)] ?? p));
  },
  raise: (w) => raise(w),
  vouch: about("vouch", (member) => ({ member })),
  see: about("seen", (member) => ({ members: [member] })),
  "give one's word": about("sponsor", (member) => ({ member })),
  "take a place": (w, p, x) => {
    const all = unborn(w);
    const of = all[x % Math.max(1, all.length)];
    if (of) w.act(p, "place", { member: of.member });
  },
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
  flood: (w, p, _x, y) => flood(w, p, 40 * 2 ** (y % 4)),
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
