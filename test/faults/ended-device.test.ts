/**
 * A device that others' new keys ended, after it may object no longer (K-13): it signs in, reads nothing of the
 * group's, and is told what happened, by whom, and until when the sheet still says "That is not me". And what each
 * refusal of a session says of itself.
 */
import { newKeysFor, type Seat } from "@nabat/exchange/client/mod.ts";
import type { BodyId } from "@nabat/kernel";
import { readingBytes } from "@nabat/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, assembly, DAY, type Hall, type Here, post, serverHere } from "./hall.ts";

let server: Here;
let hall: Hall;
let ed: Seat;
beforeAll(async () => {
  server = await serverHere();
  hall = await assembly(server.url, 5, { names: ["Bo", "Di", "Gil", "Ed"] });
  ed = hall.seats[4] as Seat;
}, 240_000);
afterAll(() => server.close());

/** Signs in as this device by hand; `change`: what of the answer is bent. */
async function session(seat: Seat, change: Readonly<Record<string, string>> = {}) {
  const { signer } = seat.device;
  const at = `${server.url}/api/bodies/${hall.body}/session`;
  const { challenge } = (await post(`${at}/challenge`, {})).json;
  const said = readingBytes(hall.body as BodyId, server.url, change["challenge"] ?? challenge);
  const signature = Buffer.from(await signer.sign(said)).toString("hex");
  return post(at, { at: server.url, key: signer.key, challenge, signature, ...change });
}

const as = (token: string) => ({ headers: { Authorization: `Bearer ${token}`, "Accept-Language": "en" } });
const page = (token: string, path: string) =>
  ask(`${server.url}/b/${hall.body}${path}`, {
    headers: { Cookie: `nabat_${hall.body.slice(0, 16)}=${token}`, "Accept-Language": "en" },
  });

describe("K-13: a device that others' new keys ended", () => {
  it("is told for as long as its sheet objects, and reads nothing else", async () => {
    const fresh = await hall.client
      .person("Ed anew")
      .keysFor((await ask(`${server.url}/api/bodies/${hall.body}`)).json.nonce);
    await newKeysFor(hall.seats[2] as Seat, hall.seats[3] as Seat, ed.member, fresh);
    server.wait(15 * DAY);
    const opened = await session(ed);
    expect([opened.status, opened.json.standing]).toEqual([200, "stranger"]);
    const { token } = opened.json;
    const mine = (await ask(`${server.url}/api/bodies/${hall.body}/mine`, as(token))).json;
    expect(mine).toMatchObject({
      device: { is: "ended", by: "keys" },
      items: [{ what: "keys-changed", path: "/lost", title: { text: "Di, Gil" } }],
    });
    expect(mine.items[0].by).toBe(mine.device.sheet);
    for (const path of ["", "/keys", "/motions"]) {
      const { text } = await page(token, path);
      expect(text).toContain("This device has ended");
      expect(text).toContain("Di and Gil asked for them.");
      expect(text).toContain("your old sheet stops it until");
      expect(text).not.toContain("open it on the device that you joined with");
    }
    for (const path of ["roll", "motions", "entries", "own-way"])
      expect((await ask(`${server.url}/api/bodies/${hall.body}/${path}`, as(token))).status).toBe(403);
    const facts = (await ask(`${server.url}/api/bodies/${hall.body}?key=${ed.device.signer.key}`)).json;
    expect(facts).toMatchObject({ standing: "stranger", ended: mine.device.at });
    // Nothing is left to say once the terms are over: it signs in still, and is told that it has ended.
    server.wait(30 * DAY);
    const later = await session(ed);
    const after = (await ask(`${server.url}/api/bodies/${hall.body}/mine`, as(later.json.token))).json;
    expect([after.device.is, after.device.sheet, after.items]).toEqual(["ended", undefined, []]);
  }, 120_000);

  it("K-10: each refusal of a session says what it is", async () => {
    const [ana] = hall.seats as [Seat];
    const stranger = hall.client.person("Nobody").keysFor("00".repeat(16));
    const refused = async (answer: Promise<{ status: number; json: any }>) => {
      const { status, json } = await answer;
      return [status, json.code, json.sentence];
    };
    const gone = await refused(session(ana, { challenge: "used-up" }));
    const bad = await refused(session(ana, { signature: "00".repeat(64) }));
    const unknown = await refused(session({ device: (await stranger).device } as unknown as Seat));
    expect([gone[1], bad[1], unknown[1]]).toEqual(["challenge-gone", "bad-signature", "unknown-key"]);
    expect(new Set([gone[2], bad[2], unknown[2]]).size).toBe(3);
  });
});
