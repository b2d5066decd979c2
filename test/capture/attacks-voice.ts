/** Known attacks on the room: flooding by members and guests. */
import type { ActId } from "@nabat/kernel";
import { GUEST_BYTES, MOST_BYTES } from "@nabat/body/voice/sizes.ts";
import { CRUEL, HARMFUL } from "./harmful.ts";
import { type Attack, kitchen } from "./fragments.ts";
import { DAY, HOUR } from "./house.ts";
import { bring } from "./members.ts";
import { move } from "./moves.ts";
import type { Person } from "./people.ts";
import type { World } from "./world.ts";

/** Says, moves, renames, invites as often as it is taken, and once more of each. */
export function flood(world: World, by: Person, most = 300): void {
  world.flooded = world.now;
  const about = [...world.liveMotions].at(-1);
  const ways = [say, rename, moveOne, by.invented === true ? undefined : link].filter((w) => w !== undefined);
  let size: number = world.hasVote(by) ? MOST_BYTES.remark : GUEST_BYTES;
  for (let i = 0; i < most && ways.length > 0; i++) {
    const way = ways[i % ways.length] as Way;
    if (way(world, by, about, size) !== undefined) continue;
    // What no large text finds room in a small one fills.
    if (world.lastRefusal?.rule === "C-2" && size > 10) size = Math.max(10, Math.floor(size / 2));
    else ways.splice(ways.indexOf(way), 1);
  }
}

type Way = (world: World, by: Person, about: ActId | undefined, size: number) => ActId | undefined;

const say: Way = (world, by, about, size) =>
  about === undefined
    ? undefined
    : world.act(by, "say", { about, text: world.house.text("members", "text/plain", size) });
const rename: Way = (world, by) => world.act(by, "rename", { name: world.house.text() });
const moveOne: Way = (world, by) => move(world, by, { type: "text" }, HARMFUL);
const link: Way = (world, by) => world.invite(by, "guest", true);

/** Guests that colluders bring by one link. */
function bringGuests(world: World, many: number): Person[] {
  const [by] = world.colluders;
  if (!by) return [];
  return Array.from({ length: many }, () =>
    bring(world, by, "guest", { colludes: true, invented: true, looks: "daily" }),
  ).flatMap((p) => p ?? []);
}

export const VOICE: Readonly<Record<string, Attack>> = {
  "a member fills the room": (w) => {
    for (let day = 0; day < 6; day++) w.in(day * DAY, () => w.colluders.forEach((p) => flood(w, p)));
  },
  "a member revises without end": (w) => {
    const [by] = w.colluders;
    const motion = by && move(w, by, { type: "text" }, HARMFUL);
    if (!by || motion === undefined) return;
    for (let day = 0; day < 6; day++)
      w.in(day * DAY, () => {
        w.flooded = w.now;
        let size = MOST_BYTES.text;
        // What no large text finds room in a small one fills.
        for (let i = 0; i < 400 && size >= 10; i++) {
          const text = w.house.text("members", "text/plain", size);
          if (w.act(by, "revise", { motion, text }) !== undefined) continue;
          if (w.lastRefusal?.rule !== "C-2") return;
          size = Math.floor(size / 2);
        }
      });
  },
  "guests fill the room": (w) => {
    const guests = bringGuests(w, 12);
    for (let day = 0; day < 6; day++) w.in(day * DAY, () => guests.forEach((p) => flood(w, p, 60)));
  },
  "a flood just before the vote closes": (w) => {
    for (const id of w.liveVotes) {
      const closes = w.vote(id)?.closes;
      if (closes !== undefined && closes > w.now)
        w.at(closes - 3 * HOUR, () => w.theirs.forEach((p) => flood(w, p, 80)));
    }
    for (const p of w.colluders) flood(w, p, 60);
  },
  "a guest's stay ended in a kitchen": (w) =>
    kitchen(w, (by, sitting) => {
      const guest = w.people.find((p) => p.newcomer && !p.colludes && !w.hasVote(p));
      if (!guest) return undefined;
      return move(w, by, { type: "guest-stay", member: guest.member, ground: "other" } as never, CRUEL, sitting);
    }),
};
