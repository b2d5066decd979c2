/** Cards for members without a device (M-13): made by two, spent one code an entry (F-17, V-32, B-5, B-6). */
import { type ActId, type Hash, type MemberId, toHex } from "@nabat/kernel";
import { cardCodeBytes } from "@nabat/body/members/acts.ts";
import type { Seat } from "./seat.ts";
import { type Text, textOf } from "./text.ts";
import { type Ballot, type Choice, positionOn } from "./votes.ts";

/** Crockford's base 32: no sign in it is taken for another; sixteen of them hold 80 bits (K-17). */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 16;

/** A printed card: the member it is for, and the codes not yet spent. */
export interface Card {
  readonly member: MemberId;
  readonly codes: string[];
}

/** A new card's codes, and their hashes as the record holds them. */
function newCodes(
  { tools }: Pick<Seat, "tools">,
  member: MemberId,
  codes: number,
): { codes: string[]; hashes: Hash[] } {
  const code = () => [...tools.random(CODE_LENGTH)].map((b) => SIGNS[b & 31]).join("");
  const made = Array.from({ length: codes }, code);
  return { codes: made, hashes: made.map((c) => toHex(tools.sha256(cardCodeBytes(member, c))) as Hash) };
}

/**
 * One elected teller of a called meeting enters a newcomer's card, the other confirms it (M-13); before adoption any
 * two on the open list of founders, without `sitting`. Throws `Refused`.
 */
export async function makeCard(
  first: Seat,
  second: Seat,
  name: string | Text,
  codes: number,
  sitting?: ActId,
): Promise<Card> {
  const { tools } = first;
  const member = toHex(tools.random(16)) as MemberId;
  const { codes: made, hashes } = newCodes(first, member, codes);
  const card: Card = { member, codes: made };
  const data = { member, name: typeof name === "string" ? textOf(tools, name) : name, codes: hashes };
  const { id } = await first.act("card", sitting === undefined ? data : { ...data, sitting });
  await second.act("cosign", { of: id });
  return card;
}

/**
 * Another card for somebody who has one (K-17): two members ask, or at an open door two of its elected tellers with
 * `sitting`. The old codes go on for 72 hours. Throws `Refused`.
 */
export async function anotherCard(
  [first, second]: readonly [Seat, Seat],
  member: MemberId,
  name: string | Text,
  codes: number,
  sitting?: ActId,
): Promise<Card> {
  const { codes: made, hashes } = newCodes(first, member, codes);
  const data = { member, name: typeof name === "string" ? textOf(first.tools, name) : name, codes: hashes };
  const { id } = await first.act("card", sitting === undefined ? data : { ...data, sitting });
  await second.act("cosign", { of: id });
  return { member, codes: made };
}

/** Whoever holds an old card objects to the new card or keys, `of`: a member enters it with one of its codes (K-17). Throws `Refused`. */
export async function objectByCard(seat: Seat, of: ActId, card: Card): Promise<void> {
  const code = card.codes[0];
  if (code === undefined) throw new RangeError("no code left on this card");
  await seat.act("card.object", { of, member: card.member, code });
  card.codes.shift();
}

/** Signs the founders' list for a card's holder, spending its next code; the other confirms (F-17). Throws `Refused`. */
export async function signByCard(first: Seat, second: Seat, list: ActId, card: Card): Promise<void> {
  const code = card.codes[0];
  if (code === undefined) throw new RangeError("no code left on this card");
  const { id } = await first.act("list.card", { list, member: card.member, code });
  await second.act("cosign", { of: id });
  card.codes.shift();
}

/** Agrees or signs for a card's holder, spending its next code; the other confirms (B-5, B-6). Throws `Refused`. */
export async function nowByCard(
  first: Seat,
  second: Seat,
  { what, motion, version }: { readonly what: "agree" | "sign"; readonly motion: ActId; readonly version: Hash },
  card: Card,
): Promise<void> {
  const code = card.codes[0];
  if (code === undefined) throw new RangeError("no code left on this card");
  const { id } = await first.act("now.card", { what, motion, version, member: card.member, code });
  await second.act("cosign", { of: id });
  card.codes.shift();
}

/** Enters that a card's holder is in the hall, spending its next code; by one who runs the sitting (G-44). Throws `Refused`. */
export async function hereByCard(seat: Seat, sitting: ActId, card: Card): Promise<void> {
  const code = card.codes[0];
  if (code === undefined) throw new RangeError("no code left on this card");
  await seat.act("sitting.here", { sitting, member: card.member, code });
  card.codes.shift();
}

/** Enters a position for a card's holder, spending its next code; the other teller confirms. Throws `Refused`. */
export async function castByCard(first: Seat, second: Seat, ballot: Ballot, card: Card, choice: Choice): Promise<void> {
  const code = card.codes[0];
  if (code === undefined) throw new RangeError("no code left on this card");
  const position = await positionOn(first, ballot, choice);
  const { id } = await first.act("vote.card", {
    vote: ballot.vote,
    version: ballot.version,
    member: card.member,
    code,
    ...position,
  });
  await second.act("cosign", { of: id });
  card.codes.shift();
}
