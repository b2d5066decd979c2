/** Signing away from any page: what is read, which facts go in, which key signs, and what a clerk's rules say of it. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admit, boxesOf, KINDS } from "@nabat/body";
import { fromUtf8, type Hash, toBase64, toHex, utf8 } from "@nabat/kernel";
import { unseal } from "@nabat/platform/common/seal.ts";
import { reserveKey } from "@nabat/platform/common/seed.ts";
import { seedWords } from "@nabat/platform/common/words.ts";
import { boxFromBytes } from "@nabat/platform/browser/mod.ts";
import { parseAct } from "@nabat/record";
import { holds, keyFrom, sha256, type TestKey } from "@nabat/testkit/keys.ts";
import { checkpointOf, entriesOf, treeOf } from "@nabat/testkit/record.ts";
import { sampleHouse } from "@nabat/testkit/sample.ts";
import { readSigned, readToSign, submissionText, textInCode } from "./act-file.ts";
import {
  buildAdd,
  buildCast,
  buildEnd,
  buildLeave,
  devicesOf,
  grant,
  type Made,
  objectionsOf,
  votesToCast,
} from "./build-acts.ts";
import { createApi } from "../api/client.ts";
import { factsFor, type Keeper, readAddress } from "./facts.ts";
import { type HeldKey, keyOfFile, keyOfWords, newKeyFile } from "./held-key.ts";
import { compose, groupOf, signHeld, wouldBeRefused } from "./signing.ts";

const made = sampleHouse();
const { house } = made.sample;
const tree = treeOf(entriesOf(house));
const record = {
  state: house.state,
  head: { body: house.body, size: tree.size, root: toHex(tree.root()) as Hash, note: "" },
};
const secretOf = (name: string) => createHash("sha256").update(`${name}/${house.nonce}//device`).digest("hex");
const emma = keyOfFile(JSON.stringify({ secret: secretOf("Emma") })) as HeldKey;

async function signed(act: Made, held: HeldKey) {
  const facts = await factsFor(held.key, house.body, { record }, house.now);
  if (facts.is !== "facts") throw new Error(facts.is);
  const unsigned = compose(act, facts.facts, held);
  if (!unsigned.ok) throw new Error(`${unsigned.rule} ${unsigned.code}`);
  const done = await signHeld(unsigned.value, held);
  return { done, facts: facts.facts };
}

describe("an act in a code to scan", () => {
  it("is ASCII alone, whatever the act says, and reads back as the same act", async () => {
    const leaving: Made = { kind: "leave", data: {}, given: {}, attachments: [] };
    const facts = await factsFor(emma.key, house.body, { record }, house.now);
    if (facts.is !== "facts") throw new Error(facts.is);
    const unsigned = compose(leaving, facts.facts, emma);
    if (!unsigned.ok) throw new Error(unsigned.code);
    const plainAct = (await signHeld(unsigned.value, emma)).text;
    expect(textInCode(plainAct)).toBe(plainAct);
    const done = await signHeld({ ...unsigned.value, data: { hall: "Dvořák, 山田" } }, emma);
    for (const carried of [done.text, submissionText({ act: done.text, attachments: [] })]) {
      const code = textInCode(carried);
      expect(code).toMatch(/^[\x20-\x7e\n]+$/);
      expect(await readSigned(code)).toMatchObject({ ok: true, value: { text: done.text } });
    }
  });
});

describe("keys", () => {
  it("come from twelve words and the nonce, in any spacing and case, and from nothing else", () => {
    const seed = new Uint8Array(16).fill(9);
    const words = seedWords(seed, "fr");
    const held = keyOfWords(`  ${words.join("\n").toUpperCase()} `, house.nonce);
    expect(held?.key).toBe(reserveKey(seed, house.nonce).key);
    expect(keyOfWords(words.slice(1).join(" "), house.nonce)).toBeUndefined();
    expect(keyOfWords(words.join(" "), "not a nonce")).toBeUndefined();
  });
  it("come from a key file of the command line's form, and from what this file makes", () => {
    expect(emma.key).toBe(made.people["Emma"]?.device.id);
    expect(keyOfFile(secretOf("Emma"))?.key).toBe(emma.key);
    for (const bad of ["", "{}", "{", '{"secret":"ab"}', "z".repeat(64)]) expect(keyOfFile(bad)).toBeUndefined();
    const file = newKeyFile(house.body, emma.member ?? "0".repeat(32), house.nonce);
    expect(keyOfFile(file.text)).toMatchObject({ key: file.device, kind: "device", body: house.body });
  });
});

describe("an act that was brought along", () => {
  it("is read bare, with its attachments, and without an old proof", () => {
    const bare = { kind: "leave", data: {} };
    expect(readToSign(JSON.stringify(bare))).toMatchObject({ ok: true, value: { kind: "leave" } });
    expect(readToSign(JSON.stringify({ act: { ...bare, seq: 3, proof: {} } }))).toMatchObject({
      ok: true,
      value: { given: { seq: 3 } },
    });
    expect(readToSign(JSON.stringify({ act: JSON.stringify(bare) }))).toMatchObject({ ok: true });
  });
  it("is refused where it is none, holds what no act may hold, or brings a text that it doesn't name", () => {
    const code = (value: unknown) => {
      const read = readToSign(typeof value === "string" ? value : JSON.stringify(value));
      return read.ok ? "read" : `${read.rule} ${read.code}`;
    };
    expect(code("{")).toBe("R-1 not-json");
    expect(code({ kind: "leave" })).toBe("R-3 not-an-act");
    expect(code({ kind: "leave", data: {}, colour: 1 })).toBe("R-3 unknown-field");
    expect(code({ kind: "leave", data: { n: 0.5 } })).toBe("R-2 not-restricted");
    const stray = { salt: Buffer.alloc(16).toString("base64"), bytes: "aGk=" };
    expect(code({ act: { kind: "leave", data: {} }, attachments: [stray] })).toBe("R-16 altered");
  });
  it("never throws, whatever text it is", () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => void readToSign(text)));
  });
});

describe("facts", () => {
  it("are the record's own: count, author, head", async () => {
    const { facts } = await signed(buildLeave(), emma);
    expect(facts).toMatchObject({
      from: "record",
      member: made.people["Emma"]?.member,
      saw: { size: tree.size, root: record.head.root },
    });
    expect(facts.seq).toBe(house.state.seqs.get(emma.key));
  });
  it("tell the group from a record, an address, or typed by hand, and no group from a wrong address", async () => {
    const typed = { body: "", nonce: "", seq: "", size: "", root: "" };
    expect(await groupOf({ record, address: "", typed }, 0)).toMatchObject({ body: house.body, nonce: house.nonce });
    expect(await groupOf({ address: "", typed }, 0)).toBe("one-key-nonce");
    expect(await groupOf({ address: "javascript:alert(1)", typed }, 0)).toBe("one-sign-address-bad");
    expect(await groupOf({ record, address: `https://a.example/b/${"0".repeat(64)}`, typed }, 0)).toBe(
      "one-stop-another-body",
    );
    const hand = { body: house.body, nonce: house.nonce, seq: "4", size: "90", root: record.head.root };
    expect(await groupOf({ address: "", typed: hand }, 7)).toMatchObject({
      typed: { seq: 4, saw: { size: 90 }, at: 7, from: "typed" },
    });
    expect(readAddress(`https://a.example:8/b/${house.body}/votes`)).toEqual({
      origin: "https://a.example:8",
      body: house.body,
    });
  });
});

describe("a record keeper that answers", () => {
  /** A keeper over a house's record at `size`, its head signed by `clerk`: real answers, without a network. */
  function keeper(of: typeof house, size: number, clerk: TestKey = keyFrom("clerk")): Keeper {
    const whole = treeOf(entriesOf(of, size));
    const answers = (url: string): Response => {
      if (url.endsWith("/checkpoint")) return new Response(new Uint8Array(checkpointOf(house, whole, clerk)));
      const proof = /consistency\?from=(\d+)&to=(\d+)/.exec(url);
      if (proof)
        return Response.json({ proof: whole.consistencyProof(Number(proof[1]), Number(proof[2])).map(toBase64) });
      return Response.json({ body: house.body, nonce: house.nonce, clerk: clerk.id, seq: 20, practice: false, now: 0 });
    };
    return {
      origin: "https://a.example",
      api: createApi("https://a.example", async (input) => answers(String(input))),
    };
  }
  const early = treeOf(entriesOf(house, 60));
  const note = fromUtf8(checkpointOf(house, early));
  const older = { state: house.state, head: { body: house.body, size: 60, root: toHex(early.root()) as Hash, note } };
  const ask = (k: Keeper) => factsFor(emma.key, house.body, { record: older, keeper: k }, 5);

  it("and proves that its record begins with the one in hand gives fresh facts", async () => {
    const came = await ask(keeper(house, 80));
    expect(came).toMatchObject({ is: "facts", facts: { from: "both", seq: 20, saw: { size: 80 }, at: 5 } });
  });
  it("but shows another record is stopped, and so is one whose head the clerk in office didn't sign", async () => {
    expect(await ask(keeper(sampleHouse(" ").sample.house, 80))).toMatchObject({ is: "contradiction" });
    expect(await ask(keeper(house, 50))).toMatchObject({ is: "contradiction", code: "shrunk" });
    expect(await ask(keeper(house, 80, keyFrom("somebody else")))).toMatchObject({ is: "unsigned" });
  });
});

