/** Whose word brings a newcomer (M-26). */
import type { Person } from "./people.ts";
import type { World } from "./world.ts";

/** Did `q` give their word for this newcomer? */
export function isSponsor(world: World, p: Person, q: Person): boolean {
  const found = world.state.members.members.get(p.member);
  return found?.invitedBy === q.member || found?.sponsors?.includes(q.member) === true;
}
