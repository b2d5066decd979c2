/**
 * A dishonest record keeper, seen from a copy-holder: whatever it alters, leaves out, puts in another
 * order or signs twice is caught by a named check, kept, and shown. Real servers and a real database;
 * between them stands a connection that lies.
 */
import { fromHex, utf8 } from "@nabat/kernel";
import { template } from "@nabat/body";
import { Follower } from "@nabat/exchange";
import { createClient, nodeTools, type Seat, textOf } from "@nabat/exchange/client/mod.ts";
import { sha256 } from "@nabat/platform";
import {
  bundleBytes,
  checkpointLine,
  checkpointMessage,
  clerkKey,
  formatCheckpoint,
  formatNote,
  originOf,
  parseBundle,
} from "@nabat/record";
import { readConfig, type Running, startServer } from "@nabat/server";
import { storedEvidence } from "@nabat/clerk/evidence.ts";
import { loadRecord } from "@nabat/clerk/load.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folders: string[] = [];
let clerk: Running;
let copy: Running;
let founder: Seat;

async function server(): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), "nabat-rogue-"));
  folders.push(data);
  return startServer(readConfig({ data, port: 0, example: "" }, {}), { log: quiet, fastDatabase: true });
}

/** A follower on the copy's server whose answers from the clerk pass through `lie`. */
function follower(
  lie: (path: string, bytes: Uint8Array) => Uint8Array | Response | Promise<Uint8Array | Response>,
): Follower {
  const doFetch: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const path = new URL(String(input)).pathname;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const lied = answer.ok && bytes.length > 0 ? await lie(path, bytes) : bytes;
    if (lied instanceof Response) return lied;
    return new Response(answer.status === 204 ? null : (lied as Uint8Array<ArrayBuffer>), {
      status: answer.status,
      headers: answer.headers,
    });
  };
  const { store } = copy;
  return new Follower({
    sha256,
    store,
    key: copy.clerk.key,
    now: Date.now,
    holder: "liar",
    load: (body) => loadRecord(store, body, sha256, storedEvidence),
    grown: (body) => copy.clerk.forget(body),
    fetch: doFetch,
  });
}

async function house(): Promise<Seat> {
  const client = createClient({ url: clerk.url, tools: nodeTools });
  const t = (words: string, grade: "public" | "members" = "members") => textOf(client.tools, words, grade);
  const seat = await client.found(client.person("Ada"), {
    type: "assembly",
    name: t("House", "public"),
    purpose: t("To hold together."),
    text: t("Rules."),
    statutes: { ...template("house", { zone: "UTC", languages: ["en"] }), entries: "public" },
  });
  await seat.act("rename", { name: t("Ada of the house") });
  for (let n = 0; n < 3; n++) await seat.act("say", { about: seat.body, text: t(`word ${n}`, "public") });
  return seat;
}

const alterEntries = (change: (entries: Uint8Array[]) => Uint8Array[]) => (path: string, bytes: Uint8Array) => {
  const found = /tile\/entries\/.*\.p\/(\d+)$/.exec(path);
  if (!found) return bytes;
  const entries = parseBundle(bytes, Number(found[1]));
  if (!entries.ok) throw new Error(entries.code);
  return bundleBytes(change(entries.value));
};

