import { canonicalBytes, type Hash, toHex } from "@nabat/kernel";
import { type Act, entryBytes } from "@nabat/record";
import fc from "fast-check";
import { expect, test } from "vitest";
import { entryAround } from "./entry-around.ts";

const hash = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });

test("R-10 an entry put around an act's bytes is the entry written anew, to the byte", () => {
  const text = fc.string({ unit: "grapheme" });
  const act = fc.record({ kind: text, data: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean())) });
  fc.assert(
    fc.property(act, fc.maxSafeInteger(), fc.option(hash, { nil: undefined }), (sent, at, evidence) => {
      const around = entryAround(canonicalBytes(sent), at, evidence as Hash | undefined);
      const written = entryBytes({
        at,
        act: sent as unknown as Act,
        ...(evidence === undefined ? {} : { evidence: evidence as Hash }),
      });
      expect(toHex(around)).toBe(toHex(written));
    }),
    { seed: 7 },
  );
});

test("R-2 a moment that no entry can hold is a bug", () => {
  expect(() => entryAround(new Uint8Array(2), 1.5)).toThrow(TypeError);
});
