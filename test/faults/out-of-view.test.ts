/** Words that a decision took out of view, through a server: who still gets them, exports, and when the bytes go (E-10, E-11). */
import { eraseDecided } from "@nabat/server/jobs/jobs.ts";
import { type Seat } from "@nabat/exchange/client/mod.ts";
import { expect, it } from "vitest";
import { ask, assembly, DAY, decideTogether, serverHere } from "./hall.ts";

it("E-10, E-11: hidden from all but their author, left out of a member's export, gone after thirty days", async () => {
  const server = await serverHere();
  try {
    const hall = await assembly(server.url, 3);
    const [, one, two] = hall.seats as [Seat, Seat, Seat];
    const spoken = await decideTogether(hall, { type: "text" }, "We paint the stairs.", server.wait);
    const words = one.text("what one said of two");
    await one.act("say", { about: spoken.motion, text: words });
    const { hash } = words.ref;
    const subject = { type: "erasure", attachments: [hash], ground: "harms-a-person" };
    await decideTogether(hall, subject, "It tells of somebody's illness.", server.wait);

    const base = `${server.url}/api/bodies/${hall.body}`;
    const get = async (seat: Seat, path: string) =>
      ask(`${base}/${path}`, { headers: { Authorization: `Bearer ${await seat.token()}` } });
    expect(await get(two, `attachments/${hash}`)).toMatchObject({
      status: 410,
      json: { rule: "E-11", code: "out-of-view", facts: { ground: "harms-a-person" } },
    });
    expect(await get(one, `attachments/${hash}`)).toMatchObject({ status: 200, text: "what one said of two" });
    const { clerk, store } = server.running;
    const exported = async (seat: Seat) => (await get(seat, "export")).text.includes(`attachments/${hash}`);
    expect([await exported(two), await exported(one)]).toEqual([false, true]);
    const cookie = `nabat_${hall.body.slice(0, 16)}=${await two.token()}`;
    const record = await ask(`${server.url}/b/${hall.body}/record`, { headers: { Cookie: cookie } });
    expect(record.text).toContain('id="out-of-view"');

    const kept = async () => (await store.attachments.get(hall.body as never, hash))?.bytes != null;
    server.wait(30 * DAY - 60_000);
    await eraseDecided(clerk);
    expect(await kept()).toBe(true);
    server.wait(120_000);
    await eraseDecided(clerk);
    expect(await kept()).toBe(false);
  } finally {
    await server.close();
  }
}, 240_000);
