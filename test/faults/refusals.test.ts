/**
 * What a record keeper is sent that it must not enter, through HTTP as anyone can send it: forged,
 * altered, repeated, wrongly addressed, too large, in another form, by people who may not. Each answer
 * names its rule and says it in a sentence, and the record stands as before.
 */
import { toHex, utf8 } from "@nabat/kernel";
import {
  createClient,
  gather,
  grantOf,
  invite,
  newDevice,
  nodeTools,
  type Seat,
  signAct,
  textOf,
} from "@nabat/exchange/client/mod.ts";
import { sha256, verifyRaw } from "@nabat/platform";
import { fromMultikey, prepare, withProof } from "@nabat/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Hall,
  ask,
  assembly,
  atServer,
  bring,
  DAY,
  HOUR,
  positionFor,
  post,
  type Said,
  send,
  serverHere,
  signed,
} from "./hall.ts";

let server: Awaited<ReturnType<typeof serverHere>>;
let hall: Hall;
let ana: Seat;
let about: string;

beforeAll(async () => {
  server = await serverHere();
  hall = await assembly(server.url, 4);
  ana = hall.founder;
  atServer(server.url, ...hall.seats);
  about = (
    await ana.act("move", { title: ana.text("A tree"), text: ana.text("We plant one."), subject: { type: "text" } })
  ).id;
}, 240_000);
afterAll(() => server?.close());

const words = (text: string) => gather({ text: textOf(nodeTools, text) });
const size = async () => (await ask(`${server.url}/api/bodies/${hall.body}`)).json.size as number;

/** Rule and code, with the sentence there and the rule named in it. */
function told(said: Said): string {
  expect([said.text, typeof said.json?.sentence]).toEqual([said.text, "string"]);
  expect(said.json.sentence.length).toBeGreaterThan(20);
  expect(said.json.sentence).toContain(said.json.rule);
  return `${said.status} ${said.json.rule} ${said.json.code}`;
}

/** The record is as long as before `work`. */
async function unmoved(work: () => Promise<void>): Promise<void> {
  const before = await size();
  await work();
  expect(await size()).toBe(before);
}

const say = async (text = "A word.", change = {}, seat = ana) => {
  const { data, attachments } = words(text);
  return { ...(await signed(seat, "say", { about, ...(data as object) }, change)), attachments };
};

