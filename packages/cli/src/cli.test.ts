/** The command line as a person meets it: what it prints, and its exit status 0, 1 or 2. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stateHash } from "@nabat/body";
import { bundleFromStore, openBundle, writeBundle } from "@nabat/exchange";
import { canonicalText, fromUtf8, toHex, utf8 } from "@nabat/kernel";
import { newSigningKey, sha256 } from "@nabat/platform";
import { bundleBytes, GRADES, originOf, parseAct, parseBundle } from "@nabat/record";
import { Assembly, besideOf, checkpointOf, entriesOf, figures, type House, keyFrom, treeOf } from "@nabat/testkit";
import { freshDatabase } from "@nabat/testkit/database.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSecret, sealSecret } from "./backup-key.ts";
import type { Io } from "./io.ts";
import { keepRecord } from "./keep-record.ts";
import { localRecord } from "./local.ts";
import { run } from "./main.ts";
import { writeStream } from "./out-file.ts";

const folder = mkdtempSync(join(tmpdir(), "nabat-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

async function nabat(...argv: string[]): Promise<{ status: number; out: string; err: string; json: () => any }> {
  let out = "";
  let err = "";
  const io: Io = { out: (t) => (out += t), err: (t) => (err += t), watched: false, env: {} };
  const status = await run(argv, io);
  return { status, out, err, json: () => JSON.parse(out) as unknown };
}

async function bundleOf(house: House, file: string, size = house.entries.length): Promise<void> {
  const entries = entriesOf(house, size);
  const tree = treeOf(entries);
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
  await writeStream(
    file,
    writeBundle(sha256, {
      manifest,
      checkpoint: checkpointOf(house, tree),
      entries: [entries],
      evidence: [],
      attachments,
    }),
  );
}

/** Four who decided something by hands, the same each time; and the index at which their sitting was opened. */
function four(): { assembly: Assembly; opened: number } {
  const assembly = new Assembly(["ana", "bo", "cem", "dora"], { label: "cli" });
  const sitting = assembly.sitting();
  const opened = assembly.house.entries.length - 1;
  assembly.decide(assembly.move(), sitting, figures({ for: 3, against: 1 }));
  return { assembly, opened };
}
const { assembly, opened } = four();
const { house } = assembly;

beforeAll(async () => {
  await bundleOf(house, at("old.tar"));
  assembly.move();
  await bundleOf(house, at("new.tar"));
});

describe("nabat verify", () => {
  it("0: says what was recomputed; --json gives it to programs", async () => {
    const said = await nabat("verify", at("new.tar"));
    expect(said.status).toBe(0);
    expect(said.out).toContain("The record holds");
    const { status, json } = await nabat("verify", at("new.tar"), "--json");
    expect(status).toBe(0);
    expect(json()).toMatchObject({
      ok: true,
      recomputed: true,
      body: house.body,
      entries: house.entries.length,
      state: stateHash(sha256, house.state),
      results: { recomputed: 1, byTellers: 1 },
    });
  });

  it("1: names the first fault, its entry and its rule", async () => {
    const bytes = readFileSync(at("new.tar"));
    const where = bytes.indexOf(Buffer.from('"kind":"sitting.open"'));
    bytes[where + 9] = "t".charCodeAt(0);
    writeFileSync(at("altered.tar"), bytes);
    const { status, json } = await nabat("verify", at("altered.tar"), "--json");
    expect(status).toBe(1);
    expect(json()).toMatchObject({ ok: false, fault: { in: "signature", rule: "R-6", index: opened } });
    const { out } = await nabat("verify", at("altered.tar"));
    expect(out).toMatch(new RegExp(`does not hold[^]*entry ${opened}[^]*\\(rule\\sR-6\\)`));
  });

  it("1: a damaged archive, and a record of another body than asked for", async () => {
    writeFileSync(at("short.tar"), readFileSync(at("new.tar")).subarray(0, 5000));
    const short = await nabat("verify", at("short.tar"), "--json");
    expect([short.status, short.json().fault.rule]).toEqual([1, "R-45"]);
    const other = await nabat("verify", at("new.tar"), "--body", "0".repeat(64), "--json");
    expect([other.status, other.json().fault.rule]).toEqual([1, "R-25"]);
  });

  it("speaks the language that is asked for, or the environment's", async () => {
    const french = await nabat("verify", at("new.tar"), "--lang", "fr");
    expect(french.out).toMatch(/Le registre tient/);
    expect(french.out).not.toMatch(/⟦|recomputed/);
    const altered = await nabat("verify", at("altered.tar"), "--lang=fr", "--json");
    expect([altered.status, altered.json().fault.sentence]).toEqual([
      1,
      expect.stringMatching(/signature ne tient pas.*\(règle\sR-6\)/),
    ]);
    expect((await nabat("verify", at("altered.tar"))).out).toContain("The record does not hold");
    expect((await nabat("verify-diff", at("old.tar"), at("new.tar"), "--lang", "fr")).out).toContain(
      "suit honnêtement",
    );
    const env = { LANG: "fr_FR.UTF-8" };
    let out = "";
    await run(["verify", at("new.tar")], { out: (t) => void (out += t), err: () => undefined, watched: false, env });
    expect(out).toContain("Le registre tient");
    expect((await nabat("verify", at("new.tar"), "--lang", "xx")).status).toBe(2);
  });

  it("a key that the reader knows from elsewhere must have signed", async () => {
    const { json } = await nabat("verify", at("new.tar"), "--json");
    const { clerk, vkey } = json() as { clerk: string; vkey: string };
    expect(vkey).toMatch(new RegExp(`^nabat/body/${house.body}\\+[0-9a-f]{8}\\+`));
    for (const key of [clerk, vkey]) expect((await nabat("verify", at("new.tar"), "--clerk", key)).status).toBe(0);
    const another = await nabat("verify", at("new.tar"), "--clerk", keyFrom("another").id, "--json");
    expect([another.status, another.json().fault.rule]).toEqual([1, "R-30"]);
    expect((await nabat("verify", at("new.tar"), "--clerk", "me")).status).toBe(2);
  });

  it("2: no such file, no source, no such command, a bad number", async () => {
    for (const argv of [
      ["verify", at("nowhere")],
      ["verify"],
      ["verfy", "x"],
      ["verify", at("new.tar"), "--threads", "0"],
      ["verify", at("new.tar"), "--body", "xyz"],
      ["verify", at("new.tar"), "--key", at("nowhere")],
      ["verify", "http://"],
    ]) {
      const { status, out } = await nabat(...argv);
      expect([argv, status, out]).toEqual([argv, 2, ""]);
    }
    expect((await nabat("verify", at("nowhere"), "--json")).json()).toMatchObject({ ok: false });
    expect((await nabat("--help")).status).toBe(0);
  });
});

