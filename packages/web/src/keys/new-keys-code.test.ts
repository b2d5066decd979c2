/** What a new device shows for others to sign (K-6): the same keys come out as went in, and nothing else is read. */
import { newKeysOf, person } from "@nabat/testkit";
import { describe, expect, it } from "vitest";
import { cardCode } from "../act/card-code.ts";
import { newKeysCode, newKeysLink, readNewKeys } from "./new-keys-code.ts";

const BODY = "ab".repeat(32);

describe("the code of new keys", () => {
  const { enrol, own } = newKeysOf(person("fay", "00".repeat(16)));

  it("K-6 comes out as it went in, as text or as a link, a day's key too", () => {
    for (const made of [
      { enrol, own },
      { enrol: { ...enrol, weak: true as const }, own },
    ]) {
      const code = newKeysCode(BODY, made);
      expect(readNewKeys(` ${code}\n`, BODY)).toEqual(made);
      expect(readNewKeys(newKeysLink("https://x.example", BODY, code), BODY)).toEqual(made);
    }
  });

  it("K-6 is of one group, whole, and no other device's code", () => {
    const code = newKeysCode(BODY, { enrol, own });
    expect(readNewKeys(code, "cd".repeat(32))).toBeUndefined();
    expect(readNewKeys(code.slice(0, -1), BODY)).toBeUndefined();
    expect(readNewKeys(code.replace("nabat-keys", "nabat-device"), BODY)).toBeUndefined();
    expect(readNewKeys("", BODY)).toBeUndefined();
  });

  it("K-17 a card's code is read as Crockford wrote it: an O is a nought, an I or L a one", () => {
    expect(cardCode("abcd efgh-jkmn pqrs")).toBe("ABCDEFGHJKMNPQRS");
    expect(cardCode("oIl0")).toBe("0110");
  });
});
