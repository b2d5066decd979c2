/** What pages say of the way to a vote: the newcomer's own page, who greets, who may bring whom, doors and contests (M-12, M-23 to M-30). */
import { standing } from "@nabat/body";
import { LOCALES } from "@nabat/speech";
import {
  arrive,
  Assembly,
  bring,
  DAY,
  drawGreeters,
  HOUR,
  offerToCount,
  openDoor,
  seeAmongHalf,
  Meeting,
  type Person,
} from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { describe, expect, test } from "vitest";
import { pages } from "../mod.ts";

const NINE = ["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"];
const look = looker(pages);
const said = async (a: Assembly, who: Person, path: string, lang: (typeof LOCALES)[number] = "en") =>
  (await look(a, who, path, lang)).said;
const page = async (a: Assembly, who: Person, path: string) => (await look(a, who, path, "en")).html;

describe("the newcomer's own page", () => {
  test.each(LOCALES)(
    "M-23: it says plainly that she waits, for what, and what to do; others see the same (%s)",
    async (lang) => {
      const a = new Assembly(NINE);
      const jo = arrive(a, "jo", a.person(0));
      const me = await said(a, jo, "/me", lang);
      const own = me;
      const home = await said(a, jo, "", lang);
      if (lang === "fr") {
        expect(own).toContain("Vous êtes membre");
        expect(own).toContain("être rencontré en personne");
        expect(me).toContain("vote en attente");
        expect(home).toContain("Votre vote attend quelque chose");
        return;
      }
      expect(own).toContain("You are a member: you speak, move, work and stand for office as everybody.");
      expect(own).toContain("being met in person");
      expect(own).toContain("Nobody has been drawn to greet yet: 3 more members must first offer to");
      expect(me).toContain("vote waits for: being met in person");
      expect(home).toContain("Your vote waits for something");
      expect(await said(a, a.person(4), "/members")).toContain("vote waits for: being met in person");
      expect(await said(a, a.person(4), "/members")).toContain("9 of them vote; one waits for a vote.");
    },
  );

  test("M-6, M-8, M-26: what is missing for membership and for the vote are told apart, and so are vouching and sponsoring", async () => {
    const a = new Assembly(NINE);
    a.house.join("jo", "member", a.person(0));
    const seen = await said(a, a.person(4), "/newcomers");
    expect(seen).toMatch(/to be a member, still missing: .* vote waits for:/);
    expect(seen).toContain("Vouch for their membership");
    expect(await said(a, a.person(4), "/invite")).toContain("A neighbour without a phone comes to a called meeting.");
  });

  test("M-26: where a place is free she takes it with one press; where none is, it says when, and who could sponsor her", async () => {
    const a = new Meeting(NINE);
    drawGreeters(a, [a.person(3), a.person(4), a.person(5)]);
    bring(a, "jo", a.person(0));
    const kim = bring(a, "kim", a.person(0));
    expect(await said(a, kim, "/me")).toContain("a place at a called meeting where half are there");
    expect(await page(a, kim, "/me")).not.toMatch(/data-act="place"/);
    seeAmongHalf(a, [kim], [a.person(3), a.person(4)]);
    expect(await page(a, kim, "/me")).toMatch(/data-act="place"/);
    expect(await said(a, kim, "")).toContain("A place is free for you: begin to vote");
    expect(await said(a, a.person(0), "/newcomers")).toContain("vote waits for: a place");
    a.house.do(kim, "place", { member: kim.member });
    const lea = bring(a, "lea", a.person(0));
    const own = `${await said(a, lea, "/me")} ${await said(a, lea, "/newcomers")}`;
    expect(own).toMatch(/a place at a called meeting where half are there – one is free at the latest on/);
    expect(await page(a, lea, "/me")).not.toMatch(/data-act="place"/);
    expect(own).toContain("2 people came to a vote by somebody’s word. Places let in 2 in half a year at most");
    // Somebody who brought nobody is offered to give their word, who brought some isn't.
    expect(await page(a, a.person(7), "/newcomers")).toMatch(/data-act="sponsor"/);
    expect(await page(a, a.person(0), "/newcomers")).not.toMatch(/data-act="sponsor"/);
    const sponsors = await said(a, a.person(1), "/sponsors");
    expect(sponsors).toMatch(/ana can bring the next without a place from .* brought (jo|kim)/);
    expect(sponsors).toMatch(/bo \(you\) can bring one without a place/);
    expect(sponsors).toMatch(/jo can sponsor from/);
  });
});

