/**
 * The witness desk: two people who press it at once, a fork shown there, and strangers who
 * would crowd out a named witness (W-4, R-28).
 */
import { utf8 } from "@nabat/kernel";
import { cosign, readState } from "@nabat/exchange";
import { type Seat } from "@nabat/exchange/client/mod.ts";
import { newSigningKey, sha256 } from "@nabat/platform";
import {
  checkpointLine,
  checkpointMessage,
  clerkKey,
  formatAddCheckpoint,
  formatCheckpoint,
  formatNote,
  GrowingTree,
  leafHash,
  originOf,
  parseCheckpoint,
} from "@nabat/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, assembly, clientOf, type Hall, type Here, post, serverHere } from "./hall.ts";

let server: Here;
let hall: Hall;
let ana: Seat;

beforeAll(async () => {
  server = await serverHere();
  hall = await assembly(server.url, 3, { open: true });
  ana = hall.founder;
}, 240_000);
afterAll(() => server?.close());

describe("the witness desk", () => {
  it("R-35, R-36: of two continuations brought at once one is cosigned; the other is kept as the proof of a fork (R-24)", async () => {
    const witness = await serverHere();
    try {
      expect((await post(`${witness.url}/api/follow`, { url: server.url, body: hall.body })).json).toMatchObject({
        is: "grown",
      });
      const house = await server.running.clerk.house(hall.body as never);
      if (!house) throw new Error("no house");
      const { key } = server.running.clerk;
      const size = house.durable.size;
      const continued = (word: string) => {
        const tree = new GrowingTree(sha256);
        for (let n = 0; n < size; n++) tree.append(house.tree.leaf(n));
        tree.append(leafHash(sha256, utf8(word)));
        const head = { origin: originOf(house.body), size: size + 1, root: tree.root() };
        const note = formatNote({
          text: formatCheckpoint(head),
          signatures: [
            checkpointLine(clerkKey(sha256, house.body, key.publicBytes), key.sign(checkpointMessage(head))),
          ],
        });
        return { proof: tree.consistencyProof(size, size + 1), note };
      };
      const bring = (old: number, one: ReturnType<typeof continued>, proof = one.proof) =>
        ask(`${witness.url}/witness/add-checkpoint`, {
          method: "POST",
          body: formatAddCheckpoint(old, proof, one.note) as Uint8Array<ArrayBuffer>,
        });
      const [left, right] = [continued("left"), continued("right")];
      const both = await Promise.all([bring(size, left), bring(size, right), bring(size, right), bring(size, left)]);
      const good = both.filter((b) => b.status === 200);
      const signed = new Set(good.map((_, n) => n));
      expect(signed.size).toBeGreaterThan(0);
      // All that were cosigned are the same record.
      const winners = [0, 3].some((n) => both[n]?.status === 200) ? [1, 2] : [0, 3];
      expect(winners.map((n) => both[n]?.status).every((s) => s === 409 || s === 422)).toBe(true);
      const loser = winners[0] === 1 ? right : left;
      const won = winners[0] === 1 ? left : right;
      expect((await bring(size, won)).status).toBe(409);
      expect((await bring(size, won)).text).toBe(`${size + 1}\n`);
      expect((await bring(size + 1, won, [])).status).toBe(200);
      const forked = await bring(size + 1, loser, []);
      expect([forked.status, forked.text]).toEqual([422, expect.stringMatching(/^R-2[34] /)]);
      const [follow] = await witness.running.store.follows.list();
      const kept = follow && readState(follow)?.fork;
      expect(
        [kept?.older, kept?.newer].map((n) => Buffer.from(n ?? "", "base64").equals(Buffer.from(won.note))),
      ).toEqual([true, false]);
      // From here on nothing of it is cosigned.
      expect((await bring(size + 1, won, [])).status).toBe(404);
      expect((await ask(`${witness.url}/witness/add-checkpoint`, { method: "POST", body: "old x\n\n" })).status).toBe(
        400,
      );
      expect(
        (
          await bring(
            7,
            { ...won, note: utf8(new TextDecoder().decode(won.note).replace(hall.body, "0".repeat(64))) },
            [],
          )
        ).status,
      ).toBe(404);
    } finally {
      await witness.close();
    }
  });

  it("W-4, R-28: strangers' cosignatures can't crowd out a named witness, nor make the checkpoint unreadable", async () => {
    const at = `${server.url}/api/bodies/${hall.body}`;
    const named = newSigningKey();
    await ana.act("witness", { key: named.key });
    const note = await (await fetch(`${at}/checkpoint`)).text();
    const text = note.slice(0, note.indexOf("\n\n") + 1);
    const size = Number(text.split("\n")[1]);
    const give = (key = newSigningKey()) =>
      post(`${at}/cosignatures`, { size, line: cosign(sha256, key, text, Math.floor(Date.now() / 1000)) });
    const statuses = await Promise.all(Array.from({ length: 45 }, async () => (await give()).status));
    expect(statuses.filter((s) => s === 422).length).toBeGreaterThan(0);
    const refused = await give();
    expect([refused.status, refused.json?.rule, refused.json?.code]).toEqual([422, "W-4", "not-named"]);
    expect((await give(named)).status).toBe(204);
    const bytes = new Uint8Array(await (await fetch(`${at}/checkpoint`)).arrayBuffer());
    const parsed = parseCheckpoint(bytes);
    expect(parsed.ok && parsed.value.note.signatures.some((s) => s.name.endsWith(named.key))).toBe(true);
    expect((await post(`${at}/cosignatures`, { size: size + 50, line: "x" })).json).toMatchObject({ rule: "R-32" });
    // A client still reads, checks and signs over it.
    await (await clientOf(server.url).seat(ana.body, ana.keys)).act("rename", { name: ana.text("Undisturbed") });
  });
});
