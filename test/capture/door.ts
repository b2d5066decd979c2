/** What tellers do at a meeting besides counting: new keys at the door, cards, newcomers who are there to be seen. */
import type { ActId } from "@nabat/kernel";
import { electedTellers } from "@nabat/body/members/tellers.ts";
import { askKeys, cosign } from "./asking.ts";
import { makeCard, newCodes, standingOf } from "./members.ts";
import { hasKey, type Person } from "./people.ts";
import { isRunning, makeKeys } from "./seeking.ts";
import type { World } from "./world.ts";

/** Once tellers are elected: the honest among them do what people at the door ask for. */
export function atTheDoor(world: World, sitting: ActId, there: readonly Person[]): void {
  const tellers = electedTellers(world.state, sitting).flatMap((m) => world.person(m) ?? []);
  const [first, second] = tellers.filter((q) => !q.gone && hasKey(q) && (!q.colludes || helps(world)));
  if (!first || !second) return;
  for (const p of there) {
    if (p.colludes || !p.keyless || isRunning(world, p)) continue;
    const asked = askKeys(world, first, p, makeKeys(world, p), { sitting });
    if (asked !== undefined) cosign(world, second, asked);
  }
  for (const p of visitors(world)) {
    if (p.asksForCard && standingOf(world, p) === "none") {
      const codes = newCodes(p);
      const card = makeCard(world, [first, second], p, codes, sitting);
      if (card === undefined) continue;
      p.codes = codes;
      world.cards.push({ card, who: p });
    } else if (!p.asksForCard && world.state.members.members.get(p.member)?.seen === false) {
      const seen = world.act(first, "seen", { sitting, members: [p.member] });
      if (seen !== undefined) cosign(world, second, seen);
    }
  }
}

/** Do colluders do what tellers are there for? Some do, to be elected again. */
function helps(world: World): boolean {
  return world.manner.counts === "truly";
}

/** Honest newcomers without a vote who came to be seen. */
function visitors(world: World): Person[] {
  return world.people.filter(
    (p) => p.newcomer && !p.colludes && !p.gone && !world.hasVote(p) && world.chance.yes(p.hall),
  );
}
