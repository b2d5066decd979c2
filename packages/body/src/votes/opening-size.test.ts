/** V-30, N-11: what stands in an entry before the result, its opening's size among it, is the same for every position. */
import { expect, test } from "vitest";
import { fromUtf8 } from "@nabat/kernel";
import { openingBytes, openingFile, POSITIONS } from "./opening-bytes.ts";

const VOTE = "ab".repeat(32);
const SALT = "cd".repeat(16);
const marked = (n: number) => Array.from({ length: n }, (_, i) => `c${i + 1}`);

test("V-30, N-11: an opening that members will read is as long for every position, and reads as it was", () => {
  const files = POSITIONS.map((p) => openingFile(openingBytes(VOTE, p, SALT), p));
  expect(new Set(files.map((f) => f.length))).toEqual(new Set([192]));
  expect(files.map((f) => (JSON.parse(fromUtf8(f)) as { choice: string }).choice)).toEqual([...POSITIONS]);
});

test("V-30, N-11: so is a paper, whatever was marked", () => {
  const papers = [[], ["none"], marked(3), marked(50), marked(99)];
  const files = papers.map((p) => openingFile(openingBytes(VOTE, p, SALT), p));
  expect(new Set(files.map((f) => f.length))).toEqual(new Set([896]));
});
