/** Changing our rules in the page: what doesn't fit stays as it was typed, named, unfolded; all else that was typed stays too. */
import { LOCALES } from "@nabat/speech";
import { Meeting } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { expect, test } from "vitest";
import { pages } from "../mod.ts";

const look = looker(pages);

test.each(LOCALES)(
  "R-3: a number that doesn't fit is called by its name, and nothing typed is lost (%s)",
  async (lang) => {
    const a = new Meeting(["ana", "bo", "cem"]);
    const query = "statutes.convene.noticeDays=99&statutes.voting.hours=72&statutes.voting.seconds=3";
    const { html, said } = await look(a, a.person(0), `/rules/change?${query}`, lang);
    expect(said).toContain(lang === "fr" ? "De 1 à 30." : "From 1 to 30.");
    expect(said).not.toContain("convene.noticeDays");
    const value = (name: string) => new RegExp(`name="statutes\\.${name}"[^>]* value="([^"]*)"`).exec(html)?.[1];
    expect([value("convene.noticeDays"), value("voting.hours"), value("voting.seconds")]).toEqual(["99", "72", "3"]);
    const convene = html.slice(html.indexOf('data-sentence="convene"'));
    expect(/<details[^>]*>/.exec(convene)?.[0]).toContain("open");
    const join = html.slice(html.indexOf('data-sentence="join"'));
    expect(/<details[^>]*>/.exec(join)?.[0]).not.toContain("open");
  },
);
