/**
 * Above a third nothing is promised but that each breach shows on the body's page: that the record itself names what
 * was done, by whom and how few they were. Read from the state that pages are made of.
 */
import { askingsFor } from "@nabat/body/keys/running.ts";
import type { Break } from "./breaks.ts";
import type { World } from "./world.ts";

/** Where this breach is seen by whoever looks; `undefined`: nowhere. */
export function showsAt(world: World, { invariant, entry }: Break): string | undefined {
  const { state, house } = world;
  const at = house.entries.find((e) => e.index === entry);
  if (at === undefined) return undefined;
  switch (invariant) {
    case "S1":
    case "S6":
    case "S7": {
      const about = world.people.filter((p) => !p.colludes && askingsFor(state, p.member).length > 0);
      return about.length > 0 || at.kind === "leave" || at.kind === "device.end" || world.control.losses.length > 0
        ? "new keys, on the members' page and the person's own"
        : decided(world, at.id);
    }
    case "S5":
      return "who came by whose word, on the members' page";
    case "S2":
      return [...state.votes.votes.values()].some((v) => v.result?.id === at.id) ? "the vote's page" : undefined;
    case "S3":
      return decided(world, at.id);
    default:
      // What doesn't come about stands open on its own page, with since when.
      return "the list of what waits";
  }
}

function decided(world: World, id: Parameters<World["state"]["binding"]["decisions"]["get"]>[0]): string | undefined {
  const decision = world.state.binding.decisions.get(id);
  return decision === undefined ? undefined : "the decision, with how many voted of how many";
}
