import { fromUtf8 } from "@nabat/kernel";
import { fitsRef } from "@nabat/record";
import { random, sha256 } from "@nabat/platform/browser/mod.ts";
import { describe, expect, it } from "vitest";
import { move } from "@nabat/body/motions/acts.ts";
import { makeData, type TypedField } from "./fields.ts";

const paris = { sha256, random, zone: "Europe/Paris" };
const of = (...fields: TypedField[]) => makeData(fields, paris);

describe("fields of a form", () => {
  it("make a motion that the schema takes, its texts beside it", () => {
    const made = of(
      { name: "subject.type", value: "establish" },
      { name: "subject.body", value: "committee" },
      { name: "subject.seats", value: "5", as: "int" },
      { name: "title", value: "  A garden committee ", text: "members" },
      { name: "text", value: "Five of us.\r\nUntil autumn.", text: "members" },
    );
    expect(made.wrong).toEqual([]);
    const data = move.parse(made.data);
    expect(data.subject).toEqual({ type: "establish", body: "committee", seats: 5 });
    expect(made.attachments.map((a) => fromUtf8(a.bytes))).toEqual([
      "A garden committee",
      "Five of us.\nUntil autumn.",
    ]);
    expect(fitsRef(sha256, data.title, made.attachments[0] as never)).toBe(true);
    expect(data.title.hash).not.toBe(of({ name: "title", value: "A garden committee", text: "members" }).data["title"]);
  });

  it("leave out what is empty, and join what is listed", () => {
    const made = of(
      { name: "place", value: " ", text: "members" },
      { name: "section", value: "" },
      { name: "tellers", value: "aa", as: "list" },
      { name: "tellers", value: "", as: "list" },
      { name: "tellers", value: "bb", as: "list" },
      { name: "languages", value: "fr, en", as: "words" },
      { name: "many", value: "", as: "true" },
      { name: "practice", value: "true", as: "true" },
      { name: "seen", value: "false", as: "bool" },
    );
    expect(made.data).toEqual({ tellers: ["aa", "bb"], languages: ["fr", "en"], practice: true, seen: false });
  });

  it("mean moments in the body's zone", () => {
    const made = of(
      { name: "closes", value: "2026-07-01T20:00", as: "moment" },
      { name: "since", value: "2026-01-15", as: "day" },
    );
    expect(made.data).toEqual({ closes: Date.UTC(2026, 6, 1, 18), since: Date.UTC(2026, 0, 14, 23) });
  });

  it.each([
    ["12.5", "int", "not-a-number"],
    ["1e3000", "int", "not-a-number"],
    ["-0", "int", "not-a-number"],
    ["2026-02-30T10:00", "moment", "not-a-date"],
    ["tomorrow", "day", "not-a-date"],
  ])("say what can't be used: %s as %s", (value, as, why) => {
    expect(of({ name: "x", value, as }).wrong).toEqual([{ name: "x", why }]);
  });

  it("refuse texts that can't be kept", () => {
    expect(of({ name: "t", value: "a\u0000b", text: "members" }).wrong).toEqual([{ name: "t", why: "bad-text" }]);
    expect(of({ name: "t", value: "a\ud800b", text: "members" }).wrong).toEqual([{ name: "t", why: "bad-text" }]);
    expect(of({ name: "t", value: "é".repeat(500_001), text: "members" }).wrong).toEqual([
      { name: "t", why: "too-long" },
    ]);
  });
});
