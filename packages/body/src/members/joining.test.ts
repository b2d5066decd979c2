/** Rules M-1 to M-12, M-14 to M-18: coming in, and who is what when. */
import { describe, expect, it } from "vitest";
import type { ActId } from "@nabat/kernel";
import { DAY, enrolmentOf, House, HOUR, keyFrom, type Person, ruleOf, START, text } from "@nabat/testkit";
import type { Statutes } from "../statutes/acts.ts";
import { joinBytes } from "./acts.ts";
import { admitByDecision, endContested } from "./effects.ts";
import { admissible, contestable, mayVoteOn } from "./eligibility.ts";
import { hasVote, isMember, memberCount, membersAt, roll, rollSize, standing } from "./standing.ts";

const RESULT = "ab".repeat(32) as ActId;

/** An adopted house of ana, bo and cy whose admissions ask for what `admission` says. */
function adopted(admission: Partial<Statutes["admission"]> = {}): House & { bo: Person; cy: Person } {
  const house = House.found({
    statutes: (s) => ({ ...s, admission: { ...s.admission, vouchers: 0, waitingDays: 0, ...admission } }),
  });
  const bo = house.join("bo");
  const cy = house.join("cy");
  house.adoptAtOnce();
  return Object.assign(house, { bo, cy });
}

function sitting(house: House, ...tellers: Person[]): ActId {
  return house.do(house.founder, "sitting.open", {
    title: text(`sitting ${house.state.size}`),
    tellers: tellers.map((t) => t.member),
  });
}

const statusOf = (house: House, p: Person) => standing(house.state, p.member, house.now);

describe("invitations", () => {
  it("M-1 a person comes in once", () => {
    const house = adopted();
    const dan = house.join("dan");
    const again = house.invite(house.bo, "member");
    expect(ruleOf(house.put(dan, "join", house.joinData(dan, again), { act: { seq: 2 } }))).toBe("M-1");
  });

  it("M-2 strangers and guests do nothing that is a member's", () => {
    const house = adopted();
    const gus = house.join("gus", "guest");
    const made = { key: keyFrom("k").id, as: "guest", until: house.now + DAY };
    expect(ruleOf(house.put(gus, "invite", made))).toBe("M-2");
    expect(ruleOf(house.put(house.person("nobody"), "invite", made))).toBe("K-1");
  });

  it("M-3 any member hands them out, for a term; whoever made one ends it", () => {
    const house = adopted();
    const make = (until: number) => house.put(house.bo, "invite", { key: keyFrom("k").id, as: "member", until });
    expect(ruleOf(make(house.now))).toBe("M-3");
    expect(ruleOf(make(house.now + 367 * DAY))).toBe("M-3");
    const { id, key } = house.invite(house.bo, "member");
    expect(ruleOf(house.put(house.cy, "invite.end", { invitation: id }))).toBe("M-3");
    house.do(house.bo, "invite.end", { invitation: id });
    const dan = house.person("dan");
    expect(ruleOf(house.put(dan, "join", house.joinData(dan, { id, key })))).toBe("M-5");
    expect(ruleOf(house.put(house.bo, "invite.end", { invitation: id }))).toBe("M-5");
    const bad = `z6Mk${"z".repeat(44)}`;
    expect(ruleOf(house.put(house.bo, "invite", { key: bad, as: "guest", until: house.now + DAY }))).toBe("M-3");
  });

  it("M-3 where the statutes leave it to the assembly, whoever was invited waits for its decision", () => {
    const house = adopted({ invitedBy: "decision" });
    const dan = house.join("dan");
    expect(statusOf(house, dan)).toBe("applicant");
    admitByDecision(house.state, dan.member, RESULT, { at: house.now, from: house.now });
    expect(statusOf(house, dan)).toBe("member");
  });

  it("M-4 a group link makes guests only, as many as come", () => {
    const house = adopted();
    expect(
      ruleOf(house.put(house.bo, "invite", { key: keyFrom("k").id, as: "member", until: house.now + DAY, many: true })),
    ).toBe("M-4");
    const link = house.invite(house.bo, "guest", { many: true });
    for (const name of ["g1", "g2", "g3"]) {
      const guest = house.person(name);
      house.do(guest, "join", house.joinData(guest, link));
      expect(statusOf(house, guest)).toBe("guest");
    }
  });

  it("M-5 an invitation serves once, in time, for whom its key signed", () => {
    const house = adopted();
    const invitation = house.invite(house.bo, "member");
    const [dan, eve] = [house.person("dan"), house.person("eve")];
    const stolen = {
      ...house.joinData(eve, invitation),
      invited: invitation.key.signHex(joinBytes(house.body, dan.member, dan.device.id)),
    };
    expect(ruleOf(house.put(eve, "join", stolen))).toBe("M-5");
    const unknown = { ...house.joinData(dan, invitation), invitation: RESULT };
    expect(ruleOf(house.put(dan, "join", unknown))).toBe("M-5");
    house.do(dan, "join", house.joinData(dan, invitation));
    expect(house.entries.at(-1)?.admission.right).toEqual({ rule: "M-5", from: invitation.id });
    expect(ruleOf(house.put(eve, "join", house.joinData(eve, invitation)))).toBe("M-5");
    const late = house.invite(house.bo, "member", { until: house.now + HOUR });
    house.wait(HOUR + 1);
    expect(ruleOf(house.put(eve, "join", house.joinData(eve, late)))).toBe("M-5");
  });

  it("M-18 whoever leaves takes their open invitations along", () => {
    const house = adopted();
    const invitation = house.invite(house.bo, "member");
    house.do(house.bo, "leave", {});
    const dan = house.person("dan");
    expect(ruleOf(house.put(dan, "join", house.joinData(dan, invitation)))).toBe("M-5");
  });
});

