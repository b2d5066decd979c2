/** Voice isn't volume (N rules): each attack, and beside it the ordinary thing that must stay possible. */
import { Assembly, DAY, figures, House, HOUR, Meeting, type Person, ruleOf } from "@nabat/testkit";
import { stateBytes, stateFromBytes, stateHash } from "@nabat/body/engine/snapshot.ts";
import { sha256 } from "@nabat/platform";
import type { ActId, Refusal, Result } from "@nabat/kernel";
import { describe, expect, it } from "vitest";
import { KINDS } from "../kinds.ts";
import { standing } from "../members/standing.ts";
import { GUESTS_EACH } from "./links.ts";
import { leftOf, paceKind, paceOf } from "./pace.ts";
import { endStay, stayAppeals } from "./stays.ts";

const NAMES = ["ana", "bo", "cem", "dora", "eli", "fay"];
const assembly = (names = NAMES) => new Assembly(names, { label: names.join("") });

/** Six, a guest of the second, and how they decide about guests. */
function setup() {
  const a = assembly();
  const guest = a.house.join("gil", "guest", a.person(1));
  const decide = (subject: object, sitting = a.sitting()): ActId => {
    const motion = a.move({ subject: subject as never, sitting });
    a.decide(motion, sitting, figures({ for: 6 }));
    return motion;
  };
  return { a, house: a.house, guest, decide };
}

/** Says so many times; gives the first refusal, and how many went in. */
function sayUntil(house: House, by: Person, times: number): { entered: number; refused?: Refusal } {
  for (let n = 0; n < times; n++) {
    const said = house.put(by, "say", { about: house.body, text: house.text(`${by.name} ${house.state.size} ${n}`) });
    if (!said.ok) return { entered: n, refused: said };
  }
  return { entered: times };
}

function factsOf(result: Result<unknown>): Record<string, unknown> {
  return result.ok ? {} : result.facts;
}

describe("a pace per person, kind and day (N-4)", () => {
  it("N-4: three thousand motions by one member: the twenty-first is refused, with the hour of the next", () => {
    const a = assembly();
    const { house } = a;
    const move = (n: number) =>
      house.put(a.person(1), "move", { title: a.words("title"), text: a.words(`m${n}`), subject: { type: "text" } });
    // Ten may be undecided (V-72): who withdraws each at once gets no further for it.
    let entered = 0;
    let last: Result<unknown> = { ok: true, value: true };
    for (let n = 0; n < 3000 && last.ok; n++) {
      const moved = move(n);
      last = moved;
      if (moved.ok) {
        entered++;
        house.do(a.person(1), "withdraw", { motion: moved.value.id });
      }
    }
    expect([entered, ruleOf(last)]).toEqual([20, "N-4"]);
    expect(factsOf(last)).toMatchObject({ kind: "move", most: 20, from: house.now + DAY / 20 });
    // Everybody else moves as before, and the one again within two hours.
    expect(
      ruleOf(house.put(a.person(2), "move", { title: a.words("t"), text: a.words("x"), subject: { type: "text" } })),
    ).toBe("entered");
    house.wait(DAY / 20);
    expect(ruleOf(move(3001))).toBe("entered");
    expect(ruleOf(move(3002))).toBe("N-4");
  });

  it("N-4: amendments and what is put about a meeting's course are counted apart from motions", () => {
    const a = assembly();
    const { house } = a;
    for (let n = 0; n < 20; n++) house.do(a.person(1), "withdraw", { motion: a.move({ by: a.person(1) }) });
    const motion = a.move({ by: a.person(0) });
    const base = a.version(motion);
    const place = { what: "insert", after: 0 } as const;
    expect(() => a.move({ by: a.person(1), subject: { type: "amendment", motion, base, place } })).not.toThrow();
    expect(leftOf(house.state, a.person(1).member, "move", { subject: { type: "text" } }, house.now)).toBe(0);
    expect(leftOf(house.state, a.person(1).member, "vote.cast", {}, house.now)).toBeUndefined();
  });

  it("a lively evening: six hundred remarks by sixty members within an hour", () => {
    const a = assembly(Array.from({ length: 60 }, (_, n) => `p${n}`));
    const { house } = a;
    for (let round = 0; round < 10; round++)
      for (const p of a.people) {
        house.do(p, "say", { about: house.body, text: house.text(`${p.name} ${round}`) });
        house.wait(6000);
      }
    expect(house.state.voice.paces.size).toBe(60);
    // What is over isn't kept: nobody reads from the state who spoke the day before yesterday.
    house.wait(2 * DAY);
    house.do(a.person(0), "say", { about: house.body, text: house.text("good morning") });
    expect([...house.state.voice.paces.keys()]).toEqual([a.person(0).member]);
  });

  it("votes, counts, erasures, second signatures and leaving have none", () => {
    const free = ["vote.cast", "tally", "result", "erase", "appeal", "cosign", "key.object", "put.all", "leave"];
    const state = assembly().house.state;
    for (const kind of free) expect(leftOf(state, state.founding.founder, kind, {}, state.at)).toBeUndefined();
    for (const kind of KINDS.keys()) expect(paceOf(kind, true)).toBeGreaterThan(0);
  });

  it("N-4: a count's figures have no pace; lists that are published with counts have one that a long meeting doesn't reach", () => {
    expect(paceKind("tally", { vote: "x", counts: {} })).toBeUndefined();
    const listed = paceKind("tally", { vote: "x", counts: {}, list: "x", file: {} });
    expect([listed, paceOf(listed ?? "")]).toEqual(["tally.list", 100]);
  });

  it("is folded alike through a snapshot", () => {
    const a = assembly();
    for (let n = 0; n < 8; n++) {
      sayUntil(a.house, a.person(n % 4), 3);
      a.house.wait(9 * HOUR);
    }
    const whole = stateHash(sha256, a.house.state);
    expect(stateHash(sha256, a.house.refold(a.house.entries.length - 7))).toBe(whole);
    expect(stateHash(sha256, stateFromBytes(stateBytes(a.house.state)))).toBe(whole);
  });
});

