/** What one does about keys and newcomers when one looks: objects to new keys of one's own, draws greeters, confirms cards. */
import { fromHex } from "@nabat/kernel";
import { askingsFor, objectsUntil } from "@nabat/body/keys/running.ts";
import { drawWaiting, mayDraw } from "@nabat/body/members/greeters.ts";
import { signWith } from "./asking.ts";
import { isLeft } from "./members.ts";
import type { Person } from "./people.ts";
import { noticeKeys } from "./seeking.ts";
import type { World } from "./world.ts";

/** Whoever asked for keys that were objected to is told so, and tells the person. */
export function tellOf(world: World, p: Person): void {
  if (p.colludes) return;
  for (const q of world.people) {
    if (q.colludes || q.keyless || q.lost === undefined) continue;
    const objected = askingsFor(world.state, q.member).some((r) => r.off !== undefined && r.by === p.member);
    if (objected) noticeKeys(world, q);
  }
}

/** Keys of one's own: what one didn't ask for is objected to, with any key that is at hand. */
export function tendKeys(world: World, p: Person): void {
  if (p.colludes) return;
  noticeKeys(world, p);
  const { state, now } = world;
  const mine = [p.key, p.second, p.sheet ? p.reserve : undefined].filter((k) => k !== undefined);
  // By the sheet, or by another device than the one that signed it.
  if (isLeft(world, p)) mine.toReversed().find((key) => signWith(world, p, key, "leave.undo", {}) !== undefined);
  for (const r of askingsFor(state, p.member)) {
    if (r.off || r.signed === undefined || r.way === "meeting") continue;
    // Those that one made oneself were asked for by friends, also where that phone is lost by now.
    if (r.enrol && world.control.held.get(r.enrol.device)?.owner === p) continue;
    for (const key of mine) {
      const until = objectsUntil(r, key, state.keys.keys.get(key)?.reserve === true);
      if (until === undefined || now >= until) continue;
      if (signWith(world, p, key, "key.object", { of: r.id }) !== undefined) break;
    }
  }
  for (const [id, { member, device }] of state.keys.ended)
    if (member === p.member && mine.includes(device)) signWith(world, p, device, "key.object", { of: id });
}

/** Greeters are drawn where there are none; who offered reveals. */
export function tendGreeting(world: World, p: Person): void {
  const { state, now } = world;
  const shirks = p.colludes && world.manner.counts === "never";
  if (!p.colludes && p.looks === "daily" && mayDraw(state, now).ok) world.act(p, "greet.draw", {});
  const draw = drawWaiting(state, now);
  const secret = world.truth.secrets.get(draw?.pool.get(p.member) ?? "");
  if (draw && secret !== undefined && !shirks && !draw.secrets.has(p.member) && fromHex(secret).length === 32)
    world.act(p, "greet.reveal", { draw: draw.id, secret });
}

/** Cards of people whom one knows are confirmed by a third; nobody confirms what they know nothing of. */
export function tendCards(world: World, p: Person): void {
  if (p.colludes || p.looks === "never") return;
  for (const { card, who } of world.cards) {
    const found = world.state.members.members.get(who.member);
    if (who.invented === true || !found || found.confirmed !== undefined) continue;
    if (world.chance.yes(0.5)) world.act(p, "card.confirm", { card });
  }
}
