/**
 * What makes a great meeting's pages quick does no harm: a text that was just shown is gone at once when it
 * is erased and never shown to who may not read it; live events reach who listens and end with the page.
 */
import { request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, assembly, type Hall, type Here, serverHere } from "../faults/hall.ts";

let server: Here;
let hall: Hall;

beforeAll(async () => {
  server = await serverHere();
  hall = await assembly(server.url, 3);
}, 240_000);
afterAll(() => server?.close());

it("E-1: a remark that was just read is gone with its erasure; a stranger never had it", async () => {
  const { founder } = hall;
  const text = founder.text("Her new telephone number.");
  const move = { title: founder.text("Bells"), text: founder.text("We repair the bells."), subject: { type: "text" } };
  const { id } = await founder.act("move", move);
  await founder.act("say", { about: id, text });
  const remarks = async () => (await founder.get<{ remarkList: { text: unknown }[] }>(`motions/${id}`)).remarkList;
  for (let n = 0; n < 3; n++) expect((await remarks())[0]?.text).toEqual({ text: "Her new telephone number." });
  const stranger = await ask(`${server.url}/api/bodies/${hall.body}/motions/${id}`);
  expect([stranger.status, stranger.text.includes("telephone")]).toEqual([403, false]);
  await founder.act("erase", { attachments: [text.ref.hash] });
  expect((await remarks())[0]?.text).toEqual({ why: "erased" });
});

it("sends each growth to every live page, as one event, and lets go of pages that went", async () => {
  const events: string[][] = [];
  const pages = await Promise.all(
    Array.from({ length: 5 }, async (_, n) => {
      const said: string[] = (events[n] = []);
      return new Promise<{ close: () => void; headers: unknown }>((resolve, reject) => {
        const asked = request(`${server.url}/api/bodies/${hall.body}/live`, (answer) => {
          answer.on("data", (chunk: Buffer) => said.push(chunk.toString()));
          answer.on("error", () => undefined);
          resolve({ close: () => asked.destroy(), headers: answer.headers });
        });
        asked.on("error", reject).end();
      });
    }),
  );
  expect(pages[0]?.headers).toMatchObject({ "content-type": "text/event-stream", "cache-control": "no-store" });
  pages[4]?.close();
  const { size } = (await ask(`${server.url}/api/bodies/${hall.body}`)).json as { size: number };
  await hall.founder.act("invite", {
    key: hall.client.tools.signer(new Uint8Array(32).fill(7)).key,
    as: "guest",
    until: Date.now() + 60_000,
  });
  await new Promise((resolve) => setTimeout(resolve, 1200));
  for (const said of events.slice(0, 4)) expect(said.join("")).toContain(`event: size\ndata: {"size":${size + 1},`);
  expect(events[4]?.join("")).not.toContain(`{"size":${size + 1},`);
  for (const page of pages) page.close();
  expect((await ask(`${server.url}/api/bodies/${"0".repeat(64)}/live`)).status).toBe(404);
});
