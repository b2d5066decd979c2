/** Known attacks on the roll: people who don't exist, places taken before others, admission turned into expulsion. */
import type { MemberId } from "@nabat/kernel";
import { electedTellers } from "@nabat/body/members/tellers.ts";
import { greetersAt } from "@nabat/body/members/greeters.ts";
import type { Member } from "@nabat/body/members/part.ts";
import { placesAt } from "@nabat/body/members/sponsors.ts";
import { voteWaits } from "@nabat/body/members/vote-begins.ts";
import { cosign } from "./asking.ts";
import { CRUEL } from "./harmful.ts";
import { type Attack, kitchen, nightMeeting, seconded, theirs } from "./fragments.ts";
import { planMeeting } from "./planning.ts";
import { DAY, HOUR, WEEK } from "./house.ts";
import { bring, cardNumber, makeCard, newCodes, standingOf } from "./members.ts";
import { move, openSitting } from "./moves.ts";
import { type Person, personOf } from "./people.ts";
import type { World } from "./world.ts";

const NOBODY = { colludes: true, invented: true, looks: "daily" } as const;

/** Somebody who doesn't exist is invited by one of theirs. */
export function invent(world: World, by: Person): Person | undefined {
  return bring(world, by, "member", NOBODY);
}

/** The invented who have no vote yet. */
function unborn(world: World): Person[] {
  return world.people.filter((p) => p.invented === true && !p.gone && !world.hasVote(p));
}

/** All that colluders can do alone to bring the invented to a vote: vouch, see, give their word, take places. */
export function raise(world: World): void {
  const greeters = greetersAt(world.state, world.now)?.members ?? [];
  let tried = false;
  for (const p of unborn(world)) {
    const found = world.state.members.members.get(p.member);
    if (!found || standingOf(world, p) === "guest") continue;
    for (const q of world.theirs) if (q !== p && !q.of) help(world, p, q, found, greeters);
    const [first] = world.colluders;
    const waits = voteWaits(world.state, found, world.now);
    const { taken, most } = placesAt(world.state, world.now);
    if (!first || !waits.some((w) => w.what === "place") || (taken >= most && tried)) continue;
    world.act(first, "place", { member: p.member });
    // Where all are taken, one try a day shows it.
    tried = true;
  }
}

/** What one of theirs can do for an invented one. */
function help(world: World, p: Person, q: Person, found: Member, greeters: readonly string[]): void {
  const gaveWord = found.invitedBy === q.member || found.sponsors?.includes(q.member) === true;
  const data = { member: p.member };
  if (standingOf(world, p) === "applicant" && found.vouchers.length < 1 && found.invitedBy !== q.member)
    world.act(q, "vouch", data);
  if (!found.seen && !gaveWord && (greeters.includes(q.member) || world.size < 5))
    world.act(q, "seen", { members: [p.member] });
  if (!gaveWord && found.seenBy?.includes(q.member) !== true && q.newcomer !== true && found.seen)
    world.act(q, "sponsor", data);
}

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
