/** Who comes to a body: newcomers with their sponsors, guests, somebody without a phone. */
import type { MemberId } from "@nabat/kernel";
import { DAY } from "./house.ts";
import { seekVote } from "./seeking-vote.ts";
import { planLook } from "./honest.ts";
import { bring, cardNumber } from "./members.ts";
import { personOf } from "./people.ts";
import { watchArrival } from "./life-keys.ts";
import type { World } from "./world.ts";

/** An honest newcomer, brought by somebody honest who looks every day and who brought nobody lately. */
function newcomer(world: World, x: number): void {
  const sponsors = world.chance.shuffled(
    world.honest.filter((p) => p.looks === "daily" && p.newcomer !== true && !p.brought),
  );
  for (const by of sponsors) {
    const p = bring(world, by, "member", { colludes: false, looks: x % 3 === 0 ? "weekly" : "daily" });
    if (!p) continue;
    by.brought = true;
    world.arrivals.push({ who: p, at: world.now, by });
    planLook(world, p);
    watchArrival(world, p);
    world.in(DAY / 4, () => seekVote(world, p));
    return;
  }
}

/** A guest comes by a link that somebody honest made, and says a word now and then. */
function guest(world: World): void {
  const [by] = world.chance.shuffled(world.honest);
  const p = by && bring(world, by, "guest", { colludes: false, looks: "weekly" });
  if (!p) return;
  const speak = (): void => {
    const [about] = [...world.liveMotions].reverse();
    if (about !== undefined) world.act(p, "say", { about, text: world.house.text() });
  };
  for (const days of [1, 4, 9]) world.in(days * DAY, speak);
}

/** Somebody without a phone wants to come in: the next meeting's tellers make them a card. */
function cardHolder(world: World): void {
  const p = personOf(world.chance, world.people.length, { colludes: false, looks: "never", newcomer: true, codes: [] });
  world.enter({ ...p, member: cardNumber(p.n) as MemberId, asksForCard: true });
}

export const COMING = { newcomer, guest, "card holder": cardHolder } as const;
