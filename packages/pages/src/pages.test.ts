/** Every page, for a member, a newcomer and a stranger, in every language: whole, escaped, well structured. */
import { LOCALES } from "@nabat/speech";
import type { KeyId } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import { sampleHouse } from "@nabat/testkit/sample.ts";
import { Sample } from "@nabat/testkit/reader.ts";
import { describe, expect, test } from "vitest";
import { KINDS } from "@nabat/body";
import { countNow } from "@nabat/count/asked/limits.ts";
import { pages, type PagesDeps } from "./mod.ts";

const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;
const sample = sampleHouse();
const hostile = sampleHouse(HOSTILE);
const provisional = new Sample({ founder: "Ana", label: "young", named: "A young group" });

type Who = "Lea" | "Bo" | "Emma" | "Grete" | "Nina" | "Moussa" | "Noor" | "stranger";

function depsFor(s: Sample, who: Who): PagesDeps {
  const person = who === "stranger" ? undefined : s.house.people.get(who);
  return {
    sha256,
    reader: async (_c, body) => (body === s.house.body ? s.reader(person) : undefined),
    clerk: {
      name: "nabat.example",
      version: "0.1.0",
      key: "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK" as KeyId,
      founding: () => "code",
      zone: "Europe/Berlin",
      now: () => s.house.now,
      origin: () => "http://127.0.0.1:8080",
      ownPage: () => true,
      bodies: async () => [{ body: s.house.body, name: `House ${HOSTILE}`, practice: false, type: "assembly" }],
    },
    assets: (name) => `/assets/${name.replace(".", "-0000.")}`,
    followed: async () => [],
    follow: async () => "done" as const,
    recordFacts: async () => ({ root: "ab".repeat(32), origin: "nabat" }),
    count: async (_c, asked) => countNow(asked, sha256),
    examples: async () => ({
      present: s.house.body,
      cases: [{ id: "n5:W4", body: s.house.body, name: "The question of authority" }],
    }),
  };
}

const { ids } = sample;
const b = `/b/${sample.sample.house.body}`;
const PLAIN = [
  "/",
  "/example",
  "/mine",
  "/found",
  "/found?existing=1",
  "/found?template=club&statutes.voting.hours=48",
  "/invited",
  `/invited/${sample.sample.house.body}`,
];
const BODY = [
  b,
  `${b}/motions`,
  `${b}/motions?status=carried&q=gate`,
  `${b}/motions/new`,
  ...["admission", "contest", "door", "guest-stay", "stay-again", "establish", "copy", "erasure", "restore"].map(
    (s) => `${b}/motions/new?subject=${s}`,
  ),
  ...(
    [
      "open",
      "carried",
      "lost",
      "standing",
      "rules",
      "hands",
      "withdrawn",
      "amendment",
      "takenIn",
      "fallen",
      "waits",
      "suspended",
      "signed",
      "signing",
      "opinion",
      "contest",
      "door",
    ] as const
  ).map((k) => `${b}/motions/${ids[k]}`),
  `${b}/motions/new?subject=end-office`,
  `${b}/decisions`,
  `${b}/decisions?status=waits&way=meeting`,
  ...(["waits", "suspended", "opinion"] as const).map(
    (k) => `${b}/votes/${[...sample.sample.house.state.votes.votes.values()].find((v) => v.motion === ids[k])?.id}`,
  ),
  ...(["openVote", "lostVote", "handsVote"] as const).map((k) => `${b}/votes/${ids[k]}`),
  `${b}/motions?kind=all&status=fallen`,
  `${b}/motions/${ids.standing}/amend`,
  `${b}/motions/${ids.standing}/amend?what=insert&after=0`,
  `${b}/motions/${ids.standing}/amend?what=replace&from=1&to=1`,
  `${b}/motions/${ids.standing}/amend?what=strike&from=9&to=x`,
  `${b}/sittings`,
  `${b}/sittings/${ids.sitting}`,
  `${b}/founders`,
  `${b}/members`,
  `${b}/members?on=2026-03-03`,
  `${b}/members?status=applicant`,
  `${b}/members?status=waiting`,
  `${b}/newcomers`,
  `${b}/newcomers?status=seen`,
  `${b}/sponsors`,
  `${b}/by-card`,
  `${b}/sponsors?status=free&q=o`,
  `${b}/invite`,
  `${b}/stay`,
  ...[...sample.sample.house.people.values()].filter((p) => p.name === "DiIan").map((p) => `${b}/guests/${p.member}`),
  `${b}/rules`,
  `${b}/rules?version=1`,
  `${b}/rules/change`,
  `${b}/rules/change?statutes.voting.hours=200`,
  `${b}/entries`,
  `${b}/entries?kind=vote.`,
  `${b}/entries/${ids.carried}`,
  `${b}/entries/${ids.openVote}`,
  `${b}/record`,
  `${b}/chain`,
  `${b}/accounts`,
  `${b}/accounts?about=${ids.carried}`,
  `${b}/keys`,
  `${b}/lost`,
  `${b}/new-keys`,
  `${b}/new-keys?status=coming`,
  `${b}/new-keys/ask`,
  `${b}/new-keys/ask?decided=${"0".repeat(64)}`,
  `${b}/sittings/${ids.sitting}/door`,
  `${b}/motions/new?subject=keys`,
  `${b}/me`,
  `${b}/erase`,
  `${b}/leave`,
];

