/** The founding of a body in the game: the list is closed and all who are on it sign it (F-14 to F-16). */
import { toHex } from "@nabat/kernel";
import { peopleBytes } from "@nabat/body/founding/acts.ts";
import { sha256 } from "@nabat/testkit/keys.ts";
import type { House } from "./house.ts";
import type { Person } from "./people.ts";

/** Adopts a provisional body by the signatures of all of its founders. */
export function adopt(house: House, people: readonly Person[]): void {
  const [founder] = people;
  if (!founder) throw new Error("nobody");
  const list = house.must(founder, "list.close", { people: toHex(sha256(peopleBytes(people.map((p) => p.member)))) });
  for (const p of people) house.must(p, "list.sign", { list });
}
