/** What tellers do at a meeting besides counting: new keys at the door, cards, newcomers who are there to be seen. */
import type { ActId } from "@nabat/kernel";
import { electedTellers } from "@nabat/body/members/tellers.ts";
import { askKeys, cosign } from "./asking.ts";
import { makeCard, newCodes, standingOf } from "./members.ts";
import { isSponsor } from "./sponsor.ts";
import type { Person } from "./people.ts";
import { isSigned, makeKeys } from "./own-keys.ts";
import { isAbout } from "./seeking.ts";
import type { World } from "./world.ts";

/** Once tellers are elected: the honest among them do what people at the door ask for. */
export function atTheDoor(world: World, sitting: ActId, there: readonly Person[]): void {
  const fit = (ids: readonly string[]): Person[] =>
    ids
      .flatMap((m) => world.byMember.get(m as Person["member"]) ?? [])
      .filter((q) => world.able(q) && (!q.colludes || helps(world)));
  const come = visitors(world);
  const [greets, also] = fit(world.state.sittings.sittings.get(sitting)?.tellers ?? []);
  if (greets && also) for (const p of come) see(world, sitting, p, greets, also);
  const [first, second] = fit(electedTellers(world.state, sitting));
  if (!first || !second) return;
  const call = world.state.meetings.courses.get(sitting)?.call;
  const agenda = (call === undefined ? undefined : world.state.meetings.calls.get(call)?.agenda) ?? [];
  for (const p of there) {
    // Over whose keys the meeting decides, they wait for that.
    if (p.colludes || !p.keyless || isSigned(world, p) || agenda.some((i) => isAbout(world, i.motion, p))) continue;
    const asked = askKeys(world, first, p, makeKeys(world, p), { sitting });
    if (asked !== undefined) cosign(world, second, asked);
  }
  for (const p of come) {
    if (!p.asksForCard || standingOf(world, p) !== "none") continue;
    const codes = newCodes(p);
    const card = makeCard(world, [first, second], p, codes, sitting);
    if (card === undefined) continue;
    p.codes = codes;
    world.cards.push({ card, who: p });
  }
}

/** Two tellers say that they met this newcomer (M-24). */
function see(world: World, sitting: ActId, p: Person, first: Person, second: Person): void {
  if (p.asksForCard || world.state.members.members.get(p.member)?.seen !== false) return;
  if ([first, second].some((q) => isSponsor(world, p, q))) return;
  const seen = world.act(first, "seen", { sitting, members: [p.member] });
  if (seen !== undefined) cosign(world, second, seen);
}

/** Do colluders do what tellers are there for? Some do, to be elected again. */
function helps(world: World): boolean {
  return world.manner.counts === "truly";
}

/** Honest newcomers without a vote who came to be seen. */
export function visitors(world: World): Person[] {
  return world.people.filter(
    (p) =>
      p.newcomer && !p.colludes && !p.gone && !world.hasVote(p) && (p.comes !== undefined || world.chance.yes(p.hall)),
  );
}
