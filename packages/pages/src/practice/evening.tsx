/**
 * The evening in which the board goes rogue: who comes in, one scene after the other, what came of it. Plain forms: what
 * the room presses here moves the evening on; what answers the board is signed on the group's own pages.
 */
import type { MemberId } from "@nabat/kernel";
import type { Context, Hono } from "hono";
import type { PagesDeps } from "../deps.ts";
import { bodyPage, type BodyPage, notFound, show } from "../frame.tsx";
import { formOf } from "../query.ts";
import type { EveningDoor } from "./evening-door.ts";
import { EveningEnd } from "./evening-end.tsx";
import { Come, Gathering, Ready } from "./evening-people.tsx";
import { doneSince, EveningScene, named } from "./evening-scene.tsx";

/** Sent by this server's own page, not by another's: a browser says so. */
function fromHere(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  return site === undefined || site === "same-origin" || site === "none";
}

export function eveningPages(app: Hono, deps: PagesDeps, door: EveningDoor): void {
  app.post("/evening", async (c) => {
    if (!fromHere(c)) return c.redirect("/example", 303);
    const lang = String((await formOf(c))["lang"] ?? "");
    const body = await door.begin(lang === "fr" ? "fr" : "en");
    const path = body && (await door.enter(body));
    return c.redirect(path ?? "/example?evening=later", 303);
  });
  app.get("/b/:body/evening", (c) =>
    bodyPage(c, deps, async (page) => {
      const evening = await door.look(page.reader.body);
      if (!evening) return notFound(c, deps, "thing");
      return show(page, { title: page.say.t("evening-title"), islands: ["sign", "live"] }, await content(page, door));
    }),
  );
  app.post("/b/:body/evening", (c) =>
    bodyPage(c, deps, async (page) => {
      const { reader, base } = page;
      const form = await formOf(c);
      const what = String(form["do"] ?? "");
      if (!fromHere(c)) return c.redirect(`${base}/evening`, 303);
      if (what === "in") return c.redirect((await door.enter(reader.body)) ?? `${base}/evening?full=1`, 303);
      if (reader.viewer.standing === "member") await door.press(reader.body, what, String(form["at"] ?? ""));
      // To the answer of a choice, which stands beside its button.
      const chosen = (await door.look(reader.body))?.scene?.choices.includes(what) === true;
      return c.redirect(`${base}/evening${chosen ? `#choice-${what}` : ""}`, 303);
    }),
  );
}

/** What this page shows of where the evening is. */
async function content(page: BodyPage, door: EveningDoor) {
  const { reader, c } = page;
  const evening = await door.look(reader.body);
  if (!evening || !reader.mayRead) return <Come full={c.req.query("full") !== undefined} />;
  const ours = new Set<MemberId>([...evening.board, ...evening.neighbours]);
  const room = [...reader.state.members.members.values()]
    .filter((m) => !ours.has(m.id) && m.status !== "left" && !evening.board.includes(m.invitedBy as MemberId))
    .map((m) => m.id);
  const name = await named(page, [...ours, ...room, ...[...reader.state.members.members.keys()].slice(0, 500)]);
  const at = { page, evening, room, name };
  if (evening.phase === "gathering") return <Gathering {...at} />;
  if (evening.phase === "ready") return <Ready {...at} />;
  const { scene } = evening;
  if (scene) return <EveningScene {...at} scene={scene} entries={await doneSince(page, scene.since)} />;
  const first = evening.done[0]?.since ?? 0;
  return <EveningEnd {...at} entries={await doneSince(page, first)} />;
}
