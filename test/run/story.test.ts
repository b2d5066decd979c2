/** Stories: a step asked for alone tells those before it, each once; after one that failed, none waits. */
import { describe, expect, it } from "vitest";
import { story, tale } from "./story.ts";

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

describe("the steps of a story", () => {
  it("are done once each, in order, whichever is asked for first", async () => {
    const done: string[] = [];
    const add = tale();
    const [one, two, three] = ["one", "two", "three"].map((name) => add(name, () => done.push(name), 1_000));
    await two?.();
    expect(done).toEqual(["one", "two"]);
    await Promise.all([three?.(), one?.(), two?.()]);
    expect(done).toEqual(["one", "two", "three"]);
  });

  it("fail at once after one that failed, and name it; that one says why", async () => {
    const done: string[] = [];
    const add = tale();
    const bad = add("the bell rings", () => Promise.reject(new Error("no bell")), 1_000);
    const after = add("all come", () => done.push("all come"), 1_000);
    await expect(after()).rejects.toThrow(/"the bell rings" failed before it/);
    await expect(bad()).rejects.toThrow("no bell");
    expect(done).toEqual([]);
  });

  it("fail at once too after one that never ended", async () => {
    const add = tale();
    const endless = add("the speech", () => new Promise(() => undefined), 20);
    const after = add("the vote", () => undefined, 1_000_000);
    await expect(endless()).rejects.toThrow("took longer than 20 ms");
    await expect(after()).rejects.toThrow(/"the speech" failed before it/);
  });
});