async function get(s: Sample, who: Who, path: string, lang = "en"): Promise<{ status: number; html: string }> {
  const res = await pages(depsFor(s, who)).request(`http://127.0.0.1:8080${path}`, {
    headers: { "accept-language": lang },
  });
  return { status: res.status, html: await res.text() };
}

/** What is wrong with a page's form, whatever it says. */
function faults(html: string): string[] {
  const out: string[] = [];
  if (html.includes("⟦")) out.push(`no message ${/⟦[^⟧]*⟧/.exec(html)?.[0]}`);
  if (/undefined|\[object Object\]|NaN/.test(html.replace(/<script[^>]*>/g, "")))
    out.push(`leaks ${/.{40}(undefined|\[object Object\]|NaN).{20}/.exec(html)?.[0]}`);
  if ((html.match(/<h1[ >]/g) ?? []).length !== 1) out.push("not one h1");
  const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((m) => Number(m[1]));
  levels.forEach((level, i) => {
    if (i > 0 && level > (levels[i - 1] ?? 0) + 1) out.push(`h${levels[i - 1]} then h${level}`);
  });
  if (/ style=| onclick=| onload=|<style|<script(?![^>]*src=)/.test(html)) out.push("inline style or script");
  if (!html.startsWith("<!doctype html><html lang=")) out.push("no doctype or language");
  const idsOf = [...html.matchAll(/ id="([^"]*)"/g)].map((m) => m[1]);
  const twice = idsOf.find((id, i) => idsOf.indexOf(id) !== i);
  if (twice) out.push(`id twice: ${twice}`);
  const labels = new Set([...html.matchAll(/<label for="([^"]*)"/g)].map((m) => m[1]));
  for (const m of html.matchAll(/<(?:input|select|textarea)(?![^>]*type="(?:hidden|radio|checkbox)")[^>]*>/g)) {
    const id = / id="([^"]*)"/.exec(m[0])?.[1];
    if (!id || !labels.has(id)) out.push(`no label: ${m[0].slice(0, 80)}`);
  }
  return out;
}

