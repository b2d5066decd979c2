/** A guest who was asked to be still is told so, by whom and until when, before they write anything; and guests who weren't write as ever (N-9). */
import { LOCALES } from "@nabat/speech";
import { Assembly, DAY } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { expect, test } from "vitest";
import { pages } from "../mod.ts";

const look = looker(pages);

test.each(LOCALES)(
  "N-9: Home, the motion and Me say it, and offer no form that would be refused (%s)",
  async (lang) => {
    const a = new Assembly(["ana", "bo", "cem", "dora"]);
    const otto = a.house.join("otto", "guest", a.person(0));
    const gil = a.house.join("gil", "guest", a.person(0));
    const motion = a.move();
    const asked = a.house.do(a.person(2), "guest.still", { member: otto.member });
    const form = async (who: typeof otto) =>
      (await look(a, who, `/motions/${motion}`, lang)).html.includes('data-act="say"');
    expect(await form(otto)).toBe(true);
    a.house.do(a.person(3), "cosign", { of: asked });
    const words =
      lang === "en"
        ? /You are asked to be still Asked by (cem|dora) *, *(cem|dora)/
        : /On vous demande de vous taire Demandé par/;
    for (const path of ["", `/motions/${motion}`, "/me"]) expect((await look(a, otto, path, lang)).said).toMatch(words);
    expect(await form(otto)).toBe(false);
    expect((await look(a, otto, "/me", lang)).html).not.toContain('data-act="rename"');
    // Nothing of it for another guest, and a day later none for them.
    expect((await look(a, gil, "", lang)).said).not.toMatch(words);
    expect(await form(gil)).toBe(true);
    a.house.wait(DAY);
    expect((await look(a, otto, "", lang)).said).not.toMatch(words);
    expect(await form(otto)).toBe(true);
  },
);