describe("who greets", () => {
  test("M-24, M-25: one offers, anybody draws, the list says until when; only who is on it is asked to meet newcomers", async () => {
    const a = new Assembly(NINE);
    const jo = arrive(a, "jo", a.person(0));
    expect(await said(a, a.person(1), "/newcomers")).toMatch(
      /Nobody has been drawn.*Nobody has offered to count; 3 are needed/,
    );
    expect(await page(a, a.person(1), "/newcomers")).not.toMatch(/data-act="greet.draw"/);
    offerToCount(a, [a.person(2), a.person(3), a.person(4)]);
    expect(await page(a, a.person(1), "/newcomers")).toMatch(/data-act="greet.draw"/);
    expect(await page(a, jo, "/newcomers")).not.toMatch(/data-act="greet.draw"/);
    a.house.do(a.person(1), "greet.draw", {});
    expect(await said(a, a.person(3), "")).toContain("A lot of greeters waits for your device");
    expect(await said(a, a.person(1), "/newcomers")).toContain("Being drawn: 0 of 3 devices have answered");
    a.house.wait(3 * DAY);
    drawGreeters(a, [a.person(5), a.person(6), a.person(7)], 1);
    expect(await said(a, a.person(1), "/newcomers")).toMatch(
      /(fay|gus|hal)(, | , )(fay|gus|hal)(, | , )(fay|gus|hal) ?\. They greet until/,
    );
    expect(await page(a, a.person(5), "/newcomers")).toMatch(/data-act="seen"/);
    expect(await said(a, a.person(5), "")).toContain("Meet a newcomer, and enter that you did");
    expect(await page(a, a.person(1), "/newcomers")).not.toMatch(/data-act="seen"/);
  });
});

describe("inviting", () => {
  test("M-26, M-27: the page says what an invitation of one's own brings now", async () => {
    const a = new Assembly(NINE);
    drawGreeters(a, [a.person(3), a.person(4), a.person(5)]);
    expect(await said(a, a.person(0), "/invite")).toContain("votes once they are one and somebody of the greeters");
    const jo = bring(a, "jo", a.person(0));
    expect(await said(a, a.person(0), "/invite")).toMatch(
      /needs a place, besides being met. 1 of 2 places are taken.*the next without a place from/,
    );
    expect(await said(a, jo, "/invite")).toMatch(/less than half a year.*can sponsor from/);
    const kim = arrive(a, "kim", a.person(1));
    expect(await said(a, kim, "/invite")).toContain("While you wait for your own vote you invite guests");
    openDoor(a, 5);
    expect(await said(a, a.person(0), "/invite")).toMatch(
      /A door is open: whoever you invite .*5 of 5 places are left, until/,
    );
  });
});

describe("doors, bursts and contests", () => {
  test("M-27: the motion says how many, until when, what it needs, and who waits", async () => {
    const a = new Assembly(NINE);
    arrive(a, "jo", a.person(0));
    const motion = a.move({ subject: { type: "door", places: 30, until: a.house.now + 90 * DAY } });
    const on = await said(a, a.person(4), `/motions/${motion}`);
    expect(on).toContain("It opens the door to 30 newcomers until");
    expect(on).toContain("One member waits for a vote and could take a place.");
    expect(await said(a, a.person(4), "/motions/new?subject=door")).toContain("How many newcomers");
  });

  test("a burst is shown with who brought them; nothing follows from it by itself", async () => {
    const a = new Assembly(NINE);
    for (let n = 0; n < 4; n++) a.house.join(`n${n}`, "member", a.person(7));
    const seen = await said(a, a.person(1), "/newcomers");
    expect(seen).toMatch(/Many came at once 4 newcomers in thirty days, beside 9 who vote. hal ?: 4 of them/);
  });

  test("M-12, M-30: a contest says its ground, that it is about no opinion, and whom to hear first; on the vote who has none on it", async () => {
    const a = new Assembly(NINE);
    const jo = a.house.voter("jo", a.person(0));
    const form = await page(a, a.person(1), "/motions/new?subject=contest");
    expect(form).toMatch(/name="subject.ground"[^>]*value="twice"/);
    expect(form).toContain("never about what somebody thinks, says or votes");
    const motion = a.move({ by: a.person(8), subject: { type: "contest", member: jo.member, ground: "twice" } });
    a.house.do(a.person(2), "second", { motion });
    expect(await said(a, a.person(1), `/motions/${motion}`)).toMatch(
      /Ground: Here twice.*The person hasn’t spoken to it yet/,
    );
    expect(await said(a, jo, "")).toContain("Your admission is contested: say what you think of it");
    a.house.do(jo, "say", { about: motion, text: a.words() });
    expect(await said(a, a.person(1), `/motions/${motion}`)).toContain("The person has spoken to it");
    a.house.wait(DAY);
    const closes = a.house.now + 90 * HOUR;
    const open = { motion, version: a.version(motion), mode: "count", closes, tellers: [a.person(3).member] };
    const vote = a.house.do(a.person(8), "vote.open", open);
    expect(await said(a, a.person(1), `/votes/${vote}`)).toContain(
      "One whose admission is contested doesn’t vote on this.",
    );
    a.house.wait(13 * HOUR);
    expect(await said(a, jo, `/votes/${vote}`)).toContain("Your own admission is contested, so you don’t vote");
  });

  test("M-29: a vote on our rules says who votes on it, and a newcomer from when they do", async () => {
    const a = new Assembly(NINE, { statutes: (s) => ({ ...s, voting: { ...s.voting, mode: "name", seconds: 0 } }) });
    const jo = a.house.voter("jo", a.person(0));
    const motion = a.move({ subject: { type: "statutes", changes: { convene: { signatures: 2 } } } });
    a.house.wait(8 * DAY);
    const open = { motion, version: a.version(motion), mode: "name", closes: a.house.now + 80 * HOUR };
    const vote = a.house.do(a.person(0), "vote.open", open);
    expect(await said(a, a.person(1), `/votes/${vote}`)).toContain("and founders: 9 here");
    expect(await said(a, jo, `/votes/${vote}`)).toMatch(/On our rules you vote from/);
    expect(await page(a, jo, `/votes/${vote}`)).not.toMatch(/data-special="vote.cast"/);
  });
});

