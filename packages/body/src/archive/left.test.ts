import { describe, expect, it } from "vitest";
import { House } from "@nabat/testkit";

describe("who left", () => {
  it("E-1: may still have their own words erased, and nothing else (M-16)", () => {
    const house = House.found();
    const ann = house.join("Ann", "founder");
    const words = house.text("something I would rather not have said");
    house.do(ann, "say", { about: house.body, text: words });
    house.do(ann, "leave", {});
    expect(house.put(ann, "say", { about: house.body, text: house.text("still here?") })).toMatchObject({
      ok: false,
      rule: "M-16",
    });
    expect(house.put(ann, "erase", { attachments: [words.hash] }).ok).toBe(true);
    expect(house.state.archive.erased.get(words.hash)?.how).toBe("author");
  });
});