describe("acts made here", () => {
  it("are signed so that every reader accepts them, and foretold as the rules judge them", async () => {
    const { done, facts } = await signed(buildLeave(), emma);
    const parsed = parseAct(sha256, utf8(done.text));
    if (!parsed.ok) throw new Error(parsed.code);
    expect(holds(parsed.value)).toBe(true);
    expect(wouldBeRefused(record, done, facts)).toBeUndefined();
    const stranger = keyOfFile("1".repeat(64)) as HeldKey;
    const other = await signed({ ...buildLeave(), given: { by: house.founder.member } }, stranger);
    expect(wouldBeRefused(record, other.done, other.facts)).toMatchObject({ rule: "K-1" });
  });
  it("of another group, of no known kind, or without an author are not composed", async () => {
    const { facts } = await signed(buildLeave(), emma);
    const refused = (act: Partial<Made>, by = facts) => compose({ ...buildLeave(), ...act }, by, emma);
    expect(refused({ given: { body: "0".repeat(64) as never } })).toMatchObject({ rule: "R-7", code: "another-body" });
    expect(refused({ kind: "rule.all" })).toMatchObject({ rule: "R-7", code: "unknown-kind" });
    const { member: _, ...nobody } = facts;
    expect(refused({}, nobody)).toMatchObject({ rule: "K-1" });
    expect(compose(buildLeave(), facts, emma, facts.seq + 3)).toMatchObject({ value: { seq: facts.seq + 4 } });
  });
  it("seal a position to the tellers and to nobody else", async () => {
    const [vote] = votesToCast(house.state, house.now);
    if (!vote) throw new Error("no open vote");
    const cast = await buildCast(house.state, vote.id, "abstain", house.now);
    if (!cast.ok) throw new Error(cast.code);
    const { done, facts } = await signed(cast.value, emma);
    expect(wouldBeRefused(record, done, facts)).toBeUndefined();
    const bytes = cast.value.attachments[0]?.bytes as Uint8Array;
    expect(fromUtf8(bytes)).not.toContain("abstain");
    const boxes = vote.tellers.flatMap((t) => boxesOf(house.state, t, house.now));
    expect((JSON.parse(fromUtf8(bytes)) as { to: { box: string }[] }).to.map((t) => t.box)).toEqual(boxes);
    expect(await unseal(bytes, boxFromBytes(new Uint8Array(32).fill(5)))).toBeUndefined();
  });
  it("end one's own device and let a new one in", async () => {
    const member = made.people["Emma"]?.member as never;
    const [device] = devicesOf(house.state, member, house.now);
    const end = buildEnd(` ${device?.id} `);
    if (!end.ok) throw new Error(end.code);
    const ended = await signed(end.value, emma);
    expect(wouldBeRefused(record, ended.done, ended.facts)).toBeUndefined();
    const added = await signed(await grant(emma, house.nonce, newKeyFile(house.body, member, house.nonce)), emma);
    expect(wouldBeRefused(record, added.done, added.facts)).toBeUndefined();
    expect(await buildAdd(emma, house.body, house.nonce, "nabat-device.other.x.y")).toMatchObject({
      ok: false,
      rule: "R-3",
    });
    expect(buildEnd("key")).toMatchObject({ ok: false, rule: "R-3" });
    expect(objectionsOf(house.state, { member, key: emma.key }, house.now)).toEqual([]);
    const parsed = parseAct(sha256, utf8(ended.done.text));
    expect(parsed.ok && admit(KINDS, house.state, parsed.value, { at: house.now, sha256 }).ok).toBe(true);
  });
});