beforeAll(async () => {
  clerk = await server();
  copy = await server();
  founder = await house();
});
afterAll(async () => {
  await clerk?.close();
  await copy?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("a copy-holder", () => {
  it("edits an entry: R-26, or the signature that no longer holds (R-6)", async () => {
    const seat = await house();
    const edit = alterEntries((entries) =>
      entries.map((e, i) => (i === 2 ? utf8(new TextDecoder().decode(e).replace(/"seq":(\d+)/, '"seq":9')) : e)),
    );
    expect((await follower(edit).follow(clerk.url, seat.body)).fault).toMatch(/entry 2: R-6 bad-signature/);
    expect(await copy.store.ledger.head(seat.body)).toBeNull();
  });

  it("leaves an entry out: the next author had seen another record (R-9)", async () => {
    const seat = await house();
    const drop = alterEntries((entries) => [...entries.filter((_, i) => i !== 2), entries.at(-1) as Uint8Array]);
    expect((await follower(drop).follow(clerk.url, seat.body)).fault).toMatch(/entry 2: R-9 another-record/);
  });

  it("puts entries in another order: the same (R-9)", async () => {
    const seat = await house();
    const swap = alterEntries(
      (entries) => [entries[0], entries[1], entries[3], entries[2], ...entries.slice(4)] as Uint8Array[],
    );
    expect((await follower(swap).follow(clerk.url, seat.body)).fault).toMatch(/R-9 another-record/);
  });

  it("leaves the last entry out of what it shows: another root than it signed (R-26)", async () => {
    const seat = await house();
    const cut = alterEntries((entries) => entries);
    const lie = (path: string, bytes: Uint8Array) => {
      if (!path.endsWith("/checkpoint")) return cut(path, bytes);
      const head = { origin: originOf(seat.body), size: 5, root: fromHex("11".repeat(32)) };
      const key = clerk.clerk.key;
      return formatNote({
        text: formatCheckpoint(head),
        signatures: [checkpointLine(clerkKey(sha256, seat.body, key.publicBytes), key.sign(checkpointMessage(head)))],
      });
    };
    expect((await follower(lie).follow(clerk.url, seat.body)).fault).toMatch(/R-26 another-root/);
  });

  it("keeps an honest record whole, cosigns it, and is named on the clerk's side", async () => {
    const round = await copy.follower.follow(clerk.url, founder.body);
    expect(round).toMatchObject({ is: "grown", size: 5 });
    expect((await copy.store.ledger.head(founder.body))?.role).toBe("copy");
    const { followers } = await founder.get<{ followers: { key: string; size: number }[] }>("followers");
    expect(followers).toMatchObject([{ key: copy.clerk.key.key, size: 5 }]);
    const checkpoint = await (await fetch(`${clerk.url}/api/bodies/${founder.body}/checkpoint`)).text();
    expect(checkpoint).toContain(`nabat/server/${copy.clerk.key.key}`);
    await founder.act("rename", { name: textOf(nodeTools, "Ada L.", "members") });
    expect(await copy.follower.round(founder.body, clerk.url)).toMatchObject({ is: "grown", size: 6 });
    const theirs = await (await fetch(`${copy.url}/api/bodies/${founder.body}`)).json();
    expect(theirs).toMatchObject({ size: 6, keptHere: false });
  });

  it("is shown two records of the same size: a fork, kept with both signed notes and published (W-3)", async () => {
    const head = { origin: originOf(founder.body), size: 6, root: fromHex("22".repeat(32)) };
    const key = clerk.clerk.key;
    const forged = formatNote({
      text: formatCheckpoint(head),
      signatures: [checkpointLine(clerkKey(sha256, founder.body, key.publicBytes), key.sign(checkpointMessage(head)))],
    });
    const round = await follower((path, bytes) => (path.endsWith("/checkpoint") ? forged : bytes)).round(
      founder.body,
      clerk.url,
    );
    expect(round).toMatchObject({ is: "fork", fault: "same-size-other-root" });
    const { follows } = (await (await fetch(`${copy.url}/api/follows`)).json()) as {
      follows: { body: string; fork?: { older: string; newer: string } }[];
    };
    const fork = follows.find((f) => f.body === founder.body)?.fork;
    expect(Buffer.from(fork?.newer ?? "", "base64")).toEqual(Buffer.from(forged));
    expect(fork?.older).not.toBe(fork?.newer);
    // From here on nothing of it is cosigned, whatever it shows.
    expect((await copy.follower.round(founder.body, clerk.url)).is).toBe("fork");
  });

  it("shows another record to a member than it showed before: their act says what they saw (R-9)", async () => {
    const seat = await house();
    const { data, ...rest } = {
      data: {},
      v: 1,
      body: seat.body,
      seq: 6,
      kind: "leave",
      by: seat.member,
      at: 0,
    } as const;
    const { signAct } = await import("@nabat/exchange/client/mod.ts");
    const act = await signAct(
      nodeTools,
      { ...rest, data, saw: { size: 4, root: "33".repeat(32) as never } },
      seat.device.signer,
    );
    const answer = await fetch(`${clerk.url}/api/bodies/${seat.body}/acts`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ act: act.text, attachments: [] }),
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      rule: "R-9",
      code: "another-record",
      receipt: { receipt: "refused", act: act.id },
    });
  });
});
