/**
 * Voice isn't volume, over HTTP (N rules): what guests and other members are given to read of positions, who fills
 * the record keeper's room, names as pages show them, and pages that stay small whatever is in the record.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KINDS } from "@nabat/body";
import { bundleReader, check, type Tools } from "@nabat/body/checker/mod.ts";
import { bundleFromStore, Follower, heldGrades, openBundle, openUrl, remoteOf } from "@nabat/exchange";
import { cast, invite, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import { newKeysFor } from "@nabat/exchange/client/keys.ts";
import { gather } from "@nabat/exchange/client/text.ts";
import { type BodyId, toHex } from "@nabat/kernel";
import { sha256, verify } from "@nabat/platform";
import { GRADES } from "@nabat/record";
import { storedEvidence } from "@nabat/clerk/evidence.ts";
import { loadRecord } from "@nabat/clerk/load.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  assembly,
  atServer,
  bring,
  DAY,
  type Hall,
  type Here,
  HOUR,
  positionFor,
  type Put,
  send,
  serverHere,
  signed,
} from "./hall.ts";

const folder = mkdtempSync(join(tmpdir(), "nabat-voice-"));
const tools: Tools = { kinds: KINDS, sha256, read: bundleReader(sha256, verify), verify };
const undo: (() => Promise<unknown>)[] = [() => Promise.resolve(rmSync(folder, { recursive: true, force: true }))];
afterAll(async () => {
  while (undo.length > 0) await undo.pop()?.();
});

async function here(settings: object = {}): Promise<Here> {
  const server = await serverHere(settings as never);
  undo.push(() => server.close());
  return server;
}

const guestOf = async (hall: Hall, name: string, by = hall.founder): Promise<Seat> =>
  hall.client.join(hall.client.person(name), await invite(by, "guest", Date.now() + DAY, true));

/** A page as this person sees it. */
async function pageOf(server: Here, seat: Seat, path: string) {
  return ask(`${server.url}/b/${seat.body}${path}`, {
    headers: { Cookie: `nabat_${seat.body.slice(0, 16)}=${await seat.token()}` },
  });
}

async function apiOf(server: Here, seat: Seat, path: string) {
  return ask(`${server.url}/api/bodies/${seat.body}/${path}`, {
    headers: { Authorization: `Bearer ${await seat.token()}` },
  });
}