describe("acts that aren't what was signed", () => {
  it("R-6: forged by another's key, or altered by a character", () =>
    unmoved(async () => {
      const good = await say();
      const mallory = nodeTools.signer(nodeTools.random(32));
      const { proof: _, ...act } = JSON.parse(good.text);
      const own = await signAct(nodeTools, act, mallory);
      // Mallory's signature under Ana's key's name.
      const bytes = await mallory.sign(new Uint8Array(64));
      const forged = JSON.stringify(withProof(act, ana.device.signer.key, bytes));
      expect(told(await send(server.url, hall.body, sorted(forged), good.attachments))).toBe("422 R-6 bad-signature");
      expect(told(await send(server.url, hall.body, own.text, good.attachments))).toBe("422 K-1 unknown-key");
      const altered = good.text.replace(/"at":\d+/, '"at":1');
      expect(told(await send(server.url, hall.body, altered, good.attachments))).toBe("422 R-6 bad-signature");
    }));

  it("R-1, R-2: bytes that aren't their own canonical form: duplicate keys, -0, 1e3, lone surrogates, spaces", () =>
    unmoved(async () => {
      const { text, attachments } = await say();
      const bad: [string, string][] = [
        [text.replace(/^\{"about|^\{/, '{"v":1,'), "400 R-1 not-canonical"],
        [text.replace(/"seq":\d+/, '"seq":-0'), "400 R-2 not-restricted"],
        [text.replace(/"seq":\d+/, '"seq":1e3'), "400 R-1 not-canonical"],
        [text.replace(/"seq":\d+/, '"seq":1.5'), "400 R-2 not-restricted"],
        [text.replace('"kind":"say"', '"kind":"s\\ud800y"'), "400 R-2 not-restricted"],
        [`${text} `, "400 R-1 not-canonical"],
        [text.slice(0, -1), "400 R-1 not-json"],
        [`[${text}]`, "400 R-3"],
      ];
      for (const [sent, expected] of bad) {
        const answer = told(await send(server.url, hall.body, sent, attachments));
        expect([sent.slice(0, 40), answer.slice(0, expected.length)]).toEqual([sent.slice(0, 40), expected]);
        // Sent bare, without JSON around it, it fares the same.
        const bare = await ask(`${server.url}/api/bodies/${hall.body}/acts`, {
          method: "POST",
          headers: { "Content-Type": "application/vnd.nabat.act+json" },
          body: sent,
        });
        expect(bare.status).toBe(400);
      }
    }));

  it("R-8, R-19: the same act sent again, one after the other or at once, gets the same receipt; another of that number is refused", async () => {
    const act = await say("Said once.");
    const at = await size();
    const [first, twin] = await Promise.all([
      send(server.url, hall.body, act.text, act.attachments),
      send(server.url, hall.body, act.text, act.attachments),
    ]);
    expect([first.status, twin.status, twin.text]).toEqual([201, 201, first.text]);
    const again = await send(server.url, hall.body, act.text, act.attachments);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(await size()).toBe(at + 1);
    const receipt = prepare(sha256, first.json);
    if (!receipt.ok) throw new Error(receipt.code);
    expect(first.json).toMatchObject({ receipt: "entered", index: at, act: act.id });
    expect(receipt.value.key).toBe(server.running.clerk.key.key);
    expect(verifyRaw(fromMultikey(receipt.value.key), receipt.value.message, receipt.value.signature)).toBe(true);
    const { seq } = JSON.parse(act.text);
    const other = await say("Said instead.", { seq });
    const refused = await send(server.url, hall.body, other.text, other.attachments);
    expect(told(refused)).toBe("422 R-8 entered-already");
    expect(refused.json.receipt).toMatchObject({ receipt: "refused", act: other.id, refusal: { rule: "R-8" } });
    const gap = await say("Said too early.", { seq: seq + 2 });
    expect(told(await send(server.url, hall.body, gap.text, gap.attachments))).toBe("422 R-8 gap");
  });

  it("R-7: addressed to another body, or of a kind that no rule knows; API-3: a body that isn't kept here", async () => {
    const other = await assembly(server.url, 1, { adopt: false });
    const act = await say("For the hill.");
    expect(told(await send(server.url, other.body, act.text, act.attachments))).toBe("422 R-7 another-body");
    const decree = await signed(ana, "rule.by.decree", {});
    expect(told(await send(server.url, hall.body, decree.text))).toBe("422 R-7 unknown-kind");
    expect(told(await send(server.url, "0".repeat(64), act.text, act.attachments))).toBe("404 API-3 no-such-body");
    expect(told(await ask(`${server.url}/api/nowhere`))).toBe("404 API-3 no-such-address");
  });

  it("R-9: over a record that never was, or one that isn't yet", () =>
    unmoved(async () => {
      const forked = await say("Over a fork.", { saw: { size: 2, root: "ab".repeat(32) } });
      expect(told(await send(server.url, hall.body, forked.text, forked.attachments))).toBe("422 R-9 another-record");
      const early = await say("Over tomorrow.", { saw: { size: 10_000, root: "ab".repeat(32) } });
      expect(told(await send(server.url, hall.body, early.text, early.attachments))).toBe("422 R-9 saw-the-future");
    }));

  it("R-4: too large an act (413), and a request that no act can need", () =>
    unmoved(async () => {
      const long = await signed(ana, "say", {
        about,
        text: { ...(words("x").data as { text: object }).text, media: "x".repeat(9000) },
      });
      expect(told(await send(server.url, hall.body, long.text))).toBe("413 R-4 too-large");
      const huge = await post(`${server.url}/api/bodies/${hall.body}/acts`, `{"act":"${"a".repeat(6_500_000)}"}`);
      expect(told(huge)).toBe("413 R-4 request-too-large");
      for (const path of ["/found/preview", "/witness/add-checkpoint", `/b/${hall.body}/motions`, "/api/bodies"])
        expect([path, (await ask(server.url + path, { method: "POST", body: "a".repeat(6_500_000) })).status]).toEqual([
          path,
          413,
        ]);
    }));
});

describe("what stands beside an act", () => {
  it("R-16: an attachment left out, another one, one that nobody named, a salt too short", () =>
    unmoved(async () => {
      const act = await say("With these words.");
      const foreign = words("Other words.").attachments;
      expect(told(await send(server.url, hall.body, act.text, []))).toBe("422 R-16 attachment-missing");
      expect(told(await send(server.url, hall.body, act.text, foreign))).toBe("422 R-16 attachment-not-named");
      expect(told(await send(server.url, hall.body, act.text, [...act.attachments, ...foreign]))).toBe(
        "422 R-16 attachment-not-named",
      );
      const [{ salt, bytes }] = act.attachments as [{ salt: string; bytes: string }];
      const split = Buffer.concat([Buffer.from(salt, "base64"), Buffer.from(bytes, "base64")]);
      const shifted = [
        { salt: split.subarray(0, 15).toString("base64"), bytes: split.subarray(15).toString("base64") },
      ];
      expect(told(await send(server.url, hall.body, act.text, shifted))).toBe("422 R-16 attachment-not-named");
    }));

  it("R-17: one over a megabyte, more than twenty", () =>
    unmoved(async () => {
      const { data, attachments } = words("y".repeat(1_000_001));
      const large = await signed(ana, "say", { about, ...(data as object) });
      expect((await send(server.url, hall.body, large.text, attachments)).status).toBeGreaterThanOrEqual(400);
      const act = await say();
      const many = Array.from({ length: 21 }, (_, n) => words(`text ${n}`).attachments[0]);
      expect((await send(server.url, hall.body, act.text, many)).status).toBe(400);
      const half = await Promise.all(
        Array.from({ length: 5 }, async (_, n) => words(`${n}`.repeat(900_000)).attachments[0]),
      );
      expect(told(await send(server.url, hall.body, act.text, half))).toMatch(/R-17|R-4/);
    }));

  it("R-18: what is called text must be text, without a zero", () =>
    unmoved(async () => {
      for (const bytes of [new Uint8Array([0xff, 0xfe, 0x41]), utf8("a\u0000b")]) {
        const { attach } = await import("@nabat/exchange/client/mod.ts");
        const { data, attachments } = gather({ about, text: attach(nodeTools, bytes, "members", "text/plain") });
        const act = await signed(ana, "say", data as object);
        expect(told(await send(server.url, hall.body, act.text, attachments))).toBe("422 R-18 not-text");
      }
    }));

  it("R-14: evidence that no rule asks for, or that is none", () =>
    unmoved(async () => {
      const act = await say();
      const answer = await send(server.url, hall.body, act.text, act.attachments, {
        evidence: Buffer.from("{}").toString("base64"),
      });
      expect(told(answer)).toMatch(/^422 (R-14|F-10|F-11)/);
    }));

  it("R-3, R-10: a field that its kind doesn't name; an entry as a whole isn't taken", () =>
    unmoved(async () => {
      const more = await signed(ana, "leave", { because: "of nothing" });
      expect(told(await send(server.url, hall.body, more.text))).toBe("422 R-3 unknown-field");
      const { text } = await say();
      expect(told(await send(server.url, hall.body, `{"act":${text},"at":1}`))).toMatch(/^400 R-3/);
    }));
});

describe("people who may not", () => {
  it("K-1, M-2: strangers; guests where members act", async () => {
    const client = createClient({ url: server.url, tools: nodeTools });
    const stranger = await client.seat(hall.body as never, client.person("Nobody").keysFor(ana.keys.nonce), "Nobody");
    atServer(server.url, stranger);
    const act = await say("Let me in.", {}, stranger);
    expect(told(await send(server.url, hall.body, act.text, act.attachments))).toBe("422 K-1 unknown-key");
    const guest = await client.join(client.person("Gast"), await invite(ana, "guest", Date.now() + DAY));
    const refused = await guest.put("sitting.open", {
      title: guest.text("Mine"),
      tellers: [ana.member, (hall.seats[1] as Seat).member],
    });
    expect(refused.ok ? "entered" : refused.rule).toBe("M-2");
  });

  it("K-2: a revoked device; its earlier acts stand. R-8: what ended its own key still gets its receipt", async () => {
    const seat = hall.seats[3] as Seat;
    const device = newDevice(nodeTools);
    await seat.act("device.add", await grantOf(seat.device.signer, seat.keys.nonce, device, seat.member));
    const data = words("From the second device.");
    const before = await signed(seat, "say", { about, ...(data.data as object) }, {}, device.signer);
    expect((await send(server.url, hall.body, before.text, data.attachments)).status).toBe(201);
    const end = await signed(seat, "device.end", { device: device.signer.key }, {}, device.signer);
    const ended = await send(server.url, hall.body, end.text);
    expect(ended.status).toBe(201);
    expect((await send(server.url, hall.body, end.text)).text).toBe(ended.text);
    const late = await signed(seat, "say", { about, ...(words("Too late.").data as object) }, {}, device.signer);
    expect(told(await send(server.url, hall.body, late.text, []))).toMatch(/^422 (K-2 key-ended|R-16)/);
    const bare = await signed(seat, "leave", {}, {}, device.signer);
    expect(told(await send(server.url, hall.body, bare.text))).toBe("422 K-2 key-ended");
  });

  it("M-16, K-10: who left writes no more and reads no more; leaving sent twice is left once", async () => {
    const client = createClient({ url: server.url, tools: nodeTools });
    const guest = await client.join(client.person("Kurz"), await invite(ana, "guest", Date.now() + DAY));
    atServer(server.url, guest);
    const { token } = { token: await guest.token() };
    const read = () =>
      ask(`${server.url}/api/bodies/${hall.body}/motions`, { headers: { Authorization: `Bearer ${token}` } });
    expect((await read()).status).toBe(200);
    const leave = await signed(guest, "leave", {});
    const left = await send(server.url, hall.body, leave.text);
    expect(left.status).toBe(201);
    expect((await send(server.url, hall.body, leave.text)).text).toBe(left.text);
    const word = await signed(guest, "say", { about, ...(words("Still here?").data as object) });
    expect(told(await send(server.url, hall.body, word.text, []))).toMatch(/^422 (M-16|K-2|R-16)/);
    const other = await signed(guest, "rename", gather({ name: textOf(nodeTools, "Back") }).data as object);
    expect(told(await send(server.url, hall.body, other.text))).toMatch(/^422 (M-16|K-2|R-16)/);
    expect(told(await read())).toBe("403 K-10 members-only");
  });

  it("K-10: a challenge serves once, for its body only, for a key of the body", async () => {
    const at = `${server.url}/api/bodies/${hall.body}/session`;
    const { challenge } = (await post(`${at}/challenge`, {})).json;
    const sign = async (seat: Seat, text: string) => toHex(await seat.device.signer.sign(utf8(text)));
    const key = ana.device.signer.key;
    const here = { at: server.url };
    const right = await sign(ana, `nabat read ${hall.body} ${server.url} ${challenge}`);
    const wrong = await post(at, {
      ...here,
      key,
      challenge,
      signature: await sign(ana, `nabat read ${"0".repeat(64)} ${server.url} ${challenge}`),
    });
    expect(told(wrong)).toBe("401 K-10 bad-signature");
    // It was spent by the wrong answer.
    expect(told(await post(at, { ...here, key, challenge, signature: right }))).toBe("401 K-10 challenge-gone");
    const second = (await post(`${at}/challenge`, {})).json.challenge;
    const stranger = nodeTools.signer(nodeTools.random(32));
    const signature = toHex(await stranger.sign(utf8(`nabat read ${hall.body} ${server.url} ${second}`)));
    expect(told(await post(at, { ...here, key: stranger.key, challenge: second, signature }))).toBe(
      "401 K-10 unknown-key",
    );
    for (const path of ["entries", "roll", "motions", "export", "mine", `acts/${about}`, "tile/entries/000.p/1"])
      expect([path, (await ask(`${server.url}/api/bodies/${hall.body}/${path}`)).status]).toEqual([path, 403]);
  });
});

describe("votes", () => {
  it("M-2, V-27, V-28, V-29: by who joined after the call, twice, on another version, after closing", async () => {
    const young = await assembly(server.url, 4);
    atServer(server.url, ...young.seats);
    const put = await bring(young, { type: "text" }, "We go on.");
    const [one, two, three, four] = young.seats as [Seat, Seat, Seat, Seat];
    const cast = async (seat: Seat, change: object = {}) => {
      const { data, attachments } = gather({ ...(await positionFor(seat, put)), ...change });
      const act = await signed(seat, "vote.cast", data as object);
      return send(server.url, young.body, act.text, attachments);
    };
    expect((await cast(one)).status).toBe(201);
    expect(told(await cast(one))).toBe("422 V-27 cast-already");
    expect(told(await cast(two, { version: "ab".repeat(32) }))).toBe("422 V-28 another-version");
    const late = await young.client.join(young.client.person("Late"), await invite(one, "member", Date.now() + DAY));
    atServer(server.url, late);
    expect(told(await cast(late))).toMatch(/^\d+ M-2 /);
    const secret = await positionFor(three, put);
    const copied = gather(secret);
    const first = await signed(three, "vote.cast", copied.data as object);
    expect((await send(server.url, young.body, first.text, copied.attachments)).status).toBe(201);
    // Somebody else's commitment, word for word.
    const stolen = await signed(four, "vote.cast", copied.data as object);
    expect(told(await send(server.url, young.body, stolen.text, copied.attachments))).toMatch(/^422 (V-27|E-6)/);
    server.wait(HOUR);
    expect(told(await cast(four))).toMatch(/^422 V-29/);
  });
});

/** JSON text with its keys in order, as canonical bytes have them. */
function sorted(text: string): string {
  const walk = (v: unknown): unknown =>
    Array.isArray(v)
      ? v.map(walk)
      : typeof v === "object" && v !== null
        ? Object.fromEntries(
            Object.entries(v)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([k, x]) => [k, walk(x)]),
          )
        : v;
  return JSON.stringify(walk(JSON.parse(text)));
}
