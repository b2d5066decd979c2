/** The moves about membership: one function a move, which makes the acts that the rules ask for (M rules). */
import { type ActId, type Hash, toHex, utf8 } from "@nabat/kernel";
import { codeHash } from "@nabat/body/members/codes.ts";
import { standing } from "@nabat/body/members/standing.ts";
import { sha256 } from "@nabat/testkit/keys.ts";
import { cosign } from "./asking.ts";
import { hasKey, type Person, personOf } from "./people.ts";
import type { World } from "./world.ts";

/** What the record says that this person is. */
export function standingOf(world: World, p: Person): ReturnType<typeof standing> {
  return standing(world.state, p.member, world.now);
}

/** Has this person left, by the record? */
export function isLeft(world: World, p: Person): boolean {
  return standingOf(world, p) === "left";
}

/** Somebody new comes in by an invitation: an applicant or a guest. `undefined` where the record lets nobody in. */
export function bring(
  world: World,
  by: Person,
  as: "member" | "guest",
  of: Pick<Person, "colludes" | "looks"> & Pick<Partial<Person>, "invented">,
): Person | undefined {
  if (by.gone || !hasKey(by)) return undefined;
  const p = personOf(world.chance, world.people.length, { ...of, newcomer: true });
  const invitation = world.invite(by, as);
  if (invitation === undefined) return undefined;
  world.enter(p);
  if (world.act(p, "join", world.house.joining(p, invitation)) === undefined) {
    p.gone = true;
    return undefined;
  }
  return p;
}

/** How many codes a card has. */
const CODES = 12;

/** New codes for this person's card, which nobody had before. */
export function newCodes(p: Person): string[] {
  const round = ++p.made;
  return Array.from({ length: CODES }, (_, i) => codeFrom(`code ${p.n} ${round} ${i}`));
}

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Sixteen characters of Crockford's 32. */
function codeFrom(label: string): string {
  return [...sha256(utf8(label)).subarray(0, 16)].map((byte) => LETTERS[byte % 32]).join("");
}

/** Two tellers make a card for somebody; gives the entry that did, once both have signed. */
export function makeCard(
  world: World,
  two: readonly [Person, Person],
  p: Person,
  codes: readonly string[],
  sitting: ActId,
): ActId | undefined {
  const hashes = codes.map((code) => codeHash(p.member, code, sha256) as Hash);
  const card = world.act(two[0], "card", { member: p.member, name: world.house.text(), codes: hashes, sitting });
  if (card === undefined || cosign(world, two[1], card) === undefined) return undefined;
  return card;
}

/** A number for somebody who has no keys of their own: as the tellers draw it. */
export function cardNumber(n: number): string {
  return toHex(sha256(utf8(`card ${n}`)).subarray(0, 16));
}
