/** K, M, N by the API: what pages of these chapters show, each as JSON; who may not read it is told so. */
import { Hono } from "hono";
import { Meeting, newKeysOf } from "@nabat/testkit";
import { readerOver } from "@nabat/testkit/reader.ts";
import { expect, it } from "vitest";
import type { ApiDeps } from "./deps.ts";
import { mount } from "./route.ts";
import { viewRoutes } from "./views.ts";

const m = new Meeting(["ana", "bo", "cem", "dee", "eli", "fay", "gus", "hana", "ivo"], { label: "places-api" });
const guest = m.house.join("otto", "guest", m.person(0));
const call = m.convene();
m.house.do(m.person(4), "meeting.keys", { call, members: [m.person(5).member] });
const sitting = m.hold(call);
const fresh = { ...m.house.person("fay", "new"), member: m.person(5).member };
const id = m.house.do(m.person(1), "key.recover", { ...newKeysOf(fresh), member: fresh.member, sitting });

async function get(path: string, who = m.person(2)) {
  const deps = {
    clerk: { house: async () => m.house, now: () => m.house.now },
    reader: async () => readerOver(m.house, undefined, who),
    locale: () => "en",
    address: () => "127.0.0.1",
  } as unknown as ApiDeps;
  const app = new Hono();
  mount(app, viewRoutes(deps), (c, status, rule) => c.json({ rule }, status));
  const answer = await app.request(`/api/bodies/${m.house.body}/${path}`);
  const text = await answer.text();
  return { status: answer.status, text, json: () => JSON.parse(text) as Record<string, any> };
}

it("K-11: a door, whom its call names, and what waits there for its second", async () => {
  const door = (await get(`doors/${sitting}`)).json();
  expect(door).toMatchObject({ you: true, most: 2, named: [{ name: "fay" }] });
  expect((await get(`doors/${"0".repeat(64)}`)).status).toBe(404);
  expect((await get(`named/${call}`)).json()).toMatchObject({ people: [{ name: "fay" }], mayName: false });
  expect((await get("new-keys?status=waits")).json().items).toMatchObject([
    { id, way: "door", sitting, you: { yes: true } },
  ]);
  const csv = (await get("new-keys.csv?status=waits")).text.split("\r\n");
  expect(csv[0]).toBe(
    "id,for,for id,what,mark,way,stage,off because,asked by,asked by id,second,second id,asked,old keys end,objections until,terms until",
  );
  expect(csv[1]).toMatch(new RegExp(`^${id},fay,[0-9a-f]{32},keys,`));
});

it("M-28, M-3, N-8: cards to confirm, invitations, a guest; the lists are the members' alone", async () => {
  expect((await get("cards-to-confirm")).json()).toEqual({ items: [], total: 0 });
  const first = (await get("invitations?limit=1")).json();
  expect([first.items.length, first.total]).toEqual([1, 9]);
  expect((await get(`invitations?limit=1&after=${first.next}`)).json().items[0].id).not.toBe(first.items[0].id);
  expect((await get("invitations.csv")).text.split("\r\n")).toHaveLength(11);
  expect((await get(`guests/${guest.member}`)).json()).toMatchObject({ person: { name: "otto", standing: "guest" } });
  expect((await get(`guests/${m.person(3).member}`)).status).toBe(404);
  for (const path of ["cards-to-confirm", "invitations", "invitations.csv", "new-keys", "newcomers.csv"])
    expect([path, (await get(path, guest)).status]).toEqual([path, 403]);
});
