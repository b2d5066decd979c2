/**
 * A guest, an applicant and a stranger read nobody's position and no roll, in no way (N-11, K-10): a body in which quiet
 * members have signed, agreed, seconded, called and voted is asked for at every address of the API and every page, and
 * none of the answers holds the name or the id of one of them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { invite, type Seat } from "@nabat/exchange/client/mod.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  assembly,
  atServer,
  bring,
  DAY,
  decideTogether,
  type Hall,
  type Here,
  HOUR,
  positionFor,
  serverHere,
} from "./hall.ts";

/** Who speaks and counts in public: the mover, two tellers. The others only sign, agree, second and vote. */
const OPENLY = ["Bea", "Cyril"];
const QUIET = ["Quillanne", "Ruprecht", "Sunniva", "Tancred", "Ulfhild"];
const WHO = ["guest", "applicant", "stranger"] as const;
type Who = (typeof WHO)[number];

describe("what whoever was only let in reads of members (K-10, N-11)", () => {
  let server: Here;
  let hall: Hall;
  let quiet: readonly Seat[];
  const seats: Partial<Record<Who | "other", Seat>> = {};
  /** Ids that addresses are asked with, by the list that they stand in. */
  const ids: Record<string, string[]> = { acts: [] };
  const keep = (list: string, id: string) => (ids[list] ??= []).push(id);

  beforeAll(async () => {
    server = await serverHere();
    hall = await assembly(server.url, 8, { names: [...OPENLY, ...QUIET] });
    atServer(server.url, ...hall.seats);
    const { founder, client } = hall;
    quiet = hall.seats.slice(3);
    const [q1, q2, q3, q4, q5] = quiet as [Seat, Seat, Seat, Seat, Seat];
    for (const [name, as] of [
      ["guest", "guest"],
      ["other", "guest"],
      ["applicant", "member"],
    ] as const)
      seats[name] = await client.join(client.person(name), await invite(founder, as, Date.now() + DAY));
    const move = async (words: string) => {
      const text = founder.text(words);
      const { id } = await founder.act("move", {
        title: founder.text(`${words} (title)`),
        text,
        subject: { type: "text" },
      });
      keep("motions", id);
      return { motion: id, version: text.ref.hash };
    };
    const acted = async (seat: Seat, kind: string, data: object) => {
      const { id } = await seat.act(kind, data);
      keep("acts", id);
      return id;
    };
    const [begun, signed] = [await move("Begun"), await move("Signed")];
    for (const q of [q1, q2]) await acted(q, "second", { motion: begun.motion });
    await acted(q3, "ask.secret", { motion: (await move("Sealed")).motion });
    for (const q of [q1, q2]) await acted(q, "now.agree", begun);
    server.wait(2 * HOUR);
    for (const q of [q1, q2, q3]) await acted(q, "now.sign", begun);
    for (const q of quiet) await acted(q, "now.sign", signed);
    keep("decisions", ids["acts"]?.at(-1) ?? "");
    // By name: voted on by all, declared; and one that is open.
    const put = await bring(hall, { type: "text" }, "Water", Date.now() + 3 * HOUR);
    keep("votes", put.vote);
    keep("motions", put.motion);
    for (const seat of hall.seats) keep("acts", (await seat.act("vote.cast", await positionFor(seat, put))).id);
    const result = await founder.get<object>(`votes/${put.vote}/result`);
    keep("decisions", await acted(founder, "result", result));
    const open = await bring(hall, { type: "text" }, "Roof", Date.now() + 3 * HOUR);
    keep("votes", open.vote);
    keep("motions", open.motion);
    for (const seat of quiet) await acted(seat, "vote.cast", await positionFor(seat, open, "against"));
    // At a sitting.
    const there = await decideTogether(hall, { type: "text" }, "Stairs", server.wait);
    keep("votes", there.vote);
    keep("motions", there.motion);
    const sittings = await founder.get<{ items: { id: string }[] }>("sittings");
    for (const { id } of sittings.items) keep("sittings", id);
    for (const { id } of (await founder.get<{ items: { id: string }[] }>("decisions")).items) keep("decisions", id);
    // A ballot that some agree to vote on at once.
    const terms = { seats: 1, rule: "approval", termDays: 30, powers: ["keep-money"] };
    const { id: election } = await founder.act("election.open", { title: founder.text("Treasurer"), ...terms });
    await founder.act("nominate", { election, candidate: founder.member });
    keep("elections", election);
    const { version } = await founder.get<{ version: string }>(`elections/${election}`);
    for (const q of [q1, q2]) await acted(q, "now.agree", { election, version });
    // A call that quiet members sign, and that names one of them for new keys.
    const call = await acted(founder, "meeting.call", {
      title: founder.text("Meeting"),
      reason: founder.text("To meet"),
      type: "decide",
      starts: Date.now() + 20 * DAY,
    });
    keep("meetings", call);
    await acted(q1, "meeting.sign", { call });
    await founder.act("meeting.keys", { call, members: [q5.member] });
    // Two ask that another guest be still; an account of a signature.
    const still = await acted(q4, "guest.still", { member: seats.other?.member });
    await acted(q5, "cosign", { of: still });
    await founder.act("account", { about: put.vote, source: founder.text("A paper") });
    keep("guests", seats.other?.member ?? "");
    keep("guests", seats.guest?.member ?? "");
  }, 300_000);
  afterAll(() => server.close());

  /** Every address with every id that fits it. */
  const filled = (path: string): string[] => {
    const [, list] = /^([a-z-]+)\/(?:\{|:)/.exec(path) ?? [];
    if (!list) return [path];
    const some = { ...ids, named: ids["meetings"], doors: ids["sittings"] }[list] ?? ids["acts"] ?? [];
    return some.map((id) => path.replace(/\{\w+\}|:\w+(?:\{[^}]*\}[^/]*\})?/, id).replace(/\{.*/, ""));
  };

  const get = async (who: Who | "member", path: string): Promise<{ status: number; text: string }> => {
    const token = await (who === "member" ? hall.founder : seats[who])?.token();
    const headers: Record<string, string> = token
      ? { Authorization: `Bearer ${token}`, Cookie: `nabat_${hall.body.slice(0, 16)}=${token}` }
      : {};
    const answer = await fetch(`${server.url}${path}`, { headers });
    if (!answer.headers.get("content-type")?.includes("event-stream"))
      return { status: answer.status, text: await answer.text() };
    // What is said live, while somebody signs.
    const reader = answer.body?.getReader();
    let text = "";
    await (quiet[0] as Seat).act("say", { about: ids["motions"]?.[0], text: (quiet[0] as Seat).text("Live") });
    for (let n = 0; n < 2; n++) text += new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    return { status: answer.status, text };
  };

  const told = (text: string): string[] =>
    quiet.flatMap((seat, n) => [seat.member as string, QUIET[n] as string]).filter((word) => text.includes(word));

  /** Below a body: the API's addresses, and those of pages and their lists. */
  async function addresses(): Promise<{ api: string[]; pages: string[] }> {
    const { paths } = (await ask(`${server.url}/api/openapi.json`)).json as { paths: Record<string, object> };
    const api = Object.entries(paths)
      .filter(([path, of]) => "get" in of && path.startsWith("/api/bodies/{body}/"))
      .map(([path]) => path.slice("/api/bodies/{body}/".length));
    const pages = new Set<string>([""]);
    const under = join(import.meta.dirname, "../../packages/pages/src");
    for (const file of readdirSync(under, { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".tsx")) continue;
      const code = readFileSync(join(under, file), "utf8");
      for (const [, path] of code.matchAll(/app\.get\("\/b\/:body\/([^"]+)"/g)) pages.add(path as string);
      for (const [, name] of code.matchAll(/listPages\(app, deps, \{\s*name: "([^"]+)"/g))
        for (const end of ["", ".csv"]) pages.add(`${name}${end}`);
    }
    return { api, pages: [...pages] };
  }

  it("no answer of any address holds the name or id of whoever signed, agreed, seconded, called or voted", async () => {
    const { api, pages } = await addresses();
    expect(pages.length).toBeGreaterThan(50);
    const all = [
      ...api.flatMap(filled).map((path) => `/api/bodies/${hall.body}/${path}`),
      ...(ids["acts"] ?? []).map((id) => `/api/bodies/${hall.body}/chain?of=${id}`),
      ...pages.flatMap(filled).map((path) => `/b/${hall.body}/${path}`),
      ...["board", "exclude"].map((what) => `/b/${hall.body}/sittings/${ids["sittings"]?.[0]}/put?what=${what}`),
      `/b/${hall.body}/motions?kind=all`,
    ];
    const seen = new Map<string, number>();
    const gave: (readonly [Who, string, readonly string[]])[] = [];
    for (const who of WHO)
      for (const path of all) {
        const { status, text } = await get(who, path);
        expect(status, path).toBeLessThan(500);
        seen.set(who, (seen.get(who) ?? 0) + (status === 200 ? 1 : 0));
        // Quillanne's own remark, said while the live way was listened to, is speech.
        const spoke = [quiet[0]?.member as string, QUIET[0] as string];
        const found = told(text).filter((word) => !(text.includes("Live") && spoke.includes(word)));
        if (found.length > 0) gave.push([who, path, found]);
      }
    expect(gave).toEqual([]);
    // They were asked in a body that has all of it, and let-in readers do read on.
    expect(seen.get("guest")).toBeGreaterThan(60);
  }, 300_000);

  it("the ordinary thing beside it: members read who; a guest how many, and the text", async () => {
    const [motion] = ids["motions"] as [string];
    const as = async (who: Who | "member") => {
      const { text } = await get(who, `/api/bodies/${hall.body}/motions/${motion}`);
      return JSON.parse(text) as {
        seconds: number;
        seconders: unknown[];
        now: { sign: { has: number; signed: { name: string }[] }; agree: { has: number; missing: unknown[] } };
      };
    };
    const member = await as("member");
    expect(member.now.sign.signed.map((p) => p.name).sort()).toEqual(["Quillanne", "Ruprecht", "Sunniva"]);
    expect(member.now.agree.missing).toHaveLength(6);
    const guest = await as("guest");
    expect(guest).toMatchObject({ seconds: 2, seconders: [], now: { sign: { has: 3, signed: [] } } });
    expect(guest.now.agree).toMatchObject({ has: 2, missing: [] });
    const page = (await get("guest", `/b/${hall.body}/motions/${motion}`)).text;
    expect(page).toContain("3 of 8");
    const call = `/b/${hall.body}/meetings/${ids["meetings"]?.[0]}`;
    expect(told((await get("member", call)).text)).toContain("Ulfhild");
    expect((await get("guest", call)).status).toBe(200);
    expect((await get("member", `/api/bodies/${hall.body}/founders`)).text).toContain("Quillanne");
  });
});
