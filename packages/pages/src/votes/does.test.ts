/** Whoever votes is shown, where they vote, what the motion does, with whom it concerns and the ground: whatever its title says (V-2). */
import type { Subject } from "@nabat/body";
import { LOCALES } from "@nabat/speech";
import { arrive, Assembly, DAY, HOUR, keyFrom } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { describe, expect, test } from "vitest";
import { pages } from "../mod.ts";

const NINE = ["ana", "bo", "cem", "dora", "eli", "fay", "gus", "hal", "ivo"];
const look = looker(pages);

/** The notice that says what a motion does, without the links that differ between its own page and others. */
function does(html: string, title: string): string | undefined {
  const notice = new RegExp(`<section class="notice[^"]*"[^>]*><h2[^>]*>${title}</h2>(.*?)</section>`, "s").exec(
    html,
  )?.[1];
  return notice
    ?.replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** A subject of each type, made in a body of nine with a guest and a newcomer; or why it has nothing to show. */
const SUBJECTS: Readonly<
  Record<Subject["type"], "its text is all it does" | "it shows its change" | ((a: Assembly, of: Made) => Subject)>
> = {
  text: "its text is all it does",
  procedure: "its text is all it does",
  amendment: "it shows its change",
  statutes: () => ({ type: "statutes", changes: { voting: { quorum: "1/3" } } }) as never,
  admission: (_, { newcomer }) => ({ type: "admission", member: newcomer }) as never,
  contest: (_, { newcomer }) => ({ type: "contest", member: newcomer, ground: "not-seen" }) as never,
  door: (a) => ({ type: "door", places: 7, until: a.house.now + 30 * DAY }),
  "guest-stay": (_, { guest }) => ({ type: "guest-stay", member: guest, ground: "flood" }) as never,
  "stay-again": (_, { guest }) => ({ type: "stay-again", member: guest }) as never,
  keys: (a) =>
    ({ type: "keys", member: a.person(5).member, before: [a.person(3).member, a.person(4).member] }) as never,
  establish: () => ({ type: "establish", body: "committee", seats: 2 }),
  erasure: (_, { text }) => ({ type: "erasure", attachments: [text], ground: "unlawful" }) as never,
  restore: (_, { text }) => ({ type: "restore", attachments: [text] }) as never,
  "end-office": (a) => ({ type: "end-office", office: "e".repeat(64), holder: a.person(1).member }) as never,
  copy: () => ({ type: "copy", key: keyFrom("copy").id }),
};

interface Made {
  readonly guest: string;
  readonly newcomer: string;
  readonly text: string;
}

/** A harmless text that stands, and whose subject the record is then made to say another: what may be moved when is not this test's. */
function vote(a: Assembly, subject: Subject): { motion: string; vote: string } {
  const motion = a.move();
  const vote = a.ask(motion, a.sitting());
  Object.assign(a.house.state.motions.motions.get(motion) ?? {}, { subject });
  return { motion, vote };
}

describe("what one votes on is shown where one votes", () => {
  const body = () => {
    const a = new Assembly(NINE);
    const guest = a.house.join("otto", "guest", a.person(0)).member;
    const newcomer = arrive(a, "gil", a.person(1)).member;
    a.house.wait(HOUR);
    return { a, made: { guest, newcomer, text: a.version(a.move()) } };
  };
  const cases = Object.entries(SUBJECTS).flatMap(([type, make]) =>
    LOCALES.map((lang) => ({ type: type as Subject["type"], make, lang })),
  );

  test.each(cases)("$type ($lang): the vote's page says what the motion's page says", async ({ make, lang }) => {
    if (typeof make === "string") return;
    const { a, made } = body();
    const { motion, vote: id } = vote(a, make(a, made));
    const title = lang === "en" ? "What it would do" : "Ce qu’elle ferait";
    const own = does((await look(a, a.person(3), `/motions/${motion}`, lang)).html, title);
    const there = does((await look(a, a.person(3), `/votes/${id}`, lang)).html, title);
    expect(there?.length).toBeGreaterThan(20);
    // What a change of rules needs stands beside the vote in another place.
    expect(own).toContain(there);
  });

  test("a guest's stay: whom, and on which ground; a contest: whose membership, and on which ground", async () => {
    const { a, made } = body();
    const stay = vote(a, { type: "guest-stay", member: made.guest as never, ground: "flood" });
    expect((await look(a, a.person(3), `/votes/${stay.vote}`)).said).toMatch(/It ends the stay here of: *otto/);
    const contest = vote(a, { type: "contest", member: made.newcomer as never, ground: "not-seen" });
    expect((await look(a, a.person(3), `/votes/${contest.vote}`)).said).toMatch(
      /It ends the membership, just begun, of: *gil.*Ground/,
    );
  });

  test("a plain text needs no such notice", async () => {
    const { a } = body();
    const motion = a.move();
    const id = a.ask(motion, a.sitting());
    expect(does((await look(a, a.person(3), `/votes/${id}`)).html, "What it would do")).toBeUndefined();
  });
});