describe("who is not a member yet", () => {
  test("M-6, M-23, M-24: reads what membership and the vote wait for, and nobody else's way; the home says from when one is a member", async () => {
    const a = new Assembly(NINE);
    const jo = a.house.join("jo", "member", a.person(0));
    arrive(a, "kim", a.person(0));
    const gil = a.house.join("gil", "member", a.person(1));
    expect(await said(a, gil, "")).toContain("You are not a member yet: see what is missing");
    const way = await said(a, gil, "/me");
    expect(way).toMatch(/One member more must vouch for you/);
    expect(way).toMatch(/Nobody has been drawn to greet yet: 3 more members must first offer to/);
    expect(way).not.toMatch(/\bkim\b|\bjo\b/);
    for (const list of ["/newcomers", "/newcomers.csv"]) await expect(said(a, gil, list)).rejects.toThrow("403");
    a.house.do(a.person(2), "vouch", { member: gil.member });
    expect(await said(a, gil, "")).toMatch(/You are a member from/);
    expect(await said(a, gil, "/me")).toMatch(/You are a member from/);
    expect(standing(a.house.state, jo.member, a.house.now)).toBe("applicant");
  });

  test("M-25: whoever could draw greeters, or offer to, is asked to while a newcomer waits to be met", async () => {
    const a = new Assembly(NINE);
    expect(await said(a, a.person(1), "")).not.toContain("Newcomers wait to be met");
    arrive(a, "jo", a.person(0));
    expect(await said(a, a.person(1), "")).toContain("Newcomers wait to be met: offer to greet");
    offerToCount(a, a.people.slice(2, 5));
    expect(await said(a, a.person(1), "")).toContain("Newcomers wait to be met: draw who greets");
    expect(await said(a, a.person(2), "/keys")).toContain(
      "You have offered to count and to greet. The offer stands until",
    );
  });
});

describe("bursts", () => {
  test("M-26: stand on the members' page and on everybody's list of what needs them", async () => {
    const a = new Assembly(NINE);
    expect(await said(a, a.person(3), "/members")).not.toContain("Many came at once");
    for (const n of [1, 2, 3]) arrive(a, `new ${n}`, a.person(7));
    expect(await said(a, a.person(3), "/members")).toMatch(
      /Many came at once 3 newcomers in thirty days.*hal ?: 3 of them/,
    );
    expect(await said(a, a.person(3), "")).toMatch(/Many newcomers came at once: have you met them\?/);
  });
});

describe("invitations", () => {
  test("M-5: the list says who came by which", async () => {
    const a = new Assembly(NINE);
    a.house.join("jo", "member", a.person(0));
    expect(await said(a, a.person(0), "/invite")).toMatch(/used .*came by it: jo/);
  });
});
