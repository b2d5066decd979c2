/** The list of invitations says of a group link why it brings nobody in any more, and its maker can still end it: it would serve again when who was sent away is brought back (N-12). */
import { LOCALES } from "@nabat/speech";
import { Assembly, figures } from "@nabat/testkit";
import { looker } from "@nabat/testkit/look.ts";
import { expect, test } from "vitest";
import { pages } from "../mod.ts";

const look = looker(pages);

test.each(LOCALES)(
  "N-12: a link by which a guest came whose stay was ended is shut, and its maker reads why (%s)",
  async (lang) => {
    const a = new Assembly(["ana", "bo", "cem", "dora"]);
    const link = a.house.invite(a.person(0), "guest", { many: true });
    const troll = a.house.person("troll");
    a.house.do(troll, "join", a.house.joinData(troll, link));
    const list = () => look(a, a.person(0), "/invite", lang);
    const words =
      lang === "en" ? "shut, since the stay of a guest who came by it was ended" : "fermé, car il a été mis fin";
    const before = await list();
    expect(before.said).not.toContain(words);
    expect(before.html).toContain('data-act="invite.end"');
    const motion = a.move({ subject: { type: "guest-stay", member: troll.member, ground: "flood" } });
    a.decide(motion, a.sitting(), figures({ for: 4 }));
    const after = await list();
    expect(after.said).toContain(words);
    expect(after.html).toContain('data-act="invite.end"');
    a.house.do(a.person(0), "invite.end", { invitation: link.id });
    const ended = await list();
    expect(ended.said).not.toContain(words);
    expect(ended.html).not.toContain('data-act="invite.end"');
  },
);
