/**
 * Who is given what, by the API and by pages alike (K-10, P7): every address of the API is asked for as a member, a
 * guest, an applicant and a stranger, and so is the page of the same name. An address that isn't in the table below
 * fails here, so that no new list is given to anybody by having been forgotten.
 */
import { invite, type Seat } from "@nabat/exchange/client/mod.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, assembly, atServer, bring, DAY, type Hall, type Here, type Put, serverHere } from "./hall.ts";

/** Whoever may read the record; guests and applicants too; everybody; each their own; nobody but whom it names. */
type Given = "record" | "let-in" | "all" | "own" | "named";

/** Of every address below a body, who is given it. */
const GIVEN: Readonly<Record<string, Given>> = {
  // The growth of the record, without contents, and by which right it exists.
  ...of("all", "checkpoint", "proof/consistency", "proof/inclusion", "tile/{rest}", "live", "chain"),
  ...of("all", "followers", "handovers"),
  // What is being decided, so that whoever was let in can speak on it.
  ...of("let-in", "motions", "motions.csv", "motions/{id}", "votes", "votes.csv", "votes/{id}", "decisions"),
  ...of("let-in", "decisions.csv", "decisions/{id}", "sittings", "sittings.csv", "sittings/{id}", "statutes"),
  ...of("let-in", "accounts", "meetings", "meetings.csv", "meetings.ics", "meetings/{id}", "carried"),
  ...of("let-in", "meetings/{id}.ics", "sittings/{id}/course", "sittings/{id}/minutes", "elections", "elections/{id}"),
  ...of("let-in", "elections.csv", "offices", "offices.csv"),
  // The record, the roll, and lists of people.
  ...of("record", "entries", "entries.csv", "acts/{id}", "evidence/{result}", "roll", "roll.csv", "newcomers"),
  ...of("record", "newcomers.csv", "sponsors", "sponsors.csv", "new-keys", "new-keys.csv", "export", "pending"),
  ...of("record", "votes/{id}/casts", "votes/{id}/result", "founders", "invitations", "invitations.csv"),
  ...of("record", "cards-to-confirm.csv", "pending.csv", "founders.csv"),
  ...of("let-in", "accounts.csv", "carried.csv"),
  ...of("record", "cards-to-confirm", "doors/{id}", "named/{id}", "guests/{id}"),
  // Each their own: what waits for them, their way to a vote.
  ...of("own", "mine", "own-way"),
  // By a hash, each as its grade says (N-11 and R-16 have their own tests); by the invitation's own key.
  ...of("named", "attachments/{hash}", "invitations/{id}"),
};

function of(given: Given, ...paths: readonly string[]): Record<string, Given> {
  return Object.fromEntries(paths.map((path) => [path, given]));
}

/** Pages of another name that give the same. */
const PAGE: Readonly<Record<string, string>> = {
  "doors/{id}": "sittings/{id}/door",
  invitations: "invite",
  "invitations.csv": "invite.csv",
  roll: "members",
  "roll.csv": "members.csv",
  "acts/{id}": "entries/{id}",
  statutes: "rules/settings",
};

const WHO = ["member", "guest", "applicant", "stranger"] as const;
type Who = (typeof WHO)[number];