describe("guests together (N-5, N-7)", () => {
  it("N-5: guests use a fifth of what members may, each at least five remarks; N-4: and each a fifth", () => {
    const a = assembly(["ana", "bo", "cem"]);
    const guests = Array.from({ length: 8 }, (_, n) => a.house.join(`guest${n}`, "guest", a.person(n % 3)));
    const said = guests.map((g) => sayUntil(a.house, g, 100));
    // Three members: together 300 remarks in a day, guests 60 of them beside each one's first five.
    expect(said.reduce((n, s) => n + s.entered, 0)).toBe(60 + 8 * 5);
    expect(said.map((s) => s.refused?.rule)).toEqual(["N-4", "N-4", "N-4", "N-4", "N-5", "N-5", "N-5", "N-5"]);
    expect(said.every((s) => s.entered >= 5)).toBe(true);
    // Whatever guests do, members speak.
    expect(sayUntil(a.house, a.person(2), 100).entered).toBe(100);
  });

  it("N-7: one member's links bring a hundred who are guests still", () => {
    const a = assembly(["ana", "bo", "cem"]);
    const link = a.house.invite(a.person(1), "guest", { many: true });
    const come = (name: string, by = link) => {
      const p = a.house.person(name);
      return a.house.put(p, "join", a.house.joinData(p, by));
    };
    for (let n = 0; n < GUESTS_EACH; n++) expect(ruleOf(come(`g${n}`))).toBe("entered");
    expect(ruleOf(come("one more"))).toBe("N-7");
    // Whom the same member invites one by one is another matter, and whoever asks to be a member by it.
    const { bo, guest } = { bo: a.person(1), guest: a.house.join("cem's", "guest", a.person(2)) };
    expect(ruleOf(come("by name", a.house.invite(bo, "guest", { label: "x" })))).toBe("entered");
    expect(ruleOf(come("to be a member", a.house.invite(bo, "member", { label: "m" })))).toBe("entered");
    expect(ruleOf(applies(a, guest, bo))).toBe("entered");
    a.house.wait(1);
    // A guest by the link who asks to be a member by such an invitation makes room among those of the link, the day after.
    expect(ruleOf(applies(a, a.house.person("g3"), bo))).toBe("entered");
    // Somebody else's link brings them, and so does this one when a guest has left, the day after.
    expect(ruleOf(come("by cem", a.house.invite(a.person(2), "guest", { label: "y" })))).toBe("entered");
    a.house.do(a.house.person("g7"), "leave", {});
    expect(ruleOf(come("one more"))).toBe("N-7");
    a.house.wait(DAY);
    expect([1, 2, 3].map((k) => ruleOf(come(`one more ${k}`)))).toEqual(["entered", "entered", "N-7"]);
  });

  it("N-7: of those whom one member invites one by one a hundred wait at once, guests and applicants together", () => {
    const a = assembly(["ana", "bo", "cem"]);
    const come = (name: string, as: "guest" | "member") => {
      const p = a.house.person(name);
      return a.house.put(p, "join", a.house.joinData(p, a.house.invite(a.person(1), as, { label: name })));
    };
    for (let n = 0; n < GUESTS_EACH; n++) {
      if (n % 50 === 0) a.house.wait(DAY);
      expect(ruleOf(come(`p${n}`, n % 2 ? "guest" : "member"))).toBe("entered");
    }
    expect(come("one more", "member")).toMatchObject({ rule: "N-7", code: "enough-invited" });
    expect(come("one more guest", "guest")).toMatchObject({ rule: "N-7", code: "enough-invited" });
    // Who asks to be a member by another invitation of the same member takes no more room; one of the link's guests does.
    expect(ruleOf(applies(a, a.house.person("p3"), a.person(1)))).toBe("entered");
    const link = a.house.invite(a.person(1), "guest", { many: true });
    const p = a.house.person("by the link");
    expect(ruleOf(a.house.put(p, "join", a.house.joinData(p, link)))).toBe("entered");
    expect(ruleOf(applies(a, p, a.person(1)))).toBe("N-7");
    expect(ruleOf(applies(a, p, a.person(2)))).toBe("entered");
  });

  it("N-7: a hundred invented guests by an honest member's poster link take nothing of those whom she invites; sent away, they count no more", () => {
    const { a, house, decide } = setup();
    const ana = a.person(1);
    const link = house.invite(ana, "guest", { many: true });
    const come = (name: string, by = link) => {
      const p = house.person(name);
      return ruleOf(house.put(p, "join", house.joinData(p, by)));
    };
    for (let n = 0; n < GUESTS_EACH; n++) expect(come(`puppet${n}`)).toBe("entered");
    for (let n = 0; n < 3; n++)
      expect(come(`nia${n}`, house.invite(ana, "member", { label: `nia${n}` }))).toBe("entered");
    house.wait(DAY);
    const fresh = house.invite(ana, "guest", { many: true });
    expect(come("zoe", fresh)).toBe("N-7");
    for (const n of [0, 1]) decide({ type: "guest-stay", member: house.person(`puppet${n}`).member, ground: "flood" });
    // The poster's link is shut (N-12), hers to end; a new one brings in as many as were sent away.
    expect(come("yan")).toBe("N-12");
    house.do(ana, "invite.end", { invitation: link.id });
    expect(["zoe", "yan", "wim"].map((p) => come(p, fresh))).toEqual(["entered", "entered", "N-7"]);
    decide({ type: "stay-again", member: house.person("puppet0").member });
    expect(come("vic")).toBe("M-5");
    expect(ruleOf(house.put(ana, "invite.end", { invitation: link.id }))).toBe("M-5");
  });

  it("N-7, F-18: who founded by one person's invitations is nobody's guest, signed or not", () => {
    const a = new Assembly(
      Array.from({ length: 110 }, (_, n) => `p${n}`),
      { label: "founders" },
    );
    const by = a.person(0);
    const come = (name: string, invitation: ReturnType<typeof a.house.invite>) => {
      const p = a.house.person(name);
      return ruleOf(a.house.put(p, "join", a.house.joinData(p, invitation)));
    };
    expect(come("guest", a.house.invite(by, "guest", { many: true }))).toBe("entered");
    expect(come("member", a.house.invite(by, "member", { label: "m" }))).toBe("entered");
    // As those would be who stood on the list and never signed.
    for (const p of a.people.slice(5)) {
      const member = a.house.state.members.members.get(p.member)!;
      Object.assign(member, { status: "guest", founder: undefined, from: undefined });
    }
    expect(come("later", a.house.invite(by, "member", { label: "l" }))).toBe("entered");
  });

  it("N-7: who joins and leaves in a loop by one link comes to an end; guests of other links come in, and those of tomorrow", () => {
    const a = assembly(["ana", "bo", "cem"]);
    const link = a.house.invite(a.person(1), "guest", { many: true });
    const from = a.house.now + DAY;
    let came = 0;
    for (let n = 0; n < 200; n++) {
      const p = a.house.person(`loop${n}`);
      const joined = a.house.put(p, "join", a.house.joinData(p, link));
      if (ruleOf(joined) !== "entered") {
        expect([ruleOf(joined), factsOf(joined)]).toMatchObject(["N-7", { most: GUESTS_EACH }]);
        expect((factsOf(joined) as { from: number }).from).toBeGreaterThanOrEqual(from);
        continue;
      }
      came++;
      a.house.do(p, "leave", {});
    }
    expect(came).toBe(GUESTS_EACH);
    const honest = a.house.person("honest");
    expect(
      ruleOf(
        a.house.put(honest, "join", a.house.joinData(honest, a.house.invite(a.person(2), "guest", { label: "h" }))),
      ),
    ).toBe("entered");
    a.house.wait(DAY);
    const late = a.house.person("late");
    expect(ruleOf(a.house.put(late, "join", a.house.joinData(late, link)))).toBe("entered");
  });

  it("a public meeting: eighty guests by one link, each of whom speaks", () => {
    const a = assembly();
    const link = a.house.invite(a.person(0), "guest", { many: true });
    for (let n = 0; n < 80; n++) {
      const p = a.house.person(`visitor${n}`);
      a.house.do(p, "join", a.house.joinData(p, link));
      expect(sayUntil(a.house, p, 4).entered).toBe(4);
    }
  });
});