async function exported(server: Here, seat: Seat, name: string): Promise<{ path: string; bytes: Buffer }> {
  const answer = await fetch(`${server.url}/api/bodies/${seat.body}/export`, {
    headers: { Authorization: `Bearer ${await seat.token()}` },
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { path, bytes };
}

async function verdictOf(path: string) {
  const open = await openBundle(path);
  try {
    return (await check(open.source, tools)).verdict;
  } finally {
    await open.close();
  }
}

describe("who reads positions by name (N-11)", () => {
  let server: Here;
  let hall: Hall;
  let guest: Seat;
  let put: Put;
  const openings = new Map<Seat, string>();

  beforeAll(async () => {
    server = await here();
    hall = await assembly(server.url, 4);
    atServer(server.url, ...hall.seats);
    guest = await guestOf(hall, "Gil");
    put = await bring(hall, { type: "text" }, "Water for all");
    for (const seat of hall.seats.slice(0, 3)) {
      const { data, attachments } = gather(await positionFor(seat, put, "against"));
      const act = await signed(seat, "vote.cast", data as object);
      expect((await send(server.url, hall.body, act.text, attachments)).status).toBe(201);
      openings.set(seat, (data as { opening: { hash: string } }).opening.hash);
    }
  }, 240_000);

  const theirs = async (seat: Seat) =>
    Promise.all([...openings.values()].map(async (hash) => (await apiOf(server, seat, `attachments/${hash}`)).status));
  const guestTries = async () => {
    const paths = ["entries", "entries.csv", "roll", "export", `votes/${put.vote}/casts`, `votes/${put.vote}/result`];
    for (const path of paths) expect([path, (await apiOf(server, guest, path)).status]).toEqual([path, 403]);
    const view = await apiOf(server, guest, `votes/${put.vote}`);
    expect([view.status, view.json.positions]).toEqual([200, undefined]);
    const csv = await pageOf(server, guest, `/votes/${put.vote}.csv`);
    const page = await pageOf(server, guest, `/votes/${put.vote}`);
    expect(page.status).toBe(200);
    for (const { member } of hall.seats)
      expect([csv.text.includes(member), page.text.includes(member)]).toEqual([false, false]);
    expect(await theirs(guest)).toEqual([403, 403, 403]);
  };

  it("while the vote is open its author reads their own, nobody another's, by no way", async () => {
    await guestTries();
    expect(await theirs(hall.founder)).toEqual([200, 403, 403]);
    expect(await theirs(hall.seats[3] as Seat)).toEqual([403, 403, 403]);
    expect((await apiOf(server, hall.founder, `votes/${put.vote}`)).json.positions).toBeUndefined();
    const refused = await apiOf(server, hall.founder, `attachments/${openings.get(hall.seats[1] as Seat)}`);
    expect([refused.json.rule, refused.json.sentence]).toEqual(["N-11", expect.stringMatching(/position/)]);
    // An export of this moment verifies: what was never given is no fault.
    const { path } = await exported(server, hall.founder, "open.tar");
    const verdict = await verdictOf(path);
    expect(verdict.ok && verdict.summary.attachments.unread).toBe(2);
    const online = await openUrl({ ...remoteOf(`${server.url}/b/${hall.body}`), token: await hall.founder.token() });
    expect((await check(online.source, tools)).verdict.ok).toBe(true);
  });

  it("R-16: nobody makes another's position a text of their own by its hash", async () => {
    const [first] = hall.seats as [Seat];
    const hash = openings.get(hall.seats[1] as Seat);
    for (const seat of [guest, first]) {
      atServer(server.url, seat);
      const text = { hash, grade: "members", media: "text/plain", size: 90 };
      const act = await signed(seat, "say", { about: hall.body, text });
      const said = await send(server.url, hall.body, act.text);
      expect([said.status, said.json.rule]).toEqual([422, "R-16"]);
    }
  });

  it("once the result is declared members read them, guests still don't, and a copy has them then too", async () => {
    const copy = await here();
    const { store } = copy.database;
    const follower = new Follower({
      sha256,
      store,
      key: copy.running.clerk.key as never,
      now: Date.now,
      holder: "voice",
      load: (body) => loadRecord(store, body, sha256, storedEvidence),
      grown: (body) => copy.running.clerk.forget(body),
    });
    await hall.founder.act("copy", { key: copy.running.clerk.key.key }).catch(() => undefined);
    const held = async () => {
      const rows = await store.attachments.getMany(hall.body as BodyId, [...openings.values()] as never);
      return [...rows.values()].filter((r) => r.bytes).length;
    };
    await follower.follow(server.url, hall.body as BodyId);
    expect([(await store.ledger.head(hall.body as BodyId))?.role, await held()]).toEqual(["copy", 0]);

    await cast(
      hall.seats[3] as Seat,
      { vote: put.vote, version: put.version, mode: "name", boxes: [] } as never,
      "for",
    );
    await hall.founder.act("result", await hall.founder.get(`votes/${put.vote}/result`));
    await guestTries();
    expect(await theirs(hall.seats[3] as Seat)).toEqual([200, 200, 200]);
    const view = await apiOf(server, hall.founder, `votes/${put.vote}`);
    expect(view.json.positions).toHaveLength(4);
    await follower.round(hall.body as BodyId, server.url);
    expect(await held()).toBe(3);
    // What the copy carries away verifies, and a server could be restored from it.
    const head = await store.ledger.head(hall.body as BodyId);
    const kept = await store.ledger.checkpoint(hall.body as BodyId);
    const size = head?.size ?? 0;
    const grades = await heldGrades(sha256, store, hall.body as BodyId, size);
    const pieces = bundleFromStore({
      ...{ sha256, store, body: hall.body as BodyId, size, root: toHex(head?.root ?? new Uint8Array()) as never },
      ...{ checkpoint: kept?.note ?? new Uint8Array(), grades, read: GRADES, made: 1 },
      clerkKeys: [{ epoch: 0, key: server.running.clerk.key.key }],
    });
    const file = join(folder, "copy.tar");
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece.slice());
    writeFileSync(file, Buffer.concat(all));
    const restored = await verdictOf(file);
    expect(restored.ok ? restored.summary.results.recomputed : restored.fault.refusal).toBe(1);
    const { path } = await exported(server, hall.founder, "declared.tar");
    const verdict = await verdictOf(path);
    expect(verdict.ok && verdict.summary.results.recomputed).toBe(1);
  }, 120_000);
});

describe("who is given sealed positions (N-11, R-46, R-48)", () => {
  it("a member's export holds their own and those that they count; one of these that is missing is named", async () => {
    const server = await here();
    const hall = await assembly(server.url, 6, { mode: "count" });
    const [ana, teller, bo, cem] = hall.seats as [Seat, Seat, Seat, Seat];
    const text = ana.text("A bench");
    const { id: motion } = await ana.act("move", { title: ana.text("Bench"), text, subject: { type: "text" } });
    const version = text.ref.hash;
    await cem.act("second", { motion });
    server.wait(25 * HOUR);
    const now = Date.now() + 25 * HOUR;
    const { id: vote } = await ana.act("vote.open", {
      motion,
      version,
      mode: "count",
      closes: now + 100 * HOUR,
      tellers: [teller.member],
    });
    server.wait(12 * HOUR + 60_000);
    for (const seat of [ana, bo, cem])
      expect(
        (await cast(seat, { vote, version, mode: "count", boxes: [teller.device.box.box] } as never, "for")).ok,
      ).toBe(true);
    const sealed = async (seat: Seat, name: string) => {
      const { path, bytes } = await exported(server, seat, name);
      const verdict = await verdictOf(path);
      expect(verdict.ok ? "holds" : verdict.fault.refusal).toBe("holds");
      return { bytes, unread: verdict.ok ? verdict.summary.attachments.unread : -1 };
    };
    const own = await sealed(bo, "bo.tar");
    expect([own.unread, (await sealed(teller, "teller.tar")).unread]).toEqual([2, 0]);
    expect((await sealed(hall.seats[4] as Seat, "other.tar")).unread).toBe(3);
    const casts = await bo.get<{ entries: { act: { by: string; data: { opening: { hash: string } } } }[] }>(
      `entries?kind=vote.cast&about=${vote}`,
    );
    const statuses = async (seat: Seat) =>
      Object.fromEntries(
        await Promise.all(
          casts.entries.map(async ({ act }) => [
            act.by === bo.member ? "bo" : act.by === ana.member ? "ana" : "cem",
            (await apiOf(server, seat, `attachments/${act.data.opening.hash}`)).status,
          ]),
        ),
      );
    expect(await statuses(bo)).toEqual({ ana: 403, bo: 200, cem: 403 });
    expect(await statuses(teller)).toEqual({ ana: 200, bo: 200, cem: 200 });
    // Her own that isn't there: promised, and named.
    const mine = casts.entries.find(({ act }) => act.by === bo.member)?.act.data.opening.hash as string;
    const at = own.bytes.indexOf(`attachments/${mine}`);
    const size = Number.parseInt(own.bytes.subarray(at + 124, at + 135).toString(), 8);
    const end = at + 512 + Math.ceil(size / 512) * 512;
    const less = join(folder, "less.tar");
    writeFileSync(less, Buffer.concat([own.bytes.subarray(0, at), own.bytes.subarray(end)]));
    const verdict = await verdictOf(less);
    expect(verdict.ok ? "holds" : [verdict.fault.refusal.rule, verdict.fault.refusal.facts["hash"]]).toEqual([
      "R-47",
      mine,
    ]);
    // Keys that two others bring in for her aren't the author yet: their copy is nobody's, and holds. Her phone reads on.
    const keys = { ...hall.client.person("Bo").keysFor(bo.keys.nonce), member: bo.member };
    await newKeysFor(ana, cem, bo.member, keys);
    server.wait(73 * HOUR);
    const theirs = await hall.client.seat(bo.body, keys);
    expect((await sealed(theirs, "theirs.tar")).unread).toBe(3);
    expect(await statuses(theirs)).toEqual({ ana: 403, bo: 403, cem: 403 });
    expect(await statuses(bo)).toEqual({ ana: 403, bo: 200, cem: 403 });
  }, 240_000);
});

describe("the record keeper's room (N-6, C-2)", () => {
  it("a guest fills what guests have; members' votes, motions, objections and erasures go in at the first try", async () => {
    const server = await here({ quotaBytes: 40_000 });
    const hall = await assembly(server.url, 4);
    const [ana, bo] = hall.seats as [Seat, Seat];
    const guest = await guestOf(hall, "Gil");
    const say = (by: Seat, bytes: number, n: number) =>
      by.put("say", { about: hall.body, text: by.text(`${n} ${"x".repeat(bytes - 4)}`) });
    let last = await say(guest, 3_900, 0);
    for (let n = 1; n < 20 && last.ok; n++) last = await say(guest, 3_900, n);
    expect(last.ok ? "entered" : `${last.rule} ${last.code}`).toBe("C-2 no-room-for-guests");
    // Others may still join as guests only where there is room for a name: it is guests' room that is used up.
    expect((await say(ana, 3_000, 1)).ok).toBe(true);
    // A member fills the rest, but for what is kept.
    let full = await say(bo, 4_000, 0);
    for (let n = 1; n < 20 && full.ok; n++) full = await say(bo, 4_000, n);
    expect(full.ok ? "entered" : `${full.rule} ${full.code}`).toBe("C-2 room-kept");
    const put = await bring(hall, { type: "text" }, "Water");
    for (const seat of hall.seats)
      expect(
        (await cast(seat, { vote: put.vote, version: put.version, mode: "name", boxes: [] } as never, "for")).ok,
      ).toBe(true);
    await ana.act("result", await ana.get(`votes/${put.vote}/result`));
    const minority = await bo.put("minority", { motion: put.motion, text: bo.text("I don't agree.") });
    expect(minority.ok).toBe(true);
    const call = { title: bo.text("Meeting"), reason: bo.text("Room"), type: "decide", starts: Date.now() + 9 * DAY };
    expect((await bo.put("meeting.call", call)).ok).toBe(true);
    // Erasing brings nothing in, and makes room.
    const { entries } = await bo.get<{ entries: { act: { data: { text: { hash: string } } } }[] }>(
      `entries?kind=say&by=${bo.member}`,
    );
    await bo.act("erase", { attachments: entries.slice(0, 3).map((e) => e.act.data.text.hash) });
    expect((await say(bo, 4_000, 77)).ok).toBe(true);
  }, 240_000);
});

describe("guests of one member (N-6, C-2)", () => {
  it("they don't use up what other members' guests have, nor keep anybody from coming in, also when all else is full", async () => {
    const server = await here({ quotaBytes: 400_000 });
    const hall = await assembly(server.url, 4);
    const [ana, bo, col] = hall.seats as [Seat, Seat, Seat];
    const said = (r: { ok: boolean; rule?: string; code?: string }) => (r.ok ? "entered" : `${r.rule} ${r.code}`);
    const say = async (by: Seat, bytes: number) => {
      const text = by.text("x".repeat(bytes - 20) + String(Math.random()).slice(0, 18));
      return said((await by.put("say", { about: hall.body, text })) as never);
    };
    const theirs: Seat[] = [];
    for (let n = 0; n < 6; n++) theirs.push(await guestOf(hall, `puppet ${n}`, col));
    const answers = new Set<string>();
    for (let bytes = 4_000; bytes >= 60; bytes = Math.floor(bytes / 2))
      for (const puppet of theirs)
        for (let n = 0, more = true; more && n < 20; n++) {
          const answer = await say(puppet, bytes);
          answers.add(answer);
          more = answer === "entered";
        }
    expect(answers).toContain("C-2 no-room-for-guests");
    // Bo's guest comes in and speaks, as often as other guests do.
    const gil = await guestOf(hall, "Gil", bo);
    for (const bytes of [4_000, 1_000]) expect(await say(gil, bytes)).toBe("entered");
    // Members fill the rest; even then who is invited comes in, as guest and as member.
    for (let bytes = 19_000; bytes >= 60; bytes = Math.floor(bytes / 2))
      for (let more = true; more;) more = (await say(col, bytes)) === "entered";
    expect(await say(ana, 500)).toBe("C-2 room-kept");
    const fay = await guestOf(hall, "Fay", bo);
    const hua = hall.client.person("Hua");
    await hall.client.join(hua, await invite(ana, "member", Date.now() + DAY, false));
    expect(fay.member).not.toBe(gil.member);
    // But not in any number: one member's newcomers have one member's share of it.
    let last = "entered";
    for (let n = 0; n < 90 && last === "entered"; n++)
      last = await guestOf(hall, `${"p".repeat(70)}${n}`, col).then(
        () => "entered",
        (error: unknown) => String(error),
      );
    expect(last).toContain("C-2");
    await guestOf(hall, "Ida", ana);
  }, 240_000);
});

describe("what is kept of the room (C-2, N-6)", () => {
  it("two members fill the room with motions, revisions and minority statements; the others vote, move and object all the same", async () => {
    const server = await here({ quotaBytes: 400_000 });
    const hall = await assembly(server.url, 5);
    atServer(server.url, ...hall.seats);
    const [ana, bo, cem, one, two] = hall.seats as [Seat, Seat, Seat, Seat, Seat];
    const put = await bring(hall, { type: "text" }, "Water");
    const said = (r: { ok: boolean; rule?: string; code?: string }) => (r.ok ? "entered" : `${r.rule} ${r.code}`);
    const fill = async (by: Seat, size: number) => {
      const text = () => by.text("x".repeat(size - 20) + String(Math.random()).slice(0, 18));
      const moved = await by.put("move", { title: by.text("B"), text: text(), subject: { type: "text" } });
      const minor = await by.put("minority", { motion: put.motion, text: text() });
      return [said(moved as never), said(minor as never)];
    };
    // To the last byte that is to be had.
    const answers = new Set<string>();
    for (let size = 90_000; size >= 60; size = Math.floor(size / 2))
      for (let again = true; again;) {
        const got = [...(await fill(one, size)), ...(await fill(two, size))];
        for (const a of got) answers.add(a);
        again = got.includes("entered");
      }
    expect(answers).toContain("C-2 room-share");
    expect(said((await ana.put("say", { about: hall.body, text: ana.text("Stop this.") })) as never)).toBe(
      "C-2 room-kept",
    );
    // Everybody else moves, objects and calls, each to their share.
    for (const seat of [ana, bo, cem]) {
      const title = seat.text("Mine");
      const moved = await seat.put("move", { title, text: seat.text("y".repeat(3_000)), subject: { type: "text" } });
      expect(said(moved as never)).toBe("entered");
      expect(said((await seat.put("minority", { motion: put.motion, text: seat.text("No.") })) as never)).toBe(
        "entered",
      );
    }
    const call = { title: bo.text("Meeting"), reason: bo.text("Room"), type: "decide", starts: Date.now() + 9 * DAY };
    expect(said((await bo.put("meeting.call", call)) as never)).toBe("entered");
    // And everybody votes, the two as well.
    for (const seat of hall.seats)
      expect(
        said(
          (await cast(
            seat,
            { vote: put.vote, version: put.version, mode: "name", boxes: [] } as never,
            "for",
          )) as never,
        ),
      ).toBe("entered");
    // A server that starts again counts the same; what is erased is anybody's room again.
    await server.running.clerk.forget(hall.body as never);
    expect((await fill(one, 3_000)).every((a) => a === "C-2 room-share")).toBe(true);
    expect(
      said(
        (await cem.put("move", {
          title: cem.text("M"),
          text: cem.text("z".repeat(900)),
          subject: { type: "text" },
        })) as never,
      ),
    ).toBe("entered");
  }, 300_000);
});

async function rename(who: Hall["founder"], name: string): Promise<string> {
  const done = await who.put("rename", { name: textOf(nodeTools, name) });
  return done.ok ? "entered" : `${done.rule} ${done.code}`;
}

describe("names, titles and long texts (N-1, N-2, N-3, N-10)", () => {
  let server: Here;
  let hall: Hall;
  beforeAll(async () => {
    server = await here();
    hall = await assembly(server.url, 5);
  }, 240_000);

  it("N-1, N-2: names and titles are checked where their bytes are", async () => {
    const ana = hall.founder;
    const to = (name: string) => rename(ana, name);
    expect(await to("\u202eanA")).toBe("N-1 unseen-characters");
    expect(await to("\u200b")).toBe("N-1 unseen-characters");
    expect(await to("  ")).toBe("N-1 nothing-to-read");
    expect(await to("a".repeat(81))).toBe("N-1 too-long");
    expect(await to("a".repeat(1_000_000))).toBe("N-1 too-long");
    const title = await ana.put("move", { title: ana.text("a\nb"), text: ana.text("x"), subject: { type: "text" } });
    expect(title.ok ? "" : title.rule).toBe("N-2");
    // Nor by naming what was brought in as something else.
    const said = ana.text("Ana\u200b said so");
    await ana.act("say", { about: hall.body, text: said });
    atServer(server.url, ana);
    const act = await signed(ana, "rename", { name: said.ref });
    expect((await send(server.url, hall.body, act.text)).json.rule).toBe("N-1");
  });

  it("N-3: so are remarks: empty ones, ones of nothing that can be seen, ones that turn the writing round", async () => {
    const ana = hall.founder;
    const say = async (text: string) => {
      const done = await ana.put("say", { about: hall.body, text: ana.text(text) });
      return done.ok ? "entered" : `${done.rule} ${done.code}`;
    };
    expect(await say("")).toBe("N-3 nothing-to-read");
    expect(await say("\u200b\u3164")).toBe("N-3 nothing-to-read");
    expect(await say("\u202eoob dias anA")).toBe("N-3 turns-the-writing");
    expect(await say("👍🏽 مرحبا\u200f!")).toBe("entered");
    expect(await rename(ana, "Ana № 1")).toBe("N-1 not-in-names");
  });

  it("N-10: a guest called like Ana, in whatever letters, is told from her everywhere; two real Anas too", async () => {
    const { id: motion } = await hall.founder.act("move", {
      title: hall.founder.text("Bicycles"),
      text: hall.founder.text("They stand outside."),
      subject: { type: "text" },
    });
    for (const [n, name] of ["ana", "\u0410n\u0430", "A n a"].entries()) {
      const guest = await guestOf(hall, name, hall.seats[n]);
      await guest.act("say", { about: motion, text: guest.text(`I am ${n}`) });
    }
    await hall.founder.act("say", { about: motion, text: hall.founder.text("And I am Ana") });
    const page = await pageOf(server, hall.seats[3] as Seat, `/motions/${motion}`);
    const plain = page.text.replace(/<[^>]*>/g, "").replaceAll("\u00A0", " ");
    expect(plain).toContain("Ana #1");
    for (const shown of ["ana #6 (guest)", "\u0410n\u0430 #7 (guest)", "A n a #8 (guest)"])
      expect(plain).toContain(shown);
    const csv = await apiOf(server, hall.seats[3] as Seat, "roll.csv");
    expect(csv.text).toContain("Ana #1");
    expect((await pageOf(server, hall.seats[3] as Seat, "/members")).text).toContain("Ana\u00A0#1");
    expect((await apiOf(server, hall.seats[3] as Seat, `motions/${motion}`)).json.mover.name).toBe("Ana #1");
    expect(plain).not.toContain("M2 #");
  });

  it("N-3: no page is over a megabyte, whatever is in the record; what is cut leads to the whole", async () => {
    const ana = hall.founder;
    const long = `begin ${"&<\u4e00 ".repeat(16_000)} the very end`;
    const text = ana.text(long);
    const { id: motion } = await ana.act("move", { title: ana.text("Long"), text, subject: { type: "text" } });
    for (let n = 0; n < 12; n++) await ana.act("revise", { motion, text: ana.text(`${n} ${long}`) });
    for (const seat of hall.seats)
      for (let n = 0; n < 20; n++)
        await seat.act("say", { about: motion, text: seat.text(`${n} ${"<&\u4e00".repeat(3_900)}`) });
    for (const path of [`/motions/${motion}`, `/motions/${motion}?all=1`, "/motions", "/entries", ""]) {
      const page = await pageOf(server, hall.seats[1] as Seat, path);
      expect([path, page.status]).toEqual([path, 200]);
      expect([path, Buffer.byteLength(page.text) < 1_000_000]).toEqual([path, true]);
    }
    const page = await pageOf(server, hall.seats[1] as Seat, `/motions/${motion}`);
    const [first] = /\/texts\/[0-9a-f]{64}/.exec(page.text) ?? [];
    expect(first).toBeDefined();
    let at = first as string;
    let read = "";
    for (let n = 0; n < 20 && at; n++) {
      const piece = await pageOf(server, hall.seats[1] as Seat, at);
      expect(Buffer.byteLength(piece.text)).toBeLessThan(1_000_000);
      read += piece.text;
      at = /href="[^"]*(\/texts\/[0-9a-f]{64}\?from=\d+)"/.exec(piece.text)?.[1] ?? "";
    }
    expect(read).toContain("the very end");
  }, 240_000);
});

