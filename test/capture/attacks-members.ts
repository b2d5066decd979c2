/** Known attacks on the roll: people who don't exist, places taken before others, admission turned into expulsion. */
import type { MemberId } from "@nabat/kernel";
import { electedTellers } from "@nabat/body/members/tellers.ts";
import { cosign } from "./asking.ts";
import { CRUEL } from "./harmful.ts";
import { type Attack, kitchen, nightMeeting, seconded, theirs } from "./fragments.ts";
import { planMeeting } from "./planning.ts";
import { DAY, HOUR, WEEK } from "./house.ts";
import { cardNumber, makeCard, newCodes } from "./members.ts";
import { move, openSitting } from "./moves.ts";
import { type Person, personOf } from "./people.ts";
import { invent, NOBODY, raise, unborn } from "./raising.ts";
import type { World } from "./world.ts";

/** The same, day after day. */
function raiseFor(world: World, days: number): void {
  for (let day = 0; day < days; day++) world.in(day * DAY, () => raise(world));
}

/** At a sitting, as tellers there: the invented were seen, cards are made. */
function asTellers(world: World, sitting: NonNullable<ReturnType<typeof openSitting>>, two: readonly Person[]): void {
  const [first, second] = two;
  if (!first || !second) return;
  const members = unborn(world).map((p) => p.member);
  const seen = members.length === 0 ? undefined : world.act(first, "seen", { sitting, members: members.slice(0, 50) });
  if (seen !== undefined) cosign(world, second, seen);
  for (let i = 0; i < 6; i++) {
    const drawn = personOf(world.chance, world.people.length, { ...NOBODY, newcomer: true, codes: [] });
    const p = { ...drawn, member: cardNumber(drawn.n) as MemberId };
    const codes = newCodes(p);
    const card = makeCard(world, [first, second], p, codes, sitting);
    if (card === undefined) return;
    world.enter({ ...p, codes });
    world.cards.push({ card, who: p });
    for (const q of world.theirs) world.act(q, "card.confirm", { card });
  }
}

export const MEMBERS: Readonly<Record<string, Attack>> = {
  "thirty who don't exist": (w) => {
    for (const by of w.colluders) for (let i = 0; i < 5; i++) invent(w, by);
    raiseFor(w, 14);
  },
  "each brings one, and these bring others": (w) => {
    for (let round = 0; round < 4; round++)
      w.in(round * WEEK, () => {
        for (const by of w.theirs) if (!by.of) invent(w, by);
      });
    raiseFor(w, 30);
  },
  "every place is taken before others come": (w) => {
    for (const by of w.colluders) for (let i = 0; i < 3; i++) invent(w, by);
    for (let half = 0; half < 60; half++) w.in(half * DAY * 0.5, () => raise(w));
  },
  // One brings two: a first, and one who takes a place as long as there is one. Then the others bring their firsts.
  "a place is taken before the others' firsts": (w) => {
    const [one, ...others] = w.colluders;
    for (let i = 0; one && i < 2; i++) invent(w, one);
    const early = w.people.filter((p) => p.invented === true);
    let brought = false;
    for (let half = 0; half < 80; half++)
      w.in(half * DAY * 0.5, () => {
        raise(w, false);
        if (brought || (half < 50 && early.some((p) => !w.hasVote(p)))) return;
        brought = true;
        for (const by of others) invent(w, by);
      });
  },
  "seen at a bare sitting": (w) => {
    const [by] = w.colluders;
    if (!by) return;
    for (let i = 0; i < 4; i++) invent(w, by);
    const sitting = openSitting(w, by, w.colluders.slice(0, 2));
    if (sitting === undefined) return;
    w.truth.there.set(sitting, new Set(w.colluders.map((c) => c.n)));
    asTellers(w, sitting, w.colluders);
    raiseFor(w, 10);
  },
  "seen and carded at their own meeting": (w, x) => {
    const [by] = w.colluders;
    for (let i = 0; by && i < 4; i++) invent(w, by);
    const call = nightMeeting(w, x, x % 2 === 0, theirs(w) ?? seconded(w, "text", x));
    if (call === undefined) return;
    planMeeting(w, call, (world, sitting) => {
      world.in(HOUR / 3, () => {
        const two = electedTellers(world.state, sitting).flatMap((m) => world.person(m) ?? []);
        const ours = two.filter((p) => p.colludes);
        asTellers(world, sitting, ours.length >= 2 ? ours : world.colluders);
      });
    });
    raiseFor(w, 20);
  },
  "a door for forty": (w, x) => {
    const [by] = w.colluders;
    const open = (sitting?: Parameters<typeof move>[4]): ReturnType<typeof move> =>
      by && move(w, by, { type: "door", places: 40, until: w.now + 60 * DAY } as never, CRUEL, sitting);
    kitchen(w, (_by, sitting) => open(sitting));
    const call = nightMeeting(w, x, true, open());
    if (call !== undefined) planMeeting(w, call);
    for (const days of [5, 6, 9, 13])
      w.in(days * DAY, () => {
        for (const p of w.colluders) for (let i = 0; i < 3; i++) invent(w, p);
        raise(w);
      });
  },
  "admitted by few": (w, x) => {
    const [by] = w.colluders;
    const p = by && invent(w, by);
    const motion = p && by && move(w, by, { type: "admission", member: p.member } as never, CRUEL);
    const call = nightMeeting(w, x, true, motion);
    if (call !== undefined) planMeeting(w, call);
    raiseFor(w, 14);
  },
  "a newcomer is sent back": (w, x) => {
    const [by] = w.colluders;
    const target = w.arrivals.at(-1)?.who ?? w.people.find((p) => p.newcomer && !p.colludes);
    if (!by || !target) return;
    const subject = { type: "contest", member: target.member, ground: "invented" };
    const motion = move(w, by, subject as never, CRUEL);
    const call = nightMeeting(w, x, true, motion);
    if (call !== undefined) planMeeting(w, call);
  },
  "the invented vote on their own contest": (w, x) => {
    MEMBERS["each brings one, and these bring others"]?.(w, x, 0);
    w.in(10 * DAY, () => MEMBERS["a newcomer is sent back"]?.(w, x, 0));
  },
  "newcomers change the rules at once": (w, x) => {
    MEMBERS["each brings one, and these bring others"]?.(w, x, 0);
    w.in(14 * DAY, () => void seconded(w, "lock", 7));
  },
};
