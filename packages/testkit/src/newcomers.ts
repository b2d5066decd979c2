/**
 * Newcomers on their way to a vote (M-23 to M-28), by real acts: greeters who were drawn, somebody brought and seen, a
 * door that was decided on. For a vote in one line, whatever is missing: {@link House.voter}.
 */
import { type ActId, fromHex, toHex, utf8 } from "@nabat/kernel";
import { greetersAt } from "@nabat/body/members/greeters.ts";
import { rollUpTo, standing } from "@nabat/body/members/standing.ts";
import { lacks } from "@nabat/body/members/settle.ts";
import { statutesOf } from "@nabat/body/statutes/queries.ts";
import { Assembly, figures } from "./assembly.ts";
import { DAY, type Person } from "./body.ts";
import { sha256 } from "./keys.ts";
import type { Meeting } from "./meeting.ts";

/** The secret behind a person's offer to count, in hex; another one for each number. */
export function lotSecret(p: Person, nth = 0): string {
  return toHex(sha256(utf8(`lot ${p.name} ${nth}`)));
}

/** These offer to count (V-51). */
export function offerToCount(a: Assembly, people: readonly Person[], nth = 0): void {
  for (const p of people) a.house.do(p, "teller.offer", { commit: toHex(sha256(fromHex(lotSecret(p, nth)))) });
}

/** These offer, a list of greeters is drawn among all who offered, and each of these reveals (M-25). Gives the draw's id. */
export function drawGreeters(a: Assembly, people: readonly Person[], nth = 0): ActId {
  offerToCount(a, people, nth);
  const draw = a.house.do(a.person(0), "greet.draw", {});
  for (const p of people) a.house.do(p, "greet.reveal", { draw, secret: lotSecret(p, nth) });
  return draw;
}

/** Somebody who may see this newcomer on their own: of the list, or in a body of few any other. */
export function greeterFor(a: Assembly, newcomer: Person): Person {
  const { state, now } = a.house;
  const member = state.members.members.get(newcomer.member);
  const list = greetersAt(state, now)?.members ?? [...state.members.members.keys()];
  const fit = list.find((id) => id !== member?.invitedBy && !member?.sponsors?.includes(id) && id !== newcomer.member);
  return a.byMember(fit ?? member?.invitedBy ?? "");
}

/** A member whom `sponsor` invites: others vouch as our rules ask, and the waiting time passes. They have no vote yet. */
export function arrive(a: Assembly, name: string, sponsor: Person): Person {
  const p = a.house.join(name, "member", sponsor);
  const { state, now } = a.house;
  const member = state.members.members.get(p.member);
  const rules = statutesOf(state, now);
  const needed = member ? lacks(member, rules, rollUpTo(state, now, 100)).vouchers : 0;
  for (const other of a.people
    .filter((o) => o !== sponsor && standing(state, o.member, now) === "member")
    .slice(0, needed))
    a.house.do(other, "vouch", { member: p.member });
  a.house.wait(rules.admission.waitingDays * DAY);
  return p;
}

/** The same, and somebody on the list sees them: as a sponsor's first they have a vote. */
export function bring(a: Assembly, name: string, sponsor: Person): Person {
  const p = arrive(a, name, sponsor);
  a.house.do(greeterFor(a, p), "seen", { members: [p.member] });
  return p;
}

/** A called meeting at which half of the roll is there: two whom it elected see these newcomers, as a place asks for (M-26). */
export function seeAmongHalf(a: Meeting, newcomers: readonly Person[], tellers: readonly [Person, Person]): void {
  const sitting = a.hold(a.convene(), { tellers });
  const [first, second] = tellers;
  const seen = a.house.do(first, "seen", { sitting, members: newcomers.map((p) => p.member) });
  a.house.do(second, "cosign", { of: seen });
  a.begin(sitting, "aob");
  a.house.do(a.person(0), "sitting.close", { sitting });
}

/** All agree to decide it now, and a door is open for so many, three days later (M-27). Gives the result. */
export function openDoor(a: Assembly, places: number, days = 60): ActId {
  const { house } = a;
  const motion = a.move({ subject: { type: "door", places, until: house.now + days * DAY } });
  house.wait(statutesOf(house.state, house.now).change.noticeDays * DAY);
  const sitting = a.sitting();
  const result = a.decide(motion, sitting, figures({ for: a.people.length }));
  house.do(a.person(0), "sitting.close", { sitting });
  house.wait(3 * DAY);
  return result;
}