describe("becoming a member", () => {
  it("M-6 asks for all that the statutes ask, and no more", () => {
    const house = adopted({ vouchers: 1, seen: true, decision: true });
    const dan = house.join("dan", "member", house.bo);
    house.do(house.cy, "vouch", { member: dan.member });
    expect(statusOf(house, dan)).toBe("applicant");
    admitByDecision(house.state, dan.member, RESULT, { at: house.now, from: house.now });
    expect(statusOf(house, dan)).toBe("applicant");
    house.do(house.cy, "seen", { members: [dan.member] });
    expect(statusOf(house, dan)).toBe("member");
  });

  it("M-7 the waiting period ends by itself, without an act", () => {
    const house = adopted({ waitingDays: 3 });
    const dan = house.join("dan");
    expect(ruleOf(house.put(dan, "vouch", { member: dan.member }))).toBe("M-2");
    const size = rollSize(house.state, house.now);
    house.wait(3 * DAY - 1);
    expect(statusOf(house, dan)).toBe("applicant");
    house.wait(1);
    expect(statusOf(house, dan)).toBe("member");
    expect(memberCount(house.state, house.now)).toBe(size + 1);
    expect(membersAt(house.state, house.now).map((m) => m.id)).toContain(dan.member);
    house.invite(dan, "guest");
    // A member in everything; a vote is another thing (M-23).
    expect(rollSize(house.state, house.now)).toBe(size);
    house.do(house.bo, "seen", { members: [dan.member] });
    expect(roll(house.state, house.now).map((m) => m.id)).toContain(dan.member);
  });

  it("M-8 members vouch once for an applicant, other than the one who invited", () => {
    const house = adopted({ vouchers: 2 });
    const dan = house.join("dan", "member", house.bo);
    expect(ruleOf(house.put(house.bo, "vouch", { member: dan.member }))).toBe("M-8");
    house.do(house.cy, "vouch", { member: dan.member });
    expect(ruleOf(house.put(house.cy, "vouch", { member: dan.member }))).toBe("M-8");
    expect(ruleOf(house.put(house.cy, "vouch", { member: house.bo.member }))).toBe("M-8");
    expect(statusOf(house, dan)).toBe("applicant");
    house.do(house.founder, "vouch", { member: dan.member });
    expect(statusOf(house, dan)).toBe("member");
  });

  it("M-8 no more vouchers are asked for than there are members who could vouch", () => {
    const house = House.found({
      adopted: true,
      statutes: (s) => ({ ...s, admission: { ...s.admission, vouchers: 3, waitingDays: 0 } }),
    });
    const bo = house.join("bo");
    expect(statusOf(house, bo)).toBe("member");
  });

  it("M-9 an assembly decides on applicants only", () => {
    const house = adopted({ decision: true });
    const dan = house.join("dan");
    expect(ruleOf(admissible(house.state, dan.member, house.now))).toBe("entered");
    expect(ruleOf(admissible(house.state, house.bo.member, house.now))).toBe("M-9");
    expect(ruleOf(admissible(house.state, house.person("x").member, house.now))).toBe("M-9");
    admitByDecision(house.state, house.bo.member, RESULT, { at: house.now, from: house.now });
    expect(house.state.members.members.get(house.bo.member)?.decided).toBe(false);
  });

  it("M-11 being seen as a condition is being seen as for a vote, and once is enough for both", () => {
    const house = adopted({ seen: true });
    const dan = house.join("dan", "member", house.bo);
    expect(statusOf(house, dan)).toBe("applicant");
    // A sitting that nobody called elects nobody to count.
    const at = sitting(house, house.bo, house.cy);
    expect(ruleOf(house.put(house.cy, "seen", { sitting: at, members: [dan.member] }))).toBe("M-24");
    house.do(house.cy, "seen", { members: [dan.member] });
    expect(statusOf(house, dan)).toBe("member");
    expect(hasVote(house.state, dan.member, house.now)).toBe(true);
  });

  it("M-12 an admission can be contested for so many days; voice remains", () => {
    const house = adopted({ contestDays: 30 });
    const dan = house.join("dan");
    expect(ruleOf(contestable(house.state, house.bo.member, house.now))).toBe("M-12");
    expect(ruleOf(contestable(house.state, house.join("gus", "guest").member, house.now))).toBe("M-12");
    expect(ruleOf(contestable(house.state, dan.member, house.now + 30 * DAY))).toBe("entered");
    expect(ruleOf(contestable(house.state, dan.member, house.now + 30 * DAY + 1))).toBe("M-12");
    endContested(house.state, dan.member, RESULT, house.now);
    expect(statusOf(house, dan)).toBe("guest");
    expect(ruleOf(house.put(dan, "vouch", { member: house.bo.member }))).toBe("M-2");
    expect(ruleOf(house.put(dan, "rename", { name: text("still here") }))).toBe("entered");
  });

  it("M-17 a guest asks to become a member with a personal invitation", () => {
    const house = adopted({ vouchers: 1 });
    const gus = house.join("gus", "guest");
    const asked = (i: { id: ActId; key: { signHex: (m: Uint8Array) => string } }, p = gus) => ({
      invitation: i.id,
      invited: i.key.signHex(joinBytes(house.body, p.member, p.device.id)),
    });
    expect(ruleOf(house.put(gus, "apply", asked(house.invite(house.bo, "guest"))))).toBe("M-17");
    const invitation = house.invite(house.bo, "member");
    expect(ruleOf(house.put(gus, "apply", asked(invitation, house.cy)))).toBe("M-5");
    house.do(gus, "apply", asked(invitation));
    expect(statusOf(house, gus)).toBe("applicant");
    expect(ruleOf(house.put(house.bo, "vouch", { member: gus.member }))).toBe("M-8");
    expect(ruleOf(house.put(gus, "apply", asked(house.invite(house.bo, "member"))))).toBe("M-17");
    house.do(house.cy, "vouch", { member: gus.member });
    expect(statusOf(house, gus)).toBe("member");
  });
});