describe("nabat verify-diff", () => {
  it("0: grew honestly; 1: shrank, or was forked at a named entry", async () => {
    const grown = await nabat("verify-diff", at("old.tar"), at("new.tar"), "--json");
    expect([grown.status, grown.json().from, grown.json().to]).toEqual([
      0,
      house.entries.length - 1,
      house.entries.length,
    ]);
    const shrunk = await nabat("verify-diff", at("new.tar"), at("old.tar"), "--json");
    expect([shrunk.status, shrunk.json().fault.rule]).toEqual([1, "R-24"]);
    const fork = four().assembly;
    fork.move({ by: fork.person(2) });
    await bundleOf(fork.house, at("fork.tar"));
    const forked = await nabat("verify-diff", at("new.tar"), at("fork.tar"));
    expect(forked.status).toBe(1);
    expect(forked.out).toMatch(/forked[^]*\(rule\sR-24\)/);
  });
});

describe("nabat sign", () => {
  it("signs an act away from any page; the record's own reader accepts it", async () => {
    const key = newSigningKey();
    writeFileSync(at("key.json"), JSON.stringify({ secret: toHex(key.secret()) }));
    const { proof: _, ...act } = house.sign(assembly.person(0), "say", {
      about: house.body,
      text: house.text("By hand."),
    });
    writeFileSync(at("act.json"), JSON.stringify(act));
    const { status, json } = await nabat("sign", at("act.json"), "--key", at("key.json"), "--yes", "--json");
    expect(status).toBe(0);
    const read = parseAct(sha256, utf8(canonicalText(json().act)));
    expect(read.ok && read.value.key).toBe(key.key);
    writeFileSync(at("bad.json"), JSON.stringify({ ...act, kind: "rule-by-decree" }));
    expect((await nabat("sign", at("bad.json"), "--key", at("key.json"), "--yes")).status).toBe(1);
    expect((await nabat("sign", at("act.json"), "--key", at("nowhere"), "--yes")).status).toBe(2);
  });

  it("2: what can't be attached is said before anything is asked of a clerk", async () => {
    let asked = 0;
    const clerk = createServer((_, response) => {
      asked++;
      response.end();
    });
    await new Promise<void>((listening) => void clerk.listen(0, "127.0.0.1", listening));
    try {
      const { port } = clerk.address() as AddressInfo;
      writeFileSync(at("device.json"), JSON.stringify({ secret: toHex(newSigningKey().secret()) }));
      const { proof: _, ...act } = house.sign(assembly.person(0), "move", {
        title: house.text("A bench"),
        subject: { type: "text" },
      });
      writeFileSync(at("move.json"), JSON.stringify(act));
      writeFileSync(at("words.txt"), "The house buys a bench.");
      writeFileSync(at("blank.txt"), " \n");
      writeFileSync(at("large.txt"), "x".repeat(1_000_001));
      writeFileSync(at("zero.txt"), "a\u0000b");
      writeFileSync(at("latin.txt"), Buffer.from([0xe9, 0x74, 0xe9]));
      const submit = ["--submit", `http://127.0.0.1:${port}/b/${house.body}`];
      const text = `text=${at("words.txt")}`;
      for (const [more, sentence] of [
        [[...submit, "--attach", `text=${at("nowhere.txt")}`], /nowhere\.txt can't be read/],
        [[...submit, "--attach", text, "--attach", text], /text is there already/],
        [[...submit, "--attach", `title=${at("words.txt")}`], /title is there already/],
        [[...submit, "--attach", text, "--attach", `text.more=${at("words.txt")}`], /text\.more is no place/],
        [[...submit, "--attach", `subject.type.x=${at("words.txt")}`], /subject\.type\.x is no place/],
        [[...submit, "--attach", `__proto__.x=${at("words.txt")}`], /is no place/],
        [[...submit, "--attach", `text=${at("blank.txt")}`], /blank\.txt is empty/],
        [[...submit, "--attach", `text=${at("large.txt")}`], /1000001 bytes.*1000000 at most/],
        [[...submit, "--attach", `text=${at("zero.txt")}`], /zero byte/],
        [[...submit, "--attach", `text=${at("latin.txt")}`], /UTF-8/],
        [[...submit, "--attach", at("words.txt")], /wants FIELD=FILE/],
        [[...submit, "--attach", text, "--grade", "closed"], /members, public/],
        [[...submit, "--grade", "public"], /give both/],
        [["--attach", text], /needs --submit/],
      ] as const) {
        const { status, err, out } = await nabat("sign", at("move.json"), "--key", at("device.json"), "--yes", ...more);
        expect([more, status, out]).toEqual([more, 2, ""]);
        expect(err).toMatch(sentence);
      }
      expect(asked).toBe(0);
    } finally {
      clerk.close();
    }
  });
});

describe("restore", () => {
  it("gives the same state, checkpoint and bundle, byte for byte", async () => {
    const test = await freshDatabase();
    try {
      const open = await openBundle(at("new.tar"));
      const key = newSigningKey();
      const kept = await keepRecord(test.store, open.source, house.state, key, () => undefined);
      expect(kept).toMatchObject({ role: "copy", entries: house.entries.length, attachments: besideOf(house).size });
      await test.store.keys.put(null, "clerk", key.secret());
      const record = await localRecord(test.store, house.body);
      expect(stateHash(sha256, record.state)).toBe(stateHash(sha256, house.state));
      expect(fromUtf8(record.checkpoint)).toBe(fromUtf8(open.source.checkpoint));
      const clerkKeys = record.state.founding.clerks.map(({ epoch, key: k }) => ({ epoch, key: k }));
      const again = bundleFromStore({
        sha256,
        store: test.store,
        body: house.body,
        size: record.size,
        root: record.root,
        checkpoint: record.checkpoint,
        clerkKeys,
        grades: GRADES,
        made: 1,
      });
      await writeStream(at("again.tar"), again);
      const first = await nabat("verify", at("again.tar"), "--json");
      expect([first.status, first.json().attachments]).toEqual([
        0,
        (await nabat("verify", at("new.tar"), "--json")).json().attachments,
      ]);
      await writeStream(
        at("thrice.tar"),
        bundleFromStore({
          sha256,
          store: test.store,
          body: house.body,
          size: record.size,
          root: record.root,
          checkpoint: record.checkpoint,
          clerkKeys,
          grades: GRADES,
          made: 1,
        }),
      );
      expect(readFileSync(at("thrice.tar")).equals(readFileSync(at("again.tar")))).toBe(true);
      await expect(keepRecord(test.store, open.source, house.state, key, () => undefined)).rejects.toThrow(/already/);
      await open.close();
    } finally {
      await test.close();
    }
  });

  it("takes longer than a lease lasts, and is kept whole", async () => {
    const test = await freshDatabase();
    try {
      const open = await openBundle(at("new.tar"));
      // As many groups as entries, each written slowly.
      const slow = {
        ...open.source,
        async *bundles(from: number, to: number) {
          for await (const { bytes, count, ...rest } of open.source.bundles(from, to)) {
            const split = parseBundle(bytes, count);
            if (!split.ok) throw new Error("not a bundle");
            for (const entry of split.value) {
              await new Promise((r) => setTimeout(r, 20));
              yield { ...rest, bytes: bundleBytes([entry]), count: 1 };
            }
          }
        },
      };
      const kept = await keepRecord(test.store, slow, house.state, newSigningKey(), () => undefined, 100);
      expect(kept.entries).toBe(house.entries.length);
      await open.close();
    } finally {
      await test.close();
    }
  });

  it("a clerk's key in a backup opens with its words and no others", () => {
    const secret = newSigningKey().secret();
    const { sealed, words } = sealSecret(secret);
    expect(openSecret(sealed, words.join(" "))).toEqual(secret);
    expect(() => openSecret(sealed, sealSecret(secret).words.join(" "))).toThrow(/not the words/);
    expect(() => openSecret(sealed, "one two three")).toThrow(/twelve words/);
  });
});
