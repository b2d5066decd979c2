/** Coming back: into a data folder with a real database, twice, after an interruption; and the drill of the handbook. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBundle, type OpenRecord } from "@nabat/exchange";
import { stateHash } from "@nabat/body";
import { utf8 } from "@nabat/kernel";
import { signingKey, sha256 } from "@nabat/platform";
import { Assembly, HOUR } from "@nabat/testkit";
import { bundleFile } from "@nabat/testkit/bundle.ts";
import { freshDatabase } from "@nabat/testkit/database.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Io } from "./io.ts";
import { isWhole, keepRecord } from "./keep-record.ts";
import { run } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "nabat-restore-"));
const at = (name: string) => join(folder, name);
const assembly = new Assembly(["ana", "bo", "cem"], { label: "restore" });
const { house } = assembly;
/** The secret of the testkit's clerk (`keyFrom("clerk")`). */
const CLERK_SECRET = sha256(utf8("clerk"));
for (let n = 0; n < 135; n++) {
  house.do(assembly.person(0), "withdraw", { motion: assembly.move() });
  house.wait(2 * HOUR);
}

async function nabat(...argv: string[]): Promise<{ status: number; out: string; err: string; json: () => any }> {
  let out = "";
  let err = "";
  const io: Io = { out: (t) => (out += t), err: (t) => (err += t), watched: false, env: {} };
  const status = await run(argv, io);
  return { status, out, err, json: () => JSON.parse(out) as unknown };
}

beforeAll(async () => writeFileSync(at("whole.tar"), await bundleFile(house)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the drill", () => {
  it("restore, verify the data folder, carry away again: the same files", { timeout: 120_000 }, async () => {
    writeFileSync(at("clerk.key"), Buffer.from(CLERK_SECRET).toString("hex"));
    const restored = await nabat(
      "restore",
      at("whole.tar"),
      "--data",
      at("data"),
      "--clerk-key",
      at("clerk.key"),
      "--json",
    );
    expect(restored.json()).toMatchObject({ ok: true, bodies: [{ role: "clerk", entries: house.entries.length }] });
    const checked = await nabat("verify", at("data"), "--json");
    expect(checked.status).toBe(0);
    expect(checked.json()).toMatchObject({
      ok: true,
      bodies: [{ body: house.body, ok: true, state: stateHash(sha256, house.state), attachments: { unread: 0 } }],
    });
    expect((await nabat("verify", at("data"))).out).toContain("The record holds");
    expect((await nabat("verify", at("data"), "--body", "0".repeat(64))).status).toBe(2);
    const away = await nabat("export", house.body, "--to", at("again.tar"), "--data", at("data"), "--json");
    expect(away.status).toBe(0);
    // But for the moment of making nothing differs.
    expect(readFileSync(at("again.tar")).length).toBe(readFileSync(at("whole.tar")).length);
    expect((await nabat("verify-diff", at("whole.tar"), at("again.tar"))).status).toBe(0);
    expect((await nabat("verify-diff", at("again.tar"), at("whole.tar"))).status).toBe(0);
    const twice = await nabat("restore", at("whole.tar"), "--data", at("data"));
    expect([twice.status, twice.err]).toEqual([2, expect.stringContaining("kept in this data folder already")]);
  });
});

describe("a database elsewhere", () => {
  it("is restored into with a data folder that isn't there yet", { timeout: 120_000 }, async () => {
    const fresh = await freshDatabase();
    try {
      const where = ["--data", at("new/folder"), "--database-url", fresh.url];
      const restored = await nabat("restore", at("whole.tar"), ...where, "--json");
      expect([restored.status, restored.err]).toEqual([0, ""]);
      expect((await nabat("export", house.body, "--to", at("elsewhere.tar"), ...where)).status).toBe(0);
      expect((await nabat("verify", at("elsewhere.tar"))).status).toBe(0);
      // From another folder of the same server, whose key file lies elsewhere (C-6).
      mkdirSync(at("second"));
      const second = ["backup", "--to", at("backup.tar"), "--data", at("second"), "--database-url", fresh.url];
      expect(await nabat(...second)).toMatchObject({ status: 1, err: expect.stringContaining("--key-file") });
      expect(existsSync(at("second/key"))).toBe(false);
      expect(await nabat(...second, "--key-file", at("new/folder/key"))).toMatchObject({ status: 0, err: "" });
      const none = await nabat("restore", at("nothing.tar"), ...where);
      expect([none.status, none.err]).toEqual([2, expect.stringContaining("nothing.tar: there is no such file")]);
    } finally {
      await fresh.close();
    }
  });
});

describe("a restore that was interrupted", () => {
  /** Breaks off after some entries, or at the attachments. */
  const broken = (open: OpenRecord, where: "entries" | "attachments"): OpenRecord["source"] => ({
    ...open.source,
    bundles: async function* (from, size) {
      let n = 0;
      for await (const bundle of open.source.bundles(from, size)) {
        if (where === "entries" && n++ > 0) throw new Error("the power went");
        yield bundle;
      }
    },
    attachments: {
      grades: open.source.attachments?.grades ?? [],
      read: async function* (wanted) {
        let n = 0;
        for await (const found of open.source.attachments?.read(wanted) ?? []) {
          if (where === "attachments" && n++ > 5) throw new Error("the power went");
          yield found;
        }
      },
    },
  });

  it.each(["entries", "attachments"] as const)(
    "at the %s leaves nothing that is kept as a record, and is gone on with",
    { timeout: 120_000 },
    async (where) => {
      const test = await freshDatabase();
      const open = await openBundle(at("whole.tar"));
      const { store } = test;
      const key = signingKey(CLERK_SECRET);
      const again = () => keepRecord(store, open.source, house.state, key, () => undefined);
      try {
        await expect(keepRecord(store, broken(open, where), house.state, key, () => undefined)).rejects.toThrow(
          "power",
        );
        const half = await store.ledger.head(house.body);
        expect(half?.role).toBe("copy");
        expect(await store.ledger.checkpoint(house.body)).toBeNull();
        expect(await isWhole(store, house.body)).toBe(false);
        await store.leases.release(house.body, half?.leaseHolder ?? "");
        expect(await again()).toMatchObject({ role: "clerk", entries: house.entries.length });
        const head = await store.ledger.head(house.body);
        expect([head?.role, head?.size, await isWhole(store, house.body)]).toEqual([
          "clerk",
          house.entries.length,
          true,
        ]);
        await expect(again()).rejects.toThrow(/already/);
      } finally {
        await open.close();
        await test.close();
      }
    },
  );
});
