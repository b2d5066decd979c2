/**
 * A body in which every name is borne by two: members, a member without a vote, somebody who isn't a member yet, guests.
 * For tests of N-10: wherever one of these names is shown, its number stands beside it.
 */
import { Meeting } from "./meeting.ts";
import { DAY } from "./body.ts";
import { newKeysOf } from "./people.ts";
import { arrive } from "./newcomers.ts";

/** The names, and the beginning of a line in which one of them stands without its number. */
const NAMES = ["Zora", "Quillon", "Odalys"] as const;
const BARE = new RegExp(`(?:${NAMES.join("|")})(?![ \u00A0]#\\d)`, "giu");
/** A number that a line end could tear from its name. */
const TORN = new RegExp(`(?:${NAMES.join("|")}) #\\d`, "giu");

const around = (text: string, found: RegExp): string[] =>
  [...text.matchAll(found)].map((m) => text.slice(Math.max(0, m.index - 60), m.index + 40));

/** Names that stand in this text without a number, with a little of what is around them. */
export function bareNames(text: string): string[] {
  return around(text, BARE);
}

/** Names in what is printed that a line end could tear from their numbers, with a little of what is around them. */
export function tornNames(text: string): string[] {
  return around(text, TORN);
}

/** The body: Dov, whose name is his alone, three more founders, and after them those who bear their names; each has done what puts a name into lists. */
export function twins(): Meeting {
  const a = new Meeting(["Dov", ...NAMES], {
    label: "twins",
    statutes: (s) => ({ ...s, voting: { ...s.voting, mode: "name" } }),
  });
  const { house } = a;
  const [zora, quillon, odalys] = [a.person(1), a.person(2), a.person(3)];
  // A newcomer whom all have to do with, an applicant, a guest.
  const newcomer = arrive(a, "zora", quillon);
  house.do(odalys, "seen", { members: [newcomer.member] });
  arrive(a, "QUILLON", zora);
  house.join("odalys", "member", quillon);
  const guest = house.join("ZORA", "guest", odalys);
  const motion = a.move({ by: zora });
  for (const p of [quillon, guest]) house.do(p, "say", { about: motion, text: a.words() });
  a.item(a.convene(), { motion });
  const terms = { seats: 1, rule: "plurality", termDays: 300, powers: [], nominationsUntil: house.now + DAY };
  const election = house.do(zora, "election.open", { title: a.words(), ...terms });
  house.do(zora, "nominate", { election, candidate: quillon.member });
  const fresh = { ...house.person("Odalys", "again"), member: odalys.member };
  house.do(quillon, "key.recover", { ...newKeysOf(fresh), member: odalys.member });
  house.do(zora, "guest.still", { member: guest.member });
  a.move({ by: quillon, subject: { type: "guest-stay", member: guest.member, ground: "harm" } });
  a.sitting(zora, [quillon, odalys]);
  const vote = a.callOutside(motion, { mode: "name", by: zora, seconder: quillon });
  for (const p of [zora, quillon, odalys]) a.cast(vote, p, "for");
  return a;
}