describe.each(LOCALES)("pages in %s", (lang) => {
  test.each(PLAIN)("%s", async (path) => {
    const { status, html } = await get(sample.sample, "stranger", path, lang);
    expect(status).toBe(200);
    expect(faults(html)).toEqual([]);
  });
  test.each(["Lea", "Bo", "Emma", "Grete"] as const)("body pages for %s", async (who) => {
    for (const path of BODY) {
      const { status, html } = await get(sample.sample, who, path, lang);
      expect([path, status, faults(html)]).toEqual([path, 200, []]);
    }
  });
  test("body pages for a guest, an applicant and a stranger", async () => {
    for (const who of ["Nina", "Moussa", "stranger"] as const)
      for (const path of BODY) {
        const { status, html } = await get(sample.sample, who, path, lang);
        expect([path, [200, 403].includes(status)]).toEqual([path, true]);
        expect([path, faults(html)]).toEqual([path, []]);
      }
  });
  test("a guest, an applicant and a stranger are shown no link that turns them away", async () => {
    const turns = new Map<string, boolean>();
    for (const who of ["Nina", "Moussa", "stranger"] as const)
      for (const path of BODY) {
        const { status, html } = await get(sample.sample, who, path, lang);
        // Where they are turned away themselves, the way out may not turn them away again.
        for (const [, href] of html.matchAll(/<a [^>]*href="([^"#]*)[^"]*"/g)) {
          const to = (href ?? "").replaceAll("&amp;", "&");
          // A page in another language is the same page.
          if (!to.startsWith(b) || to.includes("lang=")) continue;
          const asked = `${who} ${to}`;
          if (!turns.has(asked)) turns.set(asked, (await get(sample.sample, who, to, lang)).status === 403);
          expect([who, status, path, to, turns.get(asked)]).toEqual([who, status, path, to, false]);
        }
      }
  });
  test("a provisional body", async () => {
    const base = `/b/${provisional.house.body}`;
    const deps = pages({
      ...depsFor(provisional, "stranger"),
      reader: async () => provisional.reader(provisional.house.founder),
    });
    for (const path of [
      "",
      "/motions",
      "/motions/new",
      "/sittings",
      "/founders",
      "/members",
      "/by-card",
      "/invite",
      "/rules",
      "/entries",
      "/record",
      "/chain",
      "/accounts",
      "/keys",
      "/lost",
      "/new-keys",
      "/new-keys/ask",
      "/me",
    ]) {
      const res = await deps.request(`http://127.0.0.1:8080${base}${path}?lang=${lang}`);
      expect([path, res.status, faults(await res.text())]).toEqual([path, 200, []]);
    }
  });
});

test("M-23: a member without a vote is offered nothing, on any page, that only who has one may sign", async () => {
  const voters = [...KINDS.values()].filter((k) => k.signer === "voter").map((k) => k.kind as string);
  expect(voters.length).toBeGreaterThan(10);
  const offered = new Set<string>();
  for (const path of BODY) {
    const { status, html } = await get(sample.sample, "Noor", path);
    expect([path, status]).toEqual([path, 200]);
    for (const m of html.matchAll(/data-act="([^"]*)"/g)) offered.add(m[1] ?? "");
    expect([path, html.includes('name="as" value="member"')]).toEqual([path, false]);
  }
  expect([...offered].filter((kind) => voters.includes(kind) || kind === "meeting.call" || kind === "card")).toEqual(
    [],
  );
  // A member in everything else: she moves, speaks, opens a sitting, stands for an office, leaves.
  for (const kind of ["move", "say", "sitting.open", "leave", "invite"]) expect(offered).toContain(kind);
});

test("a stranger reads nothing of a members' body but its public face", async () => {
  for (const path of BODY) {
    const { html } = await get(sample.sample, "stranger", path);
    for (const secret of ["Repair the roof", "Farid", "My cousin is a roofer", "Open the yard"])
      expect(html).not.toContain(secret);
  }
});

test("markup in texts stays text, on every page", async () => {
  const h = hostile.sample.house.body;
  for (const path of BODY) {
    const own = Object.entries(ids)
      .reduce((p, [k, id]) => p.replaceAll(id, hostile.ids[k as keyof typeof ids]), path)
      .replace(sample.sample.house.body, h);
    const { html } = await get(hostile.sample, "Lea", own);
    expect(html).not.toContain("<script>alert");
    expect(html).not.toMatch(/<img[^>]*onerror/);
  }
  const { html } = await get(hostile.sample, "stranger", "/");
  expect(html).not.toContain("<script>alert");
});

test("a result says its whole, its rule and its outcome", async () => {
  const { html } = await get(sample.sample, "Lea", `${b}/motions/${ids.carried}`);
  expect(html).toContain("The motion is carried.");
  expect(html).toContain(
    "9 of 12: 6 for, 1 against, 1 opposed, yet taking part (counted as against), 1 abstained, 3 took no position",
  );
});

describe("what binds", () => {
  const plain = (html: string) =>
    html
      .replace(/<script.*?<\/script>/gs, "")
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ");
  test("B-1, B-8: what few decided at a meeting says by which way it binds, who counted, and until when it waits", async () => {
    const { html } = await get(sample.sample, "Lea", `${b}/motions/${ids.waits}`);
    const said = plain(html);
    expect(said).toMatch(/How it was decided at a called meeting/);
    expect(said).toContain("It waits, because fewer than half took part.");
    expect(said).toContain("4 of 12");
    expect(said).toMatch(/Bo[^.]*Chidi[^.]*elected by those present/);
    expect(html).toMatch(/data-act="put.all"/);
    expect(plain((await get(sample.sample, "Lea", b)).html)).toContain("Not final yet");
  });
  test("B-9, B-10: what was put to all is out of force, and any member can call the vote of all from its page", async () => {
    const { html } = await get(sample.sample, "Moussa", `${b}/motions/${ids.suspended}`);
    expect(html).not.toContain('data-act="vote.open"');
    const { html: lea } = await get(sample.sample, "Lea", `${b}/motions/${ids.suspended}`);
    expect(plain(lea)).toContain("Not in force: 3 members asked that all vote on it.");
    expect(lea).toMatch(/name="again" value="[0-9a-f]{64}"/);
    expect(lea).not.toContain('data-act="put.all"');
  });
  test("B-3: an opinion says that it decides nothing, where it was asked and on its motion", async () => {
    const { html } = await get(sample.sample, "Lea", `${b}/motions/${ids.opinion}`);
    expect(plain(html)).toContain("It decides nothing.");
    expect(html).not.toContain("The motion is carried");
    const vote = [...sample.sample.house.state.votes.votes.values()].find((v) => v.motion === ids.opinion)?.id;
    const page = plain((await get(sample.sample, "Lea", `${b}/votes/${vote}`)).html);
    expect(page).toContain("An opinion: those who voted are for it");
    expect(page).toContain("An opinion: it decides nothing.");
    expect(page).not.toContain("The motion is carried");
  });
  test("B-5, B-6: who has signed and how many more it takes; each signs, agrees or takes it back on its page", async () => {
    const { html } = await get(sample.sample, "Bo", `${b}/motions/${ids.signing}`);
    expect(plain(html)).toContain("2 of 12 have signed; with 7 signatures it is decided.");
    for (const act of ["now.sign", "now.agree"]) expect(html).toContain(`data-act="${act}"`);
    expect(html).not.toContain('data-act="now.back"');
    const { html: lea } = await get(sample.sample, "Lea", `${b}/motions/${ids.signing}`);
    expect(lea).not.toContain('data-act="now.sign"');
    expect(lea).toContain('data-act="now.back"');
    expect(plain((await get(sample.sample, "Bo", `${b}/motions/${ids.signed}`)).html)).toContain(
      "by the signatures of more than half",
    );
  });
  test("the list of decisions is narrowed by whether they are in force and by how they were decided", async () => {
    const waits = plain((await get(sample.sample, "Lea", `${b}/decisions?status=waits`)).html);
    expect(waits).toContain("A bench at the gate");
    expect(waits).not.toContain("A lamp in the cellar");
    expect(plain((await get(sample.sample, "Lea", `${b}/decisions?way=signed`)).html)).toContain(
      "A lamp in the cellar",
    );
  });
});

test("forms name the act and the fields it is made of", async () => {
  const { html } = await get(sample.sample, "Lea", `${b}/motions/new`);
  expect(html).toMatch(/<form[^>]*data-act="move"[^>]*data-body="/);
  expect(html).toMatch(/name="subject.type" value="text"/);
  expect(html).toMatch(/name="title"[^>]*data-text="members"/);
});

test("a form sent without script is answered with the truth and keeps nothing", async () => {
  const res = await pages(depsFor(sample.sample, "Lea")).request(`http://127.0.0.1:8080${b}/motions/new`, {
    method: "POST",
    body: new URLSearchParams({ title: "secret" }),
  });
  expect(res.status).toBe(422);
  const html = await res.text();
  expect(html).toContain("Nothing was sent");
  expect(html).not.toContain("secret");
});

test("lists come as CSV, without formulas", async () => {
  for (const list of ["motions", "members", "entries", "sittings", "decisions"]) {
    const res = await pages(depsFor(sample.sample, "Lea")).request(`http://127.0.0.1:8080${b}/${list}.csv`);
    expect(res.headers.get("content-type")).toContain("text/csv");
    const lines = (await res.text()).split("\r\n");
    expect(lines.length).toBeGreaterThan(2);
  }
});

test("a list's file has the lines of the same query, all of them", async () => {
  const rows = async (path: string) => {
    const res = await pages(depsFor(sample.sample, "Lea")).request(`http://127.0.0.1:8080${b}/${path}`);
    return (await res.text()).split("\r\n").length - 2;
  };
  const all = await rows("motions.csv?kind=all");
  expect(all).toBeGreaterThan(3);
  expect(await rows("motions.csv?kind=all&limit=1")).toBe(all);
  const [open, closed] = [await rows("sittings.csv?status=open"), await rows("sittings.csv?status=closed")];
  expect([open + closed, open, closed]).toEqual([await rows("sittings.csv"), 1, 2]);
  expect(await rows("members.csv?status=applicant")).toBeLessThan(await rows("members.csv"));
});

test("every list can be narrowed by words and carried away as a file", async () => {
  for (const list of ["motions", "members", "entries", "sittings", "decisions"]) {
    const { html } = await get(sample.sample, "Lea", `${b}/${list}`);
    expect([list, /<form class="filter"[^>]*role="search"/.test(html)]).toEqual([list, true]);
    expect([list, /<input[^>]*type="search"/.test(html)]).toEqual([list, true]);
    expect([list, html.includes(`href="${b}/${list}.csv"`)]).toEqual([list, true]);
  }
});

test("entries are found by the name of who signed them; where several fit, one chooses", async () => {
  const one = await get(sample.sample, "Lea", `${b}/entries?who=grete`);
  expect(one.html).toContain("Grete ");
  expect(one.html).not.toMatch(/class="title"[^>]*>Lea /);
  const none = await get(sample.sample, "Lea", `${b}/entries?who=nobody-at-all`);
  expect(none.html).toContain("Nothing fits these words");
  const several = await get(sample.sample, "Lea", `${b}/entries?who=a`);
  expect(several.html).toContain("Which of them?");
  expect(several.html).toMatch(/href="[^"]*by=[0-9a-f]+[^"]*"/);
});

test("pages with dates say whose time it is", async () => {
  expect((await get(sample.sample, "Lea", b)).html).toMatch(/Times: \w+/);
  expect((await get(sample.sample, "Lea", b, "fr")).html).toMatch(/Heures\u00a0: \w+/);
});

test("in French no line ends before a sign that has a space of its own", async () => {
  for (const path of ["/", "/found", b, `${b}/rules`, `${b}/record`]) {
    const { html } = await get(sample.sample, "Lea", path, "fr");
    expect([path, / [;:?!»]|« /.exec(html.replace(/<[^>]*>/g, ""))?.[0]]).toEqual([path, undefined]);
  }
});

test("another kind of group, or the sentences anew: what was typed goes along, without script too", async () => {
  const post = async (fields: Record<string, string>) => {
    const res = await pages(depsFor(sample.sample, "stranger")).request("http://127.0.0.1:8080/found/preview", {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "accept-language": "en" },
    });
    return res.text();
  };
  const typed = { name: "Chess on Mondays", purpose: "To play", template: "house", "statutes.voting.hours": "96" };
  const same = await post({ ...typed, pick: "house" });
  expect(same).toContain('value="Chess on Mondays"');
  expect(same).toMatch(/name="statutes.voting.hours"[^>]*value="96"/);
  const club = await post({ ...typed, pick: "club" });
  expect(club).toContain('value="Chess on Mondays"');
  expect(club).toMatch(/name="template" value="club"/);
  expect(club).not.toMatch(/name="statutes.voting.hours"[^>]*value="96"/);
  const mother = { "establishedBy.body": "ab".repeat(32), "establishedBy.act": "cd".repeat(32), type: "committee" };
  const child = await post({ ...typed, ...mother, pick: "house" });
  expect(child).toContain(`name="establishedBy.body" value="${"ab".repeat(32)}"`);
  expect(child).toContain('name="type" value="committee"');
});

test("a group that isn't adopted offers only what can be done: its three steps", async () => {
  const res = await pages({
    ...depsFor(provisional, "stranger"),
    reader: async () => provisional.reader(provisional.house.founder),
  }).request(`http://127.0.0.1:8080/b/${provisional.house.body}?lang=en`);
  const html = await res.text();
  expect(html).toContain("Three steps remain");
  expect(html).not.toContain("Move the first motion");
});

test("F-14 F-16 F-18 the founders' list says who is on it, who has signed, and what each can do", async () => {
  const young = new Sample({ founder: "Ana", label: "three found", named: "Three found" });
  const { house } = young;
  const [bo, cy] = [young.join("Bo"), young.join("Cy")];
  const page = async (who: typeof bo) => {
    const app = pages({ ...depsFor(young, "stranger"), reader: async () => young.reader(who) });
    return (await app.request(`http://127.0.0.1:8080/b/${house.body}/founders?lang=en`)).text();
  };
  const people = /name="people"[^>]*value="([0-9a-f]{64})"/.exec(await page(bo))?.[1];
  expect(await page(bo)).toContain("3 people stand on the list");
  const list = house.do(bo, "list.close", { people });
  const closed = await page(cy);
  expect(closed).toContain("0 of 3 have signed");
  expect(closed).toContain('data-act="list.sign"');
  expect(closed).toContain('data-act="list.open"');
  for (const who of [house.founder, bo]) house.do(who, "list.sign", { list });
  const late = await page(cy);
  expect(late).toContain("2 of 3 have signed. The group is adopted.");
  expect(late).toContain('data-act="list.sign"');
  expect(late).not.toContain('data-act="list.open"');
  expect(await page(bo)).toContain("You have signed.");
  expect(faults(late)).toEqual([]);
});

test("no page is a dead end: each leads somewhere, or something can be done on it", async () => {
  const young = pages({
    ...depsFor(provisional, "stranger"),
    reader: async () => provisional.reader(provisional.house.founder),
  });
  const own = BODY.filter((path) => !/[0-9a-f]{64}.*[0-9a-f]{64}/.test(path)).map((path) =>
    path.replace(sample.sample.house.body, provisional.house.body),
  );
  const more = ["meetings", "meetings/new", "elections", "elections/new", "practise"];
  own.push(...more.map((path) => `/b/${provisional.house.body}/${path}`));
  for (const path of [...PLAIN, ...own, "/nowhere"]) {
    const html = await (await young.request(`http://127.0.0.1:8080${path}`)).text();
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
    expect([path, /<a [^>]*href=|<button/.test(main)]).toEqual([path, true]);
  }
});

test("rules that take a guarantee are refused with the rule", async () => {
  const { html } = await get(sample.sample, "Lea", `${b}/rules/change?statutes.guarantees.exit=false`);
  expect(html).toContain("S-26");
});

test("S-38: that half must take part in a change of rules stands everywhere, a third nowhere; what binds stands beside", async () => {
  const rules = (await get(sample.sample, "Lea", `${b}/rules`)).html;
  const change = (await get(sample.sample, "Lea", `${b}/rules/change`)).html;
  expect(rules).toContain("with at least half of all members taking part");
  expect(rules).toMatch(/Share who must take part to change our rules<\/th><td[^>]*>half</);
  expect(rules).not.toContain("a third");
  expect(rules).toContain("What binds is decided at a called meeting");
  const offered = /<select[^>]*name="statutes\.change\.quorum"[^]*?<\/select>/.exec(change)?.[0] ?? "";
  const told = [...offered.matchAll(/<option[^>]*>([^<]*)</g)].map((m) => m[1]);
  expect(told).toEqual(["half", "two thirds"]);
});

test("where nothing fits what was looked for, every list leads back to the whole", async () => {
  for (const list of ["motions", "sittings", "meetings", "elections", "members"]) {
    const { html } = await get(sample.sample, "Lea", `${b}/${list}?q=nothing-fits-this`);
    expect([list, html.includes(`<a class="btn" href="${b}/${list}">`)]).toEqual([list, true]);
  }
});

test("unknown bodies and things are answered plainly", async () => {
  expect((await get(sample.sample, "Lea", `/b/${"0".repeat(64)}`)).status).toBe(404);
  expect((await get(sample.sample, "Lea", `${b}/motions/${"0".repeat(64)}`)).status).toBe(404);
  expect((await get(sample.sample, "Lea", "/nowhere")).status).toBe(404);
});

test("no page but the policy that forbids what it doesn't need", async () => {
  const res = await pages(depsFor(sample.sample, "Lea")).request(`http://127.0.0.1:8080${b}`);
  expect(res.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(res.headers.get("cache-control")).toContain("no-store");
});