describe("voting rights", () => {
  it("M-14 whoever joined after the call doesn't vote on it, to the entry", () => {
    const house = adopted();
    const early = house.voter("early");
    const called = { at: house.now, index: house.state.size };
    const late = house.voter("late");
    const may = (p: Person) => ruleOf(mayVoteOn(house.state, p.member, p.device.id, called, house.now));
    expect([may(early), may(late), may(house.founder)]).toEqual(["entered", "M-14", "entered"]);
    expect(rollSize(house.state, house.now)).toBe(5);
    const gus = house.join("gus", "guest");
    expect([may(gus), may(house.person("x"))]).toEqual(["M-2", "M-2"]);
    house.do(early, "leave", {});
    expect(may(early)).toBe("M-16");
  });

  it("M-14 counts from when the vote began, not from membership nor from the application", () => {
    const house = adopted({ waitingDays: 2 });
    const dan = house.join("dan");
    house.do(house.bo, "seen", { members: [dan.member] });
    house.wait(DAY);
    const called = { at: house.now, index: house.state.size };
    house.wait(DAY);
    expect(isMember(house.state, dan.member, house.now)).toBe(true);
    expect(mayVoteOn(house.state, dan.member, dan.device.id, called, house.now)).toMatchObject({
      rule: "M-14",
      facts: { joined: START + 2 * DAY },
    });
    expect(
      ruleOf(mayVoteOn(house.state, dan.member, undefined, { at: house.now, index: house.state.size }, house.now)),
    ).toBe("entered");
  });
});

describe("names and leaving", () => {
  it("M-15 each chooses the name that others see", () => {
    const house = adopted();
    const name = text("Bo with the hat");
    house.do(house.bo, "rename", { name });
    expect(house.state.members.members.get(house.bo.member)?.name).toBe(name.hash);
  });

  it("M-16 leaving is immediate, open to guests, and final for those keys", () => {
    const house = adopted();
    const gus = house.join("gus", "guest");
    const before = rollSize(house.state, house.now);
    house.do(house.bo, "leave", {});
    house.do(gus, "leave", {});
    expect(rollSize(house.state, house.now)).toBe(before - 1);
    for (const p of [house.bo, gus]) expect(ruleOf(house.put(p, "rename", { name: text("back") }))).toBe("M-16");
    expect(ruleOf(house.put(house.bo, "leave", {}))).toBe("M-16");
    const invitation = house.invite(house.cy, "member");
    expect(ruleOf(house.put(house.bo, "join", house.joinData(house.bo, invitation), { act: { seq: 9 } }))).not.toBe(
      "entered",
    );
    const anew = house.person("bo", "a new sheet");
    house.do(anew, "join", house.joinData(anew, invitation));
    expect(statusOf(house, anew)).toBe("member");
  });

  it("M-16 the last member may leave too", () => {
    const house = House.found();
    house.do(house.founder, "leave", {});
    expect(rollSize(house.state, house.now)).toBe(0);
    expect(ruleOf(house.put(house.founder, "rename", { name: text("x") }))).toBe("M-16");
  });

  it("K-3 M-1 the member's number is the reserve key's, so nobody joins as another", () => {
    const house = adopted();
    const invitation = house.invite(house.bo, "member");
    const dan = house.person("dan");
    const data = {
      ...house.joinData(dan, invitation),
      invited: invitation.key.signHex(joinBytes(house.body, house.person("eve").member, dan.device.id)),
      enrol: enrolmentOf(dan),
    };
    expect(ruleOf(house.put(dan, "join", data, { act: { by: house.person("eve").member } }))).toBe("K-3");
  });
});