describe("how long a text may be (N-1 to N-3)", () => {
  const of = (size: number) => ({ ...House.found({ label: "sizes" }).text(`x${size}`), size });

  it("N-1, N-2: names and titles of a megabyte are refused by the size that the act states", () => {
    const a = assembly();
    const { house } = a;
    const refusal = house.put(a.person(1), "rename", { name: of(1_000_000) });
    expect([ruleOf(refusal), factsOf(refusal)]).toMatchObject(["N-1", { most: 80 }]);
    expect(ruleOf(house.put(a.person(1), "rename", { name: { ...of(20), media: "image/png" } }))).toBe("N-1");
    const move = (title: object) =>
      house.put(a.person(1), "move", { title, text: a.words("t"), subject: { type: "text" } });
    expect(ruleOf(move(of(801)))).toBe("N-2");
    expect(ruleOf(move(of(800)))).toBe("entered");
    expect(ruleOf(House.tryFound({ label: "big", data: { name: { ...of(900), grade: "public" } as never } }))).toBe(
      "N-2",
    );
    expect(ruleOf(House.tryFound({ label: "big", data: { founderName: of(900) } }))).toBe("N-1");
  });

  it("N-3: remarks of 20,000 bytes, a guest's of 4,000, other texts of 100,000", () => {
    const a = assembly();
    const { house } = a;
    const guest = house.join("gil", "guest");
    const say = (by: Person, size: number) => ruleOf(house.put(by, "say", { about: house.body, text: of(size) }));
    expect([say(a.person(1), 20_000), say(a.person(1), 20_001)]).toEqual(["entered", "N-3"]);
    expect([say(guest, 3_999), say(guest, 4_001)]).toEqual(["entered", "N-3"]);
    const move = (size: number) =>
      ruleOf(house.put(a.person(1), "move", { title: a.words("t"), text: of(size), subject: { type: "text" } }));
    expect([move(100_000), move(100_001)]).toEqual(["entered", "N-3"]);
  });
});

