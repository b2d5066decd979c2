/** Stories: a step asked for alone tells those before it, each once; after one that failed, none waits. */
import { describe, expect } from "vitest";
import { story } from "./story.ts";

describe("a story", () => {
  const told: string[] = [];
  const step = story();
  step("its first step is told", () => {
    told.push("first");
    expect(told).toEqual(["first"]);
  });
  step("its second stands on the first, once", () => {
    told.push("second");
    expect(told).toEqual(["first", "second"]);
  });
  step("its third too", () => {
    expect(told).toEqual(["first", "second"]);
  });
});
