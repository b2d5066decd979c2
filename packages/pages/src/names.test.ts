/** N-10 on every page of a body: who bears a name that another bears too carries a number. */
import { bareNames, tornNames, twins } from "@nabat/testkit/twins.ts";
import { pageDeps } from "@nabat/testkit/page-deps.ts";
import { readerOver } from "@nabat/testkit/reader.ts";
import { describe, expect, it } from "vitest";
import { pages } from "./mod.ts";

const a = twins();
const { house } = a;
const b = `/b/${house.body}`;
const app = pages({ ...pageDeps(house), reader: async () => readerOver(house, new Map(), a.person(1)) } as never);
const { members, motions, votes, sittings, meetings } = house.state;
// The entry by which a name came shows it as it was written; so does the page on which one erases one's own words.
const NAMING = new Set<string>([...members.members.values()].map((m) => m.by));
const THEIRS = [
  ...[...members.members.keys()].map((id) => `${b}/guests/${id}`),
  ...[...motions.motions.keys()].map((id) => `${b}/motions/${id}`),
  ...[...votes.votes.keys()].map((id) => `${b}/votes/${id}`),
  ...[...sittings.sittings.keys()].flatMap((id) => [`${b}/sittings/${id}`, `${b}/sittings/${id}/door`]),
  ...[...meetings.calls.keys()].map((id) => `${b}/meetings/${id}`),
  ...[...house.entries].filter((e) => !NAMING.has(e.id)).map((e) => `${b}/entries/${e.id}`),
];
const paths = [...new Set(app.routes.filter((r) => r.method === "GET").map((r) => r.path))]
  .filter((path) => !path.endsWith("/erase") && /^\/b\/:body(\/[\w-]+(\.csv)?)*$/.test(path))
  .map((path) => path.replace("/b/:body", b));

describe("names that two bear, on every page (N-10)", () => {
  it("the pages hold the names", async () => {
    expect(paths.length).toBeGreaterThan(25);
    expect(await (await app.request(`http://127.0.0.1${b}/newcomers`)).text()).toContain("QUILLON\u00A0#");
  });
  it.each([...paths, ...THEIRS])("%s", async (path) => {
    const answer = await app.request(`http://127.0.0.1${path}`);
    expect([200, 404, 302, 303]).toContain(answer.status);
    const text = await answer.text();
    expect(bareNames(text.replace(/<[^>]*>/g, ""))).toEqual([]);
    // No line ends within a choice of a field, or a title; and a file isn't for reading in lines.
    const lines = text.replace(/<(option|title)\b[^>]*>.*?<\/\1>/g, "").replace(/<[^>]*>/g, "");
    if (!path.endsWith(".csv")) expect(tornNames(lines)).toEqual([]);
  });
});
