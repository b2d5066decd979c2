/**
 * W-5: a copy is taken in piece by piece. However large a record is, no more than a piece of it is held at
 * a time; each piece is proven to stand in the signed head before it is kept, so that what is kept of a
 * dishonest keeper's record is true up to where the lie begins, or nothing.
 */
import { template } from "@nabat/body";
import { Follower } from "@nabat/exchange";
import { createClient, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import type { BodyId } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import { bundleBytes, parseBundle } from "@nabat/record";
import { storedEvidence } from "@nabat/clerk/evidence.ts";
import { loadRecord } from "@nabat/clerk/load.ts";
import type { Append, Store } from "@nabat/store";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, type Here, serverHere } from "./hall.ts";

const WORDS = 30;
const LIMITS = { entries: 256, bytes: 4000 };
let clerk: Here;
let copy: Here;
let seat: Seat;

beforeAll(async () => {
  clerk = await serverHere();
  copy = await serverHere();
  const client = createClient({ url: clerk.url, tools: nodeTools });
  const t = (words: string, grade: "public" | "members" = "members") => textOf(client.tools, words, grade);
  seat = await client.found(client.person("Ada"), {
    type: "assembly",
    name: t("House", "public"),
    purpose: t("To last."),
    text: t("Rules."),
    statutes: { ...template("house", { zone: "UTC", languages: ["en"] }), entries: "public" },
  });
  await seat.act("rename", { name: t("Ada of the house") });
  for (let n = 0; n < WORDS; n++)
    await seat.act("say", { about: seat.body, text: t(`${"word ".repeat(200)}${n}`, "public") });
}, 120_000);
afterAll(async () => {
  await clerk?.close();
  await copy?.close();
});

type Lie = (path: string, bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** A follower on the copy's database that notes every group it keeps, and whose answers pass through `lie`. */
function follower(groups: Append[], lie: Lie = (_, bytes) => bytes): Follower {
  const { store } = copy.database;
  const noting: Store = {
    ...store,
    ledger: {
      ...store.ledger,
      create: (body, start, group) => {
        groups.push(group);
        return store.ledger.create(body, start, group);
      },
      append: (body, group) => {
        groups.push(group);
        return store.ledger.append(body, group);
      },
    },
  };
  return new Follower({
    sha256,
    store: noting,
    key: copy.running.clerk.key,
    now: Date.now,
    holder: "copying",
    load: (body) => loadRecord(store, body, sha256, storedEvidence),
    grown: (body) => copy.running.clerk.forget(body),
    limits: LIMITS,
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const said = answer.ok && bytes.length > 0 ? lie(new URL(String(input)).pathname, bytes) : bytes;
      return new Response(answer.status === 204 ? null : said, { status: answer.status, headers: answer.headers });
    },
  });
}

/** Changes the moment of an entry: nobody signed that but the record keeper, so only the tree tells. */
const later =
  (index: number): Lie =>
  (path, bytes) => {
    const found = /tile\/entries\/.*\.p\/(\d+)$/.exec(path);
    const entries = found && parseBundle(bytes, Number(found[1]));
    if (!entries?.ok) return bytes;
    const changed = entries.value.map((entry, i) => {
      if (i !== index) return entry;
      const text = new TextDecoder().decode(entry);
      return new TextEncoder().encode(text.replace(/"at":(\d+)\}$/, (_, at) => `"at":${Number(at) + 1}}`));
    });
    return new Uint8Array(bundleBytes(changed));
  };

async function forgetCopy() {
  const { follows } = copy.database.store;
  await follows.drop(seat.body, clerk.url);
}

const head = () => copy.database.store.ledger.head(seat.body);
const trueRoot = async (size: number) =>
  Buffer.from((await clerk.running.clerk.house(seat.body as BodyId))?.tree.rootAt(size) ?? []);

it("W-5, R-26: a moment that the keeper changed: what comes before it is kept, true, and nothing after", async () => {
  const groups: Append[] = [];
  const round = await follower(groups, later(15)).follow(clerk.url, seat.body);
  expect(round.is).toBe("fault");
  expect(round.fault).toMatch(/R-2[36]|R-9/);
  const kept = await head();
  expect(kept?.size).toBeGreaterThan(0);
  expect(kept?.size).toBeLessThanOrEqual(15);
  expect(Buffer.from(kept?.root ?? [])).toEqual(await trueRoot(kept?.size ?? 0));
});

it("R-23: a piece that isn't proven isn't kept", async () => {
  await forgetCopy();
  const before = (await head())?.size;
  const groups: Append[] = [];
  const lie: Lie = (path, bytes) =>
    path.endsWith("/proof/consistency")
      ? new TextEncoder().encode(JSON.stringify({ proof: [Buffer.alloc(32).toString("base64")] }))
      : bytes;
  expect((await follower(groups, lie).follow(clerk.url, seat.body)).is).toBe("fault");
  expect(groups).toEqual([]);
  expect((await head())?.size).toBe(before);
});

it("W-5: an honest keeper's record is taken in piece by piece, none larger than a piece, and is whole", async () => {
  await forgetCopy();
  const groups: Append[] = [];
  const round = await follower(groups).follow(clerk.url, seat.body);
  const facts = (await ask(`${clerk.url}/api/bodies/${seat.body}`)).json;
  expect(round).toMatchObject({ is: "grown", size: facts.size });
  expect((await head())?.size).toBe(facts.size);
  expect(Buffer.from((await head())?.root ?? [])).toEqual(await trueRoot(facts.size));
  expect(groups.length).toBeGreaterThan(3);
  for (const group of groups) {
    const weights = [...group.entries, ...(group.attachments ?? [])].map((part) => part.bytes.length);
    const whole = weights.reduce((n, w) => n + w, 0);
    // The last of a piece may go over: an entry here weighs about 2000 with its words.
    expect(whole).toBeLessThan(LIMITS.bytes + 2500);
  }
  const mine = await loadRecord(copy.database.store, seat.body as BodyId, sha256, storedEvidence);
  expect(mine.state.size).toBe(facts.size);
  // The words came with it.
  const kept = await copy.database.store.attachments.kept(seat.body as BodyId);
  expect(kept).toBeGreaterThan(WORDS * 1000);
});