describe("every address of the API, as everybody (K-10)", () => {
  let server: Here;
  let hall: Hall;
  let put: Put;
  const seats: Partial<Record<Who, Seat>> = {};
  let paths: readonly string[] = [];
  let described: Record<string, { get?: { parameters?: { name: string; in: string }[] } }> = {};

  beforeAll(async () => {
    server = await serverHere();
    hall = await assembly(server.url, 5);
    atServer(server.url, ...hall.seats);
    seats.member = hall.founder;
    for (const as of ["guest", "member"] as const)
      seats[as === "guest" ? "guest" : "applicant"] = await hall.client.join(
        hall.client.person(as === "guest" ? "Gil" : "Ada"),
        await invite(hall.founder, as, Date.now() + DAY),
      );
    put = await bring(hall, { type: "text" }, "Water");
    described = (await ask(`${server.url}/api/openapi.json`)).json.paths;
    paths = Object.entries(described)
      .filter(([path, of]) => "get" in of && path.startsWith("/api/bodies/{body}/"))
      .map(([path]) => path.slice("/api/bodies/{body}/".length));
  }, 240_000);
  afterAll(() => server.close());

  /** The status of what they get there; a stream is let go at once. */
  const asked = async (who: Who, path: string): Promise<number> => {
    const seat = seats[who];
    const token = seat && (await seat.token());
    const headers = token
      ? { Authorization: `Bearer ${token}`, Cookie: `nabat_${hall.body.slice(0, 16)}=${token}` }
      : undefined;
    const answer = await fetch(`${server.url}${path}`, headers ? { headers } : {});
    await answer.body?.cancel();
    return answer.status;
  };

  const real = (path: string) =>
    path
      .replace("votes/{id}", `votes/${put.vote}`)
      .replace("motions/{id}", `motions/${put.motion}`)
      .replace("guests/{id}", `guests/${seats.applicant?.member}`)
      .replace(/\{\w+\}/g, "0".repeat(64));

  it("every address stands in the table above, and in no other place", () => {
    expect([...paths].sort()).toEqual(Object.keys(GIVEN).sort());
  });

  it("each is given to whom the table says, and to nobody whom its page turns away", async () => {
    for (const path of paths) {
      const given = GIVEN[path];
      for (const who of WHO) {
        const status = await asked(who, `/api/bodies/${hall.body}/${real(path)}`);
        const turned = status === 403;
        const may =
          given === "all" ||
          given === "named" ||
          who === "member" ||
          ((given === "let-in" || given === "own") && who !== "stranger") ||
          // Their own page, and nobody else's.
          (path === "guests/{id}" && who === "applicant");
        expect([path, who, turned]).toEqual([path, who, !may]);
        const page = await asked(who, `/b/${hall.body}/${real(PAGE[path] ?? path)}`);
        // The chain: by API ids and rules alone; the page leads on into the record.
        if (page === 403 && path !== "chain") expect([path, who, status]).toEqual([path, who, 403]);
      }
    }
  }, 100_000);

  it("an applicant reads what they themselves lack, and nobody else's line (M-6, M-23)", async () => {
    const applicant = seats.applicant as Seat;
    const way = await applicant.get<{ own: { id: string }; lacks: { vouchers: number } }>("own-way");
    expect(way.own.id).toBe(applicant.member);
    expect(way.lacks.vouchers).toBeGreaterThan(0);
    const mine = await applicant.get<{ items: { what: string; path: string }[] }>("mine");
    expect(mine.items).toMatchObject([{ what: "own-way", path: "/me#vote" }]);
    expect(await asked("applicant", `/b/${hall.body}/me`)).toBe(200);
  });

  it("every list of the API is there as CSV beside it", () => {
    const lists = paths.filter((path) => /^[a-z-]+$/.test(path));
    // One thing each, no list: its own line; a stream; the growth of the record; all of it.
    const one = ["mine", "own-way", "statutes", "chain", "live", "checkpoint", "export", "followers", "handovers"];
    for (const path of lists.filter((l) => !one.includes(l))) expect(paths, path).toContain(`${path}.csv`);
  });

  it("a list of people has one heading, by the API and on its page", async () => {
    const token = await hall.founder.token();
    const headers = { Authorization: `Bearer ${token}`, Cookie: `nabat_${hall.body.slice(0, 16)}=${token}` };
    const first = async (path: string) =>
      (await ask(`${server.url}${path}`, { headers })).text.replace("\uFEFF", "").split(/\r?\n/)[0];
    for (const list of ["roll.csv", "newcomers.csv", "sponsors.csv", "new-keys.csv", "decisions.csv", "sittings.csv"])
      expect([list, await first(`/b/${hall.body}/${PAGE[list] ?? list}`)]).toEqual([
        list,
        await first(`/api/bodies/${hall.body}/${list}`),
      ]);
  });

  it("API-1: a number out of its bounds, a field twice, a line that is gone: each with the field and the bounds", async () => {
    const token = await hall.founder.token();
    const get = (path: string, lang = "en") =>
      ask(`${server.url}/api/bodies/${hall.body}/${path}`, {
        headers: { Authorization: `Bearer ${token}`, "Accept-Language": lang },
      });
    const lists = paths.filter((path) =>
      described[`/api/bodies/{body}/${path}`]?.get?.parameters?.some((p) => p.in === "query" && p.name === "after"),
    );
    expect(lists.length).toBeGreaterThan(20);
    for (const path of lists) {
      for (const limit of ["0", "-1", "x", "99999"]) {
        const { status, json } = await get(`${path}?limit=${limit}`);
        expect([path, limit, status, json.rule]).toEqual([path, limit, 400, "API-1"]);
        expect(json.sentence).toMatch(/^“limit” must be a whole number from 1 to 1(,|)000\./);
      }
      expect((await get(`${path}?limit=1&limit=2`)).json.sentence).toContain("“limit” stands in this address more");
    }
    const gone = lists.filter((path) => !/^(entries|statutes|chain|founders|cards|pending|carried|offices)/.test(path));
    expect(gone.length).toBeGreaterThan(15);
    for (const path of gone) {
      const { status, json } = await get(`${path}?after=zz`);
      expect([path, status, json.code]).toEqual([path, 400, "cursor-lost"]);
    }
    const french = await get("roll?limit=0", "fr");
    expect(french.json.sentence).toContain("doit être un nombre entier de 1 à 1");
    for (const path of ["mine", "pending", "own-way", `guests/${seats.guest?.member}`, `motions/${put.motion}`])
      expect([path, (await get(`${path}?bogus=1`)).json.code]).toEqual([path, "no-such-filter"]);
    // Those that fit pass.
    const page = await get("roll?limit=2");
    expect((await get(`roll?limit=2&after=${page.json.next}`)).json.items).toHaveLength(2);
    expect((await get(`roll.csv?limit=2&after=${page.json.next}`)).text.trim().split("\n")).toHaveLength(3);
  });

  it("who has a vote reads since when; a guest what they are (M-23)", async () => {
    expect(await hall.founder.get("own-way")).toEqual({ votesFrom: expect.any(Number) });
    const token = await (seats.guest as Seat).token();
    const guest = await ask(`${server.url}/api/bodies/${hall.body}/own-way`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect([guest.status, guest.json.code]).toEqual([404, "guest-no-way"]);
    expect(guest.json.sentence).toContain("ask a member to invite you");
  });

  it("R-3: a field too many is named, in every kind that takes none", async () => {
    for (const kind of ["leave.undo", "greet.draw", "rest.here"]) {
      const done = await hall.founder.put(kind as never, { colour: 1 });
      expect(done).toMatchObject({ ok: false, rule: "R-3", code: "unknown-field", facts: { field: "colour" } });
    }
  });

  it("API-1: a filter or a value that a list doesn't know is refused with those that there are", async () => {
    const token = await hall.founder.token();
    const get = (path: string) =>
      ask(`${server.url}/api/bodies/${hall.body}/${path}`, { headers: { Authorization: `Bearer ${token}` } });
    const lists = paths.filter((path) =>
      described[`/api/bodies/{body}/${path}`]?.get?.parameters?.some(
        (p) => p.in === "query" && ["q", "before"].includes(p.name),
      ),
    );
    expect(lists.length).toBeGreaterThan(10);
    for (const path of lists)
      for (const field of ["status", "kind", "way", "when", "unheard"]) {
        const { status, json } = await get(`${path}?${field}=bogus`);
        expect([path, field, status, json.rule]).toEqual([path, field, 400, "API-1"]);
        expect(json.facts.values, path).toMatch(/\w/);
      }
    const refused = await get("new-keys?status=bogus");
    expect(refused.json.sentence).toBe(
      "There is no such value of “status”. Choose one of these: waits, coming, terms, off. (rule\u00a0API-1)",
    );
    // Those that there are pass.
    for (const path of ["new-keys.csv?status=terms", "roll?status=waiting", "motions?kind=all&status=open"])
      expect([path, (await get(path)).status]).toEqual([path, 200]);
  });
});
