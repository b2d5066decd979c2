import { describe, expect, it } from "vitest";
import { drafts, type Notepad } from "./draft.ts";

function pad(): Notepad & { readonly pages: Map<string, string> } {
  const pages = new Map<string, string>();
  return {
    pages,
    getItem: (n) => pages.get(n) ?? null,
    setItem: (n, t) => void pages.set(n, t),
    removeItem: (n) => void pages.delete(n),
  };
}

describe("drafts", () => {
  it("keep what was typed, form by form, until it is dropped", () => {
    const keep = drafts(pad());
    keep.save("a", [
      ["title", "Bench"],
      ["tellers", "1"],
      ["tellers", "2"],
    ]);
    expect(keep.load("a")).toEqual({ title: ["Bench"], tellers: ["1", "2"] });
    expect(keep.load("b")).toBeUndefined();
    keep.drop("a");
    expect(keep.load("a")).toBeUndefined();
  });

  it("never stand in the way: a full or broken pad is only no draft", () => {
    const full = {
      ...pad(),
      setItem: () => {
        throw new Error("full");
      },
      getItem: () => "{",
      removeItem: () => {
        throw new Error("no");
      },
    };
    const keep = drafts(full);
    keep.save("a", [["x", "y"]]);
    keep.drop("a");
    expect(keep.load("a")).toBeUndefined();
  });
});
