import { fromBase64 } from "@nabat/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decode, submission, submissionOf } from "./submission.ts";

const text = fc.string({ maxLength: 12 });
const base64 = fc.oneof(
  fc.uint8Array({ maxLength: 9 }).map((b) => Buffer.from(b).toString("base64")),
  fc.constantFrom("", "AA", "AA==", "AB==", "A_-=", "AAA=\n", "=AAA", "AAAA====", "é"),
  text,
);
const attachment = fc.oneof(
  fc.record({ salt: base64, bytes: base64 }),
  fc.record({ salt: base64, bytes: base64, more: text }),
  fc.constantFrom<unknown>(null, {}, { salt: "AA==" }, { salt: 1, bytes: "" }, []),
);
const sent = fc.oneof(
  fc.record({ act: text, attachments: fc.array(attachment, { maxLength: 3 }) }),
  fc.record({ act: text, attachments: fc.array(attachment, { maxLength: 22 }), evidence: base64, code: text }),
  fc.constantFrom<unknown>(null, [], "", { act: "" }, { act: 1, attachments: [] }, { act: "", attachments: {} }),
  fc.record({ act: text, code: text }),
);

/** What the schema and the kernel's base64 say, step by step. */
function plainly(value: unknown): unknown {
  const parsed = submission.safeParse(value);
  if (!parsed.success) return undefined;
  try {
    const attachments = parsed.data.attachments.map((a) => [...fromBase64(a.salt), -1, ...fromBase64(a.bytes)]);
    return {
      act: parsed.data.act,
      attachments,
      evidence: parsed.data.evidence && [...fromBase64(parsed.data.evidence)],
    };
  } catch {
    return undefined;
  }
}

test("API-2 the quick reading of what is sent takes what the schema takes, and nothing else", () => {
  fc.assert(
    fc.property(sent, (value) => {
      const quick = submissionOf(value);
      const beside = quick && decode(quick);
      const read = quick &&
        beside && {
          act: quick.act,
          attachments: beside.attachments.map((a) => [...a.salt, -1, ...a.bytes]),
          evidence: quick.evidence && [...(beside.evidence ?? [])],
        };
      expect(read).toEqual(plainly(value));
    }),
    { seed: 11, numRuns: 500 },
  );
});

test("API-2 what is longer than the schema allows goes to the schema", () => {
  const attachments = Array.from({ length: 21 }, () => ({ salt: "", bytes: "" }));
  expect(submissionOf({ act: "", attachments })).toBeUndefined();
  expect(submissionOf({ act: "x".repeat(20_001), attachments: [] })).toBeUndefined();
  expect(submissionOf({ act: "", attachments: [{ salt: "", bytes: "A".repeat(1_400_004) }] })).toBeUndefined();
});
