/** Reading in worker threads gives what reading in one's own thread gives. */
import { bundleReader } from "@nabat/body/checker/read-entries.ts";
import { sha256, verify } from "@nabat/platform";
import { bundleBytes } from "@nabat/record";
import { Assembly, entriesOf } from "@nabat/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { VerifyPool } from "./pool.ts";

const pool = new VerifyPool(2);
afterAll(() => pool.close());
const entries = entriesOf(new Assembly(["ana", "bo", "cem", "dora"], { label: "pool" }).house);
const here = bundleReader(sha256, verify);

/** What matters of a read bundle: the worker gives neither message nor signature back. */
function plain(read: Awaited<ReturnType<typeof here>>): unknown {
  const { first, refusal } = read;
  const list = [...read.entries].map(({ parsed, leaf, held }) => ({
    type: parsed.type,
    at: parsed.at,
    id: parsed.signed.id,
    key: parsed.signed.key,
    document: parsed.signed.document,
    leaf: [...leaf],
    held,
  }));
  return { first, refusal, list };
}

async function both(parts: readonly Uint8Array[], count = parts.length): Promise<void> {
  const bytes = bundleBytes(parts);
  const mine = plain(await here({ first: 7, count, bytes: bytes.slice() }));
  expect(plain(await pool.read({ first: 7, count, bytes }))).toEqual(mine);
}

describe("a pool of checking threads", () => {
  it("reads an honest bundle as one's own thread does", () => both(entries));

  it("finds the same entries' signatures false", async () => {
    const spoilt = entries.map((e, i) => (i % 3 === 0 ? withOtherSignature(e) : e));
    await both(spoilt);
    const read = await pool.read({ first: 0, count: spoilt.length, bytes: bundleBytes(spoilt) });
    expect([...read.entries].map((e) => e.held)).toEqual(spoilt.map((_, i) => i % 3 !== 0));
  });

  it("stops at the same entry with the same refusal", async () => {
    const bad = entries.map((e, i) => (i === 5 ? e.slice(0, -1) : e));
    await both(bad);
    await both(entries, entries.length + 1);
    await both(entries, entries.length - 1);
  });

  it("takes a view into a larger piece of memory without harm to the rest", async () => {
    const bytes = bundleBytes(entries);
    const larger = new Uint8Array(bytes.length + 10).fill(9);
    larger.set(bytes, 5);
    const read = await pool.read({ first: 0, count: entries.length, bytes: larger.subarray(5, 5 + bytes.length) });
    expect([...read.entries].length).toBe(entries.length);
    expect(larger.at(-1)).toBe(9);
  });

  it("checks single signatures together, each with its own answer", async () => {
    const read = [...(await here({ first: 0, count: entries.length, bytes: bundleBytes(entries) })).entries];
    const asked = read.map(({ parsed }, i) => {
      const { key, message, signature } = parsed.signed;
      return pool.verify(key, i % 2 ? message : message.map((b) => b ^ 1), signature);
    });
    expect(await Promise.all(asked)).toEqual(read.map((_, i) => i % 2 === 1));
  });
});

/** The same entry with one character of its signature changed to another that still decodes. */
function withOtherSignature(entry: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(entry);
  const at = text.lastIndexOf('"proofValue":"z') + 40;
  const other = text[at] === "5" ? "6" : "5";
  return new TextEncoder().encode(text.slice(0, at) + other + text.slice(at + 1));
}
