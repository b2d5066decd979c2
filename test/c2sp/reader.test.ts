/** A stranger's reader, which knows the C2SP texts and nothing of Nabat, checks an exported record. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "@nabat/cli/main.ts";
import { Assembly } from "@nabat/testkit";
import { bundleFile } from "@nabat/testkit/bundle.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ReadFile, readLog } from "./reader.ts";

const folder = mkdtempSync(join(tmpdir(), "nabat-c2sp-"));
const assembly = new Assembly(["ana", "bo", "cem"], { label: "c2sp" });
// Ten a day each, within the pace (N-4).
for (let n = 0; n < 150; n++) {
  const by = assembly.person(n % 3);
  assembly.house.do(by, "withdraw", { motion: assembly.move({ by }) });
  if (n % 30 === 29) assembly.house.wait(24 * 3600_000);
}
let vkey: string;

const fromDisk: ReadFile = (path) => {
  const file = join(folder, path);
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
};

beforeAll(async () => {
  writeFileSync(join(folder, "record.tar"), await bundleFile(assembly.house));
  execFileSync("tar", ["xf", join(folder, "record.tar"), "-C", folder]);
  let out = "";
  const io = { out: (t: string) => void (out += t), err: () => undefined, watched: false, env: {} };
  expect(await run(["verify", join(folder, "record.tar"), "--json"], io)).toBe(0);
  vkey = (JSON.parse(out) as { vkey: string }).vkey;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("shares no code with Nabat", () => {
  const text = readFileSync(fileURLToPath(new URL("./reader.ts", import.meta.url)), "utf8");
  expect([...text.matchAll(/from "([^"]+)"/g)].map((m) => m[1])).toEqual(["node:crypto"]);
});

it("reads tiles, partial tiles, bundles of entries and the signed checkpoint", () => {
  const { house } = assembly;
  const log = readLog(fromDisk, vkey);
  expect(log).toMatchObject({ origin: `nabat/body/${house.body}`, size: house.entries.length });
  expect(log.size).toBeGreaterThan(256);
  expect((JSON.parse((log.entries[0] as Buffer).toString()) as { act: { kind: string } }).act.kind).toBe("found");
});

it("refuses a byte changed in any of these files, another key, and a file left out", () => {
  const paths = execFileSync("tar", ["tf", join(folder, "record.tar")], { encoding: "utf8" })
    .split("\n")
    .filter((p) => p === "checkpoint" || p.startsWith("tile/"));
  expect(paths.length).toBeGreaterThanOrEqual(6);
  for (const path of paths) {
    const bytes = fromDisk(path) as Buffer;
    for (const at of [0, bytes.length >> 1, bytes.length - 10]) {
      const spoilt = Buffer.from(bytes);
      spoilt[at] = (spoilt[at] as number) ^ 1;
      const bent: ReadFile = (p) => (p === path ? spoilt : fromDisk(p));
      expect(() => readLog(bent, vkey), `${path} at ${at}`).toThrow();
    }
    expect(() => readLog((p) => (p === path ? undefined : fromDisk(p)), vkey), path).toThrow("missing");
  }
  expect(() =>
    readLog(
      fromDisk,
      vkey.replace(/.$/, (c) => (c === "A" ? "B" : "A")),
    ),
  ).toThrow();
});