describe("the end of a guest's stay (N-8)", () => {
  it("the guest reads the ground and the reasons, appeals on their own page, and reads nothing else", async () => {
    const server = await here();
    const hall = await assembly(server.url, 4);
    const guest = await guestOf(hall, "Gil", hall.seats[1]);
    await guest.token();
    const put = await bring(
      hall,
      { type: "guest-stay", member: guest.member, ground: "flood" },
      "A thousand remarks in one night",
    );
    const own = async (): Promise<string[]> =>
      (await apiOf(server, guest, "mine")).json.items.map((i: { what: string }) => i.what);
    expect(await own()).toEqual(["stay-moved"]);
    expect((await pageOf(server, guest, "")).text).toContain("A motion would end your stay here");
    for (const seat of hall.seats)
      await cast(seat, { vote: put.vote, version: put.version, mode: "name", boxes: [] } as never, "for");
    await hall.founder.act("result", await hall.founder.get(`votes/${put.vote}/result`));
    const home = await pageOf(server, guest, "");
    expect(await own()).toEqual(["stay-ended"]);
    const list = await pageOf(server, hall.seats[2] as Seat, "/members?status=left");
    expect(list.text).toContain("stay ended by decision");
    expect(home.text).toContain(`/b/${hall.body}/stay`);
    const stay = await pageOf(server, guest, "/stay");
    expect(stay.text).toContain("A thousand remarks in one night");
    expect(stay.text).toContain('data-act="stay.appeal"');
    expect((await pageOf(server, guest, "/motions")).status).toBe(403);
    const said = await guest.put("say", { about: hall.body, text: guest.text("but") });
    expect(said).toMatchObject({ ok: false, rule: "M-16", code: "stay-ended" });
    await guest.act("stay.appeal", { text: guest.text("My sister wrote these.") });
    const mine = await apiOf(server, hall.seats[2] as Seat, "mine");
    expect(mine.json.items.map((i: { what: string }) => i.what)).toContain("stay-appeal");
    const theirs = await pageOf(server, hall.seats[2] as Seat, `/guests/${guest.member}`);
    expect(theirs.text).toContain("My sister wrote these.");
    expect(theirs.text).not.toMatch(/\(left\)|Still until/);
    expect((await pageOf(server, guest, "/stay")).text).toMatch(/Your appeal stands.*any of them can move/s);
    expect(theirs.text).toContain("subject=stay-again");
  }, 240_000);
});