/** A guest asks to become a member with a personal invitation by `inviter`. */
function applies(a: Assembly, guest: Person, inviter: Person): Result<unknown> {
  const invitation = a.house.invite(inviter, "member");
  const { invited } = a.house.joinData(guest, invitation) as { invited: string };
  return a.house.put(guest, "apply", { invitation: invitation.id, invited });
}

describe("a guest's stay (N-8, N-9)", () => {
  it("N-8: ends by decision, with a ground; the guest then signs nothing but an appeal, and is brought back", () => {
    const { house, guest, decide } = setup();
    decide({ type: "guest-stay", member: guest.member, ground: "flood" });
    expect(standing(house.state, guest.member, house.now)).toBe("left");
    const say = () =>
      ruleOf(house.put(guest, "say", { about: house.body, text: house.text(`again ${house.state.size}`) }));
    expect(say()).toBe("M-16");
    expect(ruleOf(house.put(guest, "stay.appeal", { text: house.text("I counted wrong") }))).toBe("entered");
    expect(ruleOf(house.put(guest, "stay.appeal", {}))).toBe("N-8");
    expect(stayAppeals(house.state, house.now).map((s) => [s.member, s.end.ground])).toEqual([[guest.member, "flood"]]);
    decide({ type: "stay-again", member: guest.member });
    expect(standing(house.state, guest.member, house.now)).toBe("guest");
    expect(say()).toBe("entered");
    expect(stayAppeals(house.state, house.now)).toEqual([]);
    expect(stateHash(sha256, house.refold())).toBe(stateHash(sha256, house.state));
  });

  it("N-8: only a guest's; an appeal within thirty days; a link doesn't bring more in for it (N-7)", () => {
    const { a, house, guest, decide } = setup();
    const subject = { type: "guest-stay", member: a.person(3).member, ground: "harm" } as const;
    expect(() => a.move({ subject })).toThrow("N-8");
    expect(() => a.move({ subject: { type: "stay-again", member: guest.member } })).toThrow("N-8");
    expect(ruleOf(house.put(guest, "stay.appeal", {}))).toBe("N-8");
    decide({ type: "guest-stay", member: guest.member, ground: "false-name" });
    house.wait(30 * DAY + 1);
    expect(factsOf(house.put(guest, "stay.appeal", {}))).toHaveProperty("until");
  });

  it("N-8, M-17: an applicant's stay ends like a guest's; no invitation takes a guest out of it", () => {
    const { a, house, guest, decide } = setup();
    // Invited as a member, and never vouched for.
    const ada = house.join("ada", "member", a.person(1));
    const sam = house.join("sam", "member", a.person(1));
    house.wait(200 * DAY);
    const onAda = a.move({ subject: { type: "guest-stay", member: ada.member, ground: "flood" } });
    house.do(ada, "say", { about: onAda, text: house.text("hear me") });
    a.decide(onAda, a.sitting(), figures({ for: 6 }));
    const say = (p: Person) =>
      ruleOf(house.put(p, "say", { about: house.body, text: house.text(`${p.name} ${house.state.size}`) }));
    expect([standing(house.state, ada.member, house.now), say(ada)]).toEqual(["left", "M-16"]);
    expect(ruleOf(house.put(a.person(2), "vouch", { member: ada.member }))).toBe("M-8");
    // A guest who asks to be a member while it is being decided, and afterwards.
    const motion = a.move({ subject: { type: "guest-stay", member: guest.member, ground: "harm" } });
    expect(ruleOf(applies(a, guest, a.person(3)))).toBe("entered");
    const sitting = a.sitting();
    a.decide(motion, sitting, figures({ for: 6 }));
    expect(standing(house.state, guest.member, house.now)).toBe("left");
    expect(ruleOf(applies(a, guest, a.person(3)))).toBe("M-16");
    // An appeal, and back as what they were; from there to membership as ever. Others go on speaking.
    expect(ruleOf(house.put(ada, "stay.appeal", {}))).toBe("entered");
    decide({ type: "stay-again", member: ada.member });
    expect([standing(house.state, ada.member, house.now), say(ada), say(sam)]).toEqual([
      "applicant",
      "entered",
      "entered",
    ]);
    house.do(a.person(2), "vouch", { member: ada.member });
    house.wait(30 * DAY);
    expect(standing(house.state, ada.member, house.now)).toBe("member");
    expect(stateHash(sha256, house.refold())).toBe(stateHash(sha256, house.state));
  });

  it("N-8, M-12: an applicant isn't sent away for any reason, nor unheard; a guest as ever, who then applies too", () => {
    const { a, house, guest } = setup();
    const ada = house.join("ada", "member", a.person(1));
    house.wait(1000);
    const move = (who: Person, ground: string) => {
      const subject = { type: "guest-stay", member: who.member, ground };
      return house.put(a.person(2), "move", { title: a.words(), text: a.words(), subject });
    };
    expect(move(ada, "other")).toMatchObject({ rule: "N-8", code: "ground-of-guests-only" });
    const [onAda, onGuest] = [move(ada, "harm"), move(guest, "other")];
    if (!onAda.ok || !onGuest.ok) throw new Error("not moved");
    const sitting = a.sitting();
    const call = (motion: ActId) =>
      ruleOf(house.put(a.person(0), "vote.open", { motion, version: a.version(motion), mode: "hands", sitting }));
    for (const id of [onAda.value.id, onGuest.value.id]) a.agreeAll({ motion: id }, a.version(id));
    house.wait(60_000);
    expect([call(onAda.value.id), call(onGuest.value.id)]).toEqual(["M-12", "entered"]);
    house.do(ada, "say", { about: onAda.value.id, text: a.words() });
    expect(call(onAda.value.id)).toBe("entered");
  });

  it("N-8, M-30: two at a small meeting send no applicant away, at a second call neither; a guest they do, as ever", () => {
    const a = new Meeting(["ana", "bo", "cem", "dee", "eli", "fay"]);
    const ada = a.house.join("ada", "member", a.person(1));
    const zoe = a.house.join("zoe", "guest");
    a.house.wait(31 * DAY);
    const end = (who: Person) => a.move({ subject: { type: "guest-stay", member: who.member, ground: "harm" } });
    const [onAda, onZoe] = [end(ada), end(zoe)];
    // Who has been a guest for a month and asks to be a member once it was moved is no applicant of before.
    expect(ruleOf(applies(a, zoe, a.person(3)))).toBe("entered");
    a.house.do(ada, "say", { about: onAda, text: a.words() });
    a.house.do(zoe, "say", { about: onZoe, text: a.words() });
    a.meet(onZoe, figures({ for: 2 }));
    a.meet(onAda, figures({ for: 2 }));
    a.house.wait(3 * DAY);
    const has = () => [ada, zoe].map((p) => standing(a.house.state, p.member, a.house.now));
    expect(has()).toEqual(["applicant", "left"]);
    a.house.wait(11 * DAY);
    const again = a.meet(onAda, figures({ for: 2 }));
    a.house.wait(15 * DAY);
    expect([a.house.state.votes.results.get(again) !== undefined, ...has()]).toEqual([true, "applicant", "left"]);
    a.meet(onAda, figures({ for: 3, against: 1 }));
    expect(has()).toEqual(["left", "left"]);
  });

  it("N-8: nor do two keep a motion ready for each guest, until one asks to be a member; but who asks since it was moved isn't out of it", () => {
    const a = new Meeting(["ana", "bo", "cem", "dee", "eli", "fay"]);
    const [zoe, yan] = [a.house.join("zoe", "guest"), a.house.join("yan", "guest")];
    a.house.wait(31 * DAY);
    const end = (who: Person) => a.move({ subject: { type: "guest-stay", member: who.member, ground: "harm" } });
    const [onZoe, onYan] = [end(zoe), end(yan)];
    for (const p of [zoe, yan]) expect(ruleOf(applies(a, p, a.person(3)))).toBe("entered");
    a.meet(onZoe, figures({ for: 2 }));
    a.house.wait(27 * DAY);
    a.meet(onYan, figures({ for: 2 }));
    a.house.wait(3 * DAY);
    const has = [zoe, yan].map((p) => standing(a.house.state, p.member, a.house.now));
    expect(has).toEqual(["left", "applicant"]);
  });

  it("N-8: three of nine who move it in the hour in which a newcomer comes as a guest send nobody away who asks within a month; half do", () => {
    const a = new Meeting(["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hal", "ina"]);
    const [nia, vic] = [a.house.join("nia", "guest"), a.house.join("vic", "guest")];
    const end = (who: Person) =>
      a.move({ by: a.person(6), subject: { type: "guest-stay", member: who.member, ground: "flood" } });
    const has = (p: Person) => standing(a.house.state, p.member, a.house.now);
    const [onNia, onVic] = [end(nia), end(vic)];
    a.house.wait(HOUR);
    expect(ruleOf(applies(a, nia, a.person(1)))).toBe("entered");
    // She is heard first: she has spoken, or a week has passed.
    const call = a.convene({ days: 4 });
    const [item, other] = [a.item(call, { motion: onNia }), a.item(call, { motion: onVic })];
    const sitting = a.hold(call);
    a.begin(sitting, item);
    const open = { motion: onNia, version: a.version(onNia), mode: "hands", sitting };
    expect(ruleOf(a.house.put(a.person(0), "vote.open", open))).toBe("M-12");
    a.house.do(nia, "say", { about: onNia, text: a.words() });
    a.decide(onNia, sitting, figures({ for: 3 }));
    expect(a.house.state.motions.motions.get(onNia)?.status).toBe("standing");
    a.end(sitting);
    // The same three send a guest away who hasn't asked, as ever; asking once the vote is called changes nothing.
    a.begin(sitting, other);
    const vote = a.call(onVic, sitting, "hands");
    expect(ruleOf(applies(a, vic, a.person(1)))).toBe("entered");
    a.house.do(a.person(0), "vote.close", { vote });
    a.tally(vote, figures({ for: 3 }), 3);
    a.declare(vote);
    a.end(sitting);
    a.begin(sitting, "aob");
    a.house.do(a.person(0), "sitting.close", { sitting });
    a.house.wait(3 * DAY);
    expect([has(nia), has(vic)]).toEqual(["applicant", "left"]);
    // Half of the roll decide as ever.
    a.meet(onNia, figures({ for: 4, against: 1 }));
    a.house.wait(3 * DAY);
    expect(has(nia)).toBe("left");
    expect(stateHash(sha256, a.house.refold())).toBe(stateHash(sha256, a.house.state));
  });

  it("N-12: who was sent away isn't back by the same group link with other keys; others come by another one", () => {
    const { a, house, guest, decide } = setup();
    const link = house.invite(a.person(1), "guest", { many: true });
    const other = house.invite(a.person(1), "guest", { many: true });
    const come = (name: string, by: typeof link) => {
      const p = house.person(name);
      return { p, is: ruleOf(house.put(p, "join", house.joinData(p, by))) };
    };
    const troll = come("troll", link);
    expect([troll.is, come("una", link).is]).toEqual(["entered", "entered"]);
    decide({ type: "guest-stay", member: troll.p.member, ground: "flood" });
    expect(come("troll again", link).is).toBe("N-12");
    // Another link serves, and so do those for one; who came by the first stays.
    expect([come("vic", other).is, ruleOf(applies(a, guest, a.person(3)))]).toEqual(["entered", "entered"]);
    decide({ type: "stay-again", member: troll.p.member });
    expect(come("wim", link).is).toBe("entered");
    expect(stateHash(sha256, house.refold())).toBe(stateHash(sha256, house.state));
  });

  it("N-8: who became a member before the decision was in force stays it, and no later decision ends a member's stay", () => {
    const { a, house } = setup();
    const ada = house.join("ada", "member", a.person(1));
    house.do(a.person(2), "vouch", { member: ada.member });
    const from = house.state.members.members.get(ada.member)?.from ?? 0;
    expect(from).toBeGreaterThan(house.now);
    const end = (at: number) =>
      endStay(house.state, ada.member, { by: house.body, from: at, motion: house.body, ground: "flood" }, house.now);
    end(from + 1);
    expect(standing(house.state, ada.member, from + 2)).toBe("member");
    end(from - 1);
    const has = [from - 2, from - 1, from + 2].map((at) => standing(house.state, ada.member, at));
    expect(has).toEqual(["applicant", "left", "left"]);
  });

  it("N-8, F-18: the stay of who may still sign the founders' list isn't ended; afterwards it is like any guest's", () => {
    const a = new Assembly(NAMES, { adopt: false, label: "still to sign" });
    const list = a.closeList();
    for (const p of a.people.slice(1)) a.house.do(p, "list.sign", { list });
    const late = a.person(0);
    const subject = { type: "guest-stay", member: late.member, ground: "other" } as const;
    const move = () => a.house.put(a.person(1), "move", { title: a.words(), text: a.words(), subject });
    expect(move()).toMatchObject({ rule: "N-8", code: "may-still-sign" });
    // Nor by asking to be a member meanwhile. One who keeps shouting can be still for a day, and signs all the same.
    expect(ruleOf(applies(a, late, a.person(1)))).toBe("entered");
    expect(move()).toMatchObject({ rule: "N-8", code: "may-still-sign" });
    a.house.do(a.person(3), "cosign", { of: a.house.do(a.person(2), "guest.still", { member: late.member }) });
    expect(ruleOf(a.house.put(late, "list.sign", { list }))).toBe("entered");
    expect(standing(a.house.state, late.member, a.house.now)).toBe("member");
    const b = new Assembly(NAMES, { adopt: false, label: "never signed" });
    const other = b.closeList();
    for (const p of b.people.slice(1)) b.house.do(p, "list.sign", { list: other });
    b.house.wait(30 * DAY + 1);
    const moved = { title: b.words(), text: b.words(), subject: { ...subject, member: b.person(0).member } };
    expect(ruleOf(b.house.put(b.person(1), "move", moved))).toBe("entered");
  });

  it("N-9: an applicant is still for a day like a guest, and once: not again after asking to be a member", () => {
    const { a, house, guest } = setup();
    const still = (p: Person) => {
      const asked = house.put(a.person(2), "guest.still", { member: p.member });
      if (asked.ok) house.do(a.person(3), "cosign", { of: asked.value.id });
      return ruleOf(asked);
    };
    const say = (p: Person) =>
      ruleOf(house.put(p, "say", { about: house.body, text: house.text(`${p.name} ${house.state.size}`) }));
    const ada = house.join("ada", "member", a.person(1));
    expect([still(ada), say(ada)]).toEqual(["entered", "N-9"]);
    expect([still(guest), ruleOf(applies(a, guest, a.person(1))), say(guest)]).toEqual(["entered", "entered", "N-9"]);
    house.wait(DAY);
    expect([say(ada), say(guest), still(ada), still(guest)]).toEqual(["entered", "entered", "N-9", "N-9"]);
    // Once a member, whoever was still speaks at once.
    const eve = house.join("eve", "member", a.person(1));
    still(eve);
    house.giveVote(eve);
    expect(say(eve)).toBe("entered");
  });

  it("N-9: two members still a guest for a day, once; the next day the guest speaks again", () => {
    const { a, house, guest } = setup();
    const asked = house.do(a.person(2), "guest.still", { member: guest.member });
    const say = () => house.put(guest, "say", { about: house.body, text: house.text(`loud ${house.state.size}`) });
    expect(ruleOf(say())).toBe("entered");
    expect(ruleOf(house.put(a.person(2), "cosign", { of: asked }))).toBe("K-8");
    house.do(a.person(3), "cosign", { of: asked });
    expect([ruleOf(say()), factsOf(say())]).toEqual(["N-9", { until: house.now + DAY }]);
    expect(ruleOf(house.put(guest, "rename", { name: house.text("loud") }))).toBe("N-9");
    // Their own words they may have erased, and leave.
    house.wait(DAY);
    expect(ruleOf(say())).toBe("entered");
    expect(ruleOf(house.put(a.person(4), "guest.still", { member: guest.member }))).toBe("N-9");
    expect(ruleOf(house.put(a.person(4), "guest.still", { member: a.person(5).member }))).toBe("N-9");
    expect(ruleOf(house.put(guest, "guest.still", { member: guest.member }))).toBe("M-2");
  });
});
