/** The built command where libsodium can't be loaded: the same verdict, from OpenSSL alone. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeBundle } from "@nabat/exchange";
import { toHex } from "@nabat/kernel";
import { sha256 } from "@nabat/platform";
import { GRADES, originOf } from "@nabat/record";
import { Assembly, besideOf, checkpointOf, entriesOf, keyFrom, treeOf } from "@nabat/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeStream } from "./out-file.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const folder = mkdtempSync(join(tmpdir(), "nabat-plain-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const good = join(folder, "good.tar");
const bent = join(folder, "bent.tar");

/** Runs the command of the copy that it lies in. */
const PROGRAM = `
  const { main } = await import("./dist/nabat.mjs");
  await main(["verify", process.argv[2], "--json", "--threads", "1"]);
`;

async function bundle(file: string, spoil: boolean): Promise<void> {
  const { house } = new Assembly(["ana", "bo", "cem"], { label: "plain" });
  const entries = entriesOf(house).map((bytes, i) => {
    if (!spoil || i !== 7) return bytes;
    const text = new TextDecoder().decode(bytes);
    const at = text.lastIndexOf('"proofValue":"z') + 40;
    return new TextEncoder().encode(text.slice(0, at) + (text[at] === "5" ? "6" : "5") + text.slice(at + 1));
  });
  const tree = treeOf(entries);
  const size = entries.length;
  const manifest = {
    format: 1 as const,
    body: house.body,
    origin: originOf(house.body),
    size,
    root: toHex(tree.root()),
    clerkKeys: [{ epoch: 0, key: keyFrom("clerk").id }],
    made: 1,
    grades: GRADES,
  };
  const attachments = [...besideOf(house)].map(([hash, attachment]) => ({ hash, attachment }));
  const checkpoint = checkpointOf(house, tree);
  await writeStream(file, writeBundle(sha256, { manifest, checkpoint, entries: [entries], evidence: [], attachments }));
}

/** A copy of the built command with a `node_modules` of its own. */
function checkout(name: string, furnish: (modules: string) => void): string {
  const at = join(folder, name);
  mkdirSync(join(at, "node_modules"), { recursive: true });
  cpSync(join(root, "dist"), join(at, "dist"), { recursive: true });
  writeFileSync(join(at, "run.mjs"), PROGRAM);
  for (const other of readdirSync(join(root, "node_modules")))
    if (other !== "sodium-native" && !other.startsWith("."))
      symlinkSync(join(root, "node_modules", other), join(at, "node_modules", other));
  furnish(join(at, "node_modules"));
  return at;
}

function verdict(at: string, file: string): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["run.mjs", file], { cwd: at, encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

const real = dirname(createRequire(import.meta.url).resolve("sodium-native/package.json"));

beforeAll(async () => {
  const { build, isFresh } = (await import(join(root, "scripts", "build.mjs"))) as {
    build: () => Promise<unknown>;
    isFresh: () => boolean;
  };
  if (!isFresh()) await build();
  await bundle(good, false);
  await bundle(bent, true);
}, 60_000);

it("R-6 says the same of a good record and of a bent one with libsodium, without it, and with a damaged binary", () => {
  const places = [
    checkout("with", (modules) => symlinkSync(real, join(modules, "sodium-native"))),
    checkout("without", () => undefined),
    checkout("damaged", (modules) => {
      const copy = join(modules, "sodium-native");
      mkdirSync(copy);
      for (const name of ["package.json", "index.js", "binding.js"]) cpSync(join(real, name), join(copy, name));
      for (const platform of readdirSync(join(real, "prebuilds"))) {
        mkdirSync(join(copy, "prebuilds", platform), { recursive: true });
        for (const name of readdirSync(join(real, "prebuilds", platform)))
          writeFileSync(join(copy, "prebuilds", platform, name), "no binary");
      }
    }),
  ];
  const [sound, ...others] = places.map((at) => verdict(at, good));
  expect(sound).toMatchObject({ status: 0, err: "" });
  expect(JSON.parse(sound?.out ?? "")).toMatchObject({ ok: true, recomputed: true });
  for (const other of others) expect(other).toEqual(sound);
  const [faulty, ...likewise] = places.map((at) => verdict(at, bent));
  expect(faulty).toMatchObject({ status: 1, err: "" });
  expect(JSON.parse(faulty?.out ?? "")).toMatchObject({ ok: false, fault: { in: "signature", index: 7, rule: "R-6" } });
  for (const other of likewise) expect(other).toEqual(faulty);
}, 120_000);
