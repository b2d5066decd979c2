import { toHex } from "@nabat/kernel";
import { openingBytes } from "@nabat/body/votes/acts.ts";
import { attachmentHash } from "@nabat/record";
import { boxFromBytes, random, seal, sha256 } from "@nabat/platform/browser/mod.ts";
import { describe, expect, it } from "vitest";
import { rightOnes, upheld } from "./counting.ts";
import { boxesIn, makePosition } from "./opening.ts";
import { openPosition } from "./tally.ts";

const VOTE = "ab".repeat(32);

describe("a position on a device", () => {
  it("by name: the opening beside the act is what was committed to", async () => {
    const made = await makePosition(VOTE, "taking-part", { grade: "members" });
    // Behind it stand spaces, as many as make it as long as any other (V-30).
    const opening = new TextEncoder().encode(new TextDecoder().decode(made.attachment.bytes).trimEnd());
    expect(toHex(sha256(opening))).toBe(made.commit);
    expect(made.opening.size).toBe(192);
    expect(made.opening).toMatchObject({ grade: "members", hash: attachmentHash(sha256, made.attachment) });
    expect(made.own).toMatchObject({ choice: "taking-part", commit: made.commit });
  });

  it("by count: both tellers can open it, nobody else, and its length tells nothing", async () => {
    const [bo, cleo, other] = [1, 2, 3].map((n) => boxFromBytes(new Uint8Array(32).fill(n)));
    const boxes = [bo?.box as string, cleo?.box as string];
    const made = await makePosition(VOTE, "for", { grade: "closed", boxes });
    const line = { commit: made.commit, opening: made.opening.hash };
    expect(await openPosition(VOTE, line, made.attachment.bytes, bo as never)).toEqual({
      choice: "for",
      number: made.own.number,
    });
    expect(await openPosition(VOTE, line, made.attachment.bytes, cleo as never)).toMatchObject({ choice: "for" });
    expect(await openPosition(VOTE, line, made.attachment.bytes, other as never)).toBeUndefined();
    expect((await makePosition(VOTE, "taking-part", { grade: "closed", boxes })).opening.size).toBe(made.opening.size);
    expect(new TextDecoder().decode(made.attachment.bytes)).not.toContain('for"');
  });

  it("an opening of something else than was committed to counts as not valid", async () => {
    const bo = boxFromBytes(new Uint8Array(32).fill(1));
    const made = await makePosition(VOTE, "for", { grade: "closed", boxes: [bo.box] });
    const another = await seal(openingBytes(VOTE, "against", toHex(random(16))), [bo.box]);
    expect(await openPosition(VOTE, { commit: made.commit, opening: "" }, another, bo)).toEqual({
      choice: "invalid",
      number: made.commit,
    });
    const elsewhere = openingBytes("cd".repeat(32), "for", "00".repeat(16));
    expect(
      await openPosition(VOTE, { commit: toHex(sha256(elsewhere)), opening: "" }, await seal(elsewhere, [bo.box]), bo),
    ).toMatchObject({ choice: "invalid" });
  });

  it("V-59: a complaint is right where the list leaves the number out or says another position", async () => {
    const made = await makePosition(VOTE, "for", { grade: "closed", boxes: ["1a".repeat(32)] });
    const number = made.own.number as string;
    const plain = openingBytes(VOTE, "for", made.own.salt, number);
    const complaint = { commit: made.commit, opening: "" };
    expect(upheld(VOTE, complaint, plain, [[number, "for"]])).toBe(false);
    expect(upheld(VOTE, complaint, plain, [[number, "against"]])).toBe(true);
    expect(upheld(VOTE, complaint, plain, [])).toBe(true);
    const other = openingBytes(VOTE, "against", made.own.salt, number);
    expect(upheld(VOTE, complaint, other, [[number, "for"]])).toBe(false);
  });

  it("V-59: an opening given again that was sealed to somebody else alone isn't right, and the others are still counted", async () => {
    const [drawn, other] = [1, 2].map((n) => boxFromBytes(new Uint8Array(32).fill(n)));
    const given = [];
    for (const box of [other?.box, drawn?.box]) {
      const made = await makePosition(VOTE, "for", { grade: "closed", boxes: ["1a".repeat(32)] });
      const plain = openingBytes(VOTE, "for", made.own.salt, made.own.number);
      given.push({ commit: made.commit, opening: "", sealed: await seal(plain, [box as string]) });
    }
    expect(await rightOnes(VOTE, given, drawn as never, [])).toBe(1);
    expect(await rightOnes(VOTE, given.slice(0, 1), drawn as never, [])).toBe(0);
  });

  it("is never sealed to nobody", async () => {
    await expect(makePosition(VOTE, "for", { grade: "closed", boxes: [] })).rejects.toThrow(RangeError);
    await expect(makePosition(VOTE, "perhaps", { grade: "members" })).rejects.toThrow(RangeError);
  });

  it("finds the tellers' box keys as pages give them", () => {
    const [a, b] = ["1a".repeat(32), "2b".repeat(32)];
    expect(
      boxesIn(
        JSON.stringify([
          { member: "cd".repeat(16), boxes: [a] },
          { member: "ef".repeat(16), boxes: [b, a] },
        ]),
      ),
    ).toEqual([a, b]);
    expect(boxesIn(undefined)).toEqual([]);
  });
});
